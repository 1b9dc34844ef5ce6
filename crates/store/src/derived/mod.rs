//! Derived caches: rebuilt by both doors from the rows they are derived from, recomputed by
//! `verify`, never synced.

pub mod appointment_money;
pub mod balance;
pub mod busy_time;
pub mod client_index;
pub mod client_stat;
pub mod product_stock;

use std::collections::BTreeSet;

use adelante_domain::appointment::takes_time;
use rusqlite::Connection;

use crate::StoreError;
use crate::log::{Columns, Logged, Verb};

/// Where an operation was made. Of one made here it is known what the rows were before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// By the write door.
    Here,
    /// By another device: what it found may differ from what was found here.
    Elsewhere,
}

/// Brings every cache up to date with what an operation changed.
///
/// # Errors
/// What SQLite says.
pub fn refresh(connection: &Connection, logged: &[Logged], made: Made) -> Result<(), StoreError> {
    let mut clients = BTreeSet::new();
    let mut visits = BTreeSet::new();
    let mut moved = BTreeSet::new();
    let mut balances = balance::Balances::new();
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
                if made == Made::Elsewhere || !only_goes_on(entry) {
                    moved.insert(entry.row.clone());
                }
            }
            "appointment_service" => {
                let visit = owner(connection, entry, "appointment_id")?;
                moved.extend(visit.clone());
                visits.extend(visit);
            }
            "bill_item" => visits.extend(owner(connection, entry, "appointment_id")?),
            "payment" => visits.extend(owner(connection, entry, "appointment_id")?),
            "stock_movement" => product_stock::add(connection, &entry.after)?,
            "ledger_entry" => balance::count(&mut balances, &entry.after)?,
            _ => {}
        }
    }
    balance::add(connection, &balances)?;
    for client in &clients {
        client_index::refresh(connection, client)?;
    }
    let mut guests = former_clients(logged);
    for visit in &visits {
        appointment_money::refresh(connection, visit)?;
        if moved.contains(visit) {
            busy_time::refresh(connection, visit)?;
        }
        guests.extend(client_stat::client_of(connection, visit)?);
    }
    for guest in &guests {
        client_stat::refresh(connection, guest)?;
    }
    Ok(())
}

/// A visit that stays where it is: only its status or times went on, among those that take time.
fn only_goes_on(entry: &Logged) -> bool {
    let Some(before) = &entry.before else { return false };
    let lives = |columns: &Columns| {
        let status = columns.get("status").and_then(|status| status.as_str()?.parse().ok());
        status.is_none_or(takes_time)
    };
    let touched = |column: &str| entry.after.contains_key(column);
    lives(before) == lives(&entry.after) && !["day", "start_min", "group_id", "retired_at"].into_iter().any(touched)
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
