//! The check of the whole file: what a person, a test after a kill, and a restored backup ask.

use rusqlite::Connection;

use crate::door::chain;
use crate::operation::{self, Change};
use crate::{Store, StoreError, apply, derived, triggers};

/// Operations read at a time while the chains are checked.
const CHAIN_PAGE: u32 = 500;

/// One line of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `integrity`, `foreign_keys`, `triggers`, `ledger`, `caches`, `chain`, `receipts`.
    pub name: &'static str,
    /// In order.
    pub ok: bool,
    /// How many things were looked at.
    pub count: u64,
    /// What is wrong, without personal data; empty where all is well.
    pub detail: String,
}

impl Store {
    /// Checks everything that can be recomputed.
    ///
    /// # Errors
    /// What SQLite says where it cannot even read.
    pub fn verify(&self) -> Result<Vec<Check>, StoreError> {
        // On a connection of its own: FTS5's integrity check trusts what an older read left
        // behind on a connection, and then reports damage that is not there.
        run(&self.new_reader()?)
    }
}

pub(crate) fn run(connection: &Connection) -> Result<Vec<Check>, StoreError> {
    Ok(vec![
        integrity(connection)?,
        foreign_keys(connection)?,
        triggers_in_place(connection)?,
        ledger(connection)?,
        caches(connection)?,
        chains(connection)?,
        receipts(connection)?,
    ])
}

fn check(name: &'static str, count: u64, wrong: u64, what: &str) -> Check {
    let detail = if wrong == 0 { String::new() } else { format!("{wrong} {what}") };
    Check { name, ok: wrong == 0, count, detail }
}

fn integrity(connection: &Connection) -> Result<Check, StoreError> {
    let pages: u64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    let first: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let ok = first == "ok";
    Ok(Check { name: "integrity", ok, count: pages, detail: if ok { String::new() } else { first } })
}

fn foreign_keys(connection: &Connection) -> Result<Check, StoreError> {
    let mut all = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = all.query([])?;
    let mut wrong = 0;
    while rows.next()?.is_some() {
        wrong += 1;
    }
    Ok(check("foreign_keys", u64::try_from(crate::tables::TABLES.len()).unwrap_or(0), wrong, "rows refer to nothing"))
}

fn triggers_in_place(connection: &Connection) -> Result<Check, StoreError> {
    let count =
        connection.query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", [], |row| row.get(0))?;
    let wrong = u64::from(triggers::hash_in_file(connection)? != triggers::expected_hash());
    Ok(check("triggers", count, wrong, "set of triggers was altered"))
}

fn ledger(connection: &Connection) -> Result<Check, StoreError> {
    let (count, wrong) = connection
        .query_row(include_str!("verify_ledger.sql"), [], |row| Ok((row.get("transactions")?, row.get("wrong")?)))?;
    Ok(check("ledger", count, wrong, "transactions do not balance"))
}

fn caches(connection: &Connection) -> Result<Check, StoreError> {
    let count = connection.query_row(
        "SELECT (SELECT count(*) FROM appointment) + (SELECT count(*) FROM client)",
        [],
        |row| row.get(0),
    )?;
    let wrong = derived::appointment_money::wrong(connection)?
        + derived::busy_time::wrong(connection)?
        + derived::balance::wrong(connection)?
        + derived::client_stat::wrong(connection)?
        + derived::product_stock::wrong(connection)?
        + derived::client_index::wrong(connection)?;
    Ok(check("caches", count, wrong, "cached figures differ from the facts"))
}

fn receipts(connection: &Connection) -> Result<Check, StoreError> {
    let (count, wrong) = connection
        .query_row(include_str!("verify_receipts.sql"), [], |row| Ok((row.get("receipts")?, row.get("wrong")?)))?;
    Ok(check("receipts", count, wrong, "receipt numbers have a gap or a double, or sums differ from their payments"))
}

/// Every chain from its first operation to its head, and every row from its last change.
fn chains(connection: &Connection) -> Result<Check, StoreError> {
    let mut heads = connection.prepare("SELECT device, device_seq, hash FROM chain")?;
    let heads: Vec<(String, i64, Vec<u8>)> = heads
        .query_map([], |row| Ok((row.get("device")?, row.get("device_seq")?, row.get("hash")?)))?
        .collect::<Result<_, _>>()?;
    let (mut count, mut wrong) = (0, 0);
    for (device, last_seq, head) in heads {
        let (mut seq, mut hash) = (0, vec![0; 32]);
        loop {
            let page = operation::of_device(connection, &device, seq, CHAIN_PAGE)?;
            if page.is_empty() {
                break;
            }
            for link in page {
                let mut hashes = Vec::new();
                for change in operation::changes(connection, link.id)? {
                    wrong += u64::from(!change_fits(connection, &change)?);
                    hashes.push(change.hash);
                }
                let continues = link.device_seq == seq + 1 && link.prev_hash == hash;
                let whole = chain::operation_hash(&link, &hashes) == *link.hash;
                wrong += u64::from(!(continues && whole));
                count += 1;
                (seq, hash) = (link.device_seq, link.hash);
            }
        }
        wrong += u64::from(seq != last_seq || hash != head);
    }
    wrong += altered_rows(connection)?;
    Ok(check("chain", count, wrong, "links of the audit chain were altered"))
}

fn change_fits(connection: &Connection, change: &Change) -> Result<bool, StoreError> {
    let after = match &change.after {
        Some(text) => text.clone(),
        None => match apply::row_columns(connection, change.table, &change.row)? {
            Some(row) => serde_json::to_string(&row)?,
            None => return Ok(false),
        },
    };
    let (table, verb) = (change.table.name, change.verb.as_str());
    let hash = chain::change_hash(&change.salt, table, &change.row, verb, change.before.as_deref(), &after);
    Ok(hash == *change.hash)
}

/// Editable rows that differ from what the log makes of them: every change of the row in the
/// order of the clocks, the last writer of each column wins.
fn replay_differs(connection: &Connection, table: &'static crate::tables::Table) -> Result<u64, StoreError> {
    let mut wrong = 0;
    let mut ids = connection.prepare(&format!("SELECT id FROM {} ORDER BY id", table.name))?;
    let mut rows = ids.query([])?;
    let mut log = connection.prepare(include_str!("verify_replay.sql"))?;
    while let Some(row) = rows.next()? {
        let id: String = row.get("id")?;
        let mut made = crate::log::Columns::new();
        let mut changes = log.query([table.name, &id])?;
        while let Some(change) = changes.next()? {
            let after: crate::log::Columns = serde_json::from_str(&change.get::<_, String>("after")?)?;
            made.extend(after);
        }
        let made: crate::log::Columns = made.into_iter().filter(|(_, value)| !value.is_null()).collect();
        wrong += u64::from(apply::row_columns(connection, table, &id)? != Some(made));
    }
    Ok(wrong)
}

/// Rows of synced tables that the log has not made, or made otherwise.
fn altered_rows(connection: &Connection) -> Result<u64, StoreError> {
    let mut wrong = 0;
    for table in crate::tables::TABLES {
        let sql = format!(
            "SELECT count(*) FROM {name} WHERE id NOT IN \
             (SELECT row FROM change WHERE tbl = '{name}' AND verb = 'insert')",
            name = table.name
        );
        wrong += connection.query_row(&sql, [], |row| row.get::<_, u64>(0))?;
        if !table.is_append_only() {
            wrong += replay_differs(connection, table)?;
        }
    }
    Ok(wrong)
}
