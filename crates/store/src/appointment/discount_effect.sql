-- Visits of known clients that are done, by whether anything on them was reduced, and how many of these
-- clients came again within so many days.
WITH done AS MATERIALIZED (
  SELECT
    EXISTS (
      SELECT 1 FROM appointment_service s
      WHERE s.appointment_id = a.id AND s.discount_minor > 0 AND s.retired_at IS NULL
    ) OR EXISTS (
      SELECT 1 FROM bill_item i
      WHERE i.appointment_id = a.id AND i.discount_minor > 0 AND i.retired_at IS NULL
    ) AS reduced,
    EXISTS (
      SELECT 1 FROM appointment b
      WHERE b.client_id = a.client_id AND b.status = 'completed' AND b.retired_at IS NULL AND b.sale IS NULL
        AND b.day > a.day AND b.day <= date(a.day, '+' || :days || ' days')
    ) AS came
  FROM appointment a
  WHERE a.day BETWEEN :from AND :to AND a.client_id IS NOT NULL AND a.status = 'completed'
    AND a.retired_at IS NULL AND a.sale IS NULL
)
SELECT coalesce(sum(reduced), 0) AS reduced, coalesce(sum(reduced AND came), 0) AS reduced_came,
  coalesce(sum(NOT reduced), 0) AS whole, coalesce(sum(NOT reduced AND came), 0) AS whole_came
FROM done
