SELECT id, client_id, service_id, staff_id, from_day, to_day, part, note, state, state_reason, appointment_id,
  offer_staff_id, offer_day, offer_start_min, offer_end_min, offer_until, notified_at, created_at
FROM waitlist_entry
WHERE state IN ('booked', 'closed') AND retired_at IS NULL
ORDER BY created_at DESC, id DESC
LIMIT ?1
