//! Who works when, beyond the weekly hours: patterns of shifts, single dates, time off.

mod hours;
pub mod time_off;

use adelante_base::{Day, ScheduleDayId, ShiftPatternId, StaffMemberId};
use adelante_domain::schedule::{DayHours, ShiftPattern};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// Somebody's repeating pattern of shifts as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Which.
    pub id: ShiftPatternId,
    /// Whose.
    pub staff_id: StaffMemberId,
    /// From when, until when, which days.
    pub shifts: ShiftPattern,
}

/// The hours that were set for somebody on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// Which.
    pub id: ScheduleDayId,
    /// Whose.
    pub staff_id: StaffMemberId,
    /// The date.
    pub day: Day,
    /// The hours; `None`: off.
    pub hours: Option<DayHours>,
}

/// Adds a pattern.
///
/// # Errors
/// What SQLite says.
pub fn insert_pattern(door: &Door<'_>, pattern: &Pattern) -> Result<(), StoreError> {
    let mut columns = pattern_columns(&pattern.shifts)?;
    columns.push(("id", pattern.id.to_string().into()));
    columns.push(("staff_id", pattern.staff_id.to_string().into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("shift_pattern", &columns)
}

/// Rewrites a pattern.
///
/// # Errors
/// What SQLite says.
pub fn update_pattern(door: &Door<'_>, pattern: &Pattern) -> Result<(), StoreError> {
    door.update("shift_pattern", &pattern.id.to_string(), &pattern_columns(&pattern.shifts)?)
}

/// Everybody's patterns, by first day; of two that begin together, the newer is the later.
///
/// # Errors
/// What SQLite says.
pub fn patterns(connection: &Connection) -> Result<Vec<Pattern>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("patterns.sql"))?;
    let rows = all.query_map([], read_pattern)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A living pattern.
///
/// # Errors
/// What SQLite says.
pub fn pattern(connection: &Connection, id: ShiftPatternId) -> Result<Option<Pattern>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("pattern.sql"))?;
    Ok(find.query_row([id.to_string()], read_pattern).optional()?)
}

/// Adds the hours of a date.
///
/// # Errors
/// What SQLite says.
pub fn insert_date(door: &Door<'_>, date: &Date) -> Result<(), StoreError> {
    door.insert(
        "schedule_day",
        &[
            ("id", date.id.to_string().into()),
            ("staff_id", date.staff_id.to_string().into()),
            ("day", date.day.to_string().into()),
            ("hours", hours::write(date.hours.as_ref())?),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes the hours of a date.
///
/// # Errors
/// What SQLite says.
pub fn update_date(door: &Door<'_>, id: ScheduleDayId, hours: Option<&DayHours>) -> Result<(), StoreError> {
    door.update("schedule_day", &id.to_string(), &[("hours", hours::write(hours)?)])
}

/// The dates of a range that have hours of their own, oldest row first: where two devices set
/// the same date of a person, the last of them counts.
///
/// # Errors
/// What SQLite says.
pub fn dates(connection: &Connection, from: Day, to: Day) -> Result<Vec<Date>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("dates.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok(Date {
            id: parsed(row, "id")?,
            staff_id: parsed(row, "staff_id")?,
            day: parsed(row, "day")?,
            hours: hours::read(row, "hours")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn pattern_columns(shifts: &ShiftPattern) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("from_day", shifts.from_day.to_string().into()),
        ("until_day", shifts.until_day.map(|day| day.to_string()).into()),
        ("days", hours::write_days(&shifts.days)?),
    ])
}

fn read_pattern(row: &Row<'_>) -> rusqlite::Result<Pattern> {
    Ok(Pattern {
        id: parsed(row, "id")?,
        staff_id: parsed(row, "staff_id")?,
        shifts: ShiftPattern {
            from_day: parsed(row, "from_day")?,
            until_day: parsed_or_null(row, "until_day")?,
            days: hours::read_days(row, "days")?,
        },
    })
}
