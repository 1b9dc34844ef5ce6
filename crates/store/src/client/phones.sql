SELECT id, e164
FROM client_phone
WHERE client_id = ?1 AND retired_at IS NULL
ORDER BY position, id
