SELECT id, kind, business_day, at, actor, quantity_milli, cost_minor, item_id, note, reverses
FROM stock_movement
WHERE product_id = :product_id
ORDER BY at DESC, id DESC
LIMIT :limit
