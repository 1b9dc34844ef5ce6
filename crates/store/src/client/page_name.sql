SELECT i.client_id, i.name, i.phone, i.retired, c.allergy, c.tags,
  coalesce(s.visits, 0) AS visits, s.last_day, coalesce(s.debt_minor, 0) AS debt_minor
FROM (SELECT no FROM client_index WHERE retired = :retired ORDER BY sort, no LIMIT :limit OFFSET :offset) page
JOIN client_index i ON i.no = page.no
JOIN client c ON c.id = i.client_id
LEFT JOIN client_stat s ON s.client_id = i.client_id
ORDER BY i.sort, i.no
