SELECT s.id, s.item_id, s.kind, s.product_id, s.seller_id, s.client_id, s.business_day, s.quantity_milli,
  s.price_minor, s.vat_bp, s.vat_minor, s.cost_minor
FROM item_sale s
WHERE s.appointment_id = ?1 AND s.reverses IS NULL
  AND NOT EXISTS (SELECT 1 FROM item_sale r WHERE r.appointment_id = ?1 AND r.reverses = s.id)
ORDER BY s.id
