//! Where a visit stands. Completing it posts what was sold.

use adelante_base::vocabulary::AppointmentStatus as Status;
use adelante_domain::appointment::{is_open, may_follow, takes_time};
use adelante_domain::permission::Permission;
use adelante_store::Door;
use adelante_store::appointment::{self, Appointment};
use adelante_wire::{Done, ErrorCode, SetAppointmentStatus};

use super::{completion, conflict, living};
use crate::command::{Answer, Context, MIXED, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::money::deposit;

/// What a change of status posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Posted {
    /// Nothing.
    Nothing,
    /// Facts that undo answers by counter-facts.
    Facts,
    /// Money went back by a receipt: no undo takes it again.
    Money,
}

impl Mutation for SetAppointmentStatus {
    type Output = Done;
    const KIND: &'static str = "appointment_status_set";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        at_most("reason", &self.reason, 500)?;
        let visit = living(door.connection(), self.appointment_id)?;
        if visit.status == self.status && visit.status_reason == self.reason.trim() {
            return Ok(Answer::of(Done {}));
        }
        if !may_follow(visit.status, self.status) {
            return Err(EngineError::new(ErrorCode::BadStatus).with("from", visit.status).with("to", self.status));
        }
        let posted = set(self, context, door, &visit)?;
        if let (true, false, Some(series)) = (self.following, takes_time(self.status), visit.series_id) {
            for id in appointment::of_series(door.connection(), series, visit.day.plus_days(1))? {
                let later = living(door.connection(), id)?;
                // Each deposit is decided on by itself.
                set(&Self { appointment_id: id, deposit: None, ..self.clone() }, context, door, &later)?;
            }
        }
        let answer = Answer::of(Done {}).because(&self.reason);
        Ok(match posted {
            Posted::Nothing => answer,
            Posted::Facts => answer.undone_by(MIXED),
            Posted::Money => answer.undone_by(Undo::Never("take the payment again").as_str()),
        })
    }
}

/// Changes one visit's status with what follows from it; says what was posted.
fn set(asked: &SetAppointmentStatus, context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<Posted> {
    let posted = facts(asked, context, door, visit)?;
    appointment::update_status(door, visit.id, asked.status, asked.reason.trim())?;
    let (started, _) = appointment::times(door.connection(), visit.id)?;
    match asked.status {
        Status::InProgress => appointment::update_times(door, visit.id, started.or(Some(context.at)), None)?,
        Status::Completed => appointment::update_times(door, visit.id, started, Some(context.at))?,
        _ if visit.status == Status::Completed => appointment::update_times(door, visit.id, started, None)?,
        _ => {}
    }
    if visit.to_call && !takes_time(asked.status) {
        appointment::update_to_call(door, visit.id, false)?;
    }
    Ok(posted)
}

/// What the change means for the money: posts it, and says what was posted.
fn facts(asked: &SetAppointmentStatus, context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<Posted> {
    let paid = appointment::sums(door.connection(), visit.id)?.paid;
    match (visit.status, asked.status) {
        (Status::Completed, Status::Completed) => Ok(Posted::Nothing),
        (_, Status::Completed) => {
            completion::post(context, door, visit)?;
            Ok(Posted::Facts)
        }
        (Status::Completed, _) => {
            context.actor.check(Permission::PaymentsVoid)?;
            if !paid.is_zero() {
                return Err(EngineError::new(ErrorCode::HasMoney).with("paid_minor", paid.minor()));
            }
            completion::reverse(context, door, visit)?;
            Ok(Posted::Facts)
        }
        (_, to) if !takes_time(to) => {
            let held = deposit::held(door.connection(), visit.id)?;
            if held.is_zero() {
                return Ok(Posted::Nothing);
            }
            let gone = deposit::end(asked, context, door, visit, held)?;
            Ok(if gone { Posted::Money } else { Posted::Facts })
        }
        (from, to) if !takes_time(from) && is_open(to) => {
            // Brought back: somebody else may have the time by now.
            let lines = appointment::lines(door.connection(), visit.id)?;
            let check = conflict::Asked {
                lines: &lines,
                client: visit.client_id,
                visit: Some(visit.id),
                group: visit.group_id,
                wish: None,
                moving: None,
            };
            conflict::decide(context, door.connection(), &check, visit.overridden)?;
            let held_again = deposit::bring_back(context, door, visit)?;
            Ok(if held_again { Posted::Facts } else { Posted::Nothing })
        }
        _ => Ok(Posted::Nothing),
    }
}
