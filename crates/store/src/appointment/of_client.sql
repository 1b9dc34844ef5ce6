SELECT id
FROM appointment
WHERE client_id = ?1 AND retired_at IS NULL AND sale IS NULL
ORDER BY day DESC, start_min DESC, id DESC
LIMIT ?2
