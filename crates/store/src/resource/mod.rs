//! Rooms and equipment.

use adelante_base::ResourceId;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::operation::parsed;
use crate::{Door, StoreError};

/// A room or a piece of equipment as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Which.
    pub id: ResourceId,
    /// Name.
    pub name: String,
    /// How many visits can use it at once.
    pub units: u16,
}

/// Adds a room or equipment after the others.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, resource: &Resource) -> Result<(), StoreError> {
    let next = "SELECT coalesce(max(position), 0) + 1 AS next FROM resource";
    let position: i64 = door.connection().query_row(next, [], |row| row.get("next"))?;
    door.insert(
        "resource",
        &[
            ("id", resource.id.to_string().into()),
            ("name", resource.name.clone().into()),
            ("units", i64::from(resource.units).into()),
            ("position", position.into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes a room or equipment.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, resource: &Resource) -> Result<(), StoreError> {
    let columns = [("name", resource.name.clone().into()), ("units", i64::from(resource.units).into())];
    door.update("resource", &resource.id.to_string(), &columns)
}

/// Rooms and equipment, in order.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<Resource>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("list.sql"))?;
    let rows = all.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A room or equipment that the salon still has.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: ResourceId) -> Result<Option<Resource>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// Whether a service of the price list needs it.
///
/// # Errors
/// What SQLite says.
pub fn is_needed(connection: &Connection, id: ResourceId) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached(include_str!("needed.sql"))?.exists([id.to_string()])?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Resource> {
    Ok(Resource { id: parsed(row, "id")?, name: row.get("name")?, units: row.get("units")? })
}
