SELECT s.name
FROM shift_pattern t
JOIN staff_member s ON s.id = t.staff_id
WHERE t.id = ?1
