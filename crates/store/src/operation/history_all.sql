WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL AND (batch IS NULL OR batch = id)
ORDER BY hlc DESC, device, device_seq DESC
LIMIT ?3 OFFSET ?4
