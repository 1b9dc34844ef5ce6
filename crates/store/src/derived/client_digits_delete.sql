INSERT INTO client_digits (client_digits, rowid, digits)
VALUES ('delete', :no, :digits)
