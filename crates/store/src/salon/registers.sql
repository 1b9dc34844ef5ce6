SELECT id, name, prefix
FROM register
WHERE retired_at IS NULL
ORDER BY name, prefix, id
