SELECT id, operation, kind, payload, tries
FROM job
WHERE state = 'waiting' AND place = :place
ORDER BY made_at, id
LIMIT :limit
