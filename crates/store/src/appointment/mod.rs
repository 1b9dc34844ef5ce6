//! Visits and their booked services.

pub mod day;

use adelante_base::vocabulary::AppointmentStatus;
use adelante_base::{AppointmentId, AppointmentServiceId, ClientId, Day, Money, ServiceId, StaffMemberId, Timestamp};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A visit as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Which.
    pub id: AppointmentId,
    /// Whose.
    pub client_id: Option<ClientId>,
    /// Date.
    pub day: Day,
    /// Start of the first service.
    pub start_min: u16,
    /// Zone of the wall clock.
    pub zone: String,
    /// Booked in spite of a conflict.
    pub overridden: bool,
    /// Where it stands.
    pub status: AppointmentStatus,
    /// Why.
    pub status_reason: String,
    /// Note.
    pub note: String,
    /// How did you hear about us.
    pub source: String,
    /// Made at.
    pub created_at: Timestamp,
    /// Taken out of the calendar.
    pub retired: bool,
}

/// A booked service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: AppointmentServiceId,
    /// Service.
    pub service_id: ServiceId,
    /// Who does it.
    pub staff_id: StaffMemberId,
    /// Date.
    pub day: Day,
    /// Start, minutes after midnight of `day`.
    pub start_min: u16,
    /// Length.
    pub duration_min: u16,
    /// Order in the visit.
    pub position: u8,
    /// List price when it was booked.
    pub list_price: Money,
    /// Price.
    pub price: Money,
}

/// Money of a visit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Total of its lines.
    pub total: Money,
    /// Paid so far.
    pub paid: Money,
}

/// A booked service that is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    /// Of which visit.
    pub appointment_id: AppointmentId,
    /// Whose time.
    pub staff_id: StaffMemberId,
    /// Client's name, or empty.
    pub client: String,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// Length.
    pub duration_min: u16,
}

/// Books a visit.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, visit: &Appointment) -> Result<(), StoreError> {
    let mut columns = schedule_columns(visit);
    columns.extend([
        ("id", visit.id.to_string().into()),
        ("client_id", visit.client_id.map(|id| id.to_string()).into()),
        ("status", visit.status.as_str().to_owned().into()),
        ("status_reason", visit.status_reason.clone().into()),
        ("note", visit.note.clone().into()),
        ("source", visit.source.clone().into()),
        ("created_at", visit.created_at.millis().into()),
    ]);
    door.insert("appointment", &columns)
}

/// Books a service of a visit.
///
/// # Errors
/// What SQLite says.
pub fn insert_line(door: &Door<'_>, visit: AppointmentId, line: &Line) -> Result<(), StoreError> {
    let mut columns = line_columns(line);
    columns.extend([
        ("id", line.id.to_string().into()),
        ("appointment_id", visit.to_string().into()),
        ("service_id", line.service_id.to_string().into()),
        ("list_price_minor", line.list_price.minor().into()),
        ("price_minor", line.price.minor().into()),
        ("created_at", door.at().millis().into()),
    ]);
    door.insert("appointment_service", &columns)
}

/// Moves a visit (its own row; the lines move by [`update_line_schedule`]).
///
/// # Errors
/// What SQLite says.
pub fn update_schedule(door: &Door<'_>, visit: &Appointment) -> Result<(), StoreError> {
    door.update("appointment", &visit.id.to_string(), &schedule_columns(visit))
}

/// Changes whose visit it is, its note and source.
///
/// # Errors
/// What SQLite says.
pub fn update_card(door: &Door<'_>, visit: &Appointment) -> Result<(), StoreError> {
    let columns = [
        ("client_id", visit.client_id.map(|id| id.to_string()).into()),
        ("note", visit.note.clone().into()),
        ("source", visit.source.clone().into()),
    ];
    door.update("appointment", &visit.id.to_string(), &columns)
}

/// Changes where a visit stands.
///
/// # Errors
/// What SQLite says.
pub fn update_status(
    door: &Door<'_>,
    id: AppointmentId,
    status: AppointmentStatus,
    reason: &str,
) -> Result<(), StoreError> {
    let columns = [("status", status.as_str().to_owned().into()), ("status_reason", reason.to_owned().into())];
    door.update("appointment", &id.to_string(), &columns)
}

/// Moves a booked service.
///
/// # Errors
/// What SQLite says.
pub fn update_line_schedule(door: &Door<'_>, line: &Line) -> Result<(), StoreError> {
    door.update("appointment_service", &line.id.to_string(), &line_columns(line))
}

/// Changes the price of a booked service.
///
/// # Errors
/// What SQLite says.
pub fn update_line_price(door: &Door<'_>, line: AppointmentServiceId, price: Money) -> Result<(), StoreError> {
    door.update("appointment_service", &line.to_string(), &[("price_minor", price.minor().into())])
}

/// A visit, retired or not.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: AppointmentId) -> Result<Option<Appointment>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    let found = find.query_row([id.to_string()], |row| {
        Ok(Appointment {
            id,
            client_id: parsed_or_null(row, "client_id")?,
            day: parsed(row, "day")?,
            start_min: row.get("start_min")?,
            zone: row.get("zone")?,
            overridden: row.get("overridden")?,
            status: parsed(row, "status")?,
            status_reason: row.get("status_reason")?,
            note: row.get("note")?,
            source: row.get("source")?,
            created_at: Timestamp::from_millis(row.get("created_at")?),
            retired: row.get::<_, Option<i64>>("retired_at")?.is_some(),
        })
    });
    Ok(found.optional()?)
}

/// The services of a visit, in order.
///
/// # Errors
/// What SQLite says.
pub fn lines(connection: &Connection, id: AppointmentId) -> Result<Vec<Line>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("lines.sql"))?;
    let rows = all.query_map([id.to_string()], read_line)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a visit costs and what is paid of it, from the cache that both doors keep.
///
/// # Errors
/// What SQLite says.
pub fn sums(connection: &Connection, id: AppointmentId) -> Result<Sums, StoreError> {
    let mut find = connection.prepare_cached(include_str!("sums.sql"))?;
    let found = find.query_row([id.to_string()], |row| {
        Ok(Sums { total: money(row, "total_minor")?, paid: money(row, "paid_minor")? })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// What is paid of each line.
///
/// # Errors
/// What SQLite says.
pub fn paid_by_line(
    connection: &Connection,
    id: AppointmentId,
) -> Result<Vec<(AppointmentServiceId, Money)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("paid_by_line.sql"))?;
    let rows = all.query_map([id.to_string()], |row| Ok((parsed(row, "line_id")?, money(row, "paid_minor")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Services of living visits that take a staff member's time around a day (the day before
/// counts too: a visit may cross midnight).
///
/// # Errors
/// What SQLite says.
pub fn busy(
    connection: &Connection,
    staff: StaffMemberId,
    from: Day,
    to: Day,
    except: Option<AppointmentId>,
) -> Result<Vec<Busy>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("busy.sql"))?;
    let params = named_params! {
        ":staff_id": staff.to_string(),
        ":from": from.plus_days(-1).to_string(),
        ":to": to.plus_days(1).to_string(),
        ":except": except.map(|id| id.to_string()).unwrap_or_default(),
    };
    let rows = all.query_map(params, |row| {
        Ok(Busy {
            appointment_id: parsed(row, "appointment_id")?,
            staff_id: staff,
            client: row.get("client")?,
            day: parsed(row, "day")?,
            start_min: row.get("start_min")?,
            duration_min: row.get("duration_min")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A client's visits, latest first.
///
/// # Errors
/// What SQLite says.
pub fn of_client(connection: &Connection, client: ClientId, limit: u16) -> Result<Vec<AppointmentId>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("of_client.sql"))?;
    let rows = all.query_map(rusqlite::params![client.to_string(), limit], |row| parsed(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn money(row: &Row<'_>, column: &str) -> rusqlite::Result<Money> {
    let minor: i64 = row.get(column)?;
    Money::from_minor(minor).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, minor))
}

fn schedule_columns(visit: &Appointment) -> Vec<(&'static str, Value)> {
    vec![
        ("day", visit.day.to_string().into()),
        ("start_min", i64::from(visit.start_min).into()),
        ("zone", visit.zone.clone().into()),
        ("overridden", i64::from(visit.overridden).into()),
    ]
}

fn line_columns(line: &Line) -> Vec<(&'static str, Value)> {
    vec![
        ("staff_id", line.staff_id.to_string().into()),
        ("day", line.day.to_string().into()),
        ("start_min", i64::from(line.start_min).into()),
        ("duration_min", i64::from(line.duration_min).into()),
        ("position", i64::from(line.position).into()),
    ]
}

fn read_line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        id: parsed(row, "id")?,
        service_id: parsed(row, "service_id")?,
        staff_id: parsed(row, "staff_id")?,
        day: parsed(row, "day")?,
        start_min: row.get("start_min")?,
        duration_min: row.get("duration_min")?,
        position: row.get("position")?,
        list_price: money(row, "list_price_minor")?,
        price: money(row, "price_minor")?,
    })
}
