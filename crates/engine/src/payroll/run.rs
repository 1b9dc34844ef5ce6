//! Pay runs: looked at, confirmed, cancelled.

use adelante_base::CommissionId;
use adelante_base::vocabulary::CommissionEntry;
use adelante_base::{Day, Money, PayRunId, PaySlipId, StaffMemberId, TransactionId};
use adelante_domain::ledger::{self, PaySums};
use adelante_domain::permission::Permission;
use adelante_store::commission::fact::{self, Commission};
use adelante_store::ledger::{Named, Place};
use adelante_store::payroll::{self, Run, Slip, paid};
use adelante_store::{Connection, Door, ledger as entries};
use adelante_wire::{
    CancelPayRun, ConfirmPayRun, Done, ErrorCode, PayInput, PayRunConfirmed, PayRunPreview, PreviewPayRun,
};

use super::check_period;
use super::slip::{Draft, Period, Standing};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};

/// People of one run.
pub(super) const PEOPLE_MAX: usize = 100;

impl Query for PreviewPayRun {
    type Output = PayRunPreview;
    const PERMISSION: Permission = Permission::Payroll;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<PayRunPreview> {
        check_run_period(context, self.from_day, self.to_day)?;
        let period = Period::read(connection, self.from_day, self.to_day)?;
        let mut slips = Vec::new();
        for who in &period.people {
            let decided = self.people.iter().find(|one| one.staff_id == who.id);
            let draft = period.draft(connection, who, decided.unwrap_or(&as_planned(who.id)))?;
            // Whoever left is shown as long as there is something to pay.
            if !who.retired || !draft.slip.lines.is_empty() || !draft.slip.tips_held_minor.is_zero() {
                slips.push(draft.slip);
            }
        }
        let due = slips.iter().filter(|slip| slip.paid_until.is_none()).map(|slip| slip.due_minor);
        Ok(PayRunPreview { due_minor: Money::sum(due)?, slips })
    }
}

impl Mutation for ConfirmPayRun {
    type Output = PayRunConfirmed;
    const KIND: &'static str = "pay_run_confirmed";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Compensate("pay_run_cancelled");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<PayRunConfirmed>> {
        check_run_period(context, self.from_day, self.to_day)?;
        at_most("note", &self.note, 500)?;
        if self.people.is_empty() || self.people.len() > PEOPLE_MAX {
            return Err(EngineError::out_of_range("people", 1, PEOPLE_MAX));
        }
        let drafts = drafts(self, door.connection())?;
        let id = PayRunId::new(door.ids(), door.at());
        let due = Money::sum(drafts.iter().map(|draft| draft.slip.due_minor))?;
        let run = Run {
            id,
            from: self.from_day,
            to: self.to_day,
            at: door.at(),
            actor: door.actor().to_owned(),
            note: self.note.trim().to_owned(),
            people: 0,
            due,
            cancelled: None,
        };
        payroll::insert_run(door, &run, context.business_day()?)?;
        let place = Place { business_day: self.to_day, register: None, appointment_id: None, receipt_id: None };
        let mut changed = Vec::new();
        for draft in &drafts {
            for settling in &draft.settling {
                settling.write(door, draft.slip.staff_id, id, self.to_day)?;
                changed.push((draft.slip.staff_id, settling.change));
            }
            payroll::insert_slip(door, id, &stored(door, draft)?)?;
        }
        entries::post(door, &ledger::commission(&changed)?, &place)?;
        let sums: Vec<PaySums> = drafts.iter().map(|draft| sums(draft)).collect::<Result<_>>()?;
        let named = Named { id: transaction_of(id), reverses: None };
        entries::post_named(door, named, &ledger::pay_run(&sums)?, &place)?;
        Ok(Answer::of(PayRunConfirmed { pay_run_id: id, due_minor: due }))
    }
}

fn drafts(asked: &ConfirmPayRun, connection: &Connection) -> Result<Vec<Draft>> {
    let period = Period::read(connection, asked.from_day, asked.to_day)?;
    let mut drafts: Vec<Draft> = Vec::with_capacity(asked.people.len());
    for one in &asked.people {
        let who = period.people.iter().find(|who| who.id == one.staff_id);
        let who = who.ok_or_else(|| EngineError::not_found("staff_member"))?;
        if drafts.iter().any(|known| known.slip.staff_id == who.id) {
            return Err(EngineError::new(ErrorCode::BadInput).with("field", "people"));
        }
        let draft = period.draft(connection, who, one)?;
        if let Some(until) = draft.slip.paid_until {
            let paid = EngineError::new(ErrorCode::PeriodPaid).with("staff", &who.staff.name);
            return Err(paid.with("until", until));
        }
        if one.seen_due_minor.is_some_and(|seen| seen != draft.slip.due_minor) {
            return Err(EngineError::new(ErrorCode::PayChanged).with("staff", &who.staff.name));
        }
        drafts.push(draft);
    }
    Ok(drafts)
}

impl Mutation for CancelPayRun {
    type Output = Done;
    const KIND: &'static str = "pay_run_cancelled";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Never("confirm the pay run again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        if self.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        at_most("reason", &self.reason, 500)?;
        let run = standing(door.connection(), self.pay_run_id)?;
        let paid = paid::of_run(door.connection(), run.id)?;
        if paid.iter().any(|one| one.reverses.is_none() && !one.reversed) {
            return Err(EngineError::new(ErrorCode::RunPaid));
        }
        for slip in payroll::slips(door.connection(), run.id)? {
            let settled = Standing::read(door.connection(), slip.staff_id)?.settled;
            if let Some(until) = settled.until.filter(|until| *until > run.to) {
                let name = crate::money::shift::person(door.connection(), &slip.staff_id.to_string())?;
                return Err(EngineError::new(ErrorCode::PeriodPaid).with("staff", name).with("until", until));
            }
        }
        let business_day = context.business_day()?;
        payroll::cancel_run(door, run.id, business_day, self.reason.trim())?;
        let place = Place { business_day: run.to, register: None, appointment_id: None, receipt_id: None };
        let tiers = untiered(door, &run)?;
        entries::post(door, &ledger::commission(&tiers)?, &place)?;
        let posted = entries::entries(door.connection(), transaction_of(run.id))?;
        let named = Named {
            id: TransactionId::new(door.ids(), door.at()),
            reverses: (!posted.is_empty()).then(|| transaction_of(run.id)),
        };
        entries::post_named(door, named, &ledger::pay_run_cancelled(&posted)?, &place)?;
        Ok(Answer::of(Done {}).because(&self.reason))
    }
}

/// What tiers have changed in a run goes back.
fn untiered(door: &Door<'_>, run: &Run) -> Result<Vec<(StaffMemberId, Money)>> {
    let mut back = Vec::new();
    for fact in fact::of_run(door.connection(), run.id)? {
        let amount = fact.amount.negated();
        back.push((fact.staff_id, amount));
        let id = CommissionId::new(door.ids(), door.at());
        fact::insert(door, &Commission { id, entry: CommissionEntry::Back, amount, at: door.at(), ..fact })?;
    }
    Ok(back)
}

/// A run that was not cancelled.
pub(super) fn standing(connection: &Connection, id: PayRunId) -> Result<Run> {
    let found = payroll::run(connection, id)?.filter(|run| run.cancelled.is_none());
    found.ok_or_else(|| EngineError::not_found("pay_run"))
}

fn check_run_period(context: &Context<'_>, from: Day, to: Day) -> Result<()> {
    check_period(from, to)?;
    let today = context.business_day()?;
    if to > today {
        return Err(EngineError::out_of_range("to_day", from, today));
    }
    Ok(())
}

/// Somebody about whom nothing was decided.
fn as_planned(staff_id: StaffMemberId) -> PayInput {
    PayInput {
        staff_id,
        minutes: None,
        days: None,
        bonuses: Vec::new(),
        deductions: Vec::new(),
        with_tips: false,
        seen_due_minor: None,
    }
}

fn stored(door: &Door<'_>, draft: &Draft) -> Result<Slip> {
    let slip = &draft.slip;
    Ok(Slip {
        id: PaySlipId::new(door.ids(), door.at()),
        staff_id: slip.staff_id,
        commission: slip.commission_minor,
        time: slip.time_minor,
        bonus: slip.bonus_minor,
        deduction: slip.deduction_minor,
        tips: slip.tips_minor,
        carried: slip.carried_minor,
        due: slip.due_minor,
        lines: serde_json::to_string(&slip.lines)?,
    })
}

fn sums(draft: &Draft) -> Result<PaySums> {
    let slip = &draft.slip;
    Ok(PaySums {
        staff_id: slip.staff_id,
        earned: slip.time_minor.plus(slip.bonus_minor)?,
        deducted: slip.deduction_minor,
        tips: slip.tips_minor,
    })
}

/// A run and its transaction have the same id.
fn transaction_of(run: PayRunId) -> TransactionId {
    TransactionId::from_uuid(run.uuid())
}
