SELECT r.id, r.name, r.prefix
FROM register r
JOIN device d ON d.device_id = r.device_id
WHERE r.retired_at IS NULL
ORDER BY r.id
