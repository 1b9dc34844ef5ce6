SELECT s.day, s.start_min, s.duration_min, a.id AS appointment_id, a.group_id, t.name AS staff
FROM appointment a
JOIN appointment_service s ON s.appointment_id = a.id AND s.retired_at IS NULL
JOIN staff_member t ON t.id = s.staff_id
WHERE a.client_id = :client_id AND s.day BETWEEN :from AND :to AND a.id <> :except
  AND a.retired_at IS NULL AND a.status NOT IN ('cancelled', 'no_show')
ORDER BY s.day, s.start_min, s.id
