SELECT a.id, a.line_id, a.staff_id, a.share_bp
FROM appointment_service l
JOIN assistant a ON a.line_id = l.id
WHERE l.appointment_id = ?1 AND a.retired_at IS NULL
ORDER BY a.created_at, a.id
