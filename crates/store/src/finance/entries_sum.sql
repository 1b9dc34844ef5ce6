SELECT count(*) AS total, coalesce(sum(e.amount_minor), 0) AS amount_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.business_day BETWEEN :from AND :to AND (:owner IS NULL OR e.owner = :owner)
  AND (
    e.account = :account
    OR (:account = '' AND e.account NOT IN ('drawer', 'bank_account', 'card_clearing', 'bank', 'bank_cash'))
    -- The part of a bill that was not paid in money: the cash flow takes it off what clients paid.
    OR (
      :account = 'visit_prepaid' AND :money_only = 1 AND t.kind = 'payment' AND e.account IN (
        'client_balance', 'certificates_outstanding', 'packages_outstanding', 'points_redeemed', 'package_discount'
      )
    )
  )
  AND (:events = '' OR instr(:events, ',' || t.kind || ',') > 0)
  AND (
    :money_only = 0 OR EXISTS (
      SELECT 1 FROM ledger_entry m
      WHERE m.transaction_id = t.id AND m.account IN ('drawer', 'bank_account', 'card_clearing', 'bank', 'bank_cash')
    )
  )
