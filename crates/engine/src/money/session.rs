//! Sessions of packages and memberships: which line one can pay, and what it is worth.
//!
//! A package counts on the day it pays. A membership counts by the visit's day: the session is one of
//! the month in which that day lies.

use adelante_base::vocabulary::MethodKind;
use adelante_base::{BillLineId, Day, Money, PackageId};
use adelante_domain::membership::Membership;
use adelante_store::appointment::{self, Appointment};
use adelante_store::credit::package::{self, Held, Taken};
use adelante_store::{Connection, Door};
use adelante_wire::{ErrorCode, PaymentLine};

use super::payment::Bill;
use crate::command::Context;
use crate::error::{EngineError, Result};

/// The package as a membership, where it is one.
pub(crate) fn membership(held: &Held) -> Option<Membership> {
    held.package.periods.map(|periods| Membership {
        start: held.package.business_day,
        periods,
        sessions: held.package.sessions,
        value: held.package.value,
        frozen_days: held.frozen_days,
    })
}

/// The month of a membership in which a day lies, and the last day of that month.
pub(crate) fn month_on(held: &Held, day: Day) -> Option<(u16, Day)> {
    let one = membership(held)?;
    let period = one.period_of(day)?;
    let last = if period.saturating_add(1) >= one.periods { held.valid_until } else { None };
    Some((period, last.unwrap_or_else(|| one.last_day_of(period))))
}

/// The day that counts for a session of a visit.
pub(super) fn day_of(held: &Held, visit: &Appointment, today: Day) -> Day {
    if held.package.periods.is_some() { visit.day } else { today }
}

/// Sessions left that a visit of this day can take; 0 of a membership of as many as wanted.
pub(crate) fn left_on(held: &Held, day: Day) -> i64 {
    match membership(held) {
        None => held.left,
        Some(one) => one.period_of(day).and_then(|period| one.left(period, &held.uses)).unwrap_or(0),
    }
}

/// Whether a session can be taken of a package on a day.
pub(crate) fn is_usable(held: &Held, day: Day) -> bool {
    if held.frozen_from.is_some() || held.valid_until.is_some_and(|last| day > last) {
        return false;
    }
    // What was bought and is worth nothing any more was taken back, or has ended.
    let gone = held.package.value.is_positive() && !held.worth.is_positive();
    match membership(held) {
        None => held.left > 0 && !gone,
        Some(_) if gone && held.uses.is_empty() => false,
        Some(one) => one.period_of(day).is_some_and(|period| one.left(period, &held.uses).is_none_or(|left| left > 0)),
    }
}

/// The services of these bills that a session of a package can pay.
pub(super) fn lines_for(connection: &Connection, held: &Held, bills: &[Bill], today: Day) -> Result<Vec<BillLineId>> {
    let mut fitting = Vec::new();
    for bill in bills {
        if !is_usable(held, day_of(held, &bill.visit, today)) {
            continue;
        }
        for line in appointment::lines(connection, bill.visit.id)? {
            let open = bill.lines.iter().any(|known| known.line == line.id && known.paid < known.price);
            let covered = held.package.services.is_empty() || held.package.services.contains(&line.service_id);
            if open && covered {
                fitting.push(line.id);
            }
        }
    }
    Ok(fitting)
}

/// A session pays what remains of one service that the package is for.
pub(super) fn check(
    context: &Context<'_>,
    connection: &Connection,
    bills: &[Bill],
    asked: &PaymentLine,
) -> Result<String> {
    let not_usable = || EngineError::new(ErrorCode::CreditNotUsable).with("kind", MethodKind::Package);
    let id: PackageId = asked.source_id.as_deref().and_then(|id| id.parse().ok()).ok_or_else(not_usable)?;
    let held = package::get(connection, id)?.ok_or_else(not_usable)?;
    let line = asked.line_id.ok_or_else(not_usable)?;
    if !lines_for(connection, &held, bills, context.business_day()?)?.contains(&line) {
        return Err(not_usable());
    }
    let known = bills.iter().flat_map(|bill| &bill.lines).find(|known| known.line == line).ok_or_else(not_usable)?;
    let open = known.price.minus(known.paid)?;
    if asked.amount_minor != open {
        return Err(EngineError::out_of_range("amount_minor", open.minor(), open.minor()));
    }
    Ok(id.to_string())
}

/// The session that pays a line of a visit. Of a package the sessions left share what is left of its
/// worth, and the last takes the rest; of a membership those of its month do.
pub(super) fn taken(held: &Held, visit: &Appointment, price: Money) -> Result<Taken> {
    let Some(one) = membership(held) else {
        let worth = Money::from_minor(held.worth.minor() / held.left.max(1))?;
        return Ok(Taken { sessions: 1, worth, period: None });
    };
    let not_usable = || EngineError::new(ErrorCode::CreditNotUsable).with("kind", MethodKind::Package);
    let period = one.period_of(visit.day).ok_or_else(not_usable)?;
    let worth = one.session_worth(period, &held.uses, held.worth, price)?;
    Ok(Taken { sessions: 1, worth, period: Some(period) })
}

/// What months that are over have left of memberships that still run.
pub(crate) fn forfeited(door: &Door<'_>, today: Day) -> Result<Vec<(PackageId, Money)>> {
    let mut over = Vec::new();
    for held in package::running(door.connection(), today)? {
        // While it is frozen its months stand still.
        let day = held.frozen_from.unwrap_or(today);
        let Some(one) = membership(&held) else { continue };
        let Some(period) = one.period_of(day) else { continue };
        let left = one.forfeited(period, &held.uses, held.worth)?;
        if left.is_positive() {
            over.push((held.package.id, left));
        }
    }
    Ok(over)
}
