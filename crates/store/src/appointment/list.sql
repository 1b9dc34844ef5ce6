SELECT a.id, a.client_id, coalesce(i.name, '') AS client, coalesce(i.phone, '') AS phone, a.day, a.start_min, a.status,
  a.source, coalesce(a.to_call, 0) AS to_call, coalesce(a.risk_ignored, 0) AS risk_ignored, a.created_at, m.total_minor, m.paid_minor,
  (SELECT max(s.start_min + s.duration_min) FROM appointment_service s
   WHERE s.appointment_id = a.id AND s.retired_at IS NULL) AS end_min,
  (SELECT group_concat(n.name, char(31)) FROM (
     SELECT v.name FROM appointment_service s JOIN service v ON v.id = s.service_id
     WHERE s.appointment_id = a.id AND s.retired_at IS NULL ORDER BY s.position, s.id) n) AS services,
  (SELECT group_concat(n.staff_id, char(31)) FROM (
     SELECT s.staff_id FROM appointment_service s
     WHERE s.appointment_id = a.id AND s.retired_at IS NULL ORDER BY s.position, s.id) n) AS staff
FROM appointment a
JOIN appointment_money m ON m.appointment_id = a.id
LEFT JOIN client_index i ON i.client_id = a.client_id
