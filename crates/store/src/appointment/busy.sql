SELECT s.appointment_id, s.day, s.start_min, s.duration_min, coalesce(i.name, '') AS client
FROM appointment_service s
JOIN appointment a ON a.id = s.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
WHERE s.staff_id = :staff_id AND s.day BETWEEN :from AND :to
  AND s.retired_at IS NULL AND a.retired_at IS NULL
  AND a.status NOT IN ('cancelled', 'no_show')
  AND s.appointment_id <> :except
ORDER BY s.day, s.start_min, s.id
