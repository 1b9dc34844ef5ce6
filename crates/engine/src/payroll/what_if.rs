//! What a past period would have cost under other rules. Nothing is stored.

use std::collections::{BTreeMap, HashMap};

use adelante_base::vocabulary::Role;
use adelante_base::{
    AppointmentServiceId, CommissionRuleId, Day, IdSource, Money, SeededIds, StaffMemberId, Timestamp,
};
use adelante_domain::commission::{self as rules, Pay, Rule, Sold, Work};
use adelante_domain::permission::Permission;
use adelante_store::commission::fact::{self, SoldLine};
use adelante_store::{Connection, staff};
use adelante_wire::{WhatIf, WhatIfCommissions, WhatIfRow};

use super::check_period;
use super::rules::checked;
use super::tiers::{change_between, settling};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Rules to count with.
const RULES_MAX: usize = 200;

/// A month of a tiered rule: its base, and what assistants got of it.
type Month = (StaffMemberId, CommissionRuleId, Day);

impl Query for WhatIfCommissions {
    type Output = WhatIf;
    const PERMISSION: Permission = Permission::Payroll;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<WhatIf> {
        check_period(self.from_day, self.to_day)?;
        if self.rules.len() > RULES_MAX {
            return Err(EngineError::out_of_range("rules", 0, RULES_MAX));
        }
        // Only told apart by their ids: of two as specific the later in the list counts.
        let ids = SeededIds::new(1);
        let made = |place: i64| CommissionRuleId::new(&ids as &dyn IdSource, Timestamp::from_millis(place));
        let rules =
            (1..).zip(&self.rules).map(|(place, rule)| checked(made(place), rule)).collect::<Result<Vec<_>>>()?;
        let people = staff::list(connection)?;
        let roles: HashMap<StaffMemberId, Role> = people.iter().map(|one| (one.id, one.staff.role)).collect();
        let would = recounted(connection, &rules, &roles, self.from_day, self.to_day)?;
        let mut rows = Vec::new();
        for who in people {
            let settling = settling(connection, who.id, self.to_day)?;
            let change = change_between(&settling, self.from_day, self.to_day)?;
            let was_minor = fact::sum(connection, who.id, self.from_day, self.to_day)?.amount.plus(change)?;
            let would_minor = would.get(&who.id).copied().unwrap_or_default();
            if was_minor.is_zero() && would_minor.is_zero() {
                continue;
            }
            rows.push(WhatIfRow {
                staff_id: who.id,
                staff: who.staff.name,
                was_minor,
                would_minor,
                difference_minor: would_minor.minus(was_minor)?,
            });
        }
        let was_minor = Money::sum(rows.iter().map(|row| row.was_minor))?;
        let would_minor = Money::sum(rows.iter().map(|row| row.would_minor))?;
        Ok(WhatIf { people: rows, was_minor, would_minor, difference_minor: would_minor.minus(was_minor)? })
    }
}

/// What everybody would have earned of what was sold.
fn recounted(
    connection: &Connection,
    rules: &[Rule],
    roles: &HashMap<StaffMemberId, Role>,
    from: Day,
    to: Day,
) -> Result<BTreeMap<StaffMemberId, Money>> {
    let mut assisted: HashMap<AppointmentServiceId, Vec<(StaffMemberId, u16)>> = HashMap::new();
    for (line, staff, share_bp) in fact::assisted(connection, from, to)? {
        assisted.entry(line).or_default().push((staff, share_bp));
    }
    let mut would: BTreeMap<StaffMemberId, Money> = BTreeMap::new();
    let mut months: BTreeMap<Month, (Money, Money)> = BTreeMap::new();
    let add = |would: &mut BTreeMap<StaffMemberId, Money>, staff, amount: Money| -> Result<()> {
        let sum = would.entry(staff).or_default();
        *sum = sum.plus(amount)?;
        Ok(())
    };
    let mut sold = fact::sold(connection, from, to)?;
    sold.extend(fact::sold_goods(connection, from, to)?);
    for line in sold.iter().filter(|line| line.stands) {
        let Some((work, sold)) = work_of(line, roles)? else { continue };
        let Some(rule) = rules::chosen(rules, &work) else { continue };
        let month: Month = (line.staff_id, rule.id, line.day.first_of_month());
        let so_far = months.get(&month).map_or(Money::ZERO, |(base, _)| *base);
        let earned = rules::earned(rule, sold, so_far)?;
        if matches!(rule.pay, Pay::Tiered(..)) {
            let entry = months.entry(month).or_default();
            *entry = (entry.0.plus(earned.base)?, entry.1.plus(earned.amount)?);
        }
        let assistants = assisted.get(&line.line_id).map(Vec::as_slice).unwrap_or_default();
        let shares: Vec<u16> = assistants.iter().map(|(_, share)| *share).collect();
        let (kept, parts) = rules::shared(earned.amount, &shares, rule.assist_on_top)?;
        add(&mut would, line.staff_id, kept)?;
        for ((staff, _), part) in assistants.iter().zip(parts) {
            add(&mut would, *staff, part)?;
        }
    }
    for ((staff, rule_id, _), (base, posted)) in months {
        let tiered = rules.iter().find(|rule| rule.id == rule_id).map(|rule| &rule.pay);
        if let Some(Pay::Tiered(tiers, way)) = tiered {
            add(&mut would, staff, rules::of_month(tiers, *way, base)?.minus(posted)?)?;
        }
    }
    Ok(would)
}

fn work_of(line: &SoldLine, roles: &HashMap<StaffMemberId, Role>) -> Result<Option<(Work, Sold)>> {
    let Some(role) = roles.get(&line.staff_id) else { return Ok(None) };
    let work = Work { staff_id: line.staff_id, role: *role, what: line.what.clone(), day: line.day };
    let before = line.price.plus(line.discount)?;
    Ok(Some((work, Sold { before, price: line.price, materials: Money::ZERO, quantity: line.quantity })))
}
