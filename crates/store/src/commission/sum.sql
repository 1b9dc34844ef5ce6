SELECT count(*) FILTER (WHERE entry = 'line') AS lines,
  sum(base_minor) FILTER (WHERE staff_id = main_staff_id) AS base_minor,
  sum(amount_minor) AS amount_minor
FROM commission
WHERE staff_id = :staff AND business_day BETWEEN :from AND :to
