SELECT t.staff_id, s.name, sum(t.amount_minor) AS amount_minor
FROM receipt r
JOIN tip t ON t.receipt_id = r.id
JOIN staff_member s ON s.id = t.staff_id
WHERE r.shift_id = ?1
GROUP BY t.staff_id
HAVING sum(t.amount_minor) <> 0
ORDER BY s.name, t.staff_id
