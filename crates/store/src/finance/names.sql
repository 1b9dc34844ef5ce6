SELECT id, CASE WHEN name = '' THEN prefix ELSE name END AS name, NULL AS kind FROM register
UNION ALL SELECT id, name, kind FROM payment_method
UNION ALL SELECT id, name, NULL FROM bank_account
UNION ALL SELECT id, name, NULL FROM cash_category
UNION ALL SELECT id, name, NULL FROM staff_member
