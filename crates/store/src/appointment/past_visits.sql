SELECT a.day, a.start_min,
  (SELECT s.staff_id FROM appointment_service s
   WHERE s.appointment_id = a.id AND s.retired_at IS NULL ORDER BY s.position, s.id LIMIT 1) AS staff_id
FROM appointment a
WHERE a.client_id = :client_id AND a.retired_at IS NULL AND a.sale IS NULL AND a.status = 'completed'
ORDER BY a.day DESC, a.start_min DESC, a.id DESC
LIMIT :limit
