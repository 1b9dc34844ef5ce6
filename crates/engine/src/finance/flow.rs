//! Cash flow: where money was, what came and went, and what for.

use std::collections::{BTreeMap, BTreeSet};

use adelante_base::Money;
use adelante_domain::finance::{OPENING, OPENING_REVERSED, place_of};
use adelante_domain::ledger::Account;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::finance::report::{self, Flow};
use adelante_store::finance::{Names, report::AccountSum};
use adelante_wire::{CashFlow, FlowKind, FlowPlace, FlowRow, FlowSums, GetCashFlow};

use super::{named, range, shown_place};
use crate::command::{Context, Query};
use crate::error::Result;

impl Query for GetCashFlow {
    type Output = CashFlow;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<CashFlow> {
        range(self.from_day, self.to_day)?;
        let names = Names::read(connection)?;
        let before = report::balances(connection, self.from_day.plus_days(-1))?;
        let moved = report::flow_by_place(connection, self.from_day, self.to_day)?;
        let places = places(connection, &names, &before, &moved)?;
        let rows = rows(connection, &names, &report::flow_by_reason(connection, self.from_day, self.to_day)?)?;
        let (came, went) =
            (Money::sum(rows.iter().map(|row| row.in_minor))?, Money::sum(rows.iter().map(|row| row.out_minor))?);
        let total = FlowSums {
            opening_minor: Money::sum(places.iter().map(|place| place.sums.opening_minor))?,
            in_minor: came,
            out_minor: went,
            closing_minor: Money::sum(places.iter().map(|place| place.sums.closing_minor))?,
        };
        Ok(CashFlow { places, total, rows })
    }
}

fn places(connection: &Connection, names: &Names, before: &[AccountSum], moved: &[Flow]) -> Result<Vec<FlowPlace>> {
    let mut sums: BTreeMap<(usize, String), (FlowSums, adelante_wire::PlaceKind)> = BTreeMap::new();
    let nothing = FlowSums {
        opening_minor: Money::ZERO,
        in_minor: Money::ZERO,
        out_minor: Money::ZERO,
        closing_minor: Money::ZERO,
    };
    let kind_of = |account: &str, owner: &str| Account::named(account, owner).and_then(place_of);
    let order = |kind| adelante_wire::PlaceKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
    for sum in before {
        let Some(kind) = kind_of(&sum.account, &sum.owner) else { continue };
        sums.entry((order(kind), sum.owner.clone())).or_insert((nothing, kind)).0.opening_minor = sum.amount;
    }
    for flow in moved {
        let Some(kind) = kind_of(&flow.account, &flow.owner) else { continue };
        let (sums, _) = sums.entry((order(kind), flow.owner.clone())).or_insert((nothing, kind));
        (sums.in_minor, sums.out_minor) = (flow.debit, flow.credit);
    }
    let shown = sums.into_iter().map(|((_, owner), (mut sums, kind))| {
        sums.closing_minor = sums.opening_minor.plus(sums.in_minor)?.minus(sums.out_minor)?;
        Ok(FlowPlace { place: named(connection, names, shown_place(kind, &owner))?, sums })
    });
    shown.collect()
}

/// What came in, what went out, and the kinds of events.
type Sums = (Money, Money, BTreeSet<String>);

fn rows(connection: &Connection, names: &Names, flows: &[Flow]) -> Result<Vec<FlowRow>> {
    let mut sums: BTreeMap<(FlowKind, String, String), Sums> = BTreeMap::new();
    for flow in flows {
        let (kind, by_owner) = reason(flow);
        let owner = if by_owner { flow.owner.clone() } else { String::new() };
        // Money that goes back comes from several accounts at once.
        let whole = matches!(kind, FlowKind::Returned | FlowKind::Opening);
        let account = if whole { String::new() } else { flow.account.clone() };
        let (came, went, events) = sums.entry((kind, account, owner)).or_default();
        // What the other side was credited with came in as money. Where only a part of an event was
        // money, the rest of it is on both sides.
        match kind {
            FlowKind::ClientPayments => *came = came.plus(flow.credit)?.minus(flow.debit)?,
            FlowKind::Returned => *went = went.plus(flow.debit)?.minus(flow.credit)?,
            _ => (*came, *went) = (came.plus(flow.credit)?, went.plus(flow.debit)?),
        }
        events.insert(flow.kind.clone());
    }
    let moved = sums.into_iter().filter(|(_, (came, went, _))| !came.is_zero() || !went.is_zero());
    let shown = moved.map(|((kind, account, owner), (in_minor, out_minor, events))| {
        let events = events.into_iter().collect();
        Ok(FlowRow { kind, name: names.of(connection, &owner)?, account, owner, events, in_minor, out_minor })
    });
    shown.collect()
}

/// What an event's other side says money was for, and whether by whose it is.
fn reason(flow: &Flow) -> (FlowKind, bool) {
    match flow.kind.as_str() {
        "void" | "refund" | "prepayment_returned" => return (FlowKind::Returned, false),
        OPENING | OPENING_REVERSED => return (FlowKind::Opening, false),
        _ => {}
    }
    match flow.account.as_str() {
        "visit_prepaid" | "client_receivable" => (FlowKind::ClientPayments, false),
        "tips_due" => (FlowKind::Tips, false),
        "wages_payable" => (FlowKind::Wages, false),
        "other_income" => (FlowKind::OtherIncome, true),
        "expense" => (FlowKind::Expenses, true),
        "suppliers_payable" => (FlowKind::Suppliers, false),
        "owner" => (FlowKind::Owner, false),
        "acquiring_fees" => (FlowKind::Fees, true),
        "cash_over_short" => (FlowKind::OverShort, false),
        "client_debt" | "client_balance" => (FlowKind::ClientDebts, false),
        _ => (FlowKind::Other, false),
    }
}
