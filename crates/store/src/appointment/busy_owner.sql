SELECT day, start_min, end_min, clean_min, appointment_id, group_id
FROM busy_time
WHERE day IN (:day_0, :day_1, :day_2, :day_3, :day_4) AND owner = :owner AND appointment_id <> :except
ORDER BY day, start_min, line_id
