//! Booking what standing orders make by themselves.

use adelante_base::Day;
use adelante_base::vocabulary::StandingMode;
use adelante_domain::permission::Permission;
use adelante_store::Door;
use adelante_store::appointment::busy;
use adelante_store::client::contact;
use adelante_store::standing_order::{self, StandingOrder};
use adelante_wire::{BookAppointment, MakeStandingVisits, StandingVisitsMade};

use super::{is_free, lines, next};
use crate::appointment::book;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::Result;

/// Visits are made so many days ahead.
const AHEAD_DAYS: i64 = 28;
/// Visits made at once, and orders named that could not be: the answer must fit into the log.
/// What is left over is made the next time.
const MADE_AT_ONCE: usize = 20;
const LEFT_AT_ONCE: usize = 30;

impl Mutation for MakeStandingVisits {
    type Output = StandingVisitsMade;
    const KIND: &'static str = "standing_visits_made";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<StandingVisitsMade>> {
        let until = context.today().0.plus_days(AHEAD_DAYS);
        let (mut made, mut left) = (Vec::new(), Vec::new());
        for order in standing_order::list(door.connection())? {
            if made.len() == MADE_AT_ONCE {
                break;
            }
            let Some(day) = due(context, door, &order, until)? else { continue };
            if is_free(context, door.connection(), &order, day)? {
                let booked = book::book(context, door, &booking(&order, day))?;
                busy::renew(door, booked.appointment_id)?;
                made.push(booked);
            } else if left.len() < LEFT_AT_ONCE {
                left.push(order.id);
            }
        }
        Ok(Answer::of(StandingVisitsMade { made, left }))
    }
}

/// The date on which the order is to make a visit, if there is one by then.
fn due(context: &Context<'_>, door: &Door<'_>, order: &StandingOrder, until: Day) -> Result<Option<Day>> {
    let makes = order.order.mode == StandingMode::Make;
    if !makes || contact(door.connection(), order.client_id)?.is_none() {
        return Ok(None);
    }
    let next = next(context, door.connection(), order)?;
    Ok((next.booked.is_none() && next.day <= until).then_some(next.day))
}

fn booking(order: &StandingOrder, day: Day) -> BookAppointment {
    BookAppointment {
        client_id: Some(order.client_id),
        new_client: None,
        day,
        start_min: order.order.start_min,
        lines: lines(order),
        note: String::new(),
        source: String::new(),
        override_conflicts: false,
        group_id: None,
        waitlist_entry_id: None,
    }
}
