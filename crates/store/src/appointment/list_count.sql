SELECT count(*) AS total
FROM appointment a
JOIN appointment_money m ON m.appointment_id = a.id
