INSERT INTO client_stat (client_id, visits, spent_minor, no_shows, cancelled, last_day, debt_minor)
SELECT
  ?1,
  coalesce(sum(a.status = 'completed' AND a.sale IS NULL), 0),
  coalesce(sum(m.total_minor) FILTER (WHERE a.status = 'completed'), 0),
  coalesce(sum(a.status = 'no_show'), 0),
  coalesce(sum(a.status = 'cancelled' AND a.sale IS NULL), 0),
  max(a.day) FILTER (WHERE a.status = 'completed' AND a.sale IS NULL),
  coalesce(sum(max(m.total_minor - m.paid_minor, 0)) FILTER (WHERE a.status = 'completed'), 0)
FROM appointment a
JOIN appointment_money m ON m.appointment_id = a.id
WHERE a.client_id = ?1 AND a.retired_at IS NULL
ON CONFLICT (client_id) DO UPDATE SET
  visits = excluded.visits,
  spent_minor = excluded.spent_minor,
  no_shows = excluded.no_shows,
  cancelled = excluded.cancelled,
  last_day = excluded.last_day,
  debt_minor = excluded.debt_minor
