//! How much of each product there is, and what it is worth.

use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::log::Columns;

/// Adds a new movement.
///
/// # Errors
/// What SQLite says.
pub fn add(connection: &Connection, movement: &Columns) -> Result<(), StoreError> {
    let number = |name: &str| movement.get(name).and_then(serde_json::Value::as_i64);
    connection.prepare_cached(include_str!("product_stock_add.sql"))?.execute(named_params! {
        ":product_id": movement.get("product_id").and_then(|value| value.as_str()),
        ":quantity": number("quantity_milli"),
        ":cost": number("cost_minor"),
    })?;
    Ok(())
}

/// Counts products whose cached stock differs from the sum of their movements.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row(include_str!("product_stock_wrong.sql"), [], |row| row.get("wrong"))?)
}
