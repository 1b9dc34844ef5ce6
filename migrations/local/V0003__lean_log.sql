-- A command dirties fewer pages: what is written together lies together.

-- Whether a door is open stands beside the clock, which every command moves anyway. While no door
-- is open (mode NULL), no synced table can be written.
DROP TABLE door;
CREATE TABLE door (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mode TEXT CHECK (mode IN ('write', 'apply')),
  hlc TEXT NOT NULL                    -- the last moment that was seen
);
INSERT INTO door (id, hlc) VALUES (1, coalesce((SELECT hlc FROM device), '0000000000000.00000000'));
ALTER TABLE device DROP COLUMN hlc;

-- Changes lie in the order in which they were made: a table with rowids is filled at its end.
CREATE TABLE lean_change (
  operation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN ('insert', 'update')),
  before TEXT,                         -- JSON of the touched merge groups; NULL for inserts
  after TEXT,                          -- JSON; NULL for append-only tables: the row is the after image
  salt BLOB,
  hash BLOB NOT NULL
);
INSERT INTO lean_change (operation, seq, tbl, row, verb, before, after, salt, hash)
SELECT c.operation, c.seq, c.tbl, c.row, c.verb, c.before, c.after, c.salt, c.hash
FROM operation o
JOIN change c ON c.operation = o.id
ORDER BY o.device, o.device_seq, c.seq;
DROP TABLE change;
ALTER TABLE lean_change RENAME TO change;
CREATE UNIQUE INDEX change_operation ON change (operation, seq);
-- Ids grow with time, whatever the table. A fact has one change, its insert: nobody looks for it.
CREATE INDEX change_row ON change (row) WHERE after IS NOT NULL;

-- When each merge group of a row was last written after the row was made: what has no clock here
-- was never changed, and any change is later than the insert.
CREATE TABLE lean_clock (
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  grp TEXT NOT NULL,
  hlc TEXT NOT NULL,
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  PRIMARY KEY (row, tbl, grp)
) WITHOUT ROWID;
INSERT INTO lean_clock (tbl, row, grp, hlc, device, device_seq)
SELECT tbl, row, grp, hlc, device, device_seq FROM row_clock WHERE grp <> '*';
DROP TABLE row_clock;
ALTER TABLE lean_clock RENAME TO row_clock;

-- A visit's own accounts are summed from its entries; balances are kept of those that live long.
DELETE FROM account_balance WHERE account IN ('visit_prepaid', 'client_receivable');
-- Nobody looks for transactions by their receipt.
DROP INDEX ledger_transaction_receipt;
