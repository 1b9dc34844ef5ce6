WHERE ?2 = '' AND id IN (
  SELECT coalesce(o.batch, o.id) FROM change c JOIN operation o ON o.id = c.operation WHERE c.tbl = ?1
)
ORDER BY hlc DESC, device, device_seq DESC
LIMIT ?3 OFFSET ?4
