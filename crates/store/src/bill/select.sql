SELECT id, appointment_id, kind, product_id, offer_id, seller_id, quantity_milli, list_price_minor, price_minor,
  discount_minor, discount_reason, code, valid_until
FROM bill_item
