SELECT id, kind, register_id, receipt_id, device, number, sign, storage, registration, shift_number,
  total_minor, at, qr, url
FROM fiscal_document
WHERE receipt_id = ?1
ORDER BY id
LIMIT 1
