//! The later visits of a series, changed together with one of them. What was the same on a
//! later visit becomes as it is here now; what differed there stays as it was.

use adelante_base::ServiceId;
use adelante_store::appointment::{self, Appointment, Line};
use adelante_store::{Connection, Door};
use adelante_wire::{BookLine, ErrorCode, MoveAppointment, StretchLine, UpdateAppointment};

use super::change::open_visit;
use crate::error::{EngineError, Result};

/// How far a visit of the series moves: so far move those that follow it.
#[derive(Clone, Copy)]
pub(super) struct Shift {
    days: i64,
    minutes: i32,
}

impl Shift {
    /// From where the visit stands to where it shall.
    pub fn between(visit: &Appointment, day: adelante_base::Day, start_min: u16) -> Self {
        Self { days: day.days_since(visit.day), minutes: i32::from(start_min) - i32::from(visit.start_min) }
    }

    /// Whether visits go to later times: then the last of them has to go first.
    pub fn is_forward(self) -> bool {
        (self.days, self.minutes) > (0, 0)
    }

    fn start(self, visit: &Appointment) -> Result<u16> {
        minute(i32::from(visit.start_min) + self.minutes)
    }
}

/// The open visits of the series after this one's date, in the order in which they can be moved:
/// none comes to where one stands that has yet to go.
pub(super) fn later(door: &Door<'_>, visit: &Appointment, shift: Shift) -> Result<Vec<Appointment>> {
    let Some(series) = visit.series_id else { return Ok(Vec::new()) };
    let mut ids = appointment::of_series(door.connection(), series, visit.day.plus_days(1))?;
    if shift.is_forward() {
        ids.reverse();
    }
    ids.into_iter().map(|id| open_visit(door, id)).collect()
}

/// The same move for a later visit; a stretched service is stretched there too.
pub(super) fn same_move(
    asked: &MoveAppointment,
    shift: Shift,
    here: &[Line],
    later: &Appointment,
    connection: &Connection,
) -> Result<MoveAppointment> {
    let stretch = match asked.stretch {
        Some(stretch) => {
            let there = appointment::lines(connection, later.id)?;
            let twin = here.iter().position(|line| line.id == stretch.line_id).and_then(|at| twin(here, at, &there));
            twin.map(|line| StretchLine { line_id: line.id, ..stretch })
        }
        None => None,
    };
    Ok(MoveAppointment {
        appointment_id: later.id,
        day: later.day.plus_days(shift.days),
        start_min: shift.start(later)?,
        stretch,
        ..asked.clone()
    })
}

/// One visit of the series before and after the change.
pub(super) struct Changed<'a> {
    /// What was asked for it.
    pub asked: &'a UpdateAppointment,
    /// As it was.
    pub visit: &'a Appointment,
    /// Its services as they were.
    pub before: &'a [Line],
    /// Its services as they are now.
    pub after: &'a [Line],
}

impl Changed<'_> {
    /// The same change for a later visit with the services `there`.
    pub fn same(&self, shift: Shift, later: &Appointment, there: &[Line]) -> Result<UpdateAppointment> {
        let start_min = shift.start(later)?;
        let mut lines = self.lines(later, there, start_min)?;
        if lines.is_empty() {
            lines = there.iter().map(|line| kept(line, later, start_min, 0)).collect::<Result<_>>()?;
        }
        let text = |here: &str, now: &str, there: &str| if there == here { now } else { there }.to_owned();
        Ok(UpdateAppointment {
            appointment_id: later.id,
            client_id: carried(self.visit.client_id, self.asked.client_id, later.client_id),
            day: later.day.plus_days(shift.days),
            start_min,
            lines,
            note: text(&self.visit.note, &self.asked.note, &later.note),
            source: text(&self.visit.source, &self.asked.source, &later.source),
            following: false,
            override_conflicts: self.asked.override_conflicts,
        })
    }

    fn lines(&self, later: &Appointment, there: &[Line], start_min: u16) -> Result<Vec<BookLine>> {
        let mut lines = Vec::new();
        for new in self.after {
            let Some(at) = self.before.iter().position(|line| line.id == new.id) else {
                lines.push(added(new, self.asked.start_min, start_min)?);
                continue;
            };
            if let (Some(was), Some(twin)) = (self.before.get(at), twin(self.before, at, there)) {
                let moved = self.offset_now(new) - offset(was, self.visit);
                let start = (offset(twin, later) + moved).max(0) + i32::from(start_min);
                lines.push(BookLine {
                    service_id: twin.service_id,
                    staff_id: carried(was.staff_id, new.staff_id, twin.staff_id),
                    start_min: Some(minute(start)?),
                    duration_min: Some(carried(was.duration_min, new.duration_min, twin.duration_min)),
                    price_minor: Some(carried(was.price, new.price, twin.price)),
                    line_id: Some(twin.id),
                });
            }
        }
        for (at, own) in there.iter().enumerate() {
            if twin(there, at, self.before).is_none() {
                lines.push(kept(own, later, start_min, self.growth_before(own, later, there))?);
            }
        }
        lines.sort_by_key(|line| line.start_min);
        Ok(lines)
    }

    /// By how much what stands before a service of the later visit has grown.
    fn growth_before(&self, own: &Line, later: &Appointment, there: &[Line]) -> i32 {
        let grown = self.before.iter().enumerate().filter_map(|(at, was)| {
            let twin = twin(self.before, at, there).filter(|twin| twin.start_min < own.start_min)?;
            let now = self.after.iter().find(|now| now.id == was.id)?;
            let end_now = self.offset_now(now) + i32::from(now.duration_min);
            Some((offset(twin, later), end_now - offset(was, self.visit) - i32::from(was.duration_min)))
        });
        grown.max().map_or(0, |(_, growth)| growth)
    }

    fn offset_now(&self, line: &Line) -> i32 {
        i32::from(line.start_min) - i32::from(self.asked.start_min)
    }
}

/// What was the same there becomes as it is here now.
fn carried<T: PartialEq>(here: T, now: T, there: T) -> T {
    if there == here { now } else { there }
}

/// The same service of the other visit: of several alike the first is the first's, and so on.
fn twin<'a>(lines: &[Line], at: usize, others: &'a [Line]) -> Option<&'a Line> {
    let service: ServiceId = lines.get(at)?.service_id;
    let alike = lines.iter().take(at).filter(|line| line.service_id == service).count();
    others.iter().filter(|line| line.service_id == service).nth(alike)
}

fn added(line: &Line, from_min: u16, start_min: u16) -> Result<BookLine> {
    Ok(BookLine {
        service_id: line.service_id,
        staff_id: line.staff_id,
        start_min: Some(minute(i32::from(line.start_min) - i32::from(from_min) + i32::from(start_min))?),
        duration_min: Some(line.duration_min),
        price_minor: Some(line.price),
        line_id: None,
    })
}

/// A service that only the later visit has.
fn kept(line: &Line, later: &Appointment, start_min: u16, growth: i32) -> Result<BookLine> {
    Ok(BookLine {
        service_id: line.service_id,
        staff_id: line.staff_id,
        start_min: Some(minute((offset(line, later) + growth).max(0) + i32::from(start_min))?),
        duration_min: Some(line.duration_min),
        price_minor: Some(line.price),
        line_id: Some(line.id),
    })
}

/// Minutes from the visit's start.
fn offset(line: &Line, visit: &Appointment) -> i32 {
    i32::from(line.start_min) - i32::from(visit.start_min)
}

fn minute(minute: i32) -> Result<u16> {
    u16::try_from(minute).map_err(|_| EngineError::new(ErrorCode::BadTimes).with("field", "start_min"))
}
