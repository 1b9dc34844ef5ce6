SELECT r.id, r.name, r.prefix
FROM register r
LEFT JOIN device d ON d.device_id = r.device_id
WHERE r.retired_at IS NULL
ORDER BY d.device_id IS NULL, r.id
LIMIT 1
