-- Prices as they were typed: by the log, within ids that grow with time. A refund makes a price smaller
-- too, but changes none; so does another quantity of goods, where a unit costs the same.
WITH typed AS (
  SELECT o.id AS operation, o.at, o.actor, coalesce(o.reason, '') AS reason, c.seq, c.tbl, c.row, c.verb,
    coalesce(c.before ->> 'price_minor', c.after ->> 'list_price_minor') AS was_minor,
    c.after ->> 'price_minor' AS now_minor,
    coalesce(c.before ->> 'discount_minor', 0) AS less_before, coalesce(c.after ->> 'discount_minor', 0) AS less_after,
    coalesce(c.before ->> 'quantity_milli', 1) AS quantity_before,
    coalesce(c.after ->> 'quantity_milli', c.before ->> 'quantity_milli', 1) AS quantity_after,
    coalesce(c.after ->> 'discount_reason', '') AS discount_reason
  FROM operation o
  JOIN change c ON c.operation = o.id
  WHERE o.id >= :first AND o.id < :last AND o.kind <> 'receipt_refunded' AND c.after IS NOT NULL
    AND (c.tbl IN ('appointment_service', 'bill_item')
      OR c.verb = 'update' AND c.tbl IN ('service', 'product', 'package_offer'))
),
found AS (
  SELECT t.operation, t.seq, t.at, t.actor, t.reason, t.discount_reason, t.tbl, t.row, t.was_minor, t.now_minor,
    s.service_id, i.product_id, i.offer_id, coalesce(s.appointment_id, i.appointment_id) AS appointment_id,
    CASE
      WHEN t.tbl = 'service' THEN 'service'
      WHEN t.tbl = 'product' THEN 'product'
      WHEN t.tbl = 'package_offer' THEN 'package_offer'
      WHEN t.less_before <> t.less_after THEN 'discount'
      WHEN t.tbl = 'bill_item' THEN 'bill_item'
      ELSE 'booked_service'
    END AS kind
  FROM typed t
  LEFT JOIN appointment_service s ON t.tbl = 'appointment_service' AND s.id = t.row
  LEFT JOIN bill_item i ON t.tbl = 'bill_item' AND i.id = t.row
  LEFT JOIN appointment b ON b.id = s.appointment_id
  WHERE t.was_minor <> t.now_minor AND CASE
    WHEN t.verb = 'update' AND t.tbl = 'bill_item' AND t.less_before = 0 AND t.less_after = 0
      THEN abs(t.was_minor * t.quantity_after - t.now_minor * t.quantity_before) > t.quantity_before
    WHEN t.verb = 'update' AND t.tbl = 'bill_item' AND t.less_before > 0 AND t.less_after > 0
      THEN t.quantity_before = t.quantity_after
    WHEN t.verb = 'update' THEN 1
    WHEN t.tbl = 'bill_item' THEN i.product_id IS NOT NULL
    -- A booking at the staff member's own price, or at the client's, is no change of it.
    ELSE NOT EXISTS (
        SELECT 1 FROM staff_offer f
        WHERE f.service_id = s.service_id AND f.staff_id = s.staff_id AND f.price_minor = t.now_minor
      ) AND NOT EXISTS (
        SELECT 1 FROM client_service k
        WHERE k.client_id = b.client_id AND k.service_id = s.service_id AND k.price_minor = t.now_minor
      )
  END
)
SELECT f.kind, f.at, f.actor, f.was_minor, f.now_minor, f.appointment_id, a.day,
  coalesce(x.name, '') AS client, coalesce(v.name, g.name, p.name, '') AS name,
  CASE WHEN f.kind = 'discount' AND f.discount_reason <> '' THEN f.discount_reason ELSE f.reason END AS reason
FROM found f
LEFT JOIN appointment a ON a.id = f.appointment_id
LEFT JOIN client_index x ON x.client_id = a.client_id
LEFT JOIN service v ON v.id = CASE f.tbl WHEN 'service' THEN f.row ELSE f.service_id END
LEFT JOIN product g ON g.id = CASE f.tbl WHEN 'product' THEN f.row ELSE f.product_id END
LEFT JOIN package_offer p ON p.id = CASE f.tbl WHEN 'package_offer' THEN f.row ELSE f.offer_id END
ORDER BY f.at DESC, f.operation DESC, f.seq DESC
