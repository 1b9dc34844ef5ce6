SELECT id, name, units
FROM resource
WHERE id = ?1 AND retired_at IS NULL
