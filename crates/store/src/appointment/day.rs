//! A day of the calendar in one read.

use adelante_base::vocabulary::{AppointmentStatus, ConflictKind};
use adelante_base::{AppointmentId, AppointmentServiceId, ClientId, Day, GroupEventId, Money, SeriesId, StaffMemberId};
use rusqlite::{Connection, named_params};

use super::{Need, from_json, money, or_zero};
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
    /// Part of this series.
    pub series_id: Option<SeriesId>,
    /// In this group appointment.
    pub group_id: Option<GroupEventId>,
    /// What the visit was booked in spite of.
    pub conflicts: Vec<ConflictKind>,
    /// Is to be called.
    pub to_call: bool,
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
    /// Service's colour index.
    pub colour: u8,
    /// Start.
    pub start_min: u16,
    /// Length.
    pub duration_min: u16,
    /// Of it the client waits.
    pub processing_min: u16,
    /// Of it hands on again.
    pub finishing_min: u16,
    /// Clean-up after it.
    pub transition_min: u16,
    /// Rooms and equipment.
    pub resources: Vec<Need>,
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
            series_id: parsed_or_null(row, "series_id")?,
            group_id: parsed_or_null(row, "group_id")?,
            conflicts: from_json(row, "conflicts")?,
            to_call: row.get("to_call")?,
            total: money(row, "total_minor")?,
            paid: money(row, "paid_minor")?,
            line_id: parsed(row, "line_id")?,
            staff_id: parsed(row, "staff_id")?,
            service: row.get("service")?,
            colour: row.get("colour")?,
            start_min: row.get("start_min")?,
            duration_min: row.get("duration_min")?,
            processing_min: or_zero(row, "processing_min")?,
            finishing_min: or_zero(row, "finishing_min")?,
            transition_min: or_zero(row, "transition_min")?,
            resources: from_json(row, "resources")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
