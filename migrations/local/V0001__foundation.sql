-- The salon on one device. Three kinds of tables:
--   device-local: this PC's own state, never synced;
--   synced: written only through the two doors (crates/store/src/tables.rs lists them with
--     their merge policy; the triggers are generated from that list);
--   derived: caches that both doors rebuild and `verify` recomputes.
-- Synced columns are TEXT, INTEGER or NULL. Amounts are minor units, moments are UTC
-- milliseconds, dates are 'YYYY-MM-DD', minutes count from midnight.

-- ---------------------------------------------------------------- device-local

-- The running operation. Without a row here no synced table can be written.
CREATE TABLE door (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mode TEXT NOT NULL CHECK (mode IN ('write', 'apply')),
  operation TEXT NOT NULL
);

CREATE TABLE device (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  device_id TEXT NOT NULL,
  series INTEGER NOT NULL DEFAULT 1,   -- grows when a backup is restored: new receipt numbers
  hlc TEXT NOT NULL,
  made_at INTEGER NOT NULL
);

-- Head of each device's hash chain.
CREATE TABLE chain (
  device TEXT PRIMARY KEY,
  device_seq INTEGER NOT NULL,
  hash BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE preference (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- PIN verifiers are per device and never synced.
CREATE TABLE pin (
  staff_id TEXT PRIMARY KEY,
  verifier TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0,
  set_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  operation TEXT NOT NULL,
  kind TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('here', 'hub')),
  payload TEXT NOT NULL,
  not_after INTEGER,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'expired')),
  tries INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  made_at INTEGER NOT NULL,
  done_at INTEGER
) WITHOUT ROWID;
CREATE INDEX job_waiting ON job (place, made_at) WHERE state = 'waiting';

-- ---------------------------------------------------------------- the log

CREATE TABLE operation (
  id TEXT PRIMARY KEY,
  request_id TEXT NOT NULL,
  kind TEXT NOT NULL,                  -- past tense: client_created
  undo TEXT NOT NULL CHECK (undo IN ('inverse', 'compensate', 'mixed', 'never')),
  actor TEXT NOT NULL,                 -- staff id, or 'program'
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  undo_of TEXT,
  batch TEXT,
  reason TEXT,
  app_version TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  body_hash BLOB NOT NULL,
  result TEXT NOT NULL,
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX operation_request ON operation (request_id);
CREATE UNIQUE INDEX operation_chain ON operation (device, device_seq);
CREATE INDEX operation_undo_of ON operation (undo_of) WHERE undo_of IS NOT NULL;
CREATE INDEX operation_batch ON operation (batch) WHERE batch IS NOT NULL;

CREATE TABLE change (
  operation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN ('insert', 'update')),
  before TEXT,                         -- JSON of the touched merge groups; NULL for inserts
  after TEXT,                          -- JSON; NULL for append-only tables: the row is the after image
  salt BLOB,
  hash BLOB NOT NULL,
  PRIMARY KEY (operation, seq)
) WITHOUT ROWID;
CREATE INDEX change_row ON change (tbl, row);

-- When each merge group of a row was last written; '*' stands for the insert.
CREATE TABLE row_clock (
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  grp TEXT NOT NULL,
  hlc TEXT NOT NULL,
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  PRIMARY KEY (tbl, row, grp)
) WITHOUT ROWID;

-- ---------------------------------------------------------------- synced: the salon

CREATE TABLE salon (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  legal_name TEXT NOT NULL,
  tax_id TEXT NOT NULL,
  vat_bp INTEGER NOT NULL CHECK (vat_bp BETWEEN 0 AND 10000),
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  country TEXT NOT NULL,
  currency TEXT NOT NULL,
  zone TEXT NOT NULL,
  closing_min INTEGER NOT NULL CHECK (closing_min BETWEEN 0 AND 720),
  language TEXT NOT NULL,
  opens_min INTEGER NOT NULL CHECK (opens_min BETWEEN 0 AND 1440),
  closes_min INTEGER NOT NULL CHECK (closes_min BETWEEN 0 AND 1440),
  receipt_footer TEXT NOT NULL,
  receipt_qr TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE register (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE payment_method (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE staff_member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  role TEXT NOT NULL,
  in_calendar INTEGER NOT NULL CHECK (in_calendar IN (0, 1)),
  colour INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  phone TEXT NOT NULL,
  services TEXT NOT NULL,              -- JSON array of service ids; empty: all
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE work_hours (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  working INTEGER NOT NULL CHECK (working IN (0, 1)),
  start_min INTEGER NOT NULL,
  end_min INTEGER NOT NULL,
  break_start_min INTEGER NOT NULL,
  break_end_min INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER,
  CHECK (0 <= start_min AND start_min <= end_min AND end_min <= 1440)
) WITHOUT ROWID;
CREATE INDEX work_hours_staff ON work_hours (staff_id, weekday);

CREATE TABLE service_category (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  category_id TEXT NOT NULL REFERENCES service_category (id),
  name TEXT NOT NULL,
  duration_min INTEGER NOT NULL CHECK (duration_min > 0),
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  colour INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  middle_name TEXT NOT NULL,
  email TEXT NOT NULL,
  birthday TEXT,
  gender TEXT NOT NULL,
  allergy TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  tags TEXT NOT NULL,                  -- JSON array of texts
  discount_bp INTEGER NOT NULL CHECK (discount_bp BETWEEN 0 AND 10000),
  card_number TEXT NOT NULL,
  data_consent INTEGER NOT NULL CHECK (data_consent IN (0, 1)),
  marketing_consent INTEGER NOT NULL CHECK (marketing_consent IN (0, 1)),
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE client_phone (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id),
  e164 TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX client_phone_client ON client_phone (client_id);
CREATE INDEX client_phone_e164 ON client_phone (e164);

CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  client_id TEXT REFERENCES client (id),
  day TEXT NOT NULL,
  start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  zone TEXT NOT NULL,
  overridden INTEGER NOT NULL CHECK (overridden IN (0, 1)),
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX appointment_day ON appointment (day);
CREATE INDEX appointment_client ON appointment (client_id) WHERE client_id IS NOT NULL;

CREATE TABLE appointment_service (
  id TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  service_id TEXT NOT NULL REFERENCES service (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  day TEXT NOT NULL,
  start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 2879),
  duration_min INTEGER NOT NULL CHECK (duration_min > 0),
  position INTEGER NOT NULL,
  list_price_minor INTEGER NOT NULL CHECK (list_price_minor >= 0),
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX appointment_service_appointment ON appointment_service (appointment_id);
CREATE INDEX appointment_service_staff ON appointment_service (staff_id, day);

-- ---------------------------------------------------------------- synced: facts of money

CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  register_id TEXT NOT NULL REFERENCES register (id),
  number INTEGER NOT NULL CHECK (number > 0),
  business_day TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX shift_register ON shift (register_id, number);

CREATE TABLE shift_close (
  id TEXT PRIMARY KEY,                 -- the shift's id: a shift closes once
  closed_at INTEGER NOT NULL,
  closed_by TEXT NOT NULL,
  drawer_minor INTEGER NOT NULL        -- cash by the ledger at that moment
) WITHOUT ROWID;

CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  register_id TEXT NOT NULL REFERENCES register (id),
  series INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  shift_id TEXT NOT NULL REFERENCES shift (id),
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  cashier TEXT NOT NULL,               -- staff id, or 'program'
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  total_minor INTEGER NOT NULL,        -- negative for a void
  voids TEXT,                          -- the receipt that this one answers
  reason TEXT NOT NULL,
  print TEXT NOT NULL                  -- JSON: everything on the paper, as it was then
) WITHOUT ROWID;
CREATE INDEX receipt_number ON receipt (register_id, series, number);
CREATE INDEX receipt_appointment ON receipt (appointment_id);
CREATE INDEX receipt_day ON receipt (business_day, at);
CREATE INDEX receipt_shift ON receipt (shift_id);
CREATE INDEX receipt_voids ON receipt (voids) WHERE voids IS NOT NULL;

CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  method_id TEXT NOT NULL REFERENCES payment_method (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  tendered_minor INTEGER,
  allocation TEXT NOT NULL             -- JSON array of [line id, minor units]: makes the amount
) WITHOUT ROWID;
CREATE INDEX payment_receipt ON payment (receipt_id);
CREATE INDEX payment_appointment ON payment (appointment_id);

-- What was sold at completion: immutable; a void answers with the opposite amounts.
CREATE TABLE sale_line (
  id TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  line_id TEXT NOT NULL REFERENCES appointment_service (id),
  service_id TEXT NOT NULL REFERENCES service (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  client_id TEXT REFERENCES client (id),
  business_day TEXT NOT NULL,
  list_price_minor INTEGER NOT NULL,
  price_minor INTEGER NOT NULL,
  vat_bp INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  reverses TEXT
) WITHOUT ROWID;
CREATE INDEX sale_line_appointment ON sale_line (appointment_id);

CREATE TABLE ledger_transaction (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,                  -- docs/ledger.md
  at INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  register_id TEXT,
  shift_id TEXT,
  appointment_id TEXT,
  receipt_id TEXT,
  reverses TEXT
) WITHOUT ROWID;
CREATE INDEX ledger_transaction_shift ON ledger_transaction (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX ledger_transaction_appointment ON ledger_transaction (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX ledger_transaction_receipt ON ledger_transaction (receipt_id) WHERE receipt_id IS NOT NULL;

CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY,
  transaction_id TEXT NOT NULL REFERENCES ledger_transaction (id),
  account TEXT NOT NULL,
  owner TEXT NOT NULL,                 -- register, client, visit or '' as the account says
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)  -- debit +, credit −
) WITHOUT ROWID;
CREATE INDEX ledger_entry_transaction ON ledger_entry (transaction_id);

-- ---------------------------------------------------------------- derived

CREATE TABLE appointment_money (
  appointment_id TEXT PRIMARY KEY,
  total_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE account_balance (
  account TEXT NOT NULL,
  owner TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (account, owner)
) WITHOUT ROWID;

CREATE TABLE client_stat (
  client_id TEXT PRIMARY KEY,
  visits INTEGER NOT NULL,
  spent_minor INTEGER NOT NULL,
  no_shows INTEGER NOT NULL,
  cancelled INTEGER NOT NULL,
  last_day TEXT,
  debt_minor INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE client_index (
  no INTEGER PRIMARY KEY,
  client_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort TEXT NOT NULL,
  phone TEXT NOT NULL,
  folded TEXT NOT NULL,
  digits TEXT NOT NULL,
  retired INTEGER NOT NULL             -- retired clients are not in the two indexes below
);
CREATE INDEX client_index_sort ON client_index (retired, sort);

CREATE VIRTUAL TABLE client_names USING fts5 (
  folded, content = 'client_index', content_rowid = 'no', detail = none, prefix = '1 2 3', tokenize = 'unicode61'
);
CREATE VIRTUAL TABLE client_digits USING fts5 (
  digits, content = 'client_index', content_rowid = 'no', tokenize = 'trigram'
);
CREATE VIRTUAL TABLE client_vocabulary USING fts5vocab (client_names, 'row');
