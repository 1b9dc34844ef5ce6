SELECT c.id, c.code, c.item_id, c.client_id, c.business_day, c.value_minor, c.valid_until, c.register_id,
  -coalesce(b.amount_minor, 0) AS left_minor, coalesce(i.name, '') AS client
FROM certificate c
LEFT JOIN account_balance b ON b.account = 'certificates_outstanding' AND b.owner = c.id
LEFT JOIN client_index i ON i.client_id = c.client_id
