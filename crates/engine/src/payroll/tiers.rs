//! What a month comes to by its tiers, less what was posted line by line.

use adelante_base::vocabulary::CommissionEntry;
use adelante_base::vocabulary::CommissionKind;
use adelante_base::{CommissionId, Day, Money, PayRunId, StaffMemberId};
use adelante_domain::commission::{self as domain, Pay, Tier};
use adelante_store::commission::fact::{self, Commission, TierSum};
use adelante_store::{Connection, Door, commission};
use adelante_wire::{CommissionFormula, PayTier, TierState, TierWay};

use super::first_open;
use crate::error::Result;

/// A month of a tiered rule that is not settled yet.
pub(crate) struct Settling {
    tiers: Vec<Tier>,
    way: TierWay,
    sum: TierSum,
    due: Money,
    /// What the pay run adds, or takes.
    pub(crate) change: Money,
}

/// The months of a person that can still change, with what was posted up to a business day.
pub(crate) fn settling(connection: &Connection, staff: StaffMemberId, to: Day) -> Result<Vec<Settling>> {
    let open = first_open(connection, staff)?;
    let from = open.or_else(|| Day::new(1970, 1, 1)).map_or(to, Day::first_of_month);
    let mut found = Vec::new();
    for sum in fact::tier_sums(connection, staff, from, to)? {
        let Some((rule, _)) = commission::rule(connection, sum.rule_id)? else { continue };
        // A rule that is no longer tiered leaves what was posted as it is.
        let Pay::Tiered(tiers, way) = rule.pay else { continue };
        let due = domain::of_month(&tiers, way, sum.base)?;
        found.push(Settling { change: due.minus(sum.accrued)?, tiers, way, sum, due });
    }
    Ok(found)
}

/// What the pay run will change, of the months of a stretch of days.
pub(crate) fn change_between(settling: &[Settling], from: Day, to: Day) -> Result<Money> {
    let inside = settling.iter().filter(|one| one.sum.month >= from.first_of_month() && one.sum.month <= to);
    Ok(Money::sum(inside.map(|one| one.change))?)
}

impl Settling {
    /// First day of the month.
    pub(crate) const fn month(&self) -> Day {
        self.sum.month
    }

    /// The month's base.
    pub(crate) const fn base(&self) -> Money {
        self.sum.base
    }

    /// Share of the tier that was reached.
    pub(crate) fn rate_bp(&self) -> u16 {
        domain::rate_at(&self.tiers, self.sum.base)
    }

    /// As a person sees it.
    pub(crate) fn shown(&self) -> TierState {
        TierState {
            month: self.sum.month,
            base_minor: self.sum.base,
            rate_bp: self.rate_bp(),
            tier_way: self.way,
            next: domain::next_tier(&self.tiers, self.sum.base)
                .map(|tier| PayTier { from_minor: tier.from, rate_bp: tier.rate_bp }),
            accrued_minor: self.sum.accrued,
            due_minor: self.due,
            change_minor: self.change,
        }
    }

    /// Posts the change as a fact of the run's last day.
    pub(crate) fn write(&self, door: &Door<'_>, staff: StaffMemberId, run: PayRunId, to: Day) -> Result<()> {
        let formula = CommissionFormula {
            kind: CommissionKind::Tiered,
            before_minor: Money::ZERO,
            discount_minor: Money::ZERO,
            materials_minor: Money::ZERO,
            base_minor: self.sum.base,
            rate_bp: self.rate_bp(),
            fixed_minor: Money::ZERO,
            month_minor: self.sum.base,
            slices: Vec::new(),
            whole_minor: self.due,
            share_bp: domain::WHOLE_BP,
            sold_minor: Money::ZERO,
            left_minor: Money::ZERO,
            was_minor: self.sum.accrued,
            now_minor: self.due,
            undone: false,
            quantity: None,
            on_top: false,
        };
        let change = Commission {
            id: CommissionId::new(door.ids(), door.at()),
            entry: CommissionEntry::Tier,
            appointment_id: None,
            line_id: None,
            staff_id: staff,
            main_staff_id: staff,
            business_day: to,
            origin_day: to,
            at: door.at(),
            base: Money::ZERO,
            amount: self.change,
            rule_id: self.sum.rule_id,
            tier_month: Some(self.sum.month),
            formula: serde_json::to_string(&formula)?,
            pay_run_id: Some(run),
        };
        fact::insert(door, &change)?;
        Ok(())
    }
}
