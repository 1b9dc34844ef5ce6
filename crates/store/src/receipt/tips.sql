SELECT t.staff_id, s.name, t.amount_minor
FROM tip t
JOIN staff_member s ON s.id = t.staff_id
WHERE t.receipt_id = ?1
ORDER BY t.id
