SELECT c.id, c.entry, c.appointment_id, c.line_id, c.staff_id, c.main_staff_id, c.business_day, c.origin_day, c.at,
  c.base_minor, c.amount_minor, c.rule_id, c.tier_month, c.formula, c.pay_run_id,
  coalesce(s.name, g.name, '') AS service,
  coalesce(k.name, '') AS client
FROM commission c
LEFT JOIN appointment_service l ON l.id = c.line_id
LEFT JOIN service s ON s.id = l.service_id
LEFT JOIN bill_item i ON i.id = c.line_id
LEFT JOIN product g ON g.id = i.product_id
LEFT JOIN appointment a ON a.id = c.appointment_id
LEFT JOIN client_index k ON k.client_id = a.client_id
WHERE c.staff_id = :staff AND c.business_day BETWEEN :from AND :to
ORDER BY c.business_day DESC, c.at DESC, c.id DESC
