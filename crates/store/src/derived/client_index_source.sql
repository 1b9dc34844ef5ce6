SELECT first_name, last_name, middle_name, email, card_number, retired_at
FROM client
WHERE id = ?1
