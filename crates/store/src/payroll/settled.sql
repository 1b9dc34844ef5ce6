SELECT max(r.to_day) AS until, max(r.at) AS at, sum(s.commission_minor) AS commission_minor,
  sum(s.time_minor + s.bonus_minor + s.tips_minor - s.deduction_minor) AS other_minor
FROM pay_slip s
JOIN pay_run r ON r.id = s.pay_run_id
WHERE s.staff_id = ?1 AND NOT EXISTS (SELECT 1 FROM pay_run_cancel c WHERE c.pay_run_id = r.id)
