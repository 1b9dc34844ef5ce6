SELECT count(DISTINCT b.appointment_id) AS visits
FROM busy_time b
JOIN staff_member t ON t.id = b.owner
WHERE b.day BETWEEN :before AND :to_day AND (:staff IS NULL OR b.owner = :staff)
  AND (julianday(b.day) - julianday(:to_day)) * 1440 + b.start_min < :to_min
  AND (julianday(b.day) - julianday(:from_day)) * 1440 + b.end_min - b.clean_min > :from_min
