SELECT r.id, r.name, r.prefix
FROM register r
LEFT JOIN device d ON d.device_id = r.device_id
LEFT JOIN preference p ON p.name = 'register' AND p.value = r.id
WHERE r.retired_at IS NULL
ORDER BY d.device_id IS NULL, p.value IS NULL, r.id
LIMIT 1
