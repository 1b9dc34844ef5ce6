SELECT r.id
FROM receipt r
WHERE r.kind = 'sale'
  AND r.id IN (SELECT p.receipt_id FROM payment p WHERE p.appointment_id = ?1)
  AND NOT EXISTS (SELECT 1 FROM receipt v WHERE v.voids = r.id)
ORDER BY r.at, r.id
