//! Staff members and their weekly hours.

pub mod offer;

use adelante_base::vocabulary::Role;
use adelante_base::{ServiceId, StaffMemberId, WorkHoursId};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::operation::parsed;
use crate::{Door, StoreError};

/// A staff member as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Name in the calendar.
    pub name: String,
    /// Position.
    pub position: String,
    /// Role.
    pub role: Role,
    /// Has a column in the calendar.
    pub in_calendar: bool,
    /// Colour index.
    pub colour: u8,
    /// Phone.
    pub phone: String,
    /// Services the person does; empty: all.
    pub services: Vec<ServiceId>,
    /// The person's own tax id, or empty.
    pub tax_id: String,
}

/// A staff member with what the store knows around the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStaff {
    /// Who.
    pub id: StaffMemberId,
    /// The card.
    pub staff: Staff,
    /// Left the salon.
    pub retired: bool,
    /// A PIN is set on this device.
    pub has_pin: bool,
}

/// One weekday of somebody's weekly hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Row.
    pub id: WorkHoursId,
    /// Whose.
    pub staff_id: StaffMemberId,
    /// 0 = Monday.
    pub weekday: u8,
    /// Works that day.
    pub working: bool,
    /// Start.
    pub start_min: u16,
    /// End.
    pub end_min: u16,
    /// Break's start; equal to its end where there is none.
    pub break_start_min: u16,
    /// Break's end.
    pub break_end_min: u16,
}

/// Adds a staff member.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, id: StaffMemberId, staff: &Staff) -> Result<(), StoreError> {
    let ordinal: i64 =
        door.connection()
            .query_row("SELECT coalesce(max(ordinal), 0) + 1 AS next FROM staff_member", [], |row| row.get("next"))?;
    let mut columns = columns(staff)?;
    columns.push(("id", id.to_string().into()));
    columns.push(("ordinal", ordinal.into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("staff_member", &columns)
}

/// Rewrites a staff member's card.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, id: StaffMemberId, staff: &Staff) -> Result<(), StoreError> {
    door.update("staff_member", &id.to_string(), &columns(staff)?)
}

/// Sets one weekday, making its row where there is none.
///
/// # Errors
/// What SQLite says.
pub fn set_hours(door: &Door<'_>, present: &[Hours], hours: &Hours) -> Result<(), StoreError> {
    let mut columns: Vec<(&'static str, Value)> = vec![
        ("working", i64::from(hours.working).into()),
        ("start_min", i64::from(hours.start_min).into()),
        ("end_min", i64::from(hours.end_min).into()),
        ("break_start_min", i64::from(hours.break_start_min).into()),
        ("break_end_min", i64::from(hours.break_end_min).into()),
    ];
    let known = present.iter().find(|row| row.weekday == hours.weekday && row.staff_id == hours.staff_id);
    if let Some(row) = known {
        return door.update("work_hours", &row.id.to_string(), &columns);
    }
    columns.push(("id", hours.id.to_string().into()));
    columns.push(("staff_id", hours.staff_id.to_string().into()));
    columns.push(("weekday", i64::from(hours.weekday).into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("work_hours", &columns)
}

/// The staff, in the calendar's order, those who left last.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<StoredStaff>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("list.sql"))?;
    let mut rows = all.query([])?;
    let mut staff = Vec::new();
    while let Some(row) = rows.next()? {
        staff.push(read(row)?);
    }
    Ok(staff)
}

/// One staff member, also one who left.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: StaffMemberId) -> Result<Option<StoredStaff>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    let mut rows = find.query([id.to_string()])?;
    rows.next()?.map(read).transpose()
}

/// Everybody's weekly hours.
///
/// # Errors
/// What SQLite says.
pub fn hours(connection: &Connection) -> Result<Vec<Hours>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("hours.sql"))?;
    let rows = all.query_map([], read_hours)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One person's weekly hours.
///
/// # Errors
/// What SQLite says.
pub fn hours_of(connection: &Connection, id: StaffMemberId) -> Result<Vec<Hours>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("hours_of.sql"))?;
    let rows = all.query_map([id.to_string()], read_hours)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_hours(row: &Row<'_>) -> rusqlite::Result<Hours> {
    Ok(Hours {
        id: parsed(row, "id")?,
        staff_id: parsed(row, "staff_id")?,
        weekday: row.get("weekday")?,
        working: row.get("working")?,
        start_min: row.get("start_min")?,
        end_min: row.get("end_min")?,
        break_start_min: row.get("break_start_min")?,
        break_end_min: row.get("break_end_min")?,
    })
}

fn columns(staff: &Staff) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("name", staff.name.clone().into()),
        ("position", staff.position.clone().into()),
        ("role", staff.role.as_str().to_owned().into()),
        ("in_calendar", i64::from(staff.in_calendar).into()),
        ("colour", i64::from(staff.colour).into()),
        ("phone", staff.phone.clone().into()),
        ("services", serde_json::to_string(&staff.services)?.into()),
        ("tax_id", (!staff.tax_id.is_empty()).then(|| staff.tax_id.clone()).into()),
    ])
}

fn read(row: &Row<'_>) -> Result<StoredStaff, StoreError> {
    let services: String = row.get("services")?;
    Ok(StoredStaff {
        id: parsed(row, "id")?,
        staff: Staff {
            name: row.get("name")?,
            position: row.get("position")?,
            role: parsed(row, "role")?,
            in_calendar: row.get("in_calendar")?,
            colour: row.get("colour")?,
            phone: row.get("phone")?,
            services: serde_json::from_str(&services)?,
            tax_id: row.get::<_, Option<String>>("tax_id")?.unwrap_or_default(),
        },
        retired: row.get::<_, Option<i64>>("retired_at")?.is_some(),
        has_pin: row.get("has_pin")?,
    })
}
