//! Group appointments: one time, several places; each client in it has a visit of their own.

use adelante_base::{Day, GroupEventId, ServiceId, StaffMemberId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::operation::parsed;
use crate::{Door, StoreError};

/// A group appointment as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupEvent {
    /// Which.
    pub id: GroupEventId,
    /// Service.
    pub service_id: ServiceId,
    /// With whom.
    pub staff_id: StaffMemberId,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// Length.
    pub duration_min: u16,
    /// Places.
    pub places: u16,
    /// Title, or empty for the service's name.
    pub title: String,
    /// How many living visits are in it.
    pub taken: u16,
}

/// Makes a group appointment.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, group: &GroupEvent) -> Result<(), StoreError> {
    let mut columns = columns(group);
    columns.extend([
        ("id", group.id.to_string().into()),
        ("service_id", group.service_id.to_string().into()),
        ("created_at", door.at().millis().into()),
    ]);
    door.insert("group_event", &columns)
}

/// Changes a group appointment.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, group: &GroupEvent) -> Result<(), StoreError> {
    door.update("group_event", &group.id.to_string(), &columns(group))
}

/// A living group appointment.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: GroupEventId) -> Result<Option<GroupEvent>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("group_get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// The living group appointments of some dates.
///
/// # Errors
/// What SQLite says.
pub fn between(connection: &Connection, from: Day, to: Day) -> Result<Vec<GroupEvent>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("group_between.sql"))?;
    let rows = all.query_map([from.to_string(), to.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The visits in a group appointment.
///
/// # Errors
/// What SQLite says.
pub fn members(connection: &Connection, id: GroupEventId) -> Result<Vec<adelante_base::AppointmentId>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("group_members.sql"))?;
    let rows = all.query_map([id.to_string()], |row| parsed(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn columns(group: &GroupEvent) -> Vec<(&'static str, Value)> {
    vec![
        ("staff_id", group.staff_id.to_string().into()),
        ("day", group.day.to_string().into()),
        ("start_min", i64::from(group.start_min).into()),
        ("duration_min", i64::from(group.duration_min).into()),
        ("places", i64::from(group.places).into()),
        ("title", group.title.clone().into()),
    ]
}

fn read(row: &Row<'_>) -> rusqlite::Result<GroupEvent> {
    Ok(GroupEvent {
        id: parsed(row, "id")?,
        service_id: parsed(row, "service_id")?,
        staff_id: parsed(row, "staff_id")?,
        day: parsed(row, "day")?,
        start_min: row.get("start_min")?,
        duration_min: row.get("duration_min")?,
        places: row.get("places")?,
        title: row.get("title")?,
        taken: row.get("taken")?,
    })
}
