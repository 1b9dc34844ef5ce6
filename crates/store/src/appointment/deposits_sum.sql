SELECT count(*) AS deposits, coalesce(sum(m.paid_minor), 0) AS held_minor
FROM appointment_money m
JOIN appointment a ON a.id = m.appointment_id
WHERE m.paid_minor > 0 AND a.retired_at IS NULL AND a.status NOT IN ('completed', 'cancelled', 'no_show')
