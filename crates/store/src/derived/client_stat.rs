//! A client's figures for lists: visits, spent, no-shows, debt.

use rusqlite::{Connection, OptionalExtension};

use crate::StoreError;

/// Recomputes one client.
///
/// # Errors
/// What SQLite says.
pub fn refresh(connection: &Connection, client: &str) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("client_stat.sql"))?.execute([client])?;
    Ok(())
}

/// The client of a visit.
///
/// # Errors
/// What SQLite says.
pub fn client_of(connection: &Connection, appointment: &str) -> Result<Option<String>, StoreError> {
    let mut find = connection.prepare_cached("SELECT client_id FROM appointment WHERE id = ?1")?;
    Ok(find.query_row([appointment], |row| row.get("client_id")).optional()?.flatten())
}

/// Counts clients whose figures differ from the facts.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row(include_str!("client_stat_wrong.sql"), [], |row| row.get("wrong"))?)
}
