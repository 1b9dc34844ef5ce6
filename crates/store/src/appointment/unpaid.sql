SELECT count(*) AS visits, coalesce(sum(m.total_minor - m.paid_minor), 0) AS amount_minor
FROM appointment a
JOIN appointment_money m ON m.appointment_id = a.id AND m.paid_minor < m.total_minor
WHERE a.day = ?1 AND a.retired_at IS NULL AND a.status = 'completed'
