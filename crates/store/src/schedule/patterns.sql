SELECT id, staff_id, from_day, until_day, days
FROM shift_pattern
WHERE retired_at IS NULL
ORDER BY from_day, id
