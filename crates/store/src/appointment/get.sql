SELECT client_id, day, start_min, zone, overridden, status, status_reason, note, source, created_at, retired_at,
  conflicts, series_id, group_id, to_call, sale
FROM appointment
WHERE id = ?1
