SELECT r.id, r.kind, r.register_id, g.prefix, r.series, r.number, r.shift_id, r.business_day, r.at, r.cashier,
  r.appointment_id, r.total_minor, r.voids, r.refunds, r.reason, r.print,
  (SELECT v.id FROM receipt v WHERE v.voids = r.id) AS voided_by,
  coalesce(i.name, '') AS client
FROM receipt r
JOIN register g ON g.id = r.register_id
JOIN appointment a ON a.id = r.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
