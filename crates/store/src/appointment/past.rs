//! What a client's past visits say: the usual time, the actual length, the risk.

use adelante_base::{ClientId, Day, ServiceId, StaffMemberId};
use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::operation::parsed;

/// A past visit of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// With whom (first service).
    pub staff_id: StaffMemberId,
}

/// A client's completed visits, latest first.
///
/// # Errors
/// What SQLite says.
pub fn visits(connection: &Connection, client: ClientId, limit: u16) -> Result<Vec<Past>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("past_visits.sql"))?;
    let params = named_params! { ":client_id": client.to_string(), ":limit": limit };
    let rows = all.query_map(params, |row| {
        Ok(Past { day: parsed(row, "day")?, start_min: row.get("start_min")?, staff_id: parsed(row, "staff_id")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many minutes a client's last completed visits with only this service took, latest
/// first: from the first 'in progress' to 'completed'.
///
/// # Errors
/// What SQLite says.
pub fn actual_minutes(
    connection: &Connection,
    client: ClientId,
    service: ServiceId,
    limit: u16,
) -> Result<Vec<u16>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("past_minutes.sql"))?;
    let params =
        named_params! { ":client_id": client.to_string(), ":service_id": service.to_string(), ":limit": limit };
    let rows = all.query_map(params, |row| row.get("minutes"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a client missed a visit since a date.
///
/// # Errors
/// What SQLite says.
pub fn missed_since(connection: &Connection, client: ClientId, since: Day) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached(include_str!("past_missed.sql"))?;
    Ok(find.exists([client.to_string(), since.to_string()])?)
}

/// Clients who came at least twice of late on this weekday around this time: client and how
/// often, most often first.
///
/// # Errors
/// What SQLite says.
pub fn usual_then(
    connection: &Connection,
    since: Day,
    day: Day,
    from_min: u16,
    to_min: u16,
) -> Result<Vec<(ClientId, u8)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("past_usual.sql"))?;
    let params = named_params! {
        ":since": since.to_string(), ":day": day.to_string(), ":from_min": from_min, ":to_min": to_min,
    };
    let rows = all.query_map(params, |row| Ok((parsed(row, "client_id")?, row.get("visits")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
