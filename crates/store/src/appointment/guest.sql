SELECT i.name
FROM appointment a
JOIN client_index i ON i.client_id = a.client_id
WHERE a.id = ?1
