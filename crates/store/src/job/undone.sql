SELECT count(*) AS jobs
FROM job
WHERE kind = :kind AND place = 'here' AND (state = 'waiting' OR (state = 'failed' AND made_at >= :since))
