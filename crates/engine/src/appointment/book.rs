//! Booking: a client, services in a row, an end that follows from them.

use adelante_base::vocabulary::AppointmentStatus;
use adelante_base::{AppointmentId, AppointmentServiceId, Day, Money};
use adelante_domain::appointment::{DURATION_MIN, LINES_MAX};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment, Line};
use adelante_store::{Connection, Door};
use adelante_wire::{AppointmentBooked, BookAppointment, BookLine, ErrorCode};

use super::conflict;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

impl Mutation for BookAppointment {
    type Output = AppointmentBooked;
    const KIND: &'static str = "appointment_booked";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<AppointmentBooked>> {
        at_most("note", &self.note, 2_000)?;
        at_most("source", &self.source, 100)?;
        check_start(self.start_min)?;
        let lines = planned(door, self.day, self.start_min, &self.lines, &[])?;
        check_prices(context, &lines)?;
        let overridden = conflict::decide(context, door.connection(), &lines, None, self.override_conflicts)?;
        let client_id = match (&self.client_id, &self.new_client) {
            (Some(id), _) => {
                crate::client::living(door, *id)?;
                Some(*id)
            }
            (None, Some(fields)) => {
                context.actor.check(Permission::ClientsWrite)?;
                Some(crate::client::create(context, door, fields)?)
            }
            (None, None) => None,
        };
        let id = AppointmentId::new(door.ids(), door.at());
        appointment::insert(
            door,
            &Appointment {
                id,
                client_id,
                day: self.day,
                start_min: self.start_min,
                zone: context.salon()?.zone.name().to_owned(),
                overridden,
                status: AppointmentStatus::Booked,
                status_reason: String::new(),
                note: self.note.trim().to_owned(),
                source: self.source.trim().to_owned(),
                created_at: door.at(),
                retired: false,
            },
        )?;
        for line in &lines {
            appointment::insert_line(door, id, line)?;
        }
        Ok(Answer::of(AppointmentBooked { appointment_id: id, client_id }))
    }
}

/// Refuses a start that is not a minute of a day.
pub(super) fn check_start(start_min: u16) -> Result<()> {
    if start_min >= 1440 {
        return Err(EngineError::out_of_range("start_min", 0, 1439));
    }
    Ok(())
}

/// The lines as they will stand: each right after the one before it, unless its start is
/// given. A line that names one of `present` keeps its id and its list price.
pub(super) fn planned(
    door: &Door<'_>,
    day: Day,
    start_min: u16,
    asked: &[BookLine],
    present: &[Line],
) -> Result<Vec<Line>> {
    if asked.is_empty() {
        return Err(EngineError::new(ErrorCode::NoServices));
    }
    if asked.len() > LINES_MAX {
        return Err(EngineError::out_of_range("lines", 1, LINES_MAX));
    }
    let mut lines = Vec::with_capacity(asked.len());
    let mut next = start_min;
    for (position, line) in (0u8..).zip(asked) {
        let kept = kept_line(line, present)?;
        let (list_price, usual) = offered(door.connection(), line, kept)?;
        let duration_min = line.duration_min.unwrap_or(usual);
        if !DURATION_MIN.contains(&duration_min) {
            return Err(EngineError::out_of_range("duration_min", DURATION_MIN.start(), DURATION_MIN.end()));
        }
        let price = line.price_minor.unwrap_or_else(|| kept.map_or(list_price, |kept| kept.price));
        if price.is_negative() {
            return Err(EngineError::out_of_range("price", 0, Money::MAX.minor()));
        }
        crate::staff::living(door.connection(), line.staff_id)?;
        let start = line.start_min.unwrap_or(next);
        let end = u32::from(start) + u32::from(duration_min);
        if start < start_min || end > 2_880 || start >= 2_880 {
            return Err(EngineError::new(ErrorCode::BadTimes).with("field", "start_min"));
        }
        next = start + duration_min;
        lines.push(Line {
            id: kept.map_or_else(|| AppointmentServiceId::new(door.ids(), door.at()), |kept| kept.id),
            service_id: line.service_id,
            staff_id: line.staff_id,
            day,
            start_min: start,
            duration_min,
            position,
            list_price,
            price,
        });
    }
    Ok(lines)
}

/// The booked line that is meant to stay; its service cannot become another one.
fn kept_line<'a>(line: &BookLine, present: &'a [Line]) -> Result<Option<&'a Line>> {
    let Some(id) = line.line_id else { return Ok(None) };
    let kept = present.iter().find(|kept| kept.id == id && kept.service_id == line.service_id);
    kept.map(Some).ok_or_else(|| EngineError::not_found("appointment_service"))
}

/// List price and usual length: a kept line's own, else the price list's.
fn offered(connection: &Connection, line: &BookLine, kept: Option<&Line>) -> Result<(Money, u16)> {
    if let Some(kept) = kept {
        return Ok((kept.list_price, kept.duration_min));
    }
    let service = crate::service::living(connection, line.service_id)?;
    Ok((service.price, service.duration_min))
}

/// Another price than the list's needs the permission.
pub(super) fn check_prices(context: &Context<'_>, lines: &[Line]) -> Result<()> {
    if lines.iter().any(|line| line.price != line.list_price) {
        context.actor.check(Permission::PricesEdit)?;
    }
    Ok(())
}
