WITH given AS (
  SELECT s.id, s.appointment_id, v.name AS service, NULL AS kind, s.price_minor, s.discount_minor, s.discount_reason
  FROM appointment a
  JOIN appointment_service s ON s.appointment_id = a.id AND s.discount_minor > 0 AND s.retired_at IS NULL
  JOIN service v ON v.id = s.service_id
  WHERE a.day BETWEEN :from AND :to AND a.retired_at IS NULL AND a.status NOT IN ('cancelled', 'no_show')
  UNION ALL
  SELECT i.id, i.appointment_id, coalesce(p.name, f.name, ''), i.kind, i.price_minor, i.discount_minor, i.discount_reason
  FROM appointment a
  JOIN bill_item i ON i.appointment_id = a.id AND i.discount_minor > 0 AND i.retired_at IS NULL
  LEFT JOIN product p ON p.id = i.product_id
  LEFT JOIN package_offer f ON f.id = i.offer_id
  WHERE a.day BETWEEN :from AND :to AND a.retired_at IS NULL AND a.status NOT IN ('cancelled', 'no_show')
)
-- Who gave it: the latest discount on the line. What came later (another quantity, a refund) is no gift.
SELECT g.appointment_id, a.day, coalesce(x.name, '') AS client, g.service, g.kind,
  g.price_minor + g.discount_minor AS before_minor, g.discount_minor, coalesce(g.discount_reason, '') AS discount_reason,
  coalesce(o.actor, 'program') AS actor, coalesce(o.at, a.created_at) AS at
FROM given g
JOIN appointment a ON a.id = g.appointment_id
LEFT JOIN operation o ON o.id = (
  SELECT c.operation
  FROM change c
  JOIN operation d ON d.id = c.operation AND d.kind = 'discount_set'
  WHERE c.row = g.id AND c.after IS NOT NULL
  ORDER BY d.hlc DESC
  LIMIT 1
)
LEFT JOIN client_index x ON x.client_id = a.client_id
ORDER BY a.day DESC, at DESC, g.id
