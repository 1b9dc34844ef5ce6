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

-- Commissions and payroll.

ALTER TABLE cash_movement ADD COLUMN staff_id TEXT REFERENCES staff_member (id);   -- paid to; NULL: not to staff

-- Who earns what part of what was sold (D3). The most specific rule wins.
CREATE TABLE commission_rule (
  id TEXT PRIMARY KEY,
  staff_id TEXT REFERENCES staff_member (id),        -- for one person
  role TEXT,                                         -- for a role; with neither: for everyone
  service_id TEXT REFERENCES service (id),
  category_id TEXT REFERENCES service_category (id), -- with neither: for all services
  goods INTEGER,                                     -- 1: about goods; NULL: about services
  product_id TEXT REFERENCES product (id),           -- for one product
  product_category TEXT,                             -- for a category by its name; with neither: for all goods
  assist_on_top INTEGER,                             -- 1: assistants are paid on top; NULL: out of the line's commission
  kind TEXT NOT NULL CHECK (kind IN ('percent', 'fixed', 'tiered')),
  rate_bp INTEGER,                                   -- of a percent rule
  fixed_minor INTEGER,                               -- of a fixed rule
  tiers TEXT,                                        -- of a tiered rule: JSON array of [from minor units, basis points]
  tier_way TEXT CHECK (tier_way IN ('from_zero', 'progressive')),
  base TEXT NOT NULL CHECK (base IN ('after_discount', 'before_discount')),
  less_materials INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

-- What time is paid by, from a day on.
CREATE TABLE pay_rate (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('hourly', 'daily', 'monthly')),
  amount_minor INTEGER NOT NULL,                     -- zero: from that day on nothing
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

-- Who assists at a booked service, for which share of the line's commission.
CREATE TABLE assistant (
  id TEXT PRIMARY KEY,
  line_id TEXT NOT NULL REFERENCES appointment_service (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  share_bp INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX assistant_line ON assistant (line_id);

-- Commission that was posted: a fact.
CREATE TABLE commission (
  id TEXT PRIMARY KEY,
  entry TEXT NOT NULL CHECK (entry IN ('line', 'share', 'tier', 'back')),
  appointment_id TEXT REFERENCES appointment (id),   -- NULL: what a tier of the month changed
  line_id TEXT,                                      -- of the bill: a booked service, or an item beside it
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  main_staff_id TEXT NOT NULL REFERENCES staff_member (id),  -- whose work or sale it is; an assistant's share has another
  business_day TEXT NOT NULL,                        -- the pay period it belongs to
  origin_day TEXT NOT NULL,                          -- when the work was sold
  at INTEGER NOT NULL,
  base_minor INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  rule_id TEXT NOT NULL REFERENCES commission_rule (id),
  tier_month TEXT,                                   -- 'YYYY-MM' whose base it counts in; NULL: in none
  formula TEXT NOT NULL,                             -- JSON: how the sum came to be
  pay_run_id TEXT                                    -- the run that settled the tier
) WITHOUT ROWID;
CREATE INDEX commission_staff ON commission (staff_id, business_day);
CREATE INDEX commission_visit ON commission (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX commission_tier ON commission (main_staff_id, tier_month) WHERE tier_month IS NOT NULL;

-- A pay run and what it says of each person: facts.
CREATE TABLE pay_run (
  id TEXT PRIMARY KEY,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE pay_slip (
  id TEXT PRIMARY KEY,
  pay_run_id TEXT NOT NULL REFERENCES pay_run (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  commission_minor INTEGER NOT NULL,                 -- all of it up to the run's last day that no run had
  time_minor INTEGER NOT NULL,
  bonus_minor INTEGER NOT NULL,
  deduction_minor INTEGER NOT NULL,
  tips_minor INTEGER NOT NULL,                       -- tips that are paid with it
  carried_minor INTEGER NOT NULL,                    -- left of earlier runs, less advances
  due_minor INTEGER NOT NULL,
  lines TEXT NOT NULL                                -- JSON: every line of the slip
) WITHOUT ROWID;
CREATE INDEX pay_slip_run ON pay_slip (pay_run_id);
CREATE INDEX pay_slip_staff ON pay_slip (staff_id);

CREATE TABLE pay_run_cancel (
  id TEXT PRIMARY KEY,
  pay_run_id TEXT NOT NULL REFERENCES pay_run (id),
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX pay_run_cancel_run ON pay_run_cancel (pay_run_id);

-- Money paid to staff: a fact; in cash it is a movement of the drawer of the same id.
CREATE TABLE staff_payment (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('wages', 'advance', 'tips')),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  pay_run_id TEXT REFERENCES pay_run (id),
  method_id TEXT NOT NULL REFERENCES payment_method (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),   -- paid +, taken back −
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL,
  reverses TEXT
) WITHOUT ROWID;
CREATE INDEX staff_payment_staff ON staff_payment (staff_id);
CREATE INDEX staff_payment_run ON staff_payment (pay_run_id) WHERE pay_run_id IS NOT NULL;
CREATE INDEX staff_payment_reverses ON staff_payment (reverses) WHERE reverses IS NOT NULL;

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
  valid_until TEXT,                    -- NULL: no end
  register_id TEXT                     -- where it was sold
) WITHOUT ROWID;
CREATE INDEX certificate_code ON certificate (code);

-- What is offered: so many sessions of these services for one price.
CREATE TABLE package_offer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  services TEXT NOT NULL,              -- JSON array of service ids; empty: all
  sessions INTEGER NOT NULL CHECK (sessions >= 0),  -- of a membership: in each month; 0: as many as wanted
  valid_days INTEGER,                  -- NULL: no end
  periods INTEGER,                     -- months of a membership; NULL: a package
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
  business_day TEXT NOT NULL,
  periods INTEGER                      -- as in the offer
) WITHOUT ROWID;
CREATE INDEX package_client ON package (client_id);
CREATE INDEX package_item ON package (item_id);
CREATE INDEX certificate_item ON certificate (item_id);

CREATE TABLE package_term (
  id TEXT PRIMARY KEY,                 -- the package's id
  valid_until TEXT,
  frozen_from TEXT,
  frozen_days INTEGER,                 -- days it was frozen in all; NULL: never
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

-- Sessions taken of a package (+) and given back (−): facts.
CREATE TABLE package_use (
  id TEXT PRIMARY KEY,
  package_id TEXT NOT NULL REFERENCES package (id),
  payment_id TEXT NOT NULL REFERENCES payment (id),
  sessions INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  period INTEGER                       -- of a membership: in which month of it, from 0
) WITHOUT ROWID;
CREATE INDEX package_use_package ON package_use (package_id);
CREATE INDEX package_use_payment ON package_use (payment_id);

-- Of a credit (certificate, package): which.
ALTER TABLE payment ADD COLUMN source_id TEXT;
CREATE INDEX payment_source ON payment (source_id) WHERE source_id IS NOT NULL;

-- When this device last heard of what the others did; NULL: never.
ALTER TABLE device ADD COLUMN last_synced_at INTEGER;

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

-- What became of a deposit when its visit did not take place, and what the rule had said.
ALTER TABLE appointment ADD COLUMN deposit_end TEXT;       -- NULL: there was nothing to decide
ALTER TABLE appointment ADD COLUMN deposit_rule TEXT;

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
-- These indexes hold all that profit and loss reads, so that it need not look at the rows themselves.
CREATE INDEX sale_line_day ON sale_line (business_day, service_id, list_price_minor, price_minor, vat_minor);
CREATE INDEX ledger_transaction_day ON ledger_transaction (business_day, kind);
DROP INDEX ledger_entry_transaction;
CREATE INDEX ledger_entry_transaction ON ledger_entry (transaction_id, account, owner, amount_minor);
-- The only income that payments post, without looking at all of them.
CREATE INDEX ledger_entry_taken_off ON ledger_entry (transaction_id, account, owner, amount_minor)
WHERE account IN ('points_redeemed', 'package_discount');
CREATE INDEX ledger_transaction_reverses ON ledger_transaction (reverses) WHERE reverses IS NOT NULL;
-- The accounts of all visits together have one balance each.
INSERT INTO account_balance (account, owner, amount_minor)
SELECT account, '', sum(amount_minor) FROM ledger_entry
WHERE account IN ('visit_prepaid', 'client_receivable')
GROUP BY account;
