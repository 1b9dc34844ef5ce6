SELECT i.name, i.phone, coalesce(s.spent_minor, 0) AS spent_minor
FROM client_index i
LEFT JOIN client_stat s ON s.client_id = i.client_id
WHERE i.client_id = ?1 AND NOT i.retired
