SELECT coalesce(max(number), 0) + 1 AS next
FROM receipt
WHERE register_id = :register_id AND series = :series
