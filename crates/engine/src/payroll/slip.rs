//! What a pay run says of one person.

use adelante_base::vocabulary::{PayRateKind, StaffPaymentKind};
use adelante_base::{Day, Money, StaffMemberId};
use adelante_domain::ledger::Account;
use adelante_domain::payroll::{Decided, Rate, TimePay, for_time, rate_on};
use adelante_store::commission::fact;
use adelante_store::payroll::{self, Settled, StoredRate, paid};
use adelante_store::staff::StoredStaff;
use adelante_store::{Connection, ledger as entries, staff};
use adelante_wire::{ErrorCode, PayExtra, PayInput, PaySlip, PaySlipLine};

use super::tiers::{Settling, settling};
use crate::error::{EngineError, Result, filled};
use crate::schedule::plans::Plans;

/// Bonuses or deductions of one slip.
const EXTRAS_MAX: usize = 20;
/// Advances that are looked through.
const ADVANCES_MAX: u16 = 200;
/// Most minutes that can be paid for a year.
const MINUTES_MAX: u32 = 600_000;

/// A slip with what has to be posted for it.
pub(crate) struct Draft {
    pub(crate) slip: PaySlip,
    pub(crate) settling: Vec<Settling>,
}

/// What is read once for all people of a run.
pub(crate) struct Period {
    pub(crate) from: Day,
    pub(crate) to: Day,
    plans: Plans,
    rates: Vec<StoredRate>,
    pub(crate) people: Vec<StoredStaff>,
}

/// What was earned, held and paid of one person by now.
pub(crate) struct Standing {
    pub(crate) settled: Settled,
    /// Owed by the books, commissions of all days with it.
    pub(crate) owed: Money,
    /// All commissions that were ever posted.
    commissions: Money,
    /// What earlier runs left, less advances.
    pub(crate) carried: Money,
    /// Tips held.
    pub(crate) tips: Money,
}

impl Standing {
    /// Reads it from balances and the few rows of runs and payments, not from every commission.
    pub(crate) fn read(connection: &Connection, who: StaffMemberId) -> Result<Self> {
        let settled = payroll::settled(connection, who)?;
        let wages = paid::wages(connection, who)?;
        let owed = entries::balance(connection, Account::WagesPayable(who))?.negated();
        Ok(Self {
            commissions: owed.minus(settled.other)?.plus(wages)?,
            carried: settled.commission.plus(settled.other)?.minus(wages)?,
            tips: entries::balance(connection, Account::TipsDue(who))?.negated(),
            settled,
            owed,
        })
    }
}

impl Period {
    pub(crate) fn read(connection: &Connection, from: Day, to: Day) -> Result<Self> {
        Ok(Self {
            from,
            to,
            plans: Plans::read(connection, from, to)?,
            rates: payroll::rates(connection)?,
            people: staff::list(connection)?,
        })
    }

    fn worked(&self, who: StaffMemberId) -> Vec<(Day, u32)> {
        let days = (0..=self.to.days_since(self.from)).map(|offset| self.from.plus_days(offset));
        let minutes = |day| {
            let parts = self.plans.free(who, day);
            (day, parts.iter().map(|(start, end)| u32::from(end.saturating_sub(*start))).sum())
        };
        days.map(minutes).filter(|(_, minutes)| *minutes > 0).collect()
    }

    /// The slip of a person by what was decided.
    pub(crate) fn draft(&self, connection: &Connection, who: &StoredStaff, asked: &PayInput) -> Result<Draft> {
        check(asked)?;
        let standing = Standing::read(connection, who.id)?;
        let rates: Vec<Rate> = self.rates.iter().filter(|one| one.staff_id == who.id).map(|one| one.rate).collect();
        let decided = Decided { minutes: asked.minutes, days: asked.days.map(u32::from) };
        let worked = if rates.is_empty() { Vec::new() } else { self.worked(who.id) };
        let time = for_time(&rates, &worked, self.from, self.to, decided)?;
        let settling: Vec<Settling> =
            settling(connection, who.id, self.to)?.into_iter().filter(|one| !one.change.is_zero()).collect();
        let mut lines = self.commission_lines(connection, who.id, &standing, &settling)?;
        let commission_minor = Money::sum(lines.iter().map(|line| line.amount_minor))?;
        lines.extend(time.iter().map(time_line));
        lines.extend(asked.bonuses.iter().map(|one| extra("bonus", one, one.amount_minor)));
        lines.extend(asked.deductions.iter().map(|one| extra("deduction", one, one.amount_minor.negated())));
        let tips_held = standing.tips.minus(paid::tips_after(connection, who.id, self.to)?)?;
        let tips_minor = if asked.with_tips { tips_held } else { Money::ZERO };
        if !tips_minor.is_zero() {
            lines.push(PaySlipLine { amount_minor: tips_minor, ..line("tips") });
        }
        lines.extend(carried_lines(connection, who.id, &standing)?);
        Ok(Draft {
            settling,
            slip: PaySlip {
                staff_id: who.id,
                staff: who.staff.name.clone(),
                due_minor: Money::sum(lines.iter().map(|line| line.amount_minor))?,
                lines,
                commission_minor,
                time_minor: Money::sum(time.iter().map(|one| one.amount))?,
                bonus_minor: Money::sum(asked.bonuses.iter().map(|one| one.amount_minor))?,
                deduction_minor: Money::sum(asked.deductions.iter().map(|one| one.amount_minor))?,
                tips_minor,
                carried_minor: standing.carried,
                tips_held_minor: tips_held,
                rate: rate_on(&rates, self.to).filter(|rate| !rate.amount.is_zero()).map(|rate| rate.kind),
                paid_minor: Money::ZERO,
                payable_minor: Money::ZERO,
                paid_until: standing.settled.until.filter(|until| *until >= self.from),
            },
        })
    }

    /// Commissions that no run had yet, up to the last day: those of the period, those of periods
    /// that are paid, and what tiers change.
    fn commission_lines(
        &self,
        connection: &Connection,
        who: StaffMemberId,
        standing: &Standing,
        settling: &[Settling],
    ) -> Result<Vec<PaySlipLine>> {
        let after = fact::after(connection, who, self.to)?;
        let due = standing.commissions.minus(after)?.minus(standing.settled.commission)?;
        let first = standing.settled.until.map_or(self.from, |until| self.from.max(until.plus_days(1)));
        let inside = fact::sum(connection, who, first, self.to)?;
        let late = due.minus(inside.amount)?;
        let mut lines = Vec::new();
        if !inside.amount.is_zero() || inside.lines > 0 {
            lines.push(PaySlipLine {
                count: inside.lines,
                rate_minor: inside.base,
                amount_minor: inside.amount,
                ..line("commission")
            });
        }
        if !late.is_zero() {
            lines.push(PaySlipLine { amount_minor: late, ..line("late") });
        }
        lines.extend(settling.iter().map(|one| PaySlipLine {
            count: u32::from(one.rate_bp()),
            rate_minor: one.base(),
            day: Some(one.month()),
            amount_minor: one.change,
            ..line("tier")
        }));
        Ok(lines)
    }
}

/// Advances since the latest run, each by itself, and what else earlier runs left.
fn carried_lines(connection: &Connection, who: StaffMemberId, standing: &Standing) -> Result<Vec<PaySlipLine>> {
    let mut lines = Vec::new();
    let mut rest = standing.carried;
    for one in paid::of_staff(connection, who, ADVANCES_MAX)? {
        let since = standing.settled.at.is_none_or(|at| one.at > at);
        if one.kind == StaffPaymentKind::Advance && one.reverses.is_none() && !one.reversed && since {
            rest = rest.plus(one.amount)?;
            let amount_minor = one.amount.negated();
            lines.push(PaySlipLine { note: one.note, day: Some(one.business_day), amount_minor, ..line("advance") });
        }
    }
    lines.reverse();
    if !rest.is_zero() {
        lines.push(PaySlipLine { amount_minor: rest, ..line("carried") });
    }
    Ok(lines)
}

fn line(kind: &str) -> PaySlipLine {
    PaySlipLine {
        kind: kind.to_owned(),
        note: String::new(),
        count: 0,
        of_count: 0,
        rate_minor: Money::ZERO,
        day: None,
        amount_minor: Money::ZERO,
    }
}

fn extra(kind: &str, one: &PayExtra, amount_minor: Money) -> PaySlipLine {
    PaySlipLine { note: one.note.trim().to_owned(), amount_minor, ..line(kind) }
}

fn time_line(time: &TimePay) -> PaySlipLine {
    let kind = match time.kind {
        PayRateKind::Hourly => "hourly",
        PayRateKind::Daily => "daily",
        PayRateKind::Monthly => "monthly",
    };
    PaySlipLine {
        count: time.count,
        of_count: time.of,
        rate_minor: time.rate,
        day: time.month,
        amount_minor: time.amount,
        ..line(kind)
    }
}

fn check(asked: &PayInput) -> Result<()> {
    if asked.minutes.is_some_and(|minutes| minutes > MINUTES_MAX) {
        return Err(EngineError::out_of_range("minutes", 0, MINUTES_MAX));
    }
    if asked.days.is_some_and(|days| days > 366) {
        return Err(EngineError::out_of_range("days", 0, 366));
    }
    for extras in [&asked.bonuses, &asked.deductions] {
        if extras.len() > EXTRAS_MAX {
            return Err(EngineError::out_of_range("bonuses", 0, EXTRAS_MAX));
        }
        for one in extras {
            if !one.amount_minor.is_positive() {
                return Err(EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"));
            }
            filled("note", &one.note, 200)?;
        }
    }
    Ok(())
}
