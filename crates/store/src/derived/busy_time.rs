//! When hands and rooms are taken: what the search for free times reads.

use rusqlite::Connection;

use crate::StoreError;

/// Recomputes one visit.
///
/// # Errors
/// What SQLite says.
pub fn refresh(connection: &Connection, appointment: &str) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM busy_time WHERE appointment_id = ?1")?.execute([appointment])?;
    connection.prepare_cached(include_str!("busy_time.sql"))?.execute([appointment])?;
    Ok(())
}

/// Counts stretches that differ from the visits.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row(include_str!("busy_time_wrong.sql"), [], |row| row.get("wrong"))?)
}
