SELECT client_id, day, start_min, zone, overridden, status, status_reason, note, source, created_at, retired_at
FROM appointment
WHERE id = ?1
