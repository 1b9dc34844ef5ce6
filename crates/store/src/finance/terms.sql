SELECT id, kind, name, fee_bp, bank_account_id
FROM payment_method
WHERE retired_at IS NULL AND kind IN ('card', 'qr', 'transfer')
ORDER BY position, id
