SELECT a.id, a.day, a.status
FROM appointment a
WHERE a.client_id = :client AND a.day >= :since AND a.retired_at IS NULL AND EXISTS (
  SELECT 1 FROM appointment_service s
  WHERE s.appointment_id = a.id AND s.retired_at IS NULL
    AND s.service_id IN (SELECT value FROM json_each(:services))
)
ORDER BY a.day, a.start_min, a.id
