//! Balances of the ledger's accounts: sums of their entries.

use adelante_domain::ledger::Account;
use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::log::Columns;

/// Adds a new entry. A visit's own accounts have no cached balance: there would be one for every
/// visit, and the few entries are quickly summed.
///
/// # Errors
/// What SQLite says.
pub fn add(connection: &Connection, entry: &Columns) -> Result<(), StoreError> {
    let text = |name: &str| entry.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    if Account::VISIT_ACCOUNTS.contains(&text("account")) {
        return Ok(());
    }
    connection.prepare_cached(include_str!("balance_add.sql"))?.execute(named_params! {
        ":account": text("account"),
        ":owner": text("owner"),
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
