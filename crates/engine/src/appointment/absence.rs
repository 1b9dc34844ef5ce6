//! A sick day (B7): every affected visit with what could be done, and all of it in one action.

use std::collections::BTreeSet;

use adelante_base::{AppointmentId, StaffMemberId};
use adelante_domain::appointment::{is_open, takes_time};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment, Line, busy, list};
use adelante_store::{Connection, Door};
use adelante_wire::{
    AbsencePlan, AffectedVisit, AppointmentStatus, Done, FindSlots, MoveAppointment, PlanAbsence,
    RearrangeAppointments, SetToCall, Slot, SlotLine,
};

use super::plan::{self, blocks};
use super::{Names, change, living, slots};
use crate::client::shown_phone;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

/// Days of an absence at once.
const DAYS_MAX: i64 = 62;
/// Visits handled at once.
const VISITS_MAX: usize = 200;
/// Alternatives named for each visit.
const ALTERNATIVES: usize = 6;
/// How many days after the absence the same person is looked for.
const DAYS_AFTER: u8 = 14;

impl Query for PlanAbsence {
    type Output = AbsencePlan;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<AbsencePlan> {
        let days = self.to_day.days_since(self.from_day);
        if !(0..DAYS_MAX).contains(&days) || self.to_min > 1_440 {
            return Err(EngineError::out_of_range("to_day", self.from_day, self.from_day.plus_days(DAYS_MAX)));
        }
        let names = Names::read(connection)?;
        let mut visits = Vec::new();
        for row in affected(context, connection, self)? {
            let lines = appointment::lines(connection, row.id)?;
            let alternatives = alternatives(context, connection, self, &row, &lines)?;
            visits.push(AffectedVisit {
                appointment_id: row.id,
                client: row.client,
                phone: shown_phone(&row.phone, context.region()),
                day: row.day,
                start_min: row.start_min,
                services: lines.iter().map(|line| names.service(line.service_id)).collect(),
                alternatives,
            });
        }
        Ok(AbsencePlan { visits })
    }
}

/// Open visits with a service of the absent person within the absence.
fn affected(context: &Context<'_>, connection: &Connection, asked: &PlanAbsence) -> Result<Vec<list::Listed>> {
    let clock = plan::clock(context);
    let away = adelante_domain::availability::Span::new(
        clock.start_edge(asked.from_day, asked.from_min),
        clock.end_edge(asked.to_day, asked.to_min),
    );
    let open: Vec<AppointmentStatus> =
        AppointmentStatus::ALL.iter().copied().filter(|status| is_open(*status)).collect();
    let filter = list::Filter {
        from: asked.from_day.plus_days(-1),
        to: asked.to_day,
        staff: Some(asked.staff_id),
        client: None,
        service: None,
        statuses: open,
        payments: Vec::new(),
        to_call: false,
        descending: false,
        limit: 500,
        offset: 0,
    };
    let mut hit = Vec::new();
    for row in list::page(connection, &filter)? {
        let lines = appointment::lines(connection, row.id)?;
        let is_hit = lines.iter().filter(|line| line.staff_id == asked.staff_id).any(|line| {
            let start = clock.start_edge(line.day, line.start_min);
            blocks(line).staff_spans(start).any(|span| span.overlaps(away))
        });
        if is_hit {
            hit.push(row);
        }
    }
    Ok(hit)
}

/// Somebody else at the same time first, then the same person after the absence, then anyone
/// near the old time.
fn alternatives(
    context: &Context<'_>,
    connection: &Connection,
    asked: &PlanAbsence,
    row: &list::Listed,
    lines: &[Line],
) -> Result<Vec<Slot>> {
    let ask = |with: &dyn Fn(&Line) -> Option<StaffMemberId>, from_day, days, not_before_min| FindSlots {
        service_ids: Vec::new(),
        staff_id: None,
        lines: lines
            .iter()
            .enumerate()
            .map(|(place, line)| SlotLine {
                service_id: line.service_id,
                staff_id: with(line),
                with_previous: place > 0
                    && lines.get(place - 1).is_some_and(|before| before.start_min == line.start_min),
            })
            .collect(),
        client_id: row.client_id,
        appointment_id: Some(row.id),
        from_day,
        days,
        limit: 200,
        not_before_min,
        ranked: false,
    };
    let others = |line: &Line| (line.staff_id != asked.staff_id).then_some(line.staff_id);
    // One person takes over all that the absent one would have done.
    let takes_over = |slot: &Slot| {
        let mut substitutes = slot.lines.iter().zip(lines).filter(|(_, line)| line.staff_id == asked.staff_id);
        let first = substitutes.next().map(|(part, _)| part.staff_id);
        first != Some(asked.staff_id) && substitutes.all(|(part, _)| Some(part.staff_id) == first)
    };
    let mut found: Vec<Slot> =
        slots::find(context, connection, &ask(&others, row.day, 1, 0))?.into_iter().filter(takes_over).collect();
    found.sort_by_key(|slot| slot.start_min.abs_diff(row.start_min));
    found.truncate(ALTERNATIVES / 2);
    let same = |line: &Line| Some(line.staff_id);
    let back = asked.to_day.plus_days(i64::from(asked.to_min >= 1_440));
    let not_before = if asked.to_min >= 1_440 { 0 } else { asked.to_min };
    let mut later = slots::find(context, connection, &ask(&same, back, DAYS_AFTER, not_before))?;
    later.sort_by_key(|slot| (slot.day, slot.start_min.abs_diff(row.start_min)));
    let mut days = BTreeSet::new();
    found.extend(later.into_iter().filter(|slot| days.insert(slot.day)).take(ALTERNATIVES / 2));
    Ok(found)
}

impl Mutation for RearrangeAppointments {
    type Output = Done;
    const KIND: &'static str = "appointments_rearranged";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        if self.moves.len() > VISITS_MAX || self.to_call.len() > VISITS_MAX {
            return Err(EngineError::out_of_range("moves", 0, VISITS_MAX));
        }
        // The absence first: nobody is moved into it.
        if let Some(time_off) = &self.time_off {
            crate::schedule::time_off::add(context, door, time_off)?;
        }
        for to in &self.moves {
            let visit = change::open_visit(door, to.appointment_id)?;
            crate::staff::living(door.connection(), to.to_staff_id)?;
            let asked = MoveAppointment {
                appointment_id: to.appointment_id,
                day: to.day,
                start_min: to.start_min,
                from_staff_id: Some(to.from_staff_id),
                to_staff_id: Some(to.to_staff_id),
                stretch: None,
                following: false,
                override_conflicts: false,
            };
            change::move_one(context, door, &visit, &asked)?;
            busy::renew(door, visit.id)?;
        }
        for id in &self.to_call {
            call_list(door, *id, true)?;
        }
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for SetToCall {
    type Output = Done;
    const KIND: &'static str = "call_list_changed";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        call_list(door, self.appointment_id, self.to_call)?;
        Ok(Answer::of(Done {}))
    }
}

fn call_list(door: &Door<'_>, id: AppointmentId, to_call: bool) -> Result<()> {
    let visit: Appointment = living(door.connection(), id)?;
    if to_call && !takes_time(visit.status) {
        return Err(EngineError::not_found("appointment"));
    }
    Ok(appointment::update_to_call(door, id, to_call)?)
}
