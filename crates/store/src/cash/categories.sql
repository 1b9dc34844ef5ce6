SELECT id, name, direction, purpose
FROM cash_category
WHERE retired_at IS NULL
ORDER BY position, id
