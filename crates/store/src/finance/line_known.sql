SELECT 1
FROM statement_line l
WHERE l.reference = :reference AND l.bank_account_id = :account
  AND NOT EXISTS (SELECT 1 FROM bank_statement r WHERE r.reverses = l.statement_id)
