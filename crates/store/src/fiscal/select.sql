SELECT q.id, q.kind, q.receipt_id, g.prefix, r.series AS receipt_series, r.number AS receipt_number,
  q.content, q.total_minor, q.state, q.tries, q.fault, q.detail, q.next_at, q.made_at,
  d.number AS document_number
FROM fiscal_queue q
LEFT JOIN receipt r ON r.id = q.receipt_id
LEFT JOIN register g ON g.id = r.register_id
LEFT JOIN fiscal_document d ON d.id = q.id
