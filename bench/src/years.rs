//! A salon of ten years: a million visits, five of six of them done and paid, with all that a visit
//! leaves behind: receipt, payment, points, sale line and six entries of the ledger. Made once and kept in the
//! system's folder for temporary files, for it takes some gigabytes and minutes.

use std::path::{Path, PathBuf};

use adelante_store::Key;
use rusqlite::{Connection, named_params};

use crate::floor;
use crate::salon::{self, Size};

/// How many visits there are.
pub const VISITS: u32 = 1_000_000;
/// Visits with which the bench itself is tried.
pub const VISITS_SMALL: u32 = 12_000;
const CLIENTS: u32 = 20_000;
const DAYS: u32 = 3_650;
/// Ten clients come every week: each two-hundredth visit is one of theirs.
pub const REGULARS: u32 = 10;

/// The triggers of the tables that are filled would ask for the running operation. The store makes
/// them anew when it opens the file.
const TRIGGERS: &str = "
    SELECT name FROM sqlite_schema
    WHERE type = 'trigger' AND tbl_name IN (
      'appointment', 'appointment_service', 'receipt', 'payment', 'sale_line', 'point_entry',
      'ledger_transaction', 'ledger_entry'
    )
";

const NUMBERED: &str = "
    CREATE TEMP TABLE guest AS SELECT row_number() OVER (ORDER BY id) - 1 AS no, id FROM client;
    CREATE UNIQUE INDEX temp.guest_no ON guest (no);
    CREATE TEMP TABLE master AS
    SELECT row_number() OVER (ORDER BY id) - 1 AS no, id FROM staff_member WHERE role = 'master';
    CREATE TEMP TABLE offered AS
    SELECT row_number() OVER (ORDER BY id) - 1 AS no, id, max(price_minor, 100000) AS price FROM service
    WHERE retired_at IS NULL;
";

/// Ids grow with time, as the salon's do: a visit's number, and which of its rows.
const VISIT: &str = "
    CREATE TEMP TABLE visit AS
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :visits)
    SELECT
      n,
      printf('00%06x-0000-7000-8000-', n) AS begins,
      date('now', '-' || (:days + 40 - n * :days / :visits) || ' days') AS day,
      540 + n % 22 * 30 AS start_min,
      g.id AS client_id, m.id AS staff_id, o.id AS service_id, o.price,
      n % 6 <> 0 AS done
    FROM number
    JOIN guest g ON g.no = CASE n % 200 WHEN 0 THEN n / 200 % :regulars ELSE n % (SELECT count(*) FROM guest) END
    JOIN master m ON m.no = n % (SELECT count(*) FROM master)
    JOIN offered o ON o.no = n % (SELECT count(*) FROM offered)
    ORDER BY n
";

const ROWS: &[&str] = &[
    "INSERT INTO appointment (id, client_id, day, start_min, zone, overridden, status, status_reason, note, source,
       created_at)
     SELECT begins || '0000000000aa', client_id, day, start_min, 'Asia/Almaty', 1,
       CASE done WHEN 1 THEN 'completed' ELSE 'cancelled' END, '', '', '', n * 1000
     FROM visit ORDER BY n",
    "INSERT INTO appointment_service (id, appointment_id, service_id, staff_id, day, start_min, duration_min, position,
       list_price_minor, price_minor, created_at)
     SELECT begins || '0000000000bb', begins || '0000000000aa', service_id, staff_id, day, start_min, 30, 0, price,
       price, n * 1000
     FROM visit ORDER BY n",
    "INSERT INTO receipt (id, kind, register_id, series, number, shift_id, business_day, at, cashier, appointment_id,
       total_minor, reason, print)
     SELECT begins || '0000000000cc', 'sale', (SELECT min(id) FROM register), 0, n, (SELECT min(id) FROM shift), day,
       n * 1000, 'program', begins || '0000000000aa', price, '', '{}'
     FROM visit WHERE done ORDER BY n",
    "INSERT INTO payment (id, receipt_id, appointment_id, method_id, amount_minor, allocation)
     SELECT begins || '0000000000dd', begins || '0000000000cc', begins || '0000000000aa',
       (SELECT min(id) FROM payment_method WHERE kind = 'cash'), price,
       json_array(json_array(begins || '0000000000bb', price))
     FROM visit WHERE done ORDER BY n",
    "INSERT INTO point_entry (id, client_id, appointment_id, payment_id, kind, points, business_day, at)
     SELECT begins || '0000000000ee', client_id, begins || '0000000000aa', begins || '0000000000dd', 'earned',
       price / 1000, day, n * 1000
     FROM visit WHERE done ORDER BY n",
    "INSERT INTO sale_line (id, appointment_id, line_id, service_id, staff_id, client_id, business_day,
       list_price_minor, price_minor, vat_bp, vat_minor)
     SELECT begins || '0000000000ff', begins || '0000000000aa', begins || '0000000000bb', service_id, staff_id,
       client_id, day, price, price, 0, 0
     FROM visit WHERE done ORDER BY n",
    "INSERT INTO ledger_transaction (id, kind, at, business_day, appointment_id)
     SELECT v.begins || printf('%012x', k.place), k.kind, v.n * 1000, v.day, v.begins || '0000000000aa'
     FROM visit v
     JOIN (SELECT 1 AS place, 'payment' AS kind UNION ALL SELECT 2, 'completion' UNION ALL SELECT 3, 'settlement') k
     WHERE v.done ORDER BY v.n, k.place",
    "INSERT INTO ledger_entry (id, transaction_id, account, owner, amount_minor)
     SELECT v.begins || printf('%012x', 16 + e.place), v.begins || printf('%012x', e.of), e.account,
       CASE e.account
         WHEN 'drawer' THEN (SELECT min(id) FROM register)
         WHEN 'service_revenue' THEN ''
         ELSE v.begins || '0000000000aa' END,
       e.sign * v.price
     FROM visit v
     JOIN (
       SELECT 1 AS place, 1 AS of, 'drawer' AS account, 1 AS sign
       UNION ALL SELECT 2, 1, 'visit_prepaid', -1
       UNION ALL SELECT 3, 2, 'client_receivable', 1
       UNION ALL SELECT 4, 2, 'service_revenue', -1
       UNION ALL SELECT 5, 3, 'visit_prepaid', 1
       UNION ALL SELECT 6, 3, 'client_receivable', -1
     ) e
     WHERE v.done ORDER BY v.n, e.place",
    // The caches, as both doors keep them.
    "INSERT INTO appointment_money (appointment_id, total_minor, paid_minor)
     SELECT begins || '0000000000aa', price, price * done FROM visit ORDER BY n",
    "DELETE FROM account_balance",
    "INSERT INTO account_balance (account, owner, amount_minor)
     SELECT account, CASE WHEN account IN ('visit_prepaid', 'client_receivable') THEN '' ELSE owner END,
       sum(amount_minor)
     FROM ledger_entry GROUP BY 1, 2",
    "DELETE FROM client_stat",
    "INSERT INTO client_stat (client_id, visits, spent_minor, no_shows, cancelled, last_day, debt_minor)
     SELECT a.client_id, sum(a.status = 'completed' AND a.sale IS NULL),
       coalesce(sum(m.total_minor) FILTER (WHERE a.status = 'completed'), 0), sum(a.status = 'no_show'),
       sum(a.status = 'cancelled' AND a.sale IS NULL),
       max(a.day) FILTER (WHERE a.status = 'completed' AND a.sale IS NULL),
       coalesce(sum(max(m.total_minor - m.paid_minor, 0)) FILTER (WHERE a.status = 'completed'), 0)
     FROM appointment a JOIN appointment_money m ON m.appointment_id = a.id
     WHERE a.client_id IS NOT NULL AND a.retired_at IS NULL GROUP BY a.client_id",
    "INSERT INTO busy_time (day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id)
     SELECT day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id FROM busy_time_source
     WHERE true ON CONFLICT DO NOTHING",
];

/// The file of ten years, made where it is not there yet. Remove its folder after a migration.
///
/// # Panics
/// Where it cannot be made.
#[must_use]
pub fn file(visits: u32) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("adelante-bench-{visits}-visits"));
    let (file, whole) = (folder.join("salon.db"), folder.join("whole"));
    if whole.exists() {
        return file;
    }
    eprintln!("making {visits} visits in {}: minutes, and some gigabytes", folder.display());
    // What is left of a making that was cut off.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let clients = CLIENTS.min(visits / 10);
    let file = salon::make(&folder, Size { clients, months: 1 });
    fill(&file, &salon::key_of(&file), visits);
    std::fs::write(whole, "").unwrap();
    file
}

fn fill(path: &Path, key: &Key, visits: u32) {
    let connection = floor::open(path, key);
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN")
        .unwrap();
    let triggers: Vec<String> = {
        let mut all = connection.prepare(TRIGGERS).unwrap();
        let names = all.query_map([], |row| row.get("name")).unwrap();
        names.map(Result::unwrap).collect()
    };
    for trigger in triggers {
        connection.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    connection.execute_batch(NUMBERED).unwrap();
    connection.execute(VISIT, named_params! { ":visits": visits, ":days": DAYS, ":regulars": REGULARS }).unwrap();
    for sql in ROWS {
        connection.execute(sql, []).unwrap();
    }
    connection.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}

/// The clients with the most visits, and how many entries the ledger has.
///
/// # Panics
/// Where the file cannot be read.
#[must_use]
pub fn regulars(path: &Path, key: &Key) -> (Vec<String>, u32) {
    let connection: Connection = floor::open(path, key);
    let sql = "SELECT client_id FROM client_stat ORDER BY visits DESC, client_id LIMIT ?1";
    let clients = {
        let mut all = connection.prepare(sql).unwrap();
        let rows = all.query_map([REGULARS], |row| row.get("client_id")).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let entries = connection.query_row("SELECT count(*) FROM ledger_entry", [], |row| row.get(0)).unwrap();
    (clients, entries)
}
