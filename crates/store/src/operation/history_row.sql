WHERE id IN (SELECT operation FROM change WHERE tbl = ?1 AND row = ?2 AND after IS NOT NULL)
ORDER BY hlc DESC, device, device_seq DESC
LIMIT ?3 OFFSET ?4
