SELECT sum(amount_minor) AS amount_minor
FROM staff_payment
WHERE staff_id = ?1 AND kind IN ('wages', 'advance')
