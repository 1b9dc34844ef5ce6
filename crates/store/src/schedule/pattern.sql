SELECT id, staff_id, from_day, until_day, days
FROM shift_pattern
WHERE id = ?1 AND retired_at IS NULL
