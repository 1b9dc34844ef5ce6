SELECT s.name
FROM schedule_day t
JOIN staff_member s ON s.id = t.staff_id
WHERE t.id = ?1
