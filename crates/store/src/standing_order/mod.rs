//! Standing orders: clients who come every so many weeks.

use adelante_base::vocabulary::{AppointmentStatus, StandingMode};
use adelante_base::{AppointmentId, ClientId, Day, ServiceId, StaffMemberId, StandingOrderId, Timestamp};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::from_json;
use crate::operation::parsed;
use crate::{Door, StoreError};

/// What a client ordered to be booked again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Services in a row.
    pub services: Vec<ServiceId>,
    /// Usual staff member.
    pub staff_id: StaffMemberId,
    /// Usual weekday, 0 = Monday.
    pub weekday: u8,
    /// Usual start.
    pub start_min: u16,
    /// Every so many weeks.
    pub every_weeks: u8,
    /// Proposed or booked by itself.
    pub mode: StandingMode,
}

/// A standing order as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingOrder {
    /// Which.
    pub id: StandingOrderId,
    /// Whose.
    pub client_id: ClientId,
    /// The order.
    pub order: Order,
    /// Made at.
    pub created_at: Timestamp,
}

/// A visit of a client with a service of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderVisit {
    /// Which.
    pub id: AppointmentId,
    /// Date.
    pub day: Day,
    /// Where it stands.
    pub status: AppointmentStatus,
}

/// Adds a standing order.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, id: StandingOrderId, client: ClientId, order: &Order) -> Result<(), StoreError> {
    let mut columns = columns(order)?;
    columns.extend([
        ("id", id.to_string().into()),
        ("client_id", client.to_string().into()),
        ("created_at", door.at().millis().into()),
    ]);
    door.insert("standing_order", &columns)
}

/// Changes a standing order.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, id: StandingOrderId, order: &Order) -> Result<(), StoreError> {
    door.update("standing_order", &id.to_string(), &columns(order)?)
}

/// Standing orders that were not ended, in the order in which they were made.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<StandingOrder>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("list.sql"))?;
    let rows = all.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A standing order that was not ended.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: StandingOrderId) -> Result<Option<StandingOrder>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// The client's visits since a date with one of the order's services, whatever became of
/// them, by date.
///
/// # Errors
/// What SQLite says.
pub fn visits(connection: &Connection, order: &StandingOrder, since: Day) -> Result<Vec<OrderVisit>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("visits.sql"))?;
    let params = named_params! {
        ":client": order.client_id.to_string(),
        ":services": serde_json::to_string(&order.order.services)?,
        ":since": since.to_string(),
    };
    let rows = all.query_map(params, |row| {
        Ok(OrderVisit { id: parsed(row, "id")?, day: parsed(row, "day")?, status: parsed(row, "status")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn columns(order: &Order) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("services", serde_json::to_string(&order.services)?.into()),
        ("staff_id", order.staff_id.to_string().into()),
        ("weekday", i64::from(order.weekday).into()),
        ("start_min", i64::from(order.start_min).into()),
        ("every_weeks", i64::from(order.every_weeks).into()),
        ("mode", order.mode.as_str().to_owned().into()),
    ])
}

fn read(row: &Row<'_>) -> rusqlite::Result<StandingOrder> {
    Ok(StandingOrder {
        id: parsed(row, "id")?,
        client_id: parsed(row, "client_id")?,
        order: Order {
            services: from_json(row, "services")?,
            staff_id: parsed(row, "staff_id")?,
            weekday: row.get("weekday")?,
            start_min: row.get("start_min")?,
            every_weeks: row.get("every_weeks")?,
            mode: parsed(row, "mode")?,
        },
        created_at: Timestamp::from_millis(row.get("created_at")?),
    })
}
