SELECT b.day, b.start_min, b.end_min, b.clean_min, b.appointment_id, b.group_id, coalesce(i.name, '') AS client
FROM busy_time b
JOIN appointment a ON a.id = b.appointment_id
LEFT JOIN client_index i ON i.client_id = a.client_id
WHERE b.day BETWEEN :from AND :to AND b.owner = :owner AND b.appointment_id <> :except
ORDER BY b.day, b.start_min, b.line_id
