SELECT account, owner, amount_minor
FROM ledger_entry
WHERE transaction_id = ?1
ORDER BY id
