//! Pay runs as a person sees them.

use adelante_base::{Money, StaffMemberId};
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::payroll::{self, Run, Slip, paid, paid::Paid};
use adelante_wire::{GetPayRun, ListPayRuns, PayRun, PayRunList, PayRunRow, PaySlip, StaffPayment};

use super::slip::Standing;
use crate::appointment::Names;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};
use crate::money::shift::person;

/// Runs of the list.
const RUNS: u16 = 100;

impl Query for ListPayRuns {
    type Output = PayRunList;
    const PERMISSION: Permission = Permission::Payroll;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<PayRunList> {
        let runs = payroll::runs(connection, RUNS)?;
        Ok(PayRunList { runs: runs.iter().map(|run| row(connection, run)).collect::<Result<_>>()? })
    }
}

impl Query for GetPayRun {
    type Output = PayRun;
    const PERMISSION: Permission = Permission::Payroll;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<PayRun> {
        let run = payroll::run(connection, self.pay_run_id)?.ok_or_else(|| EngineError::not_found("pay_run"))?;
        let names = Names::read(connection)?;
        let paid = paid::of_run(connection, run.id)?;
        let slips = payroll::slips(connection, run.id)?;
        Ok(PayRun {
            slips: slips.into_iter().map(|slip| shown(connection, &names, &run, slip, &paid)).collect::<Result<_>>()?,
            payments: paid.into_iter().map(|one| payment(connection, &names, one)).collect::<Result<_>>()?,
            run: row(connection, &run)?,
            note: run.note,
            cancel_reason: run.cancelled.unwrap_or_default(),
        })
    }
}

fn row(connection: &Connection, run: &Run) -> Result<PayRunRow> {
    Ok(PayRunRow {
        pay_run_id: run.id,
        from_day: run.from,
        to_day: run.to,
        at: run.at,
        actor: person(connection, &run.actor)?,
        people_count: run.people,
        due_minor: run.due,
        paid_minor: Money::sum(paid::of_run(connection, run.id)?.iter().map(|one| one.amount))?,
        cancelled: run.cancelled.is_some(),
    })
}

fn shown(connection: &Connection, names: &Names, run: &Run, slip: Slip, paid: &[Paid]) -> Result<PaySlip> {
    let standing = Standing::read(connection, slip.staff_id)?;
    Ok(PaySlip {
        staff_id: slip.staff_id,
        staff: names.staff(slip.staff_id),
        lines: serde_json::from_str(&slip.lines)?,
        commission_minor: slip.commission,
        time_minor: slip.time,
        bonus_minor: slip.bonus,
        deduction_minor: slip.deduction,
        tips_minor: slip.tips,
        carried_minor: slip.carried,
        due_minor: slip.due,
        tips_held_minor: standing.tips,
        rate: None,
        paid_minor: of_person(paid, slip.staff_id)?,
        payable_minor: if run.cancelled.is_some() { Money::ZERO } else { standing.carried.max(Money::ZERO) },
        paid_until: None,
    })
}

fn of_person(paid: &[Paid], staff: StaffMemberId) -> Result<Money> {
    Ok(Money::sum(paid.iter().filter(|one| one.staff_id == staff).map(|one| one.amount))?)
}

fn payment(connection: &Connection, names: &Names, paid: Paid) -> Result<StaffPayment> {
    Ok(StaffPayment {
        payment_id: paid.id,
        kind: paid.kind,
        staff_id: paid.staff_id,
        staff: names.staff(paid.staff_id),
        method: paid.method,
        method_name: paid.method_name,
        amount_minor: paid.amount,
        business_day: paid.business_day,
        at: paid.at,
        actor: person(connection, &paid.actor)?,
        note: paid.note,
        is_reversal: paid.reverses.is_some(),
        reversed: paid.reversed,
    })
}
