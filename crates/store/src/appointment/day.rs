//! A day of the calendar in one read.

use adelante_base::vocabulary::AppointmentStatus;
use adelante_base::{AppointmentId, AppointmentServiceId, ClientId, Day, Money, StaffMemberId};
use rusqlite::{Connection, named_params};

use super::money;
use crate::StoreError;
use crate::operation::{parsed, parsed_or_null};

/// A booked service on the day's grid, with its visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// Visit.
    pub appointment_id: AppointmentId,
    /// Whose.
    pub client_id: Option<ClientId>,
    /// Client's name.
    pub client: String,
    /// Allergies.
    pub allergy: String,
    /// Where the visit stands.
    pub status: AppointmentStatus,
    /// Visit has a note.
    pub has_note: bool,
    /// Total of the visit.
    pub total: Money,
    /// Paid of the visit.
    pub paid: Money,
    /// Line.
    pub line_id: AppointmentServiceId,
    /// Who does it.
    pub staff_id: StaffMemberId,
    /// Service's name.
    pub service: String,
    /// Start.
    pub start_min: u16,
    /// Length.
    pub duration_min: u16,
}

/// Every booked service of a day, visit by visit.
///
/// # Errors
/// What SQLite says.
pub fn lines(connection: &Connection, day: Day) -> Result<Vec<DayLine>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("day.sql"))?;
    let rows = all.query_map(named_params! { ":day": day.to_string() }, |row| {
        Ok(DayLine {
            appointment_id: parsed(row, "appointment_id")?,
            client_id: parsed_or_null(row, "client_id")?,
            client: row.get("client")?,
            allergy: row.get("allergy")?,
            status: parsed(row, "status")?,
            has_note: row.get("has_note")?,
            total: money(row, "total_minor")?,
            paid: money(row, "paid_minor")?,
            line_id: parsed(row, "line_id")?,
            staff_id: parsed(row, "staff_id")?,
            service: row.get("service")?,
            start_min: row.get("start_min")?,
            duration_min: row.get("duration_min")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
