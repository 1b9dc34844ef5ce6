SELECT id, staff_id, from_day, from_min, to_day, to_min, kind, note
FROM time_off
WHERE id = ?1 AND retired_at IS NULL
