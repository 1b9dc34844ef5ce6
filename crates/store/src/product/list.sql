SELECT p.id, p.name, p.category, p.unit, p.barcode, p.price_minor, p.min_milli, p.supplier,
  coalesce(s.quantity_milli, 0) AS quantity_milli, coalesce(s.cost_minor, 0) AS cost_minor
FROM product p
LEFT JOIN product_stock s ON s.product_id = p.id
WHERE p.retired_at IS NULL
ORDER BY p.category, p.name, p.id
