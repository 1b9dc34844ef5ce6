SELECT id, operation, kind, payload, tries, made_at, state, last_error, next_at
FROM job
WHERE state = 'waiting' AND place = :place AND (next_at IS NULL OR next_at <= :now)
ORDER BY made_at, id
LIMIT :limit
