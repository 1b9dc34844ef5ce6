INSERT INTO busy_time (day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id)
SELECT day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id
FROM busy_time_source
WHERE appointment_id = ?1
ON CONFLICT DO NOTHING
