SELECT g.id, g.service_id, g.staff_id, g.day, g.start_min, g.duration_min, g.places, g.title,
  (SELECT count(*) FROM appointment a
   WHERE a.group_id = g.id AND a.retired_at IS NULL AND a.status NOT IN ('cancelled', 'no_show')) AS taken
FROM group_event g
WHERE g.id = ?1 AND g.retired_at IS NULL
