SELECT id
FROM appointment
WHERE series_id = ?1 AND day >= ?2 AND retired_at IS NULL AND status NOT IN ('cancelled', 'no_show', 'completed')
ORDER BY day, start_min, id
