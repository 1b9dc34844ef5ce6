SELECT actor, body_hash, result
FROM operation
WHERE request_id = ?1
