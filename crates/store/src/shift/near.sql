SELECT s.id
FROM shift s
LEFT JOIN shift_close c ON c.id = s.id
WHERE s.register_id <> :register AND s.opened_at < :closed_at AND coalesce(c.closed_at, :closed_at) >= :opened_at
ORDER BY s.id
