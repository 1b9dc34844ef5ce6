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

-- Finance: bank accounts, operations outside the drawer, what the books begin with, statements.

CREATE TABLE bank_account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  number TEXT NOT NULL,                -- IBAN or the country's own
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE counterparty (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  tax_id TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

ALTER TABLE payment_method ADD COLUMN fee_bp INTEGER;          -- what the provider keeps; NULL: nothing
ALTER TABLE payment_method ADD COLUMN bank_account_id TEXT;    -- where its money arrives

-- Its ledger transaction has the same id.
CREATE TABLE finance_operation (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,                  -- income, expense, transfer
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,                 -- staff id, or 'program'
  business_day TEXT NOT NULL,
  place TEXT NOT NULL,                 -- an account of the ledger that holds money, and whose
  place_owner TEXT NOT NULL,
  to_place TEXT,                       -- of a transfer
  to_owner TEXT,
  category_id TEXT REFERENCES cash_category (id),
  client_id TEXT REFERENCES client (id),
  counterparty_id TEXT REFERENCES counterparty (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  document_number TEXT NOT NULL,
  document_day TEXT,
  note TEXT NOT NULL,
  statement_id TEXT,                   -- the bank statement that it came from
  reverses TEXT                        -- the operation that this one takes back
) WITHOUT ROWID;
CREATE INDEX finance_operation_day ON finance_operation (business_day);
CREATE INDEX finance_operation_counterparty ON finance_operation (counterparty_id) WHERE counterparty_id IS NOT NULL;
CREATE INDEX finance_operation_statement ON finance_operation (statement_id) WHERE statement_id IS NOT NULL;

-- Its ledger transaction has the same id.
CREATE TABLE opening_balance (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  business_day TEXT NOT NULL,
  note TEXT NOT NULL,
  reverses TEXT
) WITHOUT ROWID;

CREATE TABLE bank_statement (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  bank_account_id TEXT NOT NULL REFERENCES bank_account (id),
  file_name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  reverses TEXT                        -- the statement that this one takes back
) WITHOUT ROWID;

-- Which operation a line of a statement is.
CREATE TABLE statement_line (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES bank_statement (id),
  bank_account_id TEXT NOT NULL REFERENCES bank_account (id),
  reference TEXT NOT NULL,             -- the bank's own, or a digest of the line
  amount_minor INTEGER NOT NULL,       -- onto the account +, from it −
  operation_id TEXT NOT NULL REFERENCES finance_operation (id),
  posted INTEGER NOT NULL              -- 1: the line posted it; 0: it was there before
) WITHOUT ROWID;
CREATE INDEX statement_line_reference ON statement_line (reference);
CREATE INDEX statement_line_operation ON statement_line (operation_id);
CREATE INDEX statement_line_statement ON statement_line (statement_id);

-- Reports read the ledger by day; what was taken back is found by what takes it back.
CREATE INDEX ledger_transaction_day ON ledger_transaction (business_day);
CREATE INDEX ledger_transaction_reverses ON ledger_transaction (reverses) WHERE reverses IS NOT NULL;
-- The accounts of all visits together have one balance each.
INSERT INTO account_balance (account, owner, amount_minor)
SELECT account, '', sum(amount_minor) FROM ledger_entry
WHERE account IN ('visit_prepaid', 'client_receivable')
GROUP BY account;
