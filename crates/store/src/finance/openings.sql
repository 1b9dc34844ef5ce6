SELECT o.id, o.at, o.actor, o.business_day, o.note, o.reverses,
  EXISTS (SELECT 1 FROM shift_close c WHERE c.closed_at > o.at) AS closed_since
FROM opening_balance o
ORDER BY o.at DESC, o.id DESC
