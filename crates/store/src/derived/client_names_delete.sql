INSERT INTO client_names (client_names, rowid, folded)
VALUES ('delete', :no, :folded)
