SELECT coalesce(nullif(g.title, ''), v.name) AS name
FROM group_event g
JOIN service v ON v.id = g.service_id
WHERE g.id = ?1
