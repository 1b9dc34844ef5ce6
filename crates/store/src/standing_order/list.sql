SELECT id, client_id, services, staff_id, weekday, start_min, every_weeks, mode, created_at
FROM standing_order
WHERE retired_at IS NULL
ORDER BY id
