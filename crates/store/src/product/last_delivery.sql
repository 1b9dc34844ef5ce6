SELECT quantity_milli, cost_minor
FROM stock_movement
WHERE product_id = ?1 AND kind = 'receipt'
ORDER BY at DESC, id DESC
LIMIT 1
