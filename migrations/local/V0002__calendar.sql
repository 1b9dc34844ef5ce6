-- The calendar: service blocks, rooms and equipment, schedules, series, groups, the waitlist
-- and standing orders. A column added to a synced table may be NULL, which means its default:
-- the log of older operations does not have it.

ALTER TABLE salon ADD COLUMN calendar_rules TEXT;           -- JSON: step_min, gap_min, own_schedule, sources

ALTER TABLE service ADD COLUMN processing_min INTEGER;      -- of duration_min: the client waits
ALTER TABLE service ADD COLUMN finishing_min INTEGER;       -- of duration_min: hands on again
ALTER TABLE service ADD COLUMN transition_min INTEGER;      -- clean-up after duration_min
ALTER TABLE service ADD COLUMN resources TEXT;              -- JSON array of {resource_id, part}

ALTER TABLE appointment ADD COLUMN series_id TEXT;
ALTER TABLE appointment ADD COLUMN group_id TEXT;
ALTER TABLE appointment ADD COLUMN conflicts TEXT;          -- JSON array: what it was booked in spite of
ALTER TABLE appointment ADD COLUMN to_call INTEGER;
ALTER TABLE appointment ADD COLUMN started_at INTEGER;
ALTER TABLE appointment ADD COLUMN finished_at INTEGER;
CREATE INDEX appointment_series ON appointment (series_id, day) WHERE series_id IS NOT NULL;
CREATE INDEX appointment_group ON appointment (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX appointment_to_call ON appointment (day) WHERE to_call = 1;

ALTER TABLE appointment_service ADD COLUMN processing_min INTEGER;
ALTER TABLE appointment_service ADD COLUMN finishing_min INTEGER;
ALTER TABLE appointment_service ADD COLUMN transition_min INTEGER;
ALTER TABLE appointment_service ADD COLUMN resources TEXT;  -- as the service's, when it was booked

CREATE TABLE resource (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 50),
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;

CREATE TABLE staff_offer (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  service_id TEXT NOT NULL REFERENCES service (id),
  price_minor INTEGER,
  duration_min INTEGER,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX staff_offer_service ON staff_offer (service_id, staff_id);

CREATE TABLE client_service (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id),
  service_id TEXT NOT NULL REFERENCES service (id),
  price_minor INTEGER,
  duration_min INTEGER,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX client_service_client ON client_service (client_id, service_id);

CREATE TABLE shift_pattern (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_day TEXT NOT NULL,
  until_day TEXT,
  days TEXT NOT NULL,                  -- JSON: per day null, or [[start, end], [break start, break end] …]
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX shift_pattern_staff ON shift_pattern (staff_id, from_day);

CREATE TABLE schedule_day (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  day TEXT NOT NULL,
  hours TEXT NOT NULL,                 -- JSON as in shift_pattern; null: off
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX schedule_day_day ON schedule_day (day, staff_id);

CREATE TABLE time_off (
  id TEXT PRIMARY KEY,
  staff_id TEXT REFERENCES staff_member (id),   -- NULL: the whole salon
  from_day TEXT NOT NULL,
  from_min INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1440),
  to_day TEXT NOT NULL,
  to_min INTEGER NOT NULL CHECK (to_min BETWEEN 0 AND 1440),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX time_off_to_day ON time_off (to_day);

CREATE TABLE group_event (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  day TEXT NOT NULL,
  start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  duration_min INTEGER NOT NULL CHECK (duration_min > 0),
  places INTEGER NOT NULL CHECK (places BETWEEN 1 AND 100),
  title TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX group_event_day ON group_event (day);

CREATE TABLE waitlist_entry (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id),
  service_id TEXT NOT NULL REFERENCES service (id),
  staff_id TEXT REFERENCES staff_member (id),
  from_day TEXT,
  to_day TEXT,
  part TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL,
  state_reason TEXT NOT NULL,
  appointment_id TEXT,
  offer_staff_id TEXT,
  offer_day TEXT,
  offer_start_min INTEGER,
  offer_end_min INTEGER,
  offer_until INTEGER,
  notified_at INTEGER,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX waitlist_entry_state ON waitlist_entry (state);
CREATE INDEX waitlist_entry_client ON waitlist_entry (client_id);

CREATE TABLE standing_order (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id),
  services TEXT NOT NULL,              -- JSON array of service ids
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  every_weeks INTEGER NOT NULL CHECK (every_weeks BETWEEN 1 AND 26),
  mode TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
) WITHOUT ROWID;
CREATE INDEX standing_order_client ON standing_order (client_id);

-- ---------------------------------------------------------------- derived

-- When somebody's hands, or a room, are taken: one row per stretch of each booked service of a
-- living visit. While the client waits, the hands are free.
CREATE TABLE busy_time (
  day TEXT NOT NULL,
  owner TEXT NOT NULL,                 -- staff member or resource
  start_min INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  end_min INTEGER NOT NULL,            -- with the clean-up
  clean_min INTEGER NOT NULL,          -- of it clean-up, at its end
  appointment_id TEXT NOT NULL,
  group_id TEXT,
  PRIMARY KEY (day, owner, start_min, line_id)
) WITHOUT ROWID;
CREATE INDEX busy_time_appointment ON busy_time (appointment_id);

CREATE VIEW busy_time_source AS
WITH line AS NOT MATERIALIZED (
  SELECT s.id, s.appointment_id, a.group_id, s.staff_id, s.day, s.start_min, s.duration_min, s.resources,
    min(coalesce(s.finishing_min, 0), s.duration_min - 1) AS finishing,
    min(coalesce(s.processing_min, 0), s.duration_min - 1 - min(coalesce(s.finishing_min, 0), s.duration_min - 1))
      AS processing,
    coalesce(s.transition_min, 0) AS transition
  FROM appointment_service s
  JOIN appointment a ON a.id = s.appointment_id
  WHERE s.retired_at IS NULL AND a.retired_at IS NULL AND a.status NOT IN ('cancelled', 'no_show')
)
SELECT day, staff_id AS owner, start_min, id AS line_id,
  start_min + duration_min + transition AS end_min, transition AS clean_min, appointment_id, group_id
FROM line WHERE processing = 0
UNION ALL
SELECT day, staff_id, start_min, id, start_min + duration_min - processing - finishing, 0, appointment_id, group_id
FROM line WHERE processing > 0
UNION ALL
SELECT day, staff_id, start_min + duration_min - finishing, id, start_min + duration_min + transition, transition,
  appointment_id, group_id
FROM line WHERE processing > 0 AND finishing + transition > 0
UNION ALL
SELECT line.day, need.value ->> 'resource_id',
  line.start_min + CASE need.value ->> 'part'
    WHEN 'processing' THEN duration_min - processing - finishing
    WHEN 'finishing' THEN duration_min - finishing
    ELSE 0 END,
  line.id,
  line.start_min + CASE need.value ->> 'part'
    WHEN 'active' THEN duration_min - processing - finishing
    WHEN 'processing' THEN duration_min - finishing
    WHEN 'finishing' THEN duration_min
    ELSE duration_min + transition END,
  0, appointment_id, group_id
FROM line, json_each(line.resources) AS need
WHERE line.resources IS NOT NULL
  AND CASE need.value ->> 'part' WHEN 'processing' THEN processing WHEN 'finishing' THEN finishing ELSE 1 END > 0;

INSERT INTO busy_time (day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id)
SELECT day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id FROM busy_time_source;
