WITH answer AS (
  SELECT :receipt AS id
  UNION ALL SELECT id FROM receipt WHERE refunds = :receipt
  UNION ALL SELECT id FROM receipt WHERE voids = :receipt
),
fee AS (
  SELECT e.owner AS method_id, sum(e.amount_minor) FILTER (WHERE t.kind = 'acquiring_fee') AS taken_minor,
    sum(e.amount_minor) AS kept_minor
  FROM (SELECT DISTINCT appointment_id FROM payment WHERE receipt_id = :receipt) v
  JOIN ledger_transaction t ON t.appointment_id = v.appointment_id
  JOIN ledger_entry e ON e.transaction_id = t.id AND e.account = 'acquiring_fees'
  WHERE t.kind IN ('acquiring_fee', 'acquiring_fee_returned') AND t.receipt_id IN (SELECT id FROM answer)
  GROUP BY e.owner
)
SELECT f.method_id, f.taken_minor, f.kept_minor,
  coalesce(sum(p.amount_minor + coalesce(p.tip_minor, 0)) FILTER (WHERE p.receipt_id = :receipt), 0) AS paid_minor,
  coalesce(-sum(p.amount_minor + coalesce(p.tip_minor, 0)) FILTER (WHERE p.receipt_id <> :receipt), 0) AS returned_minor
FROM fee f
JOIN answer a
JOIN payment p ON p.receipt_id = a.id AND p.method_id = f.method_id
GROUP BY f.method_id
ORDER BY f.method_id
