SELECT id, name, number
FROM bank_account
WHERE retired_at IS NULL
ORDER BY name, id
