INSERT INTO appointment_money (appointment_id, total_minor, paid_minor)
SELECT
  ?1,
  (SELECT coalesce(sum(price_minor), 0) FROM appointment_service WHERE appointment_id = ?1 AND retired_at IS NULL)
    + (SELECT coalesce(sum(price_minor), 0) FROM bill_item WHERE appointment_id = ?1 AND retired_at IS NULL),
  (SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE appointment_id = ?1)
ON CONFLICT (appointment_id) DO UPDATE
SET total_minor = excluded.total_minor, paid_minor = excluded.paid_minor
