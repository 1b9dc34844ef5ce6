//! The entries behind a figure.

use adelante_base::Money;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::finance::report::{self, Shown, Wanted};
use adelante_wire::{EntryList, EntryRow, ListEntries, SoldFigure};

use crate::command::{Context, Query};
use crate::error::{EngineError, Result, at_most};
use crate::money::shift::person;

/// Entries that a list shows.
const SHOWN_MAX: u32 = 500;
/// Kinds of events that can be asked for.
const EVENTS_MAX: usize = 40;

impl Query for ListEntries {
    type Output = EntryList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<EntryList> {
        at_most("account", &self.account, 40)?;
        if self.events.len() > EVENTS_MAX {
            return Err(EngineError::out_of_range("events", 0, EVENTS_MAX));
        }
        let wanted = Wanted {
            from: self.from_day,
            to: self.to_day,
            account: self.account.clone(),
            // Visits are many: their accounts are opened all together.
            owner: self.owner.clone().filter(|owner| !owner.is_empty() || self.sold.is_some()),
            money_only: self.money_only,
            events: self.events.clone(),
            limit: SHOWN_MAX,
        };
        if let Some(figure) = self.sold {
            return sold(connection, &wanted, figure);
        }
        let (found, total, sum_minor) = report::entries(connection, &wanted)?;
        let entries = found.into_iter().map(|one| row(connection, one)).collect::<Result<_>>()?;
        Ok(EntryList { entries, total, sum_minor })
    }
}

fn sold(connection: &Connection, wanted: &Wanted, figure: SoldFigure) -> Result<EntryList> {
    let mut rows = Vec::new();
    let mut sums = Vec::new();
    for (mut shown, list, off, vat) in report::sold_lines(connection, wanted)? {
        shown.amount = match figure {
            SoldFigure::ListPrice => list,
            SoldFigure::Discount => off.negated(),
            SoldFigure::Vat => vat.negated(),
        };
        if !shown.amount.is_zero() {
            sums.push(shown.amount);
            rows.push(shown);
        }
    }
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let shown = rows.into_iter().take(usize::try_from(SHOWN_MAX).unwrap_or(usize::MAX));
    let entries = shown.map(|one| row(connection, one)).collect::<Result<_>>()?;
    Ok(EntryList { entries, total, sum_minor: Money::sum(sums)? })
}

fn row(connection: &Connection, one: Shown) -> Result<EntryRow> {
    Ok(EntryRow {
        entry_id: one.id,
        business_day: one.business_day,
        at: one.at,
        event: one.event,
        what: one.what,
        party: one.party,
        actor: person(connection, &one.actor)?,
        receipt_id: one.receipt_id,
        receipt_number: one.receipt_number,
        appointment_id: one.appointment_id,
        amount_minor: one.amount,
    })
}
