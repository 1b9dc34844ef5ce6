SELECT id, staff_id, weekday, working, start_min, end_min, break_start_min, break_end_min
FROM work_hours
WHERE staff_id = ?1 AND retired_at IS NULL
ORDER BY weekday, id
