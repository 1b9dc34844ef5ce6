SELECT client_id, min(count(*), 10) AS visits
FROM appointment
WHERE day BETWEEN :since AND :day AND status = 'completed' AND retired_at IS NULL AND sale IS NULL AND client_id IS NOT NULL
  AND strftime('%w', day) = strftime('%w', :day) AND start_min BETWEEN :from_min AND :to_min
GROUP BY client_id
HAVING count(*) >= 2
ORDER BY visits DESC, client_id
LIMIT 10
