SELECT client_id, sum(points) AS points
FROM point_entry
WHERE payment_id = ?1 AND kind IN ('earned', 'taken_back')
GROUP BY client_id
