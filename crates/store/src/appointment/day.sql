SELECT a.id AS appointment_id, a.client_id, a.status, a.note <> '' AS has_note, a.series_id, a.group_id, a.conflicts,
  coalesce(a.to_call, 0) AS to_call,
  coalesce(i.name, '') AS client, coalesce(c.allergy, '') AS allergy,
  m.total_minor, m.paid_minor,
  s.id AS line_id, s.staff_id, s.start_min, s.duration_min, s.processing_min, s.finishing_min, s.transition_min,
  s.resources, v.name AS service, v.colour
FROM appointment a
JOIN appointment_service s ON s.appointment_id = a.id AND s.retired_at IS NULL
JOIN service v ON v.id = s.service_id
JOIN appointment_money m ON m.appointment_id = a.id
LEFT JOIN client c ON c.id = a.client_id
LEFT JOIN client_index i ON i.client_id = a.client_id
WHERE a.day = :day AND a.retired_at IS NULL
ORDER BY a.start_min, a.id, s.position, s.id
