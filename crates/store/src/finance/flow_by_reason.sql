SELECT t.kind,
  -- What a client has with the salon pays a part of the bill: so much less of it came as money.
  CASE
    WHEN t.kind = 'payment' AND e.account IN (
      'client_balance', 'certificates_outstanding', 'packages_outstanding', 'points_redeemed', 'package_discount'
    ) THEN 'visit_prepaid'
    ELSE e.account
  END AS account,
  CASE
    WHEN e.account IN (
      'visit_prepaid', 'client_receivable', 'client_balance', 'certificates_outstanding', 'packages_outstanding'
    ) THEN ''
    ELSE e.owner
  END AS owner,
  coalesce(sum(e.amount_minor) FILTER (WHERE e.amount_minor > 0), 0) AS debit_minor,
  coalesce(-sum(e.amount_minor) FILTER (WHERE e.amount_minor < 0), 0) AS credit_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.business_day BETWEEN :from AND :to
  AND e.account NOT IN ('drawer', 'bank_account', 'card_clearing', 'bank', 'bank_cash')
  AND EXISTS (
    SELECT 1 FROM ledger_entry m
    WHERE m.transaction_id = t.id AND m.account IN ('drawer', 'bank_account', 'card_clearing', 'bank', 'bank_cash')
  )
GROUP BY 1, 2, 3
