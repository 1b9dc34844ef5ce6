SELECT id, client_id, offer_staff_id, offer_day, offer_start_min, offer_end_min, offer_until
FROM waitlist_entry
WHERE state = 'offered' AND retired_at IS NULL AND offer_day BETWEEN :from AND :to AND offer_until > :now
ORDER BY offer_day, offer_start_min, id
