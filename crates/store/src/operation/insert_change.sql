INSERT INTO change (operation, seq, tbl, row, verb, before, after, salt, hash)
VALUES (:operation, :seq, :tbl, :row, :verb, :before, :after, :salt, :hash)
