INSERT INTO client_index (client_id, name, sort, phone, folded, retired)
VALUES (:client_id, :name, :sort, :phone, :folded, :retired)
ON CONFLICT (client_id) DO UPDATE SET
  name = excluded.name,
  sort = excluded.sort,
  phone = excluded.phone,
  folded = excluded.folded,
  retired = excluded.retired
RETURNING no
