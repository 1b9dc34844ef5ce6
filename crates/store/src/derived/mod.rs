//! Derived caches: rebuilt by both doors from the rows they are derived from, recomputed by
//! `verify`, never synced.

pub mod appointment_money;
pub mod balance;
pub mod busy_time;
pub mod client_index;
pub mod client_stat;

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::StoreError;
use crate::log::{Logged, Verb};

/// Brings every cache up to date with what an operation changed.
///
/// # Errors
/// What SQLite says.
pub fn refresh(connection: &Connection, logged: &[Logged]) -> Result<(), StoreError> {
    let mut clients = BTreeSet::new();
    let mut visits = BTreeSet::new();
    for entry in logged {
        match entry.table.name {
            "client" => {
                clients.insert(entry.row.clone());
            }
            "client_phone" => {
                clients.extend(owner(connection, entry, "client_id")?);
            }
            "appointment" => {
                visits.insert(entry.row.clone());
            }
            "appointment_service" | "payment" => {
                visits.extend(owner(connection, entry, "appointment_id")?);
            }
            "ledger_entry" => balance::add(connection, &entry.after)?,
            _ => {}
        }
    }
    for client in &clients {
        client_index::refresh(connection, client)?;
    }
    let mut guests = former_clients(logged);
    for visit in &visits {
        appointment_money::refresh(connection, visit)?;
        busy_time::refresh(connection, visit)?;
        guests.extend(client_stat::client_of(connection, visit)?);
    }
    for guest in &guests {
        client_stat::refresh(connection, guest)?;
    }
    Ok(())
}

/// The value of a row's column that never changes: from the log, else from the row.
fn owner(connection: &Connection, entry: &Logged, column: &str) -> Result<Option<String>, StoreError> {
    if entry.verb == Verb::Insert {
        return Ok(entry.after.get(column).and_then(|value| value.as_str()).map(str::to_owned));
    }
    let sql = format!("SELECT {column} AS owner FROM {} WHERE id = ?1", entry.table.name);
    Ok(Some(connection.prepare_cached(&sql)?.query_row([&entry.row], |row| row.get("owner"))?))
}

/// Clients that a visit belonged to before it was given to another.
fn former_clients(logged: &[Logged]) -> BTreeSet<String> {
    let before =
        logged.iter().filter(|entry| entry.table.name == "appointment").filter_map(|entry| entry.before.as_ref());
    before.filter_map(|columns| columns.get("client_id")?.as_str().map(str::to_owned)).collect()
}
