SELECT s.id, s.category_id, c.name AS category, s.name, s.duration_min, s.processing_min,
  s.finishing_min, s.transition_min, s.resources, s.price_minor, s.colour, s.tax_code, s.retired_at
FROM service s
JOIN service_category c ON c.id = s.category_id
ORDER BY c.position, c.id, s.name COLLATE NOCASE, s.id
