SELECT s.id, s.staff_id, s.commission_minor, s.time_minor, s.bonus_minor, s.deduction_minor, s.tips_minor,
  s.carried_minor, s.due_minor, s.lines
FROM pay_slip s
JOIN staff_member m ON m.id = s.staff_id
WHERE s.pay_run_id = ?1
ORDER BY m.ordinal, s.staff_id
