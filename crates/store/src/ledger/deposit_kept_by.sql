SELECT t.appointment_id, e.amount_minor AS kept_minor
FROM ledger_transaction t
JOIN ledger_entry e ON e.transaction_id = t.id
WHERE t.id = ?1 AND t.kind = 'deposit_kept' AND e.account = 'visit_prepaid'
