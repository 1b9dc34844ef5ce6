SELECT day, owner, start_min, end_min, clean_min, appointment_id, group_id
FROM busy_time
WHERE day BETWEEN :from AND :to
ORDER BY day
