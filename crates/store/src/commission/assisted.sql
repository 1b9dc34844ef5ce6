SELECT DISTINCT a.line_id, a.staff_id, a.share_bp
FROM sale_line l
JOIN assistant a ON a.line_id = l.line_id AND a.retired_at IS NULL
WHERE l.business_day BETWEEN :from AND :to
ORDER BY a.line_id, a.created_at, a.id
