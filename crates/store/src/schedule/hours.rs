//! A day's hours in a column: `null` for a day off, else `[[start, end], [break start, break
//! end] …]`.

use adelante_domain::schedule::DayHours;
use rusqlite::Row;
use rusqlite::types::Value;

use crate::StoreError;
use crate::appointment::from_json;

type Stretches = Vec<(u16, u16)>;

pub(super) fn write(hours: Option<&DayHours>) -> Result<Value, StoreError> {
    Ok(serde_json::to_string(&hours.map(stretches))?.into())
}

pub(super) fn write_days(days: &[Option<DayHours>]) -> Result<Value, StoreError> {
    let days: Vec<Option<Stretches>> = days.iter().map(|hours| hours.as_ref().map(stretches)).collect();
    Ok(serde_json::to_string(&days)?.into())
}

pub(super) fn read(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DayHours>> {
    Ok(from_json::<Option<Stretches>>(row, column)?.and_then(hours))
}

pub(super) fn read_days(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<Option<DayHours>>> {
    let days = from_json::<Vec<Option<Stretches>>>(row, column)?;
    Ok(days.into_iter().map(|day| day.and_then(hours)).collect())
}

fn stretches(hours: &DayHours) -> Stretches {
    std::iter::once((hours.start_min, hours.end_min)).chain(hours.breaks.iter().copied()).collect()
}

fn hours(stretches: Stretches) -> Option<DayHours> {
    let mut stretches = stretches.into_iter();
    let (start_min, end_min) = stretches.next()?;
    Some(DayHours { start_min, end_min, breaks: stretches.collect() })
}
