//! Deposits on screens: what is held for a visit and what the rules say of it, and all that are held.

use adelante_base::Money;
use adelante_base::vocabulary::AppointmentStatus;
use adelante_domain::appointment::takes_time;
use adelante_domain::deposit::{self as rules, DepositEnd};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment, deposit as stored};
use adelante_store::{Connection, ledger as entries, shift};
use adelante_wire::{Deposit, DepositChoice, DepositList, DepositProposal, GetDeposit, HeldDeposit, ListDeposits};

use super::deposit::{Split, held, proposed};
use super::register;
use crate::appointment::{living, risk};
use crate::command::{Context, Query};
use crate::error::Result;
use crate::salon::till;

impl Query for GetDeposit {
    type Output = Deposit;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Deposit> {
        let visit = living(connection, self.appointment_id)?;
        let is_open = takes_time(visit.status) && visit.status != AppointmentStatus::Completed;
        let held = if is_open { held(connection, visit.id)? } else { Money::ZERO };
        let ended = stored::ended(connection, visit.id)?;
        let risk_percent = risk::of_visit(context, connection, &visit)?;
        let due_minor = if risk_percent > adelante_domain::risk::HIGH_PERCENT {
            let sums = appointment::sums(connection, visit.id)?;
            rules::due(sums.total, sums.paid)?
        } else {
            Money::ZERO
        };
        Ok(Deposit {
            held_minor: held,
            kept_minor: entries::deposit_kept(connection, visit.id)?,
            ended: ended.end,
            ruled: ended.rule,
            cancelled: proposal(context, &visit, false),
            no_show: proposal(context, &visit, true),
            choices: choices(context, connection, &visit, held)?,
            shift_open: shift::current(connection, register(connection)?.id)?.is_some(),
            due_minor,
            risk_percent,
        })
    }
}

fn proposal(context: &Context<'_>, visit: &Appointment, missed: bool) -> DepositProposal {
    let (end, why) = proposed(context, visit, missed);
    DepositProposal { end, why, free_hours: till::of(context).deposit_free_hours }
}

fn choices(
    context: &Context<'_>,
    connection: &Connection,
    visit: &Appointment,
    held: Money,
) -> Result<Vec<DepositChoice>> {
    if !held.is_positive() {
        return Ok(Vec::new());
    }
    let possible =
        DepositEnd::ALL.iter().copied().filter(|end| *end != DepositEnd::Balance || visit.client_id.is_some());
    possible
        .map(|end| {
            let split = Split::of(context, connection, visit, held, end)?;
            Ok(DepositChoice {
                end,
                returned_minor: split.returned,
                kept_minor: split.kept,
                to_balance_minor: split.to_balance,
            })
        })
        .collect()
}

impl Query for ListDeposits {
    type Output = DepositList;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<DepositList> {
        let today = context.business_day()?;
        let (count, total_minor) = stored::held_sum(connection)?;
        let deposits = stored::held(connection)?.into_iter().map(|held| HeldDeposit {
            appointment_id: held.appointment_id,
            client: held.client,
            day: held.day,
            start_min: held.start_min,
            held_minor: held.held,
            total_minor: held.total,
            since: held.since,
            age_days: u32::try_from(today.days_since(held.since)).unwrap_or(0),
        });
        Ok(DepositList { deposits: deposits.collect(), count, total_minor })
    }
}
