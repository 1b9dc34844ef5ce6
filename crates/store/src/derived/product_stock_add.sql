INSERT INTO product_stock (product_id, quantity_milli, cost_minor)
VALUES (:product_id, :quantity, :cost)
ON CONFLICT (product_id) DO UPDATE
SET quantity_milli = quantity_milli + excluded.quantity_milli, cost_minor = cost_minor + excluded.cost_minor
