//! The floors: the least that SQLite does for each job, on a file with the same cipher, the same
//! journal and the same durability as the salon's.

use std::path::Path;

use adelante_store::Key;
use rusqlite::types::Value;
use rusqlite::{Connection, named_params};

const SCHEMA: &str = "
    CREATE TABLE plain (id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, c INTEGER NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE names USING fts5 (name, prefix = '1 2 3', tokenize = 'unicode61');
    CREATE VIRTUAL TABLE phones USING fts5 (digits, tokenize = 'trigram');
";

const INSERT: &str = "INSERT INTO plain (id, a, b, c) VALUES (:id, :a, :b, :c)";
const BY_NAME: &str = "SELECT rowid, name FROM names WHERE names MATCH :match LIMIT 20";
const BY_DIGITS: &str = "SELECT rowid, digits FROM phones WHERE phones MATCH :match LIMIT 20";

/// On the salon's own file: the visits of a day with names and money, and nothing else.
const DAY: &str = "
    SELECT a.id, a.status, s.id AS line, s.staff_id, s.start_min, s.duration_min, v.name AS service,
      i.name AS client, m.total_minor, m.paid_minor
    FROM appointment a
    JOIN appointment_service s ON s.appointment_id = a.id AND s.retired_at IS NULL
    JOIN service v ON v.id = s.service_id
    JOIN appointment_money m ON m.appointment_id = a.id
    LEFT JOIN client_index i ON i.client_id = a.client_id
    WHERE a.day = :day AND a.retired_at IS NULL
    ORDER BY a.start_min, a.id
";

/// On the salon's own file, in the order in which it lies there: when whose hands are taken.
const BUSY: &str = "
    SELECT owner, day, start_min, end_min FROM busy_time
    WHERE day BETWEEN :from AND :to ORDER BY day, owner, start_min
";
/// What one person's day depends on: the same rows that the search needs, and nothing done with them.
const DAY_OF_ONE: &[&str] = &[
    "SELECT id, zone, closing_min, opens_min, closes_min, calendar_rules FROM salon WHERE retired_at IS NULL",
    "SELECT id, name, in_calendar, services, retired_at FROM staff_member WHERE id = :owner",
    "SELECT weekday, working, start_min, end_min, break_start_min, break_end_min FROM work_hours
     WHERE staff_id = :owner AND retired_at IS NULL",
    "SELECT staff_id, from_day, until_day, days FROM shift_pattern WHERE retired_at IS NULL ORDER BY from_day, id",
    "SELECT staff_id, day, hours FROM schedule_day
     WHERE day BETWEEN :from AND date(:from, '1 day') AND retired_at IS NULL ORDER BY id",
    "SELECT staff_id, from_day, from_min, to_day, to_min FROM time_off
     WHERE to_day >= :from AND from_day <= date(:from, '1 day') AND retired_at IS NULL",
    "SELECT staff_id, day, start_min, duration_min FROM group_event
     WHERE day BETWEEN date(:from, '-1 day') AND date(:from, '1 day') AND retired_at IS NULL",
    "SELECT offer_staff_id, offer_day, offer_start_min, offer_end_min FROM waitlist_entry
     WHERE state = 'offered' AND retired_at IS NULL
       AND offer_day BETWEEN date(:from, '-1 day') AND date(:from, '1 day')",
    "SELECT id, name, duration_min, processing_min, finishing_min, transition_min, resources, price_minor
     FROM service WHERE id = :service",
    "SELECT staff_id, price_minor, duration_min FROM staff_offer WHERE service_id = :service AND retired_at IS NULL",
    "SELECT day, start_min, end_min FROM busy_time
     WHERE day IN (date(:from, '-2 day'), date(:from, '-1 day'), :from, date(:from, '1 day')) AND owner = :owner
     ORDER BY day, start_min",
];

/// A file to do the least in.
pub struct Floor {
    connection: Connection,
    rows: u64,
}

impl Floor {
    /// A new file with 100 000 rows in it.
    #[must_use]
    pub fn new(path: &Path, key: &Key, clients: &[(String, String)]) -> Self {
        let connection = open(path, key);
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;").unwrap();
        connection.execute_batch(SCHEMA).unwrap();
        let mut floor = Self { connection, rows: 0 };
        floor.connection.execute_batch("BEGIN").unwrap();
        for (name, digits) in clients {
            floor.insert();
            let connection = &floor.connection;
            connection.prepare_cached("INSERT INTO names (name) VALUES (?1)").unwrap().execute([name]).unwrap();
            connection.prepare_cached("INSERT INTO phones (digits) VALUES (?1)").unwrap().execute([digits]).unwrap();
        }
        floor.connection.execute_batch("COMMIT").unwrap();
        floor
    }

    /// One durable transaction of so many rows.
    pub fn commit(&mut self, rows: usize) {
        self.connection.prepare_cached("BEGIN IMMEDIATE").unwrap().execute([]).unwrap();
        for _ in 0..rows {
            self.insert();
        }
        self.connection.prepare_cached("COMMIT").unwrap().execute([]).unwrap();
    }

    fn insert(&mut self) {
        self.rows += 1;
        // Ids that grow, as the salon's do.
        let id = format!("0193{:012x}-7000-8000-000000000000", self.rows);
        self.connection
            .prepare_cached(INSERT)
            .unwrap()
            .execute(named_params! { ":id": id, ":a": "Айгерим", ":b": "Сапарова", ":c": self.rows })
            .unwrap();
    }

    /// A bare FTS5 prefix query; how many rows it gave.
    #[must_use]
    pub fn by_name(&self, prefix: &str) -> usize {
        self.texts(BY_NAME, &format!("\"{prefix}\"*"))
    }

    /// A bare trigram query; how many rows it gave.
    #[must_use]
    pub fn by_digits(&self, digits: &str) -> usize {
        self.texts(BY_DIGITS, &format!("\"{digits}\""))
    }

    fn texts(&self, sql: &str, expression: &str) -> usize {
        let mut all = self.connection.prepare_cached(sql).unwrap();
        let mut rows = all.query(named_params! { ":match": expression }).unwrap();
        let mut found = 0;
        while let Some(row) = rows.next().unwrap() {
            let text: String = row.get(1).unwrap();
            found += usize::from(!text.is_empty());
        }
        found
    }
}

/// The bare join over a day of the salon's own file.
pub struct Join(Connection);

impl Join {
    /// On the salon's file.
    #[must_use]
    pub fn open(path: &Path, key: &Key) -> Self {
        Self(open(path, key))
    }

    /// Reads the day; how many lines it has.
    #[must_use]
    pub fn day(&self, day: &str) -> usize {
        let mut all = self.0.prepare_cached(DAY).unwrap();
        let mut rows = all.query(named_params! { ":day": day }).unwrap();
        let mut found = 0;
        while let Some(row) = rows.next().unwrap() {
            for column in ["id", "status", "line", "staff_id", "service"] {
                let text: String = row.get(column).unwrap();
                found += usize::from(text.is_empty());
            }
            let _client: Option<String> = row.get("client").unwrap();
            for column in ["start_min", "duration_min", "total_minor", "paid_minor"] {
                let _number: i64 = row.get(column).unwrap();
            }
            found += 1;
        }
        found
    }
}

/// The bare sweep over when whose hands are taken, on the salon's own file.
pub struct Sweep(Connection);

impl Sweep {
    /// On the salon's file.
    #[must_use]
    pub fn open(path: &Path, key: &Key) -> Self {
        Self(open(path, key))
    }

    /// Reads everything that a person's free times of a day and a service depend on; how many rows.
    #[must_use]
    pub fn day_of_one(&self, from: &str, owner: &str, service: &str) -> u32 {
        let given = [(":from", from), (":owner", owner), (":service", service)];
        let mut read = 0;
        for sql in DAY_OF_ONE {
            let mut all = self.0.prepare_cached(sql).unwrap();
            for (name, value) in given.iter().filter(|(name, _)| sql.contains(name)) {
                let place = all.parameter_index(name).unwrap().unwrap();
                all.raw_bind_parameter(place, value).unwrap();
            }
            let columns = all.column_count();
            let mut rows = all.raw_query();
            while let Some(row) = rows.next().unwrap() {
                let kept: Vec<Value> = (0..columns).map(|place| row.get(place).unwrap()).collect();
                read += u32::from(!kept.is_empty());
            }
        }
        read
    }

    /// Reads the days of everybody and walks over each column once: how many holes of at least so many minutes
    /// there are between `opens` and `closes`, and how many rows.
    #[must_use]
    pub fn holes(&self, (from, to): (&str, &str), (opens, closes): (i64, i64), minutes: i64) -> (u32, u32) {
        let mut all = self.0.prepare_cached(BUSY).unwrap();
        let mut rows = all.query(named_params! { ":from": from, ":to": to }).unwrap();
        let (mut holes, mut read) = (0, 0);
        let (mut column, mut free_from) = ((String::new(), String::new()), closes);
        while let Some(row) = rows.next().unwrap() {
            let (of, day): (String, String) = (row.get(0).unwrap(), row.get(1).unwrap());
            let (start, end): (i64, i64) = (row.get(2).unwrap(), row.get(3).unwrap());
            if (&column.0, &column.1) != (&of, &day) {
                holes += u32::from(closes - free_from >= minutes);
                (column, free_from) = ((of, day), opens);
            }
            holes += u32::from(start - free_from >= minutes);
            free_from = free_from.max(end);
            read += 1;
        }
        (holes + u32::from(closes - free_from >= minutes), read)
    }
}

/// The bare sums of what everybody earned, on the salon's own file.
pub struct Earned(Connection);

impl Earned {
    /// On the salon's file.
    #[must_use]
    pub fn open(path: &Path, key: &Key) -> Self {
        Self(open(path, key))
    }

    /// Sums what each person earned of a stretch of days: how many people, how many lines.
    #[must_use]
    pub fn sums(&self, from: &str, to: &str) -> (u32, u32) {
        let sql = "SELECT m.id, count(c.id), sum(c.amount_minor) FROM staff_member m JOIN commission c \
                   ON c.staff_id = m.id AND c.business_day BETWEEN ?1 AND ?2 GROUP BY m.id";
        let mut all = self.0.prepare_cached(sql).unwrap();
        let mut rows = all.query([from, to]).unwrap();
        let (mut people, mut lines) = (0, 0);
        while let Some(row) = rows.next().unwrap() {
            let _: i64 = row.get(2).unwrap();
            people += 1;
            lines += row.get::<_, u32>(1).unwrap();
        }
        (people, lines)
    }
}

fn open(path: &Path, key: &Key) -> Connection {
    let connection = Connection::open(path).unwrap();
    let digits: String = key.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    connection.execute_batch(&format!("PRAGMA key = \"x'{digits}'\"; PRAGMA cache_size = -16000;")).unwrap();
    connection.set_prepared_statement_cache_capacity(64);
    connection
}
