//! When this register's fiscal device was out of reach: what the legal limits count.

use adelante_base::Timestamp;
use rusqlite::Connection;

use crate::StoreError;

/// A stretch without a link; without an end it still lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// Since.
    pub began_at: Timestamp,
    /// Until.
    pub ended_at: Option<Timestamp>,
}

/// The device is out of reach since now, where it was not before.
///
/// # Errors
/// What SQLite says.
pub fn begin(connection: &Connection, at: Timestamp) -> Result<(), StoreError> {
    let lasts = "SELECT EXISTS (SELECT 1 FROM fiscal_outage WHERE ended_at IS NULL) AS lasts";
    if !connection.prepare_cached(lasts)?.query_row([], |row| row.get::<_, bool>("lasts"))? {
        let sql =
            "INSERT INTO fiscal_outage (began_at) VALUES (?1) ON CONFLICT (began_at) DO UPDATE SET ended_at = NULL";
        connection.prepare_cached(sql)?.execute([at.millis()])?;
    }
    Ok(())
}

/// The device is there again.
///
/// # Errors
/// What SQLite says.
pub fn end(connection: &Connection, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE fiscal_outage SET ended_at = max(began_at, ?1) WHERE ended_at IS NULL";
    connection.prepare_cached(sql)?.execute([at.millis()])?;
    Ok(())
}

/// Outages that touch the time since a moment, oldest first.
///
/// # Errors
/// What SQLite says.
pub fn since(connection: &Connection, at: Timestamp) -> Result<Vec<Outage>, StoreError> {
    let sql = "SELECT began_at, ended_at FROM fiscal_outage WHERE ended_at IS NULL OR ended_at > ?1 ORDER BY began_at";
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([at.millis()], |row| {
        Ok(Outage {
            began_at: Timestamp::from_millis(row.get("began_at")?),
            ended_at: row.get::<_, Option<i64>>("ended_at")?.map(Timestamp::from_millis),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
