SELECT id, staff_id, day, hours
FROM schedule_day
WHERE day BETWEEN :from AND :to AND retired_at IS NULL
ORDER BY id
