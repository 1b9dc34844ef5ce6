SELECT
  (SELECT count(*) FROM ledger_transaction) AS transactions,
  (
    SELECT count(*)
    FROM ledger_transaction t
    WHERE (SELECT coalesce(sum(e.amount_minor), 1) FROM ledger_entry e WHERE e.transaction_id = t.id) <> 0
  ) AS wrong
