SELECT DISTINCT p.client_id
FROM client_phone p
JOIN client c ON c.id = p.client_id
WHERE p.e164 = ?1 AND p.retired_at IS NULL AND c.retired_at IS NULL
LIMIT 10
