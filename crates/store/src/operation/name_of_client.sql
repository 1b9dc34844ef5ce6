SELECT name
FROM client_index
WHERE client_id = ?1
