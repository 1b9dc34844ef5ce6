SELECT o.id, o.kind, o.business_day, o.place, o.place_owner, o.to_place, o.to_owner, o.category_id, o.client_id,
  o.counterparty_id, o.amount_minor, o.document_number, o.document_day, o.note, o.statement_id, o.reverses,
  o.at, o.actor, coalesce(c.name, '') AS category, coalesce(i.name, '') AS client, coalesce(p.name, '') AS counterparty,
  EXISTS (SELECT 1 FROM ledger_transaction b WHERE b.reverses = o.id) AS reversed
FROM finance_operation o
LEFT JOIN cash_category c ON c.id = o.category_id
LEFT JOIN client_index i ON i.client_id = o.client_id
LEFT JOIN counterparty p ON p.id = o.counterparty_id
WHERE o.business_day BETWEEN :from AND :to AND (:kind IS NULL OR o.kind = :kind)
  AND (
    :place IS NULL OR (o.place = :place AND o.place_owner = :owner) OR (o.to_place = :place AND o.to_owner = :owner)
  )
ORDER BY o.business_day DESC, o.id DESC
LIMIT :limit
