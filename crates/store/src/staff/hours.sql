SELECT id, staff_id, weekday, working, start_min, end_min, break_start_min, break_end_min
FROM work_hours
WHERE retired_at IS NULL
ORDER BY staff_id, weekday, id
