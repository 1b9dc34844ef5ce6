UPDATE job
SET tries = tries + 1,
  last_error = :why,
  next_at = :next_at,
  state = CASE WHEN tries + 1 >= :tries_max THEN 'failed' ELSE 'waiting' END
WHERE id = :id
