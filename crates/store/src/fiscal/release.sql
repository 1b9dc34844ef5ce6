UPDATE fiscal_queue
SET state = CASE state WHEN 'failed' THEN 'queued' ELSE state END, next_at = :at
WHERE state <> 'accepted' AND (:id IS NULL OR id = :id)
