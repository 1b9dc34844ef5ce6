WITH paid AS (
  SELECT DISTINCT r.appointment_id
  FROM receipt r
  WHERE r.shift_id = ?1 AND r.kind = 'sale'
    AND NOT EXISTS (SELECT 1 FROM receipt v WHERE v.voids = r.id AND v.shift_id = r.shift_id)
)
SELECT count(*) AS lines, coalesce(sum(discount_minor), 0) AS amount_minor
FROM (
  SELECT l.discount_minor
  FROM paid
  JOIN appointment_service l ON l.appointment_id = paid.appointment_id
  WHERE l.retired_at IS NULL AND l.discount_minor > 0
  UNION ALL
  SELECT i.discount_minor
  FROM paid
  JOIN bill_item i ON i.appointment_id = paid.appointment_id
  WHERE i.retired_at IS NULL AND i.discount_minor > 0
)
