INSERT INTO account_balance (account, owner, amount_minor)
VALUES (:account, :owner, :amount)
ON CONFLICT (account, owner) DO UPDATE SET amount_minor = amount_minor + excluded.amount_minor
