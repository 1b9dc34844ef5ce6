SELECT register_id, shift_id, business_day, category_id, other_register_id, amount_minor, note, reverses, staff_id
FROM cash_movement
WHERE id = ?1
