SELECT count(*) AS lines, coalesce(sum(l.discount_minor), 0) AS amount_minor
FROM (
  SELECT DISTINCT r.appointment_id
  FROM receipt r
  WHERE r.shift_id = ?1 AND r.kind = 'sale'
    AND NOT EXISTS (SELECT 1 FROM receipt v WHERE v.voids = r.id AND v.shift_id = r.shift_id)
) paid
JOIN appointment_service l ON l.appointment_id = paid.appointment_id
WHERE l.retired_at IS NULL AND l.discount_minor > 0
