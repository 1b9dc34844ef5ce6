SELECT l.line_id, l.appointment_id, l.staff_id, l.service_id, s.category_id, min(l.business_day) AS day,
  sum(l.price_minor) AS price_minor, a.discount_minor,
  count(*) FILTER (WHERE l.reverses IS NULL) > count(*) FILTER (WHERE l.reverses IS NOT NULL) AS stands
FROM sale_line l
JOIN service s ON s.id = l.service_id
JOIN appointment_service a ON a.id = l.line_id
WHERE l.business_day BETWEEN :from AND :to
GROUP BY l.line_id, l.staff_id
ORDER BY min(l.business_day), l.line_id
