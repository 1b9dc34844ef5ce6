SELECT count(*) AS receipts
FROM receipt r
JOIN register g ON g.id = r.register_id
JOIN appointment a ON a.id = r.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
