SELECT id
FROM appointment
WHERE group_id = ?1 AND retired_at IS NULL AND status NOT IN ('cancelled', 'no_show')
ORDER BY id
