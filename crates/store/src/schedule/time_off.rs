//! Time off and blocked times.

use adelante_base::vocabulary::TimeOffKind;
use adelante_base::{Day, StaffMemberId, TimeOffId};
use adelante_domain::schedule as rules;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A time off as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeOff {
    /// Which.
    pub id: TimeOffId,
    /// Whose; `None`: the whole salon.
    pub staff_id: Option<StaffMemberId>,
    /// From when to when.
    pub time: rules::TimeOff,
    /// Why.
    pub kind: TimeOffKind,
    /// A word about it.
    pub note: String,
}

impl TimeOff {
    /// Whether it concerns this person.
    #[must_use]
    pub fn is_of(&self, staff: StaffMemberId) -> bool {
        self.staff_id.is_none_or(|whose| whose == staff)
    }
}

/// Adds a time off.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, off: &TimeOff) -> Result<(), StoreError> {
    let mut columns = columns(off).to_vec();
    columns.extend([("id", off.id.to_string().into()), ("created_at", door.at().millis().into())]);
    door.insert("time_off", &columns)
}

/// Changes a time off.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, off: &TimeOff) -> Result<(), StoreError> {
    door.update("time_off", &off.id.to_string(), &columns(off))
}

fn columns(off: &TimeOff) -> [(&'static str, Value); 7] {
    [
        ("staff_id", off.staff_id.map(|id| id.to_string()).into()),
        ("from_day", off.time.from_day.to_string().into()),
        ("from_min", i64::from(off.time.from_min).into()),
        ("to_day", off.time.until_day.to_string().into()),
        ("to_min", i64::from(off.time.until_min).into()),
        ("kind", off.kind.as_str().to_owned().into()),
        ("note", off.note.clone().into()),
    ]
}

/// What touches a range of dates, by time.
///
/// # Errors
/// What SQLite says.
pub fn between(connection: &Connection, from: Day, to: Day) -> Result<Vec<TimeOff>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("time_off_between.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A living time off.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: TimeOffId) -> Result<Option<TimeOff>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("time_off_get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// How many visits stand in a time off: visits that take a person's time, by the stretches in
/// which hands are busy.
///
/// # Errors
/// What SQLite says.
pub fn affected(connection: &Connection, off: &TimeOff) -> Result<u32, StoreError> {
    let mut count = connection.prepare_cached(include_str!("time_off_affected.sql"))?;
    let params = named_params! {
        ":staff": off.staff_id.map(|id| id.to_string()),
        ":before": off.time.from_day.plus_days(-2).to_string(),
        ":from_day": off.time.from_day.to_string(),
        ":from_min": off.time.from_min,
        ":to_day": off.time.until_day.to_string(),
        ":to_min": off.time.until_min,
    };
    Ok(count.query_row(params, |row| row.get("visits"))?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<TimeOff> {
    Ok(TimeOff {
        id: parsed(row, "id")?,
        staff_id: parsed_or_null(row, "staff_id")?,
        time: rules::TimeOff {
            from_day: parsed(row, "from_day")?,
            from_min: row.get("from_min")?,
            until_day: parsed(row, "to_day")?,
            until_min: row.get("to_min")?,
        },
        kind: parsed(row, "kind")?,
        note: row.get("note")?,
    })
}
