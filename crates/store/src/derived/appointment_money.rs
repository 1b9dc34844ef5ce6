//! What a visit costs and what is paid of it.

use rusqlite::Connection;

use crate::StoreError;

/// Recomputes one visit.
///
/// # Errors
/// What SQLite says.
pub fn refresh(connection: &Connection, appointment: &str) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("appointment_money.sql"))?.execute([appointment])?;
    Ok(())
}

/// Counts visits whose cache differs from the facts.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row(include_str!("appointment_money_wrong.sql"), [], |row| row.get("wrong"))?)
}
