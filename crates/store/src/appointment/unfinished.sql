SELECT count(*) AS visits
FROM appointment
WHERE day = ?1 AND retired_at IS NULL AND sale IS NULL AND status NOT IN ('completed', 'cancelled', 'no_show')
