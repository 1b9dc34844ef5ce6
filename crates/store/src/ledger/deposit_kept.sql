SELECT coalesce(sum(e.amount_minor), 0) AS kept_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.appointment_id = ?1 AND t.kind = 'deposit_kept' AND e.account = 'visit_prepaid'
