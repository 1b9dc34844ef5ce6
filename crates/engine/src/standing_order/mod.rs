//! Standing orders: clients who come every so many weeks (B13).

pub mod make;
mod next;
pub mod save;
pub mod show;

use adelante_base::Day;
use adelante_store::Connection;
use adelante_store::appointment::Line;
use adelante_store::standing_order::{self, StandingOrder};
use adelante_wire::{BookLine, ErrorCode};

use self::next::Next;
use crate::appointment::{book, conflict};
use crate::command::Context;
use crate::error::Result;
use crate::waitlist::offer::book_line;

/// Visits are looked at so many days back: the longest order comes every 26 weeks.
const LOOK_BACK_DAYS: i64 = 400;

/// What comes next of an order.
fn next(context: &Context<'_>, connection: &Connection, order: &StandingOrder) -> Result<Next> {
    let (today, minute) = context.today();
    let visits = standing_order::visits(connection, order, today.plus_days(-LOOK_BACK_DAYS))?;
    let zone = context.salon()?.zone;
    let made_on = order.created_at.local(zone).0;
    Ok(next::next(&order.order, &visits, made_on, (today, minute)))
}

/// What to book of an order, service after service.
fn lines(order: &StandingOrder) -> Vec<BookLine> {
    order.order.services.iter().map(|service| book_line(*service, order.order.staff_id)).collect()
}

/// Whether the usual time of a date can be booked. A service that is no longer offered, or a
/// staff member who left, cannot; nor can a time that the clock jumps over.
fn is_free(context: &Context<'_>, connection: &Connection, order: &StandingOrder, day: Day) -> Result<bool> {
    let begin = (day, order.order.start_min);
    let checked =
        book::looked_ahead(connection, begin, &lines(order), &[], Some(order.client_id)).and_then(|planned| {
            let lines: Vec<Line> = planned.into_iter().map(|planned| planned.line).collect();
            let client = Some(order.client_id);
            let check = conflict::Asked { lines: &lines, client, visit: None, group: None, wish: None };
            conflict::list(context, connection, &check)
        });
    match checked {
        Ok(conflicts) => Ok(conflicts.is_empty()),
        Err(error) if matches!(error.0.code, ErrorCode::NotFound | ErrorCode::NoSuchTime | ErrorCode::BadTimes) => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}
