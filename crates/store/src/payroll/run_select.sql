SELECT r.id, r.from_day, r.to_day, r.at, r.actor, r.note,
  (SELECT count(*) FROM pay_slip s WHERE s.pay_run_id = r.id) AS people,
  (SELECT sum(s.due_minor) FROM pay_slip s WHERE s.pay_run_id = r.id) AS due_minor,
  (SELECT c.reason FROM pay_run_cancel c WHERE c.pay_run_id = r.id LIMIT 1) AS cancel_reason
FROM pay_run r
