SELECT id, name, units
FROM resource
WHERE retired_at IS NULL
ORDER BY position, id
