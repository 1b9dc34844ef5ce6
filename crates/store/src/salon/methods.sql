SELECT id, kind, name
FROM payment_method
WHERE retired_at IS NULL
ORDER BY position, id
