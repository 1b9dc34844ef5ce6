SELECT count(*) AS wrong
FROM (
  SELECT account, CASE WHEN account IN ('visit_prepaid', 'client_receivable') THEN '' ELSE owner END AS owner,
    sum(amount_minor) AS amount
  FROM ledger_entry
  GROUP BY 1, 2
) facts
FULL JOIN account_balance b ON b.account = facts.account AND b.owner = facts.owner
WHERE facts.amount IS NOT b.amount_minor
