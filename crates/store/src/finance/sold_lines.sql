SELECT l.id, l.business_day, 'sale' AS event, s.name AS what, coalesce(i.name, '') AS party, l.staff_id AS actor,
  l.appointment_id, l.list_price_minor AS amount_minor, l.price_minor, l.vat_minor, t.at,
  r.id AS receipt_id, r.series, r.number, g.prefix
FROM (
  SELECT appointment_id, max(at) AS at
  FROM ledger_transaction
  WHERE business_day BETWEEN :from AND :to AND kind IN ('completion', 'completion_reversed', 'refund')
  GROUP BY appointment_id
) t
JOIN sale_line l ON l.appointment_id = t.appointment_id
JOIN service s ON s.id = l.service_id
JOIN appointment a ON a.id = l.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
LEFT JOIN receipt r ON r.id = (
  SELECT max(q.id) FROM receipt q WHERE q.appointment_id = l.appointment_id AND q.kind = 'sale'
)
LEFT JOIN register g ON g.id = r.register_id
WHERE l.business_day BETWEEN :from AND :to AND (:category IS NULL OR coalesce(s.category_id, '') = :category)
ORDER BY l.business_day DESC, t.at DESC, l.id DESC
