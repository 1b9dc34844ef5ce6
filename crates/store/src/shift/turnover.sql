SELECT m.kind, m.name,
  coalesce(sum(p.amount_minor + coalesce(p.tip_minor, 0)) FILTER (WHERE r.kind <> 'void'), 0) AS taken_minor,
  coalesce(-sum(p.amount_minor + coalesce(p.tip_minor, 0)) FILTER (WHERE r.kind = 'void'), 0) AS returned_minor,
  count(*) AS payments
FROM receipt r
JOIN payment p ON p.receipt_id = r.id
JOIN payment_method m ON m.id = p.method_id
WHERE r.shift_id = ?1
GROUP BY p.method_id
ORDER BY m.position, p.method_id
