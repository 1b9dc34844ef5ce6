SELECT id, service_id, staff_id, day, start_min, duration_min, processing_min, finishing_min, transition_min, resources,
  position, list_price_minor, price_minor, discount_minor, discount_reason
FROM appointment_service
WHERE appointment_id = ?1 AND retired_at IS NULL
ORDER BY position, id
