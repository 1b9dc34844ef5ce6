//! The clash check, inside the write transaction: two bookings of one minute cannot both be
//! saved by the same store, whatever the race. A permitted role can book all the same; that
//! is recorded with the visit.

use adelante_base::{AppointmentId, LocalSlot};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Line};
use adelante_store::{Connection, staff};
use adelante_wire::ErrorCode;

use crate::command::Context;
use crate::error::{EngineError, Result};

/// Refuses lines that clash, or, where the person insists and may, says that they do.
pub(super) fn decide(
    context: &Context<'_>,
    connection: &Connection,
    lines: &[Line],
    visit: Option<AppointmentId>,
    insists: bool,
) -> Result<bool> {
    let Err(conflict) = check(connection, lines, visit) else { return Ok(false) };
    if !insists || !is_conflict(&conflict) {
        return Err(conflict);
    }
    context.actor.check(Permission::CalendarOverride)?;
    Ok(true)
}

const fn is_conflict(error: &EngineError) -> bool {
    matches!(error.0.code, ErrorCode::StaffBusy | ErrorCode::OutsideHours | ErrorCode::InBreak)
}

fn check(connection: &Connection, lines: &[Line], visit: Option<AppointmentId>) -> Result<()> {
    let hours = staff::hours(connection)?;
    for (index, line) in lines.iter().enumerate() {
        let slot = slot(line);
        let name = || staff_name(connection, line);
        for other in lines[index + 1..].iter().filter(|other| other.staff_id == line.staff_id) {
            if slot.overlaps(self::slot(other)) {
                return Err(refusal(
                    ErrorCode::StaffBusy,
                    &name()?,
                    other.start_min,
                    other.start_min + other.duration_min,
                ));
            }
        }
        within_hours(line, &hours, &name)?;
        for busy in appointment::busy(connection, line.staff_id, line.day, line.day, visit)? {
            let taken = LocalSlot { day: busy.day, start_min: busy.start_min, duration_min: busy.duration_min };
            if slot.overlaps(taken) {
                let end = busy.start_min + busy.duration_min;
                return Err(refusal(ErrorCode::StaffBusy, &name()?, busy.start_min, end).with("client", busy.client));
            }
        }
    }
    Ok(())
}

fn within_hours(line: &Line, hours: &[staff::Hours], name: &dyn Fn() -> Result<String>) -> Result<()> {
    let day = crate::staff::weekday_hours(hours, line.staff_id, line.day.weekday());
    let end = line.start_min + line.duration_min;
    if !day.working {
        return Err(EngineError::new(ErrorCode::OutsideHours).with("staff", name()?).with("from", "").with("to", ""));
    }
    if line.start_min < day.start_min || end > day.end_min {
        return Err(refusal(ErrorCode::OutsideHours, &name()?, day.start_min, day.end_min));
    }
    if day.has_break() && line.start_min < day.break_end_min && day.break_start_min < end {
        return Err(refusal(ErrorCode::InBreak, &name()?, day.break_start_min, day.break_end_min));
    }
    Ok(())
}

fn slot(line: &Line) -> LocalSlot {
    LocalSlot { day: line.day, start_min: line.start_min, duration_min: line.duration_min }
}

fn staff_name(connection: &Connection, line: &Line) -> Result<String> {
    Ok(staff::get(connection, line.staff_id)?.map(|member| member.staff.name).unwrap_or_default())
}

fn refusal(code: ErrorCode, staff: &str, from: u16, to: u16) -> EngineError {
    EngineError::new(code).with("staff", staff).with("from", clock(from)).with("to", clock(to))
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}
