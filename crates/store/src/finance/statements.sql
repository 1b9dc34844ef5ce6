SELECT s.id, s.at, s.actor, s.bank_account_id, b.name AS account, s.file_name, s.from_day, s.to_day,
  count(l.id) FILTER (WHERE l.posted = 1) AS posted,
  count(l.id) FILTER (WHERE l.posted = 0) AS matched,
  coalesce(sum(l.amount_minor) FILTER (WHERE l.amount_minor > 0), 0) AS in_minor,
  coalesce(-sum(l.amount_minor) FILTER (WHERE l.amount_minor < 0), 0) AS out_minor,
  EXISTS (SELECT 1 FROM bank_statement r WHERE r.reverses = s.id) AS reversed
FROM bank_statement s
JOIN bank_account b ON b.id = s.bank_account_id
LEFT JOIN statement_line l ON l.statement_id = s.id
WHERE s.reverses IS NULL
GROUP BY s.id
ORDER BY s.id DESC
LIMIT 200
