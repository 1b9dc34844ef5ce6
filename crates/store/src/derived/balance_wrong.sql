SELECT count(*) AS wrong
FROM (
  SELECT account, owner, sum(amount_minor) AS amount FROM ledger_entry
  WHERE account NOT IN ('visit_prepaid', 'client_receivable')
  GROUP BY account, owner
) facts
FULL JOIN account_balance b ON b.account = facts.account AND b.owner = facts.owner
WHERE facts.amount IS NOT b.amount_minor
