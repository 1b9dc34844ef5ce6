//! A ledger of a million entries: two years of visits, paid and done, in a file that is otherwise
//! the salon's.

use std::path::Path;

use adelante_store::Key;
use rusqlite::{Connection, named_params};

/// Months that the entries are spread over.
pub const MONTHS: u32 = 24;
/// Visits; each posts a payment, a completion and a settlement: seven entries.
pub const VISITS: u32 = 142_858;

/// The triggers of the tables that are filled: they would ask for the running operation. The store
/// makes them anew when it opens the file.
const TRIGGERS: &str = "
    SELECT name FROM sqlite_schema
    WHERE type = 'trigger' AND tbl_name IN ('ledger_transaction', 'ledger_entry', 'sale_line')
";

/// Ids grow with time, as the salon's do: a visit's number, and which of its rows.
const NUMBERS: &str = "
    CREATE TEMP TABLE visit_number AS
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :visits)
    SELECT n, printf('00%06x-0000-7000-8000-', n) AS begins,
      date('2024-01-01', (n * :months / :visits) || ' months', (n % 27) || ' days') AS day
    FROM number
";

const TRANSACTIONS: &str = "
    INSERT INTO ledger_transaction (id, kind, at, business_day, appointment_id)
    SELECT v.begins || printf('%012x', k.place), k.kind, v.n * 1000, v.day, v.begins || '0000000000aa'
    FROM visit_number v
    JOIN (SELECT 1 AS place, 'payment' AS kind UNION ALL SELECT 2, 'completion' UNION ALL SELECT 3, 'settlement') k
    ORDER BY v.n, k.place
";

const ENTRIES: &str = "
    INSERT INTO ledger_entry (id, transaction_id, account, owner, amount_minor)
    SELECT v.begins || printf('%012x', 16 + e.place), v.begins || printf('%012x', e.of), e.account,
      CASE e.account
        WHEN 'drawer' THEN '00000000-0000-7000-8000-000000000001'
        WHEN 'service_revenue' THEN '' WHEN 'vat_payable' THEN ''
        ELSE v.begins || '0000000000aa' END,
      e.amount
    FROM visit_number v
    JOIN (
      SELECT 1 AS place, 1 AS of, 'drawer' AS account, 11600 AS amount
      UNION ALL SELECT 2, 1, 'visit_prepaid', -11600
      UNION ALL SELECT 3, 2, 'client_receivable', 11600
      UNION ALL SELECT 4, 2, 'service_revenue', -10000
      UNION ALL SELECT 5, 2, 'vat_payable', -1600
      UNION ALL SELECT 6, 3, 'visit_prepaid', 11600
      UNION ALL SELECT 7, 3, 'client_receivable', -11600
    ) e
    ORDER BY v.n, e.place
";

const SOLD: &str = "
    INSERT INTO sale_line (id, appointment_id, line_id, service_id, staff_id, business_day, list_price_minor,
      price_minor, vat_bp, vat_minor)
    SELECT v.begins || '0000000000ff', v.begins || '0000000000aa', '', s.id, '', v.day, 11600, 11600, 1600, 1600
    FROM visit_number v
    JOIN (SELECT min(id) AS id FROM service) s
    ORDER BY v.n
";

const BALANCES: &str = "
    INSERT INTO account_balance (account, owner, amount_minor)
    SELECT account, CASE WHEN account IN ('visit_prepaid', 'client_receivable') THEN '' ELSE owner END,
      sum(amount_minor)
    FROM ledger_entry
    GROUP BY 1, 2
";

/// The month's entries of income and costs, summed, and nothing else.
const LEAST: &str = "
    SELECT sum(e.amount_minor) FROM ledger_transaction t
    JOIN ledger_entry e ON e.transaction_id = t.id
    WHERE t.business_day BETWEEN :from AND :to AND e.account = 'service_revenue'
";

/// Puts the million entries into a salon's file that nobody has open.
///
/// # Panics
/// Where the file cannot be filled.
#[must_use]
pub fn fill(path: &Path, key: &Key) -> Ledger {
    let connection = crate::floor::open(path, key);
    connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN").unwrap();
    let triggers: Vec<String> = {
        let mut all = connection.prepare(TRIGGERS).unwrap();
        let names = all.query_map([], |row| row.get("name")).unwrap();
        names.map(Result::unwrap).collect()
    };
    for trigger in triggers {
        connection.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    connection.execute(NUMBERS, named_params! { ":visits": VISITS, ":months": MONTHS }).unwrap();
    for sql in [TRANSACTIONS, ENTRIES, SOLD, "DELETE FROM account_balance", BALANCES] {
        connection.execute(sql, []).unwrap();
    }
    connection.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    Ledger(connection)
}

/// The filled ledger, for the floor.
pub struct Ledger(Connection);

impl Ledger {
    /// How many entries it has.
    ///
    /// # Panics
    /// Where the file cannot be read.
    #[must_use]
    pub fn entries(&self) -> u32 {
        self.0.query_row("SELECT count(*) FROM ledger_entry", [], |row| row.get(0)).unwrap()
    }

    /// The least that reading a month's income is.
    ///
    /// # Panics
    /// Where the file cannot be read.
    #[must_use]
    pub fn month(&self, from: &str, to: &str) -> i64 {
        let mut sum = self.0.prepare_cached(LEAST).unwrap();
        sum.query_row(named_params! { ":from": from, ":to": to }, |row| row.get(0)).unwrap()
    }
}
