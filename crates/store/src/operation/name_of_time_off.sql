SELECT s.name
FROM time_off t
JOIN staff_member s ON s.id = t.staff_id
WHERE t.id = ?1
