SELECT count(*) AS wrong
FROM appointment a
LEFT JOIN appointment_money m ON m.appointment_id = a.id
WHERE m.total_minor IS NOT (
    SELECT coalesce(sum(price_minor), 0) FROM appointment_service s WHERE s.appointment_id = a.id AND s.retired_at IS NULL
  ) + (
    SELECT coalesce(sum(price_minor), 0) FROM bill_item i WHERE i.appointment_id = a.id AND i.retired_at IS NULL
  )
  OR m.paid_minor IS NOT (SELECT coalesce(sum(amount_minor), 0) FROM payment p WHERE p.appointment_id = a.id)
