//! When people, rooms and equipment are taken, from the cache that both doors keep.

use adelante_base::{AppointmentId, ClientId, Day, GroupEventId};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A booked service may begin on the day before its visit's midnight and last a day: so many
/// days before a range are read too.
const DAYS_BEFORE: i64 = 2;

/// A taken stretch, as it stands in the cache; valid while the next one is read.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'r> {
    /// Date of the booked service.
    pub day: &'r str,
    /// Staff member or resource.
    pub owner: &'r str,
    /// First minute after that date's midnight.
    pub start_min: u16,
    /// End, with the clean-up.
    pub end_min: u16,
    /// Of it clean-up, at the end.
    pub clean_min: u16,
    /// Visit.
    pub appointment_id: &'r str,
    /// Group appointment of the visit.
    pub group_id: Option<&'r str>,
}

/// A stretch in which somebody or something is taken, with who is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    /// Visit.
    pub appointment_id: AppointmentId,
    /// Group appointment of the visit.
    pub group_id: Option<GroupEventId>,
    /// Name of the staff member, where it is read as one of a client's own visits; else empty.
    pub staff: String,
    /// Date.
    pub day: Day,
    /// First minute after that date's midnight.
    pub start_min: u16,
    /// End, with the clean-up.
    pub end_min: u16,
    /// Of it clean-up, at the end.
    pub clean_min: u16,
}

/// Brings the cache up to date with a visit in the middle of an operation, for the checks of those
/// that the same operation writes after it. The door does it for all of them at the end.
///
/// # Errors
/// What SQLite says.
pub fn renew(door: &Door<'_>, visit: AppointmentId) -> Result<(), StoreError> {
    crate::derived::busy_time::refresh(door.connection(), &visit.to_string())
}

/// Every taken stretch that may touch a range of dates, by date.
///
/// # Errors
/// What SQLite says.
pub fn each(connection: &Connection, from: Day, to: Day, mut found: impl FnMut(&Taken<'_>)) -> Result<(), StoreError> {
    let mut all = connection.prepare_cached(include_str!("busy.sql"))?;
    let (from, to) = (from.plus_days(-DAYS_BEFORE).to_string(), to.to_string());
    let mut rows = all.query(named_params! { ":from": from, ":to": to })?;
    while let Some(row) = rows.next()? {
        // By place: this is read row by row for a month of ten people.
        found(&Taken {
            day: row.get_ref(0)?.as_str().unwrap_or_default(),
            owner: row.get_ref(1)?.as_str().unwrap_or_default(),
            start_min: row.get(2)?,
            end_min: row.get(3)?,
            clean_min: row.get(4)?,
            appointment_id: row.get_ref(5)?.as_str().unwrap_or_default(),
            group_id: row.get_ref(6)?.as_str_or_null().unwrap_or_default(),
        });
    }
    Ok(())
}

/// When a staff member, a room or equipment is taken by other visits, in everything that may touch
/// a range of dates.
///
/// # Errors
/// What SQLite says.
pub fn of_owner(
    connection: &Connection,
    owner: &str,
    (from, to): (Day, Day),
    except: Option<AppointmentId>,
) -> Result<Vec<Busy>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("busy_owner.sql"))?;
    let dates = -DAYS_BEFORE..=to.days_since(from);
    // Date by date: a range of dates would read everybody's.
    let days = serde_json::to_string(&dates.map(|days| from.plus_days(days)).collect::<Vec<_>>())?;
    let except = except.map(|id| id.to_string()).unwrap_or_default();
    let rows = all.query_map(named_params! { ":days": days, ":owner": owner, ":except": except }, |row| {
        Ok(Busy {
            appointment_id: parsed(row, "appointment_id")?,
            group_id: parsed_or_null(row, "group_id")?,
            staff: String::new(),
            day: parsed(row, "day")?,
            start_min: row.get("start_min")?,
            end_min: row.get("end_min")?,
            clean_min: row.get("clean_min")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Name of a visit's client; empty where there is none.
///
/// # Errors
/// What SQLite says.
pub fn guest(connection: &Connection, visit: AppointmentId) -> Result<String, StoreError> {
    let mut find = connection.prepare_cached(include_str!("guest.sql"))?;
    Ok(find.query_row([visit.to_string()], |row| row.get("name")).optional()?.unwrap_or_default())
}

/// When a client is in the salon around a date for other visits.
///
/// # Errors
/// What SQLite says.
pub fn of_client(
    connection: &Connection,
    client: ClientId,
    day: Day,
    to: Day,
    except: Option<AppointmentId>,
) -> Result<Vec<Busy>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("busy_client.sql"))?;
    let params = named_params! {
        ":client_id": client.to_string(),
        ":from": day.plus_days(-DAYS_BEFORE).to_string(),
        ":to": to.plus_days(2).to_string(),
        ":except": except.map(|id| id.to_string()).unwrap_or_default(),
    };
    let rows = all.query_map(params, |row| {
        let (start_min, duration_min): (u16, u16) = (row.get("start_min")?, row.get("duration_min")?);
        Ok(Busy {
            appointment_id: parsed(row, "appointment_id")?,
            group_id: parsed_or_null(row, "group_id")?,
            staff: row.get("staff")?,
            day: parsed(row, "day")?,
            start_min,
            end_min: start_min + duration_min,
            clean_min: 0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
