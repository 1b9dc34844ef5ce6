SELECT i.name
FROM standing_order t
JOIN client_index i ON i.client_id = t.client_id
WHERE t.id = ?1
