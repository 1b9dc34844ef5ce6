INSERT INTO pin (staff_id, verifier, tries, locked_until, set_at)
VALUES (:staff_id, :verifier, 0, 0, :set_at)
ON CONFLICT (staff_id) DO UPDATE
SET verifier = excluded.verifier, tries = 0, locked_until = 0, set_at = excluded.set_at
