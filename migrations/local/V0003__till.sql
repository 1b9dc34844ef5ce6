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

-- Goods: what a salon sells and uses. The balance is the sum of movements, never edited.

CREATE TABLE product (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL,              -- polish, cream, tool …; '' for none
  unit TEXT NOT NULL,                  -- piece, ml, g
  barcode TEXT NOT NULL,
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),   -- of one unit
  min_milli INTEGER NOT NULL,          -- thousandths of the unit: below it the product is running out
  supplier TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX product_barcode ON product (barcode) WHERE barcode <> '';

CREATE TABLE stock_movement (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id),
  kind TEXT NOT NULL,
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,                 -- staff id, or 'program'
  quantity_milli INTEGER NOT NULL,     -- thousandths of the unit: in +, out −
  cost_minor INTEGER NOT NULL,         -- what it is worth by average cost: in +, out −
  item_id TEXT,                        -- the line of a bill that it was sold by
  note TEXT NOT NULL,
  reverses TEXT                        -- the movement that this one answers
) WITHOUT ROWID;
CREATE INDEX stock_movement_product ON stock_movement (product_id, at);
CREATE INDEX stock_movement_item ON stock_movement (item_id) WHERE item_id IS NOT NULL;

-- What stands on a visit's bill beside the booked services.
CREATE TABLE bill_item (
  id TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  kind TEXT NOT NULL,
  product_id TEXT REFERENCES product (id),
  offer_id TEXT,                       -- of a package or membership
  seller_id TEXT REFERENCES staff_member (id),
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  list_price_minor INTEGER NOT NULL CHECK (list_price_minor >= 0),   -- the whole line before any discount
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  discount_minor INTEGER,              -- NULL: none
  discount_reason TEXT,
  code TEXT,                           -- of a certificate
  valid_until TEXT,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX bill_item_appointment ON bill_item (appointment_id);

-- A sale at the desk without a booking: a visit that takes no time.
ALTER TABLE appointment ADD COLUMN sale INTEGER;

-- What of a bill's items was sold: a fact, beside the sold lines of services.
CREATE TABLE item_sale (
  id TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  item_id TEXT NOT NULL REFERENCES bill_item (id),
  kind TEXT NOT NULL,
  product_id TEXT REFERENCES product (id),
  seller_id TEXT,
  client_id TEXT REFERENCES client (id),
  business_day TEXT NOT NULL,
  quantity_milli INTEGER NOT NULL,
  price_minor INTEGER NOT NULL,
  vat_bp INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL,
  reverses TEXT
) WITHOUT ROWID;
CREATE INDEX item_sale_appointment ON item_sale (appointment_id);
CREATE INDEX item_sale_day ON item_sale (business_day);

-- Derived: how much of each product there is and what it is worth.
CREATE TABLE product_stock (
  product_id TEXT PRIMARY KEY,
  quantity_milli INTEGER NOT NULL,
  cost_minor INTEGER NOT NULL
) WITHOUT ROWID;

-- Certificates: sold by a bill's item, redeemed as a way to pay. What is left is the account's balance.
CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES bill_item (id),
  client_id TEXT REFERENCES client (id),   -- who bought it
  business_day TEXT NOT NULL,
  value_minor INTEGER NOT NULL CHECK (value_minor > 0),
  valid_until TEXT                     -- NULL: no end
) WITHOUT ROWID;
CREATE INDEX certificate_code ON certificate (code);

-- What is offered: so many sessions of these services for one price.
CREATE TABLE package_offer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  services TEXT NOT NULL,              -- JSON array of service ids; empty: all
  sessions INTEGER NOT NULL CHECK (sessions > 0),
  valid_days INTEGER,                  -- NULL: no end
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

-- A package that a client has bought: a fact; its end and a freeze stand beside it.
CREATE TABLE package (
  id TEXT PRIMARY KEY,
  offer_id TEXT NOT NULL REFERENCES package_offer (id),
  item_id TEXT NOT NULL REFERENCES bill_item (id),
  client_id TEXT REFERENCES client (id),
  name TEXT NOT NULL,
  services TEXT NOT NULL,
  sessions INTEGER NOT NULL,
  value_minor INTEGER NOT NULL,
  business_day TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX package_client ON package (client_id);
CREATE INDEX package_item ON package (item_id);
CREATE INDEX certificate_item ON certificate (item_id);

CREATE TABLE package_term (
  id TEXT PRIMARY KEY,                 -- the package's id
  valid_until TEXT,
  frozen_from TEXT,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

-- Sessions taken of a package (+) and given back (−): facts.
CREATE TABLE package_use (
  id TEXT PRIMARY KEY,
  package_id TEXT NOT NULL REFERENCES package (id),
  payment_id TEXT NOT NULL REFERENCES payment (id),
  sessions INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX package_use_package ON package_use (package_id);
CREATE INDEX package_use_payment ON package_use (payment_id);

-- Of a credit (certificate, package): which.
ALTER TABLE payment ADD COLUMN source_id TEXT;

-- Points: a currency of their own; the balance is the sum.
CREATE TABLE point_entry (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id),
  appointment_id TEXT REFERENCES appointment (id),
  payment_id TEXT,
  kind TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points <> 0),
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX point_entry_client ON point_entry (client_id);
CREATE INDEX point_entry_visit ON point_entry (appointment_id);
CREATE INDEX point_entry_payment ON point_entry (payment_id);

-- A visit at risk that the desk has looked at and lets be.
ALTER TABLE appointment ADD COLUMN risk_ignored INTEGER;   -- NULL: it is looked after

-- ---------------------------------------------------------------- printing

ALTER TABLE job ADD COLUMN next_at INTEGER;                -- not tried before; NULL: at once

-- Which receipts were printed here: a second print is a copy. Device-local.
CREATE TABLE receipt_print (
  receipt_id TEXT PRIMARY KEY,
  printed_at INTEGER NOT NULL          -- for the first time
) WITHOUT ROWID;

ALTER TABLE salon ADD COLUMN receipt_template TEXT;        -- JSON; NULL: the defaults
ALTER TABLE salon ADD COLUMN receipt_logo TEXT;            -- PNG in shades of grey, base64; NULL: none

-- A drawer that was opened without a sale: a fact.
CREATE TABLE drawer_opening (
  id TEXT PRIMARY KEY,
  register_id TEXT NOT NULL REFERENCES register (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL                  -- staff id, or 'program'
) WITHOUT ROWID;
