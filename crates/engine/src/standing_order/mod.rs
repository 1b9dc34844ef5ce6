//! Standing orders: clients who come every so many weeks (B13).

pub mod make;
mod next;
pub mod save;
pub mod show;

use adelante_base::Day;
use adelante_store::Connection;
use adelante_store::standing_order::{self, StandingOrder};
use adelante_wire::BookLine;

use self::next::Next;
use crate::command::Context;
use crate::error::Result;
use crate::waitlist::look_ahead::{Wanted, book_line};

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

/// Whether the usual time of a date can be booked.
fn is_free(context: &Context<'_>, connection: &Connection, order: &StandingOrder, day: Day) -> Result<bool> {
    let begin = (day, order.order.start_min);
    let wanted = Wanted { client: order.client_id, begin, lines: &lines(order), wish: None, instead_of: None };
    wanted.is_free(context, connection)
}
