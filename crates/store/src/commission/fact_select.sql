SELECT c.id, c.entry, c.appointment_id, c.line_id, c.staff_id, c.main_staff_id, c.business_day, c.origin_day, c.at,
  c.base_minor, c.amount_minor, c.rule_id, c.tier_month, c.formula, c.pay_run_id
FROM commission c
