SELECT id, line_id, service_id, staff_id, client_id, business_day, list_price_minor, price_minor, vat_bp, vat_minor
FROM sale_line
WHERE appointment_id = ?1 AND reverses IS NULL
  AND id NOT IN (SELECT reverses FROM sale_line WHERE appointment_id = ?1 AND reverses IS NOT NULL)
ORDER BY id
