SELECT 1
FROM shift s
LEFT JOIN shift_close c ON c.id = s.id
WHERE s.register_id = ?1 AND (s.float_minor IS NOT NULL OR c.counted_minor IS NOT NULL)
LIMIT 1
