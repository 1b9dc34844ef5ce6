SELECT c.after
FROM change c
JOIN operation o ON o.id = c.operation
WHERE c.tbl = ?1 AND c.row = ?2 AND c.after IS NOT NULL
ORDER BY o.hlc, o.device, o.device_seq, c.seq
