UPDATE fiscal_queue
SET state = 'accepted', tries = tries + 1, fault = NULL, detail = '', next_at = NULL, done_at = :at
WHERE id = :id
