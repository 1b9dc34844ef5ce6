SELECT id, staff_id, from_day, from_min, to_day, to_min, kind, note
FROM time_off
WHERE to_day >= :from AND from_day <= :to AND retired_at IS NULL
ORDER BY from_day, from_min, id
