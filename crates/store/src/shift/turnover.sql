SELECT m.kind, m.name,
  coalesce(sum(s.amount_minor) FILTER (WHERE s.amount_minor > 0), 0) AS taken_minor,
  coalesce(-sum(s.amount_minor) FILTER (WHERE s.amount_minor < 0), 0) AS returned_minor,
  count(*) AS payments
FROM (
  SELECT p.method_id, p.amount_minor + coalesce(p.tip_minor, 0) AS amount_minor
  FROM receipt r
  JOIN payment p ON p.receipt_id = r.id
  WHERE r.shift_id = ?1
) s
JOIN payment_method m ON m.id = s.method_id
GROUP BY s.method_id
ORDER BY m.position, s.method_id
