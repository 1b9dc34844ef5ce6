SELECT day, start_min, end_min, clean_min, appointment_id, group_id
FROM busy_time
WHERE day IN (SELECT value FROM json_each(:days)) AND owner = :owner AND appointment_id <> :except
ORDER BY day, start_min, line_id
