SELECT first_name, last_name, middle_name, email, birthday, gender, allergy, note, source, tags,
  discount_bp, card_number, data_consent, marketing_consent, created_at, retired_at
FROM client
WHERE id = ?1
