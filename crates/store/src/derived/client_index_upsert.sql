INSERT INTO client_index (client_id, name, sort, phone, folded, digits, retired)
VALUES (:client_id, :name, :sort, :phone, :folded, :digits, :retired)
ON CONFLICT (client_id) DO UPDATE SET
  name = excluded.name,
  sort = excluded.sort,
  phone = excluded.phone,
  folded = excluded.folded,
  digits = excluded.digits,
  retired = excluded.retired
RETURNING no
