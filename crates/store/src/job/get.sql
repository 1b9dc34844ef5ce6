SELECT id, operation, kind, payload, tries, made_at, state, last_error, next_at
FROM job
WHERE id = :id AND place = 'here' AND state IN ('waiting', 'failed')
