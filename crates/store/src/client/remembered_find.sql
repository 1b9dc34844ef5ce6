SELECT id, price_minor, duration_min
FROM client_service
WHERE client_id = ?1 AND service_id = ?2 AND retired_at IS NULL
ORDER BY id DESC
