SELECT e.account, e.owner, sum(e.amount_minor) AS amount_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.business_day BETWEEN :from AND :to
  AND t.kind NOT IN ('payment', 'settlement', 'void', 'prepayment_returned', 'cash_transfer', 'money_transfer')
  AND e.account NOT IN ('client_receivable', 'vat_payable', 'drawer', 'bank_account', 'card_clearing', 'bank')
GROUP BY e.account, e.owner
