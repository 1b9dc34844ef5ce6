SELECT id, name, legal_name, tax_id, vat_bp, address, phone, country, currency, zone, closing_min,
  language, opens_min, closes_min, receipt_footer, receipt_qr, calendar_rules, till_rules, tax_code
FROM salon
WHERE retired_at IS NULL
ORDER BY id
LIMIT 1
