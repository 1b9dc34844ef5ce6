//! A booking looked at before it is saved: what stands in the way, what it would be, and the
//! nearest free times.

use adelante_base::Money;
use adelante_domain::permission::{Permission, allows};
use adelante_store::Connection;
use adelante_store::appointment::{self, Line};
use adelante_wire::{BookingChecked, CheckBooking, CheckedLine, Conflict, FindSlots, Slot, SlotLine};

use super::{book, conflict, slots};
use crate::command::{Context, Query};
use crate::error::Result;

/// How many free times are named.
const ALTERNATIVES: u16 = 4;
/// How far ahead they are looked for.
const DAYS_AHEAD: u8 = 14;

impl Query for CheckBooking {
    type Output = BookingChecked;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<BookingChecked> {
        let planned = planned(connection, self)?;
        let mut total = Money::ZERO;
        for one in &planned {
            total = total.plus(one.line.price)?;
        }
        let end_min = planned.iter().map(|one| one.line.start_min + one.line.duration_min).max();
        let shown = planned.iter().map(|one| CheckedLine {
            start_min: one.line.start_min,
            duration_min: one.line.duration_min,
            duration_from: one.duration_from,
            price_minor: one.line.price,
            price_from: one.price_from,
            list_price_minor: one.line.list_price,
        });
        let lines = shown.collect();
        let conflicts = of_lines(context, connection, self, planned)?;
        let alternatives =
            if conflicts.is_empty() { Vec::new() } else { nearest(context, connection, self, ALTERNATIVES)? };
        Ok(BookingChecked {
            conflicts,
            lines,
            end_min: end_min.unwrap_or(self.start_min),
            total_minor: total,
            may_override: allows(context.actor.role, Permission::CalendarOverride),
            alternatives,
        })
    }
}

/// What stands in the way of a booking.
pub(super) fn conflicts(context: &Context<'_>, connection: &Connection, asked: &CheckBooking) -> Result<Vec<Conflict>> {
    of_lines(context, connection, asked, planned(connection, asked)?)
}

fn planned(connection: &Connection, asked: &CheckBooking) -> Result<Vec<book::Planned>> {
    book::check_start(asked.start_min)?;
    let present = match asked.appointment_id {
        Some(id) => appointment::lines(connection, id)?,
        None => Vec::new(),
    };
    book::looked_ahead(connection, (asked.day, asked.start_min), &asked.lines, &present, asked.client_id)
}

fn of_lines(
    context: &Context<'_>,
    connection: &Connection,
    asked: &CheckBooking,
    planned: Vec<book::Planned>,
) -> Result<Vec<Conflict>> {
    let lines: Vec<Line> = planned.into_iter().map(|one| one.line).collect();
    let check = conflict::Asked {
        lines: &lines,
        client: asked.client_id,
        visit: asked.appointment_id,
        group: asked.group_id,
        wish: None,
        moving: None,
    };
    conflict::list(context, connection, &check)
}

/// Whether a service is asked for at the same time as the one before it.
fn together(asked: &CheckBooking, place: usize) -> bool {
    let start = |place: usize| match asked.lines.get(place)?.start_min {
        None if place == 0 => Some(asked.start_min),
        start => start,
    };
    let before = place.checked_sub(1).and_then(start);
    before.is_some() && before == start(place)
}

/// The free times nearest to the asked one, with the same people; where there are none, with
/// anyone.
pub(super) fn nearest(
    context: &Context<'_>,
    connection: &Connection,
    asked: &CheckBooking,
    limit: u16,
) -> Result<Vec<Slot>> {
    let same = |anyone: bool| {
        let lines = asked.lines.iter().enumerate().map(|(place, line)| SlotLine {
            service_id: line.service_id,
            staff_id: (!anyone).then_some(line.staff_id),
            with_previous: place > 0 && together(asked, place),
        });
        FindSlots {
            service_ids: Vec::new(),
            staff_id: None,
            lines: lines.collect(),
            client_id: asked.client_id,
            appointment_id: asked.appointment_id,
            from_day: asked.day,
            days: DAYS_AHEAD,
            limit: 200,
            not_before_min: 0,
            ranked: false,
        }
    };
    let mut found = slots::find(context, connection, &same(false))?;
    if found.is_empty() {
        found = slots::find(context, connection, &same(true))?;
    }
    let away = |slot: &Slot| {
        (slot.day.days_since(asked.day) * 1_440 + i64::from(slot.start_min) - i64::from(asked.start_min)).abs()
    };
    found.sort_by_key(away);
    found.truncate(usize::from(limit));
    Ok(found)
}
