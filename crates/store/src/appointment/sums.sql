SELECT total_minor, paid_minor
FROM appointment_money
WHERE appointment_id = ?1
