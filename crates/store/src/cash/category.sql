SELECT id, name, direction, purpose
FROM cash_category
WHERE id = ?1 AND retired_at IS NULL
