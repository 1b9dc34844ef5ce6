SELECT a.id, a.day, m.total_minor - m.paid_minor AS remaining_minor,
  coalesce((SELECT group_concat(n.name, ', ') FROM (
     SELECT v.name FROM appointment_service s JOIN service v ON v.id = s.service_id
     WHERE s.appointment_id = a.id AND s.retired_at IS NULL
     UNION ALL
     SELECT p.name FROM bill_item i JOIN product p ON p.id = i.product_id
     WHERE i.appointment_id = a.id AND i.retired_at IS NULL) n), '') AS services
FROM appointment a
JOIN appointment_money m ON m.appointment_id = a.id AND m.paid_minor < m.total_minor
WHERE a.client_id = :client AND a.id <> :but AND a.retired_at IS NULL AND a.day <= :until
  AND a.status NOT IN ('cancelled', 'no_show')
  AND (a.status = 'completed' OR a.day = :until)
ORDER BY a.day, a.start_min, a.id
LIMIT 20
