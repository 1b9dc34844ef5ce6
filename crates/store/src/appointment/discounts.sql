SELECT s.appointment_id, a.day, coalesce(i.name, '') AS client, v.name AS service,
  s.price_minor + s.discount_minor AS before_minor, s.discount_minor, coalesce(s.discount_reason, '') AS discount_reason,
  o.actor, o.at
FROM appointment a
JOIN appointment_service s ON s.appointment_id = a.id AND s.discount_minor > 0 AND s.retired_at IS NULL
JOIN service v ON v.id = s.service_id
JOIN row_clock c ON c.row = s.id AND c.tbl = 'appointment_service' AND c.grp = 'price'
JOIN operation o ON o.device = c.device AND o.device_seq = c.device_seq
LEFT JOIN client_index i ON i.client_id = a.client_id
WHERE a.day BETWEEN ?1 AND ?2 AND a.retired_at IS NULL AND a.status NOT IN ('cancelled', 'no_show')
ORDER BY a.day DESC, o.at DESC, s.id
