SELECT 1
FROM appointment
WHERE client_id = ?1 AND day >= ?2 AND status = 'no_show' AND retired_at IS NULL
