SELECT i.item_id AS line_id, i.appointment_id, i.seller_id AS staff_id, i.product_id, p.category,
  min(i.business_day) AS day, sum(i.price_minor) AS price_minor, sum(i.quantity_milli) AS quantity_milli,
  b.discount_minor,
  count(*) FILTER (WHERE i.reverses IS NULL) > count(*) FILTER (WHERE i.reverses IS NOT NULL) AS stands
FROM item_sale i
JOIN product p ON p.id = i.product_id
JOIN bill_item b ON b.id = i.item_id
WHERE i.seller_id IS NOT NULL AND i.business_day BETWEEN :from AND :to
GROUP BY i.item_id, i.seller_id
ORDER BY min(i.business_day), i.item_id
