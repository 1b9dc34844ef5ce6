SELECT x.id, x.business_day, x.at, x.kind AS event, x.appointment_id, x.receipt_id, x.amount_minor,
  r.series, r.number, g.prefix,
  coalesce(r.cashier, o.actor, v.actor, b.actor, f.actor, '') AS actor,
  coalesce(p.name, i.name, j.name, m.name, '') AS party,
  coalesce(
    nullif(concat_ws(' · ', k.name, nullif(o.document_number, ''), nullif(coalesce(o.note, v.note, b.note, f.note), '')), ''),
    nullif(r.reason, ''), ''
  ) AS what
FROM (
  SELECT e.id, e.amount_minor, t.id AS transaction_id, t.business_day, t.at, t.kind, t.appointment_id, t.receipt_id
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
  ORDER BY t.business_day DESC, t.at DESC, e.id DESC
  LIMIT :limit
) x
LEFT JOIN receipt r ON r.id = x.receipt_id
LEFT JOIN register g ON g.id = r.register_id
LEFT JOIN finance_operation o ON o.id = x.transaction_id
LEFT JOIN cash_movement v ON v.id = x.transaction_id
LEFT JOIN opening_balance b ON b.id = x.transaction_id
LEFT JOIN staff_payment f ON f.id = x.transaction_id
LEFT JOIN staff_member m ON m.id = f.staff_id
LEFT JOIN cash_category k ON k.id = coalesce(o.category_id, v.category_id)
LEFT JOIN counterparty p ON p.id = o.counterparty_id
LEFT JOIN appointment a ON a.id = x.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
LEFT JOIN client_index j ON j.client_id = o.client_id
ORDER BY x.business_day DESC, x.at DESC, x.id DESC
