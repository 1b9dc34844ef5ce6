SELECT id, staff_id, from_day, kind, amount_minor
FROM pay_rate
WHERE retired_at IS NULL
ORDER BY from_day DESC, id DESC
