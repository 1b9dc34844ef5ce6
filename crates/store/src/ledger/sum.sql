SELECT coalesce(sum(e.amount_minor), 0) AS amount_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.appointment_id = ?2 AND e.account = ?1 AND e.owner = ?2
