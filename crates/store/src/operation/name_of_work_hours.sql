SELECT s.name
FROM work_hours w
JOIN staff_member s ON s.id = w.staff_id
WHERE w.id = ?1
