SELECT count(*) AS wrong
FROM client_stat s
LEFT JOIN (
  SELECT
    a.client_id,
    sum(a.status = 'completed' AND a.sale IS NULL) AS visits,
    coalesce(sum(m.total_minor) FILTER (WHERE a.status = 'completed'), 0) AS spent,
    coalesce(sum(max(m.total_minor - m.paid_minor, 0)) FILTER (WHERE a.status = 'completed'), 0) AS debt
  FROM appointment a
  JOIN appointment_money m ON m.appointment_id = a.id
  WHERE a.retired_at IS NULL AND a.client_id IS NOT NULL
  GROUP BY a.client_id
) facts ON facts.client_id = s.client_id
WHERE s.visits IS NOT coalesce(facts.visits, 0)
  OR s.spent_minor IS NOT coalesce(facts.spent, 0)
  OR s.debt_minor IS NOT coalesce(facts.debt, 0)
