UPDATE fiscal_queue
SET state = :state, tries = tries + 1, fault = :fault, detail = :detail, next_at = :next_at
WHERE id = :id AND state <> 'accepted'
