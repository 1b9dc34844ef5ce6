SELECT p.id, p.kind, p.staff_id, p.pay_run_id, p.method_id, p.amount_minor, p.business_day, p.at, p.actor, p.note,
  p.reverses, m.kind AS method_kind, m.name AS method_name,
  EXISTS (SELECT 1 FROM staff_payment b WHERE b.reverses = p.id) AS reversed
FROM staff_payment p
JOIN payment_method m ON m.id = p.method_id
