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

-- The till: a shift that is counted, cash that goes in and out, discounts with a reason, tips.

ALTER TABLE salon ADD COLUMN till_rules TEXT;              -- JSON; NULL: the defaults

ALTER TABLE shift ADD COLUMN float_minor INTEGER;          -- counted at the opening; NULL: not counted
ALTER TABLE shift ADD COLUMN float_count TEXT;             -- JSON array of [note or coin in minor units, pieces]
ALTER TABLE shift_close ADD COLUMN counted_minor INTEGER;  -- counted at the close; NULL: not counted
ALTER TABLE shift_close ADD COLUMN count TEXT;             -- as float_count
ALTER TABLE shift_close ADD COLUMN reason TEXT;            -- why it is over or short

CREATE TABLE cash_category (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  purpose TEXT NOT NULL,               -- which account answers the drawer: owner, bank, expense, income
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

-- Cash that went into a drawer or out of it otherwise than by a receipt: a fact.
CREATE TABLE cash_movement (
  id TEXT PRIMARY KEY,
  register_id TEXT NOT NULL REFERENCES register (id),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,                 -- staff id, or 'program'
  category_id TEXT REFERENCES cash_category (id),    -- NULL: a transfer
  other_register_id TEXT REFERENCES register (id),   -- of a transfer
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),  -- into the drawer +, out of it −
  note TEXT NOT NULL,
  reverses TEXT                        -- the movement that this one corrects
) WITHOUT ROWID;
CREATE INDEX cash_movement_shift ON cash_movement (shift_id);

-- Beside the price, which it has already made smaller.
ALTER TABLE appointment_service ADD COLUMN discount_minor INTEGER;   -- NULL: none
ALTER TABLE appointment_service ADD COLUMN discount_reason TEXT;

-- A payment may be a tip alone: then its amount is zero.
CREATE TABLE payment_with_tip (
  id TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  method_id TEXT NOT NULL REFERENCES payment_method (id),
  amount_minor INTEGER NOT NULL,
  tendered_minor INTEGER,
  allocation TEXT NOT NULL,            -- JSON array of [line id, minor units]: makes the amount
  tip_minor INTEGER,                   -- taken over the amount; NULL: none
  CHECK (amount_minor <> 0 OR tip_minor IS NOT NULL)
) WITHOUT ROWID;
INSERT INTO payment_with_tip (id, receipt_id, appointment_id, method_id, amount_minor, tendered_minor, allocation)
SELECT id, receipt_id, appointment_id, method_id, amount_minor, tendered_minor, allocation FROM payment;
DROP TABLE payment;
ALTER TABLE payment_with_tip RENAME TO payment;
CREATE INDEX payment_receipt ON payment (receipt_id);
CREATE INDEX payment_appointment ON payment (appointment_id);

ALTER TABLE receipt ADD COLUMN refunds TEXT;               -- the receipt of which this one gives money back
CREATE INDEX receipt_refunds ON receipt (refunds) WHERE refunds IS NOT NULL;

-- Whom tips are for: a fact.
CREATE TABLE tip (
  id TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)   -- negative where a void gives it back
) WITHOUT ROWID;
CREATE INDEX tip_receipt ON tip (receipt_id);

-- Taxes by code, and fiscal documents.

ALTER TABLE salon ADD COLUMN tax_code TEXT;         -- NULL: what vat_bp meant when it was written
ALTER TABLE service ADD COLUMN tax_code TEXT;       -- NULL: the salon's
ALTER TABLE staff_member ADD COLUMN tax_id TEXT;    -- NULL: none

-- A fiscal device registered a document: a fact.
CREATE TABLE fiscal_document (
  id TEXT PRIMARY KEY,                 -- the key by which the device was asked
  kind TEXT NOT NULL,
  register_id TEXT NOT NULL REFERENCES register (id),
  receipt_id TEXT REFERENCES receipt (id),           -- NULL: the close of a fiscal shift
  device TEXT NOT NULL,
  number TEXT NOT NULL,
  sign TEXT NOT NULL,
  storage TEXT NOT NULL,
  registration TEXT NOT NULL,
  shift_number INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  at INTEGER NOT NULL,                 -- by the device's clock
  qr TEXT NOT NULL,
  url TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX fiscal_document_receipt ON fiscal_document (receipt_id) WHERE receipt_id IS NOT NULL;

-- Device-local: what this register's fiscal device shall register, in order.
CREATE TABLE fiscal_queue (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  receipt_id TEXT,
  content TEXT NOT NULL,               -- JSON of what is sent; the same at every try
  total_minor INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'accepted', 'failed', 'unknown')),
  tries INTEGER NOT NULL DEFAULT 0,
  fault TEXT,
  detail TEXT NOT NULL DEFAULT '',
  next_at INTEGER,                     -- NULL: waits for a person
  made_at INTEGER NOT NULL,
  done_at INTEGER
);
CREATE INDEX fiscal_queue_open ON fiscal_queue (position) WHERE state <> 'accepted';
CREATE INDEX fiscal_queue_receipt ON fiscal_queue (receipt_id) WHERE receipt_id IS NOT NULL;

-- Device-local: when the fiscal device was out of reach.
CREATE TABLE fiscal_outage (
  began_at INTEGER PRIMARY KEY,
  ended_at INTEGER                     -- NULL: it still is
);
