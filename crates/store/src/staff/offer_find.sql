SELECT id, price_minor, duration_min
FROM staff_offer
WHERE service_id = ?2 AND staff_id = ?1 AND retired_at IS NULL
ORDER BY id DESC
