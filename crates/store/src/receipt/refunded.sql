SELECT p.id, p.appointment_id, p.source_id, p.method_id, m.kind, m.name, p.amount_minor, p.tendered_minor, p.allocation, p.tip_minor
FROM receipt r
JOIN payment p ON p.receipt_id = r.id
JOIN payment_method m ON m.id = p.method_id
WHERE r.refunds = ?1
ORDER BY p.id
