//! Who changed which price, and whether clients come back after a discount (E2, J4).

use adelante_domain::discount::{COMES_BACK_DAYS, part_bp};
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::appointment::price_change;
use adelante_wire::{CameBack, DiscountEffect, GetDiscountEffect, ListPriceChanges, PriceChange, PriceChangeList};

use super::discount::check_days;
use super::shift::person;
use crate::command::{Context, Query};
use crate::error::Result;

/// Changes shown at once.
const SHOWN_MAX: usize = 500;
/// Changes in a file.
const ALL_MAX: usize = 50_000;

impl Query for ListPriceChanges {
    type Output = PriceChangeList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<PriceChangeList> {
        check_days(self.from_day, self.to_day)?;
        let zone = context.salon()?.zone;
        let (from, to) = (self.from_day.at(0, zone), self.to_day.plus_days(1).at(0, zone));
        let most = if self.all { ALL_MAX } else { SHOWN_MAX };
        let found = price_change::between(connection, from, to)?;
        Ok(PriceChangeList {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            changes: found.into_iter().take(most).map(|one| row(connection, one)).collect::<Result<_>>()?,
        })
    }
}

fn row(connection: &Connection, one: price_change::PriceChange) -> Result<PriceChange> {
    Ok(PriceChange {
        kind: one.kind,
        name: one.name,
        from_minor: one.was,
        to_minor: one.now,
        reason: one.reason,
        appointment_id: one.visit.map(|(id, _)| id),
        day: one.visit.map(|(_, day)| day),
        client: one.client,
        changed_by: person(connection, &one.actor)?,
        changed_at: one.at,
    })
}

impl Query for GetDiscountEffect {
    type Output = DiscountEffect;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<DiscountEffect> {
        check_days(self.from_day, self.to_day)?;
        // A visit of yesterday says nothing yet: only those count that have had all the days.
        let ripe = context.today().0.plus_days(-i64::from(COMES_BACK_DAYS));
        let counted_until = self.to_day.min(ripe);
        let (reduced, whole) = price_change::came_back(connection, (self.from_day, counted_until), COMES_BACK_DAYS)?;
        Ok(DiscountEffect { within_days: COMES_BACK_DAYS, counted_until, reduced: shown(reduced), whole: shown(whole) })
    }
}

fn shown(counted: price_change::CameBack) -> CameBack {
    CameBack { visits: counted.visits, came: counted.came, share_bp: part_bp(counted.came, counted.visits) }
}
