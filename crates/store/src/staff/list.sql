SELECT s.id, s.name, s.position, s.role, s.in_calendar, s.colour, s.phone, s.services, s.tax_id, s.retired_at,
  p.staff_id IS NOT NULL AS has_pin
FROM staff_member s
LEFT JOIN pin p ON p.staff_id = s.id
ORDER BY s.retired_at IS NOT NULL, s.ordinal, s.id
