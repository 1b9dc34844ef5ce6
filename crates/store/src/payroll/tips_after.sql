SELECT sum(t.amount_minor) AS amount_minor
FROM receipt r
JOIN tip t ON t.receipt_id = r.id
WHERE r.business_day > ?2 AND t.staff_id = ?1
