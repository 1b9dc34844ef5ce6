SELECT share.value ->> 0 AS line_id, sum(share.value ->> 1) AS paid_minor
FROM payment p
JOIN payment_method m ON m.id = p.method_id, json_each(p.allocation) share
WHERE p.appointment_id = ?1 AND m.kind = 'points'
GROUP BY line_id
