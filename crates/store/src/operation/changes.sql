SELECT operation, seq, tbl, row, verb, before, after, salt, hash
FROM change
WHERE operation = ?1
ORDER BY seq
