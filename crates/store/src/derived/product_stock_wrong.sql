SELECT count(*) AS wrong
FROM (
  SELECT product_id, sum(quantity_milli) AS quantity, sum(cost_minor) AS cost FROM stock_movement GROUP BY product_id
) facts
FULL JOIN product_stock s ON s.product_id = facts.product_id
WHERE facts.quantity IS NOT s.quantity_milli OR facts.cost IS NOT s.cost_minor
