SELECT coalesce(c.id, '') AS category, coalesce(c.name, '') AS name, sum(l.list_price_minor) AS list_price_minor,
  sum(l.price_minor) AS price_minor, sum(l.vat_minor) AS vat_minor
FROM (
  SELECT DISTINCT appointment_id
  FROM ledger_transaction
  WHERE business_day BETWEEN :from AND :to AND kind IN ('completion', 'completion_reversed', 'refund')
) t
JOIN sale_line l ON l.appointment_id = t.appointment_id
JOIN service s ON s.id = l.service_id
LEFT JOIN service_category c ON c.id = s.category_id
WHERE l.business_day BETWEEN :from AND :to
GROUP BY c.id
ORDER BY c.position, c.id
