//! Balances of the ledger's accounts: sums of their entries.

use adelante_domain::ledger::Account;
use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::log::Columns;

/// Adds a new entry. The accounts of visits have one cached balance each, of all visits together:
/// there would be one for every visit, and the few entries of one are quickly summed.
///
/// # Errors
/// What SQLite says.
pub fn add(connection: &Connection, entry: &Columns) -> Result<(), StoreError> {
    let text = |name: &str| entry.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let of_visits = Account::VISIT_ACCOUNTS.contains(&text("account"));
    connection.prepare_cached(include_str!("balance_add.sql"))?.execute(named_params! {
        ":account": text("account"),
        ":owner": if of_visits { "" } else { text("owner") },
        ":amount": entry.get("amount_minor").and_then(serde_json::Value::as_i64),
    })?;
    Ok(())
}

/// Counts accounts whose cached balance differs from the sum of entries.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row(include_str!("balance_wrong.sql"), [], |row| row.get("wrong"))?)
}
