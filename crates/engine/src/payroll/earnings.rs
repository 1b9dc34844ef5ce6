//! What staff earned, line by line with the formula: each person the own, the manager all.

use adelante_base::{Money, StaffMemberId};
use adelante_domain::permission::Permission;
use adelante_store::commission::fact::{self, Shown};
use adelante_store::staff::StoredStaff;
use adelante_store::{Connection, staff};
use adelante_wire::{EarningLine, Earnings, EarningsList, EarningsRow, GetEarnings, ListEarnings};

use super::slip::Standing;
use super::tiers::{change_between, settling};
use super::{check_period, formula};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

impl Query for GetEarnings {
    type Output = Earnings;
    const PERMISSION: Permission = Permission::PayOwn;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Earnings> {
        check_period(self.from_day, self.to_day)?;
        let own = context.actor.id.parse::<StaffMemberId>().ok();
        let who = self.staff_id.or(own).ok_or_else(|| EngineError::required("staff_id"))?;
        if own != Some(who) {
            context.actor.check(Permission::Payroll)?;
        }
        let member = staff::get(connection, who)?.ok_or_else(|| EngineError::not_found("staff_member"))?;
        let lines = fact::of_staff(connection, who, self.from_day, self.to_day)?;
        let posted = Money::sum(lines.iter().map(|line| line.commission.amount))?;
        let settling = settling(connection, who, self.to_day)?;
        let standing = Standing::read(connection, who)?;
        let tiers = settling.iter().filter(|one| one.month() >= self.from_day.first_of_month());
        Ok(Earnings {
            staff_id: who,
            staff: member.staff.name,
            tiers: tiers.map(super::tiers::Settling::shown).collect(),
            total_minor: posted.plus(change_between(&settling, self.from_day, self.to_day)?)?,
            lines: lines.into_iter().map(line).collect::<Result<_>>()?,
            tips_minor: standing.tips,
            owed_minor: standing.owed,
            paid_until: standing.settled.until,
        })
    }
}

impl Query for ListEarnings {
    type Output = EarningsList;
    const PERMISSION: Permission = Permission::Payroll;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<EarningsList> {
        check_period(self.from_day, self.to_day)?;
        let mut people = Vec::new();
        for member in staff::list(connection)? {
            let row = row(self, connection, &member)?;
            let nothing = [row.commission_minor, row.tips_minor, row.owed_minor].iter().all(|sum| sum.is_zero());
            if !(member.retired && nothing) {
                people.push(row);
            }
        }
        Ok(EarningsList {
            total_minor: Money::sum(people.iter().map(|one| one.commission_minor))?,
            owed_minor: Money::sum(people.iter().map(|one| one.owed_minor))?,
            tips_minor: Money::sum(people.iter().map(|one| one.tips_minor))?,
            people,
        })
    }
}

fn row(asked: &ListEarnings, connection: &Connection, member: &StoredStaff) -> Result<EarningsRow> {
    let sum = fact::sum(connection, member.id, asked.from_day, asked.to_day)?;
    let settling = settling(connection, member.id, asked.to_day)?;
    let standing = Standing::read(connection, member.id)?;
    Ok(EarningsRow {
        staff_id: member.id,
        staff: member.staff.name.clone(),
        lines_count: sum.lines,
        base_minor: sum.base,
        commission_minor: sum.amount.plus(change_between(&settling, asked.from_day, asked.to_day)?)?,
        tips_minor: standing.tips,
        owed_minor: standing.owed,
        paid_until: standing.settled.until,
    })
}

fn line(shown: Shown) -> Result<EarningLine> {
    let fact = shown.commission;
    Ok(EarningLine {
        commission_id: fact.id,
        entry: fact.entry,
        business_day: fact.business_day,
        origin_day: fact.origin_day,
        appointment_id: fact.appointment_id,
        client: shown.client,
        service: shown.service,
        formula: formula(&fact.formula)?,
        amount_minor: fact.amount,
    })
}
