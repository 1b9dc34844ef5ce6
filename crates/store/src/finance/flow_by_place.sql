SELECT '' AS kind, e.account, e.owner,
  coalesce(sum(e.amount_minor) FILTER (WHERE e.amount_minor > 0), 0) AS debit_minor,
  coalesce(-sum(e.amount_minor) FILTER (WHERE e.amount_minor < 0), 0) AS credit_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.business_day BETWEEN :from AND :to
  AND e.account IN ('drawer', 'bank_account', 'card_clearing', 'bank', 'bank_cash')
GROUP BY e.account, e.owner
