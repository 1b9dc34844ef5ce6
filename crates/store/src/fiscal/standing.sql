SELECT count(*) AS waiting, count(*) FILTER (WHERE state = 'failed' OR next_at IS NULL) AS failed,
  min(made_at) AS oldest_at
FROM fiscal_queue
WHERE state <> 'accepted'
