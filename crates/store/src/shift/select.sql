SELECT s.id, s.register_id, s.number, s.business_day, s.opened_at, s.opened_by,
  c.closed_at, c.drawer_minor,
  (SELECT count(*) FROM receipt r WHERE r.shift_id = s.id) AS receipts
FROM shift s
LEFT JOIN shift_close c ON c.id = s.id
