SELECT o.id, o.business_day,
  CASE WHEN o.kind = 'income' OR (o.to_place = :place AND o.to_owner = :owner) THEN o.amount_minor
    ELSE -o.amount_minor END AS amount_minor
FROM finance_operation o
WHERE o.business_day BETWEEN :from AND :to AND o.reverses IS NULL
  AND ((o.place = :place AND o.place_owner = :owner) OR (o.to_place = :place AND o.to_owner = :owner))
  AND NOT EXISTS (SELECT 1 FROM ledger_transaction b WHERE b.reverses = o.id)
  AND NOT EXISTS (
    SELECT 1 FROM statement_line l
    WHERE l.operation_id = o.id AND NOT EXISTS (SELECT 1 FROM bank_statement r WHERE r.reverses = l.statement_id)
  )
ORDER BY o.business_day, o.id
