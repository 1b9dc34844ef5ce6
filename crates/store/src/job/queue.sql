SELECT id, operation, kind, payload, tries, made_at, state, last_error, next_at
FROM job
WHERE kind = :kind AND place = 'here' AND (state = 'waiting' OR (state = 'failed' AND made_at >= :since))
ORDER BY made_at, id
LIMIT :limit
