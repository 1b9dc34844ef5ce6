SELECT t.kind, t.receipt_id IS NOT NULL AS by_receipt,
  coalesce(sum(e.amount_minor) FILTER (WHERE e.amount_minor > 0), 0) AS in_minor,
  coalesce(-sum(e.amount_minor) FILTER (WHERE e.amount_minor < 0), 0) AS out_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id AND e.account = 'drawer' AND e.owner = :register
WHERE t.shift_id = :near AND (:near = :shift OR (t.at > :opened_at AND t.at <= :closed_at))
GROUP BY t.kind, by_receipt
ORDER BY t.kind, by_receipt
