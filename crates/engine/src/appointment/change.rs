//! Rewriting and moving a visit.

use adelante_base::{AppointmentId, Day};
use adelante_domain::appointment::{DURATION_MIN, is_open};
use adelante_domain::permission::Permission;
use adelante_store::Door;
use adelante_store::appointment::{self, Appointment, Line, busy};
use adelante_wire::{ConflictKind, Done, ErrorCode, MoveAppointment, UpdateAppointment};

use super::following::{self, Changed, Shift};
use super::{book, conflict, living};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

impl Mutation for MoveAppointment {
    type Output = Done;
    const KIND: &'static str = "appointment_moved";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let visit = open_visit(door, self.appointment_id)?;
        if let Some(to) = self.to_staff_id {
            crate::staff::living(door.connection(), to)?;
        }
        let shift = Shift::between(&visit, self.day, self.start_min);
        let later = if self.following { following::later(door, &visit, shift)? } else { Vec::new() };
        let present = appointment::lines(door.connection(), visit.id)?;
        let mut moves = Vec::with_capacity(later.len() + 1);
        for other in later {
            let same = following::same_move(self, shift, &present, &other, door.connection())?;
            moves.push((other, same));
        }
        let at = if shift.is_forward() { moves.len() } else { 0 };
        moves.insert(at, (visit, self.clone()));
        for (visit, asked) in &moves {
            move_one(context, door, visit, asked).map_err(on(visit, self.appointment_id))?;
            busy::renew(door, visit.id)?;
        }
        Ok(Answer::of(Done {}))
    }
}

/// Says of a refusal on which date it is, where that is a later visit's of the series.
fn on(visit: &Appointment, asked: AppointmentId) -> impl FnOnce(EngineError) -> EngineError {
    let day = (visit.id != asked).then_some(visit.day);
    move |refusal| match day {
        Some(day) => refusal.with("visit_day", day),
        None => refusal,
    }
}

/// Moves one visit as asked, checked against everything else.
pub(super) fn move_one(
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    asked: &MoveAppointment,
) -> Result<()> {
    book::check_start(asked.start_min)?;
    if visit.group_id.is_some() {
        return Err(EngineError::new(ErrorCode::StillUsed).with("what", "group_event"));
    }
    let present = appointment::lines(door.connection(), visit.id)?;
    let lines = moved(asked, visit, &present)?;
    let check = conflict::Asked {
        lines: &lines,
        client: visit.client_id,
        visit: Some(visit.id),
        group: None,
        wish: None,
        moving: None,
    };
    let conflicts = conflict::decide(context, door.connection(), &check, asked.override_conflicts)?;
    write_schedule(door, visit, (asked.day, asked.start_min), conflicts, &lines)?;
    if visit.to_call {
        appointment::update_to_call(door, visit.id, false)?;
    }
    Ok(())
}

/// Every line shifted as the visit is; what follows a stretched line moves on with it.
fn moved(asked: &MoveAppointment, visit: &Appointment, present: &[Line]) -> Result<Vec<Line>> {
    let shift = i32::from(asked.start_min) - i32::from(visit.start_min);
    let mut growth = 0;
    let mut lines = Vec::with_capacity(present.len());
    for line in present {
        let start = i32::from(line.start_min) + shift + growth;
        let start_min = u16::try_from(start).ok().filter(|start| *start < 2_880);
        let mut moved = Line {
            day: asked.day,
            start_min: start_min.ok_or_else(|| EngineError::new(ErrorCode::BadTimes).with("field", "start_min"))?,
            ..line.clone()
        };
        if let Some(stretch) = asked.stretch.filter(|stretch| stretch.line_id == line.id) {
            if !DURATION_MIN.contains(&stretch.duration_min) {
                return Err(EngineError::out_of_range("duration_min", DURATION_MIN.start(), DURATION_MIN.end()));
            }
            growth += i32::from(stretch.duration_min) - i32::from(line.duration_min);
            moved.duration_min = stretch.duration_min;
        }
        if let (Some(from), Some(to)) = (asked.from_staff_id, asked.to_staff_id)
            && moved.staff_id == from
        {
            moved.staff_id = to;
        }
        lines.push(moved);
    }
    Ok(lines)
}

impl Mutation for UpdateAppointment {
    type Output = Done;
    const KIND: &'static str = "appointment_updated";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        at_most("note", &self.note, 2_000)?;
        at_most("source", &self.source, 100)?;
        book::check_start(self.start_min)?;
        let visit = open_visit(door, self.appointment_id)?;
        if let Some(client) = self.client_id.filter(|client| visit.client_id != Some(*client)) {
            crate::client::living(door, client)?;
        }
        let shift = Shift::between(&visit, self.day, self.start_min);
        let later = if self.following { following::later(door, &visit, shift)? } else { Vec::new() };
        let before = appointment::lines(door.connection(), visit.id)?;
        let after = planned(self, context, door, &before)?;
        let changed = Changed { asked: self, visit: &visit, before: &before, after: &after };
        if !shift.is_forward() {
            rewrite(self, context, door, (&visit, &before), &after)?;
            busy::renew(door, visit.id)?;
        }
        for other in &later {
            let there = appointment::lines(door.connection(), other.id)?;
            let same = changed.same(shift, other, &there)?;
            planned(&same, context, door, &there)
                .and_then(|lines| rewrite(&same, context, door, (other, &there), &lines))
                .map_err(on(other, self.appointment_id))?;
            busy::renew(door, other.id)?;
        }
        if shift.is_forward() {
            rewrite(self, context, door, (&visit, &before), &after)?;
        }
        Ok(Answer::of(Done {}))
    }
}

/// The services as they shall stand, each at a price that this person may ask.
fn planned(asked: &UpdateAppointment, context: &Context<'_>, door: &Door<'_>, present: &[Line]) -> Result<Vec<Line>> {
    let planned = book::planned(door, (asked.day, asked.start_min), &asked.lines, present, asked.client_id)?;
    book::check_prices(context, &planned)?;
    Ok(planned.into_iter().map(|planned| planned.line).collect())
}

/// Writes one visit as it shall be.
fn rewrite(
    asked: &UpdateAppointment,
    context: &Context<'_>,
    door: &Door<'_>,
    (visit, present): (&Appointment, &[Line]),
    lines: &[Line],
) -> Result<()> {
    keeps_what_is_paid(door, visit, lines)?;
    let conflicts = conflicts(asked, context, door, visit, present, lines)?;
    for gone in present.iter().filter(|line| !lines.iter().any(|kept| kept.id == line.id)) {
        door.retire("appointment_service", &gone.id.to_string())?;
    }
    for line in lines {
        if present.iter().any(|kept| kept.id == line.id) {
            appointment::update_line_price(door, line)?;
        } else {
            appointment::insert_line(door, visit.id, line)?;
        }
    }
    write_schedule(door, visit, (asked.day, asked.start_min), conflicts, lines)?;
    let card = Appointment {
        client_id: asked.client_id,
        note: asked.note.trim().to_owned(),
        source: asked.source.trim().to_owned(),
        ..visit.clone()
    };
    appointment::update_card(door, &card)?;
    Ok(())
}

/// A visit whose times stay as they are is not checked again: a note can be written on
/// one that was booked in spite of a conflict.
fn conflicts(
    asked: &UpdateAppointment,
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    present: &[Line],
    lines: &[Line],
) -> Result<Vec<ConflictKind>> {
    let place = |line: &Line| (line.staff_id, line.day, line.start_min, line.duration_min);
    let same = present.len() == lines.len() && present.iter().zip(lines).all(|(a, b)| place(a) == place(b));
    if same {
        return Ok(visit.conflicts.clone());
    }
    let check = conflict::Asked {
        lines,
        client: asked.client_id,
        visit: Some(visit.id),
        group: visit.group_id,
        wish: None,
        moving: None,
    };
    conflict::decide(context, door.connection(), &check, asked.override_conflicts)
}

pub(crate) fn open_visit(door: &Door<'_>, id: AppointmentId) -> Result<Appointment> {
    let visit = living(door.connection(), id)?;
    if is_open(visit.status) {
        return Ok(visit);
    }
    Err(EngineError::new(ErrorCode::BadStatus).with("from", visit.status).with("to", visit.status))
}

/// What is paid of a line stays paid: it cannot be taken off or made cheaper than that.
pub(crate) fn keeps_what_is_paid(door: &Door<'_>, visit: &Appointment, lines: &[Line]) -> Result<()> {
    let paid = appointment::paid_by_line(door.connection(), visit.id)?;
    let items = if paid.is_empty() { Vec::new() } else { adelante_store::bill::items(door.connection(), visit.id)? };
    let prices =
        || lines.iter().map(|line| (line.id, line.price)).chain(items.iter().map(|item| (item.id, item.price)));
    for (line, paid) in paid {
        let kept = prices().find(|(id, _)| *id == line).map_or(adelante_base::Money::ZERO, |(_, price)| price);
        if kept < paid {
            return Err(EngineError::new(ErrorCode::HasMoney).with("paid_minor", paid.minor()));
        }
    }
    Ok(())
}

pub(super) fn write_schedule(
    door: &Door<'_>,
    visit: &Appointment,
    (day, start_min): (Day, u16),
    conflicts: Vec<ConflictKind>,
    lines: &[Line],
) -> Result<()> {
    let overridden = !conflicts.is_empty();
    appointment::update_schedule(door, &Appointment { day, start_min, overridden, conflicts, ..visit.clone() })?;
    for line in lines {
        appointment::update_line_schedule(door, line)?;
    }
    Ok(())
}
