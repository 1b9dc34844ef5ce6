SELECT v.id, v.at, v.business_day, v.actor, v.note, coalesce(c.name, '') AS category,
  CASE WHEN v.register_id = :register THEN v.amount_minor ELSE -v.amount_minor END AS amount_minor,
  CASE WHEN o.name = '' THEN o.prefix ELSE coalesce(o.name, '') END AS other_register, coalesce(p.name, '') AS staff,
  v.reverses IS NOT NULL AS is_reversal,
  EXISTS (SELECT 1 FROM cash_movement b WHERE b.shift_id = v.shift_id AND b.reverses = v.id) AS reversed
FROM cash_movement v
LEFT JOIN cash_category c ON c.id = v.category_id
LEFT JOIN staff_member p ON p.id = v.staff_id
LEFT JOIN register o ON o.id = CASE WHEN v.register_id = :register THEN v.other_register_id ELSE v.register_id END
WHERE v.shift_id = :near
  AND (:near = :shift OR (v.other_register_id = :register AND v.at > :opened_at AND v.at <= :closed_at))
