SELECT p.method_id, m.kind, m.name, sum(p.amount_minor + coalesce(p.tip_minor, 0)) AS total_minor, count(*) AS payments
FROM receipt r
JOIN payment p ON p.receipt_id = r.id
JOIN payment_method m ON m.id = p.method_id
WHERE r.shift_id = ?1
GROUP BY p.method_id
ORDER BY m.position, p.method_id
