SELECT a.id, a.day, a.start_min, m.paid_minor, m.total_minor, coalesce(i.name, '') AS client,
  (SELECT min(r.business_day) FROM payment p JOIN receipt r ON r.id = p.receipt_id
   WHERE p.appointment_id = a.id) AS since
FROM appointment_money m
JOIN appointment a ON a.id = m.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
WHERE m.paid_minor > 0 AND a.retired_at IS NULL AND a.status NOT IN ('completed', 'cancelled', 'no_show')
ORDER BY a.day, a.start_min, a.id
LIMIT 500
