SELECT i.name
FROM receipt r
JOIN appointment a ON a.id = r.appointment_id
JOIN client_index i ON i.client_id = a.client_id
WHERE r.id = ?1
