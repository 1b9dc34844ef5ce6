SELECT (a.finished_at - a.started_at) / 60000 AS minutes
FROM appointment a
JOIN appointment_service s ON s.appointment_id = a.id AND s.retired_at IS NULL
WHERE a.client_id = :client_id AND a.retired_at IS NULL AND a.status = 'completed'
  AND a.finished_at - a.started_at BETWEEN 300000 AND 43200000
GROUP BY a.id
HAVING count(*) = 1 AND max(s.service_id) = :service_id
ORDER BY a.day DESC, a.start_min DESC, a.id DESC
LIMIT :limit
