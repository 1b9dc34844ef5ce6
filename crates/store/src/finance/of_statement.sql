SELECT o.id, o.kind, o.business_day, o.place, o.place_owner, o.to_place, o.to_owner, o.category_id, o.client_id,
  o.counterparty_id, o.amount_minor, o.document_number, o.document_day, o.note, o.statement_id, o.reverses
FROM finance_operation o
WHERE o.statement_id = ?1 AND o.reverses IS NULL
  AND NOT EXISTS (SELECT 1 FROM ledger_transaction b WHERE b.reverses = o.id)
ORDER BY o.id
