//! Visits and their booked services.

pub mod busy;
pub mod day;
pub mod deposit;
pub mod discount;
pub mod group;
pub mod list;
pub mod past;
pub mod price_change;

use adelante_base::vocabulary::{AppointmentStatus, BlockPart, ConflictKind};
use adelante_base::{
    AppointmentId, AppointmentServiceId, ClientId, Day, GroupEventId, Money, MoneyError, ResourceId, SeriesId,
    ServiceId, StaffMemberId, Timestamp,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

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
    /// What it was booked in spite of.
    pub conflicts: Vec<ConflictKind>,
    /// Booked as one of a series.
    pub series_id: Option<SeriesId>,
    /// Takes a place in a group appointment.
    pub group_id: Option<GroupEventId>,
    /// The client is to be called about a change.
    pub to_call: bool,
    /// A sale at the desk without a booking: it takes no time.
    pub sale: bool,
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
    /// Of it the client waits and the hands are free.
    pub processing_min: u16,
    /// Of it hands on again.
    pub finishing_min: u16,
    /// Clean-up after it.
    pub transition_min: u16,
    /// Rooms and equipment it takes.
    pub resources: Vec<Need>,
    /// Order in the visit.
    pub position: u8,
    /// List price when it was booked.
    pub list_price: Money,
    /// Price.
    pub price: Money,
    /// Discount that the price has inside; zero: none.
    pub discount: Money,
    /// Why it was given.
    pub discount_reason: String,
}

impl Line {
    /// The price without the discount.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn price_before(&self) -> Result<Money, MoneyError> {
        self.price.plus(self.discount)
    }
}

/// Money of a visit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Total of its lines.
    pub total: Money,
    /// Paid so far.
    pub paid: Money,
}

/// A need for a room or equipment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Need {
    /// Which.
    pub resource_id: ResourceId,
    /// During which part.
    pub part: BlockPart,
}

/// Books a visit.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, visit: &Appointment) -> Result<(), StoreError> {
    let mut columns = schedule_columns(visit)?;
    columns.extend([
        ("id", visit.id.to_string().into()),
        ("series_id", visit.series_id.map(|id| id.to_string()).into()),
        ("group_id", visit.group_id.map(|id| id.to_string()).into()),
        ("sale", visit.sale.then_some(1).into()),
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
    let mut columns = line_columns(line)?;
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
    door.update("appointment", &visit.id.to_string(), &schedule_columns(visit)?)
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

/// Notes when the client was first served and when the visit was over: the actual length.
///
/// # Errors
/// What SQLite says.
pub fn update_times(
    door: &Door<'_>,
    id: AppointmentId,
    started_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let millis = |at: Option<Timestamp>| at.map(Timestamp::millis).into();
    door.update(
        "appointment",
        &id.to_string(),
        &[("started_at", millis(started_at)), ("finished_at", millis(finished_at))],
    )
}

/// Puts a visit on the call list or takes it off.
///
/// # Errors
/// What SQLite says.
pub fn update_to_call(door: &Door<'_>, id: AppointmentId, to_call: bool) -> Result<(), StoreError> {
    door.update("appointment", &id.to_string(), &[("to_call", to_call.then_some(1).into())])
}

/// Lets a visit at risk be, or looks after it again.
///
/// # Errors
/// What SQLite says.
pub fn update_risk_ignored(door: &Door<'_>, id: AppointmentId, ignored: bool) -> Result<(), StoreError> {
    door.update("appointment", &id.to_string(), &[("risk_ignored", ignored.then_some(1).into())])
}

/// Moves a booked service.
///
/// # Errors
/// What SQLite says.
pub fn update_line_schedule(door: &Door<'_>, line: &Line) -> Result<(), StoreError> {
    door.update("appointment_service", &line.id.to_string(), &line_columns(line)?)
}

/// Changes the price of a booked service, and the discount in it.
///
/// # Errors
/// What SQLite says.
pub fn update_line_price(door: &Door<'_>, line: &Line) -> Result<(), StoreError> {
    let given = !line.discount.is_zero();
    door.update(
        "appointment_service",
        &line.id.to_string(),
        &[
            ("price_minor", line.price.minor().into()),
            ("discount_minor", given.then_some(line.discount.minor()).into()),
            ("discount_reason", given.then(|| line.discount_reason.clone()).into()),
        ],
    )
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
            conflicts: from_json(row, "conflicts")?,
            series_id: parsed_or_null(row, "series_id")?,
            group_id: parsed_or_null(row, "group_id")?,
            to_call: row.get::<_, Option<bool>>("to_call")?.unwrap_or(false),
            sale: row.get::<_, Option<bool>>("sale")?.unwrap_or(false),
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

/// What points have paid of each line.
///
/// # Errors
/// What SQLite says.
pub fn points_by_line(
    connection: &Connection,
    id: AppointmentId,
) -> Result<Vec<(AppointmentServiceId, Money)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("points_by_line.sql"))?;
    let rows = all.query_map([id.to_string()], |row| Ok((parsed(row, "line_id")?, money(row, "paid_minor")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When the client was first served and when the visit was over.
///
/// # Errors
/// What SQLite says.
pub fn times(connection: &Connection, id: AppointmentId) -> Result<(Option<Timestamp>, Option<Timestamp>), StoreError> {
    let mut find = connection.prepare_cached("SELECT started_at, finished_at FROM appointment WHERE id = ?1")?;
    let at = |millis: Option<i64>| millis.map(Timestamp::from_millis);
    Ok(find.query_row([id.to_string()], |row| Ok((at(row.get("started_at")?), at(row.get("finished_at")?))))?)
}

/// The visits of a series from a date on, by date.
///
/// # Errors
/// What SQLite says.
pub fn of_series(connection: &Connection, series: SeriesId, from: Day) -> Result<Vec<AppointmentId>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("of_series.sql"))?;
    let rows = all.query_map([series.to_string(), from.to_string()], |row| parsed(row, "id"))?;
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

/// A visit that is not paid in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenBill {
    /// Which.
    pub id: AppointmentId,
    /// Day.
    pub day: Day,
    /// Names of what was done and sold, by comma.
    pub services: String,
    /// What remains.
    pub remaining: Money,
}

/// A client's visits that are over or of today and not paid in full, oldest first; not this one.
///
/// # Errors
/// What SQLite says.
pub fn open_bills(
    connection: &Connection,
    client: ClientId,
    but: AppointmentId,
    until: Day,
) -> Result<Vec<OpenBill>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("open_bills.sql"))?;
    let params =
        rusqlite::named_params! { ":client": client.to_string(), ":but": but.to_string(), ":until": until.to_string() };
    let rows = all.query_map(params, |row| {
        Ok(OpenBill {
            id: parsed(row, "id")?,
            day: parsed(row, "day")?,
            services: row.get("services")?,
            remaining: money(row, "remaining_minor")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn money(row: &Row<'_>, column: &str) -> rusqlite::Result<Money> {
    let minor: i64 = row.get(column)?;
    Money::from_minor(minor).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, minor))
}

/// A sum of a column that was added later.
pub(crate) fn money_or_zero(row: &Row<'_>, column: &str) -> rusqlite::Result<Money> {
    let minor = row.get::<_, Option<i64>>(column)?.unwrap_or(0);
    Money::from_minor(minor).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, minor))
}

/// A JSON column; NULL is the default.
pub(crate) fn from_json<T: serde::de::DeserializeOwned + Default>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let Some(text) = row.get::<_, Option<String>>(column)? else { return Ok(T::default()) };
    serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}

/// A list as a JSON column; an empty one is NULL.
pub(crate) fn to_json<T: serde::Serialize>(list: &[T]) -> Result<Value, StoreError> {
    Ok(if list.is_empty() { Value::Null } else { serde_json::to_string(list)?.into() })
}

/// Minutes as a column that was added later; 0 is NULL.
pub(crate) fn minutes(minutes: u16) -> Value {
    (minutes > 0).then_some(i64::from(minutes)).into()
}

fn schedule_columns(visit: &Appointment) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("day", visit.day.to_string().into()),
        ("start_min", i64::from(visit.start_min).into()),
        ("zone", visit.zone.clone().into()),
        ("overridden", i64::from(visit.overridden).into()),
        ("conflicts", to_json(&visit.conflicts)?),
    ])
}

fn line_columns(line: &Line) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("staff_id", line.staff_id.to_string().into()),
        ("day", line.day.to_string().into()),
        ("start_min", i64::from(line.start_min).into()),
        ("duration_min", i64::from(line.duration_min).into()),
        ("position", i64::from(line.position).into()),
        ("processing_min", minutes(line.processing_min)),
        ("finishing_min", minutes(line.finishing_min)),
        ("transition_min", minutes(line.transition_min)),
        ("resources", to_json(&line.resources)?),
    ])
}

fn read_line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        id: parsed(row, "id")?,
        service_id: parsed(row, "service_id")?,
        staff_id: parsed(row, "staff_id")?,
        day: parsed(row, "day")?,
        start_min: row.get("start_min")?,
        duration_min: row.get("duration_min")?,
        processing_min: or_zero(row, "processing_min")?,
        finishing_min: or_zero(row, "finishing_min")?,
        transition_min: or_zero(row, "transition_min")?,
        resources: from_json(row, "resources")?,
        position: row.get("position")?,
        list_price: money(row, "list_price_minor")?,
        price: money(row, "price_minor")?,
        discount: money_or_zero(row, "discount_minor")?,
        discount_reason: row.get::<_, Option<String>>("discount_reason")?.unwrap_or_default(),
    })
}

/// Minutes of a column that was added later.
pub(crate) fn or_zero(row: &Row<'_>, column: &str) -> rusqlite::Result<u16> {
    Ok(row.get::<_, Option<u16>>(column)?.unwrap_or(0))
}
