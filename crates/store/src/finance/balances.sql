SELECT account, owner, sum(amount_minor) AS amount_minor
FROM (
  SELECT account,
    CASE WHEN account IN ('certificates_outstanding', 'packages_outstanding') THEN '' ELSE owner END AS owner,
    amount_minor
  FROM account_balance
  UNION ALL
  SELECT e.account,
    CASE
      WHEN e.account IN ('visit_prepaid', 'client_receivable', 'certificates_outstanding', 'packages_outstanding')
        THEN ''
      ELSE e.owner
    END,
    -e.amount_minor
  FROM ledger_transaction t
  JOIN ledger_entry e ON e.transaction_id = t.id
  WHERE t.business_day > :day
)
GROUP BY account, owner
HAVING sum(amount_minor) <> 0
ORDER BY account, owner
