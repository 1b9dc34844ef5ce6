SELECT coalesce(c.id, '') AS category, coalesce(c.name, '') AS name, sum(l.list_price_minor) AS list_price_minor,
  sum(l.price_minor) AS price_minor, sum(l.vat_minor) AS vat_minor
FROM sale_line l
JOIN service s ON s.id = l.service_id
LEFT JOIN service_category c ON c.id = s.category_id
WHERE l.business_day BETWEEN :from AND :to
GROUP BY c.id
ORDER BY c.position, c.id
