SELECT p.id, p.appointment_id, p.source_id, p.method_id, m.kind, m.name, p.amount_minor, p.tendered_minor, p.allocation, p.tip_minor
FROM payment p
JOIN payment_method m ON m.id = p.method_id
WHERE p.receipt_id = ?1
ORDER BY p.id
