SELECT share.value ->> 0 AS line_id, sum(share.value ->> 1) AS paid_minor
FROM payment p, json_each(p.allocation) share
WHERE p.appointment_id = ?1
GROUP BY line_id
