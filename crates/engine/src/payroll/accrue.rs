//! What a bill's lines earn, services for who did them and goods for who sold them: posted beside
//! the sale, answered beside what takes the sale back.
//!
//! One function, [`post`], brings the commissions of a visit in line with what is sold of it now.
//! Completion, its reversal, a refund and a change of assistants call it after they have written
//! their own rows; called twice it posts nothing the second time.

use std::collections::BTreeMap;

use adelante_base::vocabulary::{CommissionEntry, CommissionKind, Role};
use adelante_base::{
    AppointmentId, BillLineId, CommissionId, Day, Money, ProductId, Quantity, ServiceId, StaffMemberId,
};
use adelante_domain::commission::{self as rules, Earned, Pay, Rule, Sold, What, Work};
use adelante_domain::ledger;
use adelante_store::commission::{self, Assistant, fact, fact::Commission};
use adelante_store::ledger::Place;
use adelante_store::{Connection, Door, appointment, bill, ledger as entries, product, receipt, service, staff};
use adelante_wire::{CommissionFormula, TierSlice};

use super::{first_open, formula};
use crate::command::Context;
use crate::error::{EngineError, Result};

/// Materials are not written off yet: when they are, this is what a line used.
const MATERIALS: Money = Money::ZERO;

/// What a line of a bill is.
#[derive(Clone, Copy)]
enum Line {
    Service(ServiceId),
    Goods(ProductId),
}

/// What is sold of a line now.
#[derive(Clone, Copy)]
struct Now {
    of: Line,
    /// Who did or sold it.
    staff_id: StaffMemberId,
    business_day: Day,
    price: Money,
    /// Of goods: how much.
    quantity: Option<Quantity>,
}

/// What a line has posted since it was last done.
struct Posted {
    /// The fact by which its own work was posted.
    first: Commission,
    snapshot: CommissionFormula,
    base: Money,
    by_staff: BTreeMap<StaffMemberId, Money>,
}

/// What is to be posted for a line.
struct Change {
    entry: CommissionEntry,
    staff_id: StaffMemberId,
    base: Money,
    amount: Money,
    formula: CommissionFormula,
}

/// Brings the commissions of a visit in line with what is sold of it now.
pub(crate) fn post(context: &Context<'_>, door: &Door<'_>, visit: AppointmentId) -> Result<()> {
    let connection = door.connection();
    let known = fact::of_visit(connection, visit)?;
    let rules = commission::rules(connection)?;
    if known.is_empty() && rules.is_empty() {
        return Ok(());
    }
    let mut poster = Poster {
        context,
        door,
        visit,
        rules,
        booked: appointment::lines(connection, visit)?,
        roles: BTreeMap::new(),
        open: BTreeMap::new(),
        sums: BTreeMap::new(),
    };
    let now = sold_now(connection, visit)?;
    let assistants = commission::assistants(connection, visit)?;
    for line in known
        .iter()
        .filter_map(|fact| fact.line_id)
        .chain(now.keys().copied())
        .collect::<std::collections::BTreeSet<_>>()
    {
        let assist: Vec<Assistant> = assistants.iter().filter(|one| one.line_id == line).copied().collect();
        let posted = posted(known.iter().filter(|fact| fact.line_id == Some(line)))?;
        match (posted, now.get(&line)) {
            (None, Some(now)) => poster.first_time(line, now, &assist)?,
            (Some(posted), now) => poster.again(line, &posted, now.copied(), &assist)?,
            (None, None) => {}
        }
    }
    poster.into_ledger()
}

/// What is sold of each line, over all that was taken back of it. Goods that nobody is named for
/// and promises (a certificate, a package) earn nothing.
fn sold_now(connection: &Connection, visit: AppointmentId) -> Result<BTreeMap<BillLineId, Now>> {
    let mut now: BTreeMap<BillLineId, Now> = BTreeMap::new();
    for (_, line) in receipt::sale_lines(connection, visit)? {
        let entry = now.entry(line.line_id).or_insert(Now {
            of: Line::Service(line.service_id),
            staff_id: line.staff_id,
            business_day: line.business_day,
            price: Money::ZERO,
            quantity: None,
        });
        entry.price = entry.price.plus(line.price)?;
    }
    for (_, sale) in bill::sales(connection, visit)? {
        let (Some(product), Some(seller)) = (sale.product_id, sale.seller_id) else { continue };
        let entry = now.entry(sale.item_id).or_insert(Now {
            of: Line::Goods(product),
            staff_id: seller,
            business_day: sale.business_day,
            price: Money::ZERO,
            quantity: Some(Quantity::default()),
        });
        entry.price = entry.price.plus(sale.price)?;
        let so_far = entry.quantity.unwrap_or_default().thousandths();
        entry.quantity = Some(Quantity::from_thousandths(so_far + sale.quantity.thousandths()));
    }
    Ok(now)
}

/// What a line is, as rules see it.
fn what_of(connection: &Connection, of: Line) -> Result<What> {
    Ok(match of {
        Line::Service(id) => {
            let offered = service::get(connection, id)?.ok_or_else(|| EngineError::not_found("service"))?;
            What::Service { service_id: offered.id, category_id: offered.category_id }
        }
        Line::Goods(id) => {
            let sold = product::get(connection, id)?.ok_or_else(|| EngineError::not_found("product"))?;
            What::Product { product_id: sold.id, category: sold.category }
        }
    })
}

/// Price of a line without its discount, as it stands on the bill.
fn price_before(connection: &Connection, booked: &[appointment::Line], line: BillLineId, now: &Now) -> Result<Money> {
    let before = match now.of {
        Line::Service(_) => {
            booked.iter().find(|one| one.id == line).map(appointment::Line::price_before).transpose()?
        }
        Line::Goods(_) => bill::get(connection, line)?.map(|item| item.price_before()).transpose()?,
    };
    Ok(before.unwrap_or(now.price))
}

/// What a line has posted since it was last done; `None` where it was undone, or never done.
fn posted<'f>(facts: impl Iterator<Item = &'f Commission>) -> Result<Option<Posted>> {
    let mut found: Option<Posted> = None;
    let mut undone_at = None;
    for fact in facts {
        let snapshot = formula(&fact.formula)?;
        if snapshot.undone {
            undone_at = Some(fact.at);
            found = None;
            continue;
        }
        if undone_at == Some(fact.at) {
            continue;
        }
        let of = match &mut found {
            Some(known) => known,
            None => found.insert(Posted {
                first: fact.clone(),
                snapshot: snapshot.clone(),
                base: Money::ZERO,
                by_staff: BTreeMap::new(),
            }),
        };
        if fact.entry == CommissionEntry::Line && of.first.entry != CommissionEntry::Line {
            (of.first, of.snapshot) = (fact.clone(), snapshot);
        }
        if fact.staff_id == fact.main_staff_id {
            of.base = of.base.plus(fact.base)?;
        }
        let sum = of.by_staff.entry(fact.staff_id).or_default();
        *sum = sum.plus(fact.amount)?;
    }
    Ok(found)
}

struct Poster<'c, 'd> {
    context: &'c Context<'c>,
    door: &'c Door<'d>,
    visit: AppointmentId,
    rules: Vec<Rule>,
    /// The visit's lines as they are booked.
    booked: Vec<appointment::Line>,
    /// Roles of those whose work was looked at.
    roles: BTreeMap<StaffMemberId, Role>,
    /// The first day that can still be posted to, by person.
    open: BTreeMap<StaffMemberId, Option<Day>>,
    sums: BTreeMap<Day, BTreeMap<StaffMemberId, Money>>,
}

impl Poster<'_, '_> {
    /// A line is done: the rule of the day says what it earns.
    fn first_time(&mut self, line: BillLineId, now: &Now, assist: &[Assistant]) -> Result<()> {
        let main = now.staff_id;
        let role = self.role_of(main)?;
        let connection = self.door.connection();
        let what = what_of(connection, now.of)?;
        let work = Work { staff_id: main, role, what, day: now.business_day };
        let Some(rule) = rules::chosen(&self.rules, &work).cloned() else { return Ok(()) };
        let before = price_before(connection, &self.booked, line, now)?;
        let sold = Sold { before, price: now.price, materials: MATERIALS, quantity: now.quantity };
        let month = self.day_of(main)?.first_of_month();
        let tiered = matches!(rule.pay, Pay::Tiered(..));
        let so_far = if tiered { self.month_base(main, &rule, month)? } else { Money::ZERO };
        let earned = rules::earned(&rule, sold, so_far)?;
        let snapshot = snapshot(&rule, &sold, &earned);
        let (kept, parts) = rules::shared(earned.amount, &shares_of(assist), rule.assist_on_top)?;
        let mut changes = vec![Change {
            entry: CommissionEntry::Line,
            staff_id: main,
            base: earned.base,
            amount: kept,
            formula: CommissionFormula { share_bp: kept_bp(assist, rule.assist_on_top), ..snapshot.clone() },
        }];
        changes.extend(assist.iter().zip(parts).map(|(one, amount)| Change {
            entry: CommissionEntry::Share,
            staff_id: one.staff_id,
            base: earned.amount,
            amount,
            formula: CommissionFormula { share_bp: one.share_bp, ..snapshot.clone() },
        }));
        let tier_month = tiered.then_some(month);
        self.write(line, main, now.business_day, rule.id, tier_month, changes)
    }

    /// A line that has posted before: what is different is posted.
    fn again(&mut self, line: BillLineId, posted: &Posted, now: Option<Now>, assist: &[Assistant]) -> Result<()> {
        let (main, original) = (posted.first.main_staff_id, &posted.snapshot);
        let was = if original.on_top {
            posted.by_staff.get(&main).copied().unwrap_or_default()
        } else {
            Money::sum(posted.by_staff.values().copied())?
        };
        let (left, undone) = now.map_or((Money::ZERO, true), |now| (now.price, false));
        let base = if undone {
            Money::ZERO
        } else {
            rules::in_proportion(original.base_minor, left, original.sold_minor)
                .map(|part| if left == original.sold_minor { original.base_minor } else { part })?
        };
        let tier_month = self.open_month(main, posted.first.tier_month)?;
        let target = if posted.first.tier_month.is_some() && tier_month.is_none() {
            // The month is settled: what goes back is what the month has paid for it on average.
            was.plus(self.settled_share(posted, base.minus(posted.base)?)?)?
        } else if undone {
            Money::ZERO
        } else {
            left_of(original, left, base)?
        };
        let (kept, parts) = rules::shared(target, &shares_of(assist), original.on_top)?;
        let mut targets: BTreeMap<StaffMemberId, (Money, u16)> =
            posted.by_staff.keys().map(|staff| (*staff, (Money::ZERO, 0))).collect();
        targets.insert(main, (kept, kept_bp(assist, original.on_top)));
        for (one, part) in assist.iter().zip(parts) {
            targets.insert(one.staff_id, (part, one.share_bp));
        }
        let entry =
            if undone || target != was || base != posted.base { CommissionEntry::Back } else { CommissionEntry::Share };
        let mut changes = Vec::new();
        for (staff_id, (target, share_bp)) in targets {
            let had = posted.by_staff.get(&staff_id).copied().unwrap_or_default();
            let base = if staff_id == main { base.minus(posted.base)? } else { Money::ZERO };
            let formula = CommissionFormula {
                share_bp,
                left_minor: left,
                was_minor: had,
                now_minor: target,
                undone,
                ..original.clone()
            };
            changes.push(Change { entry, staff_id, base, amount: target.minus(had)?, formula });
        }
        self.write(line, main, posted.first.origin_day, posted.first.rule_id, tier_month, changes)
    }

    fn write(
        &mut self,
        line: BillLineId,
        main: StaffMemberId,
        origin_day: Day,
        rule_id: adelante_base::CommissionRuleId,
        tier_month: Option<Day>,
        changes: Vec<Change>,
    ) -> Result<()> {
        for change in changes {
            if change.amount.is_zero() && change.base.is_zero() && !(change.formula.undone && change.staff_id == main) {
                continue;
            }
            let business_day = self.day_of(change.staff_id)?;
            fact::insert(
                self.door,
                &Commission {
                    id: CommissionId::new(self.door.ids(), self.door.at()),
                    entry: change.entry,
                    appointment_id: Some(self.visit),
                    line_id: Some(line),
                    staff_id: change.staff_id,
                    main_staff_id: main,
                    business_day,
                    origin_day,
                    at: self.door.at(),
                    base: change.base,
                    amount: change.amount,
                    rule_id,
                    // What comes on top is no part of what the month's tiers make.
                    tier_month: tier_month.filter(|_| change.staff_id == main || !change.formula.on_top),
                    formula: serde_json::to_string(&change.formula)?,
                    pay_run_id: None,
                },
            )?;
            let sum = self.sums.entry(business_day).or_default().entry(change.staff_id).or_default();
            *sum = sum.plus(change.amount)?;
        }
        Ok(())
    }

    fn into_ledger(self) -> Result<()> {
        for (business_day, sums) in self.sums {
            let parts: Vec<(StaffMemberId, Money)> = sums.into_iter().collect();
            let place = Place { business_day, register: None, appointment_id: Some(self.visit), receipt_id: None };
            entries::post(self.door, &ledger::commission(&parts)?, &place)?;
        }
        Ok(())
    }

    fn role_of(&mut self, who: StaffMemberId) -> Result<Role> {
        if let Some(role) = self.roles.get(&who) {
            return Ok(*role);
        }
        let member = staff::get(self.door.connection(), who)?.ok_or_else(|| EngineError::not_found("staff_member"))?;
        self.roles.insert(who, member.staff.role);
        Ok(member.staff.role)
    }

    /// The day that something for a person is posted to: today, or the first one that is not paid
    /// for yet.
    fn day_of(&mut self, staff: StaffMemberId) -> Result<Day> {
        let today = self.context.business_day()?;
        let open = match self.open.get(&staff) {
            Some(open) => *open,
            None => {
                let open = first_open(self.door.connection(), staff)?;
                self.open.insert(staff, open);
                open
            }
        };
        Ok(open.map_or(today, |open| open.max(today)))
    }

    /// The month whose tiers a line counts in, as long as something can still be posted to it.
    fn open_month(&mut self, staff: StaffMemberId, month: Option<Day>) -> Result<Option<Day>> {
        let Some(month) = month else { return Ok(None) };
        let open = match self.open.get(&staff) {
            Some(open) => *open,
            None => first_open(self.door.connection(), staff)?,
        };
        Ok(open.is_none_or(|open| open.first_of_month() <= month).then_some(month))
    }

    fn month_base(&self, staff: StaffMemberId, rule: &Rule, month: Day) -> Result<Money> {
        let last = month.plus_days(i64::from(adelante_domain::payroll::days_in_month(month)) - 1);
        let sums = fact::tier_sums(self.door.connection(), staff, month, last)?;
        Ok(sums.iter().find(|sum| sum.rule_id == rule.id && sum.month == month).map_or(Money::ZERO, |sum| sum.base))
    }

    /// What a part of the base has made in a month that is settled, on average.
    fn settled_share(&self, posted: &Posted, part: Money) -> Result<Money> {
        let Some(month) = posted.first.tier_month else { return Ok(Money::ZERO) };
        let far = self.context.business_day()?;
        let sums = fact::tier_sums(self.door.connection(), posted.first.main_staff_id, month, far)?;
        let found = sums.iter().find(|sum| sum.rule_id == posted.first.rule_id && sum.month == month);
        found.map_or(Ok(Money::ZERO), |sum| Ok(rules::in_proportion(sum.accrued, part, sum.base)?))
    }
}

/// What a line makes of which only `left` is sold any more, counted anew from its snapshot.
fn left_of(original: &CommissionFormula, left: Money, base: Money) -> Result<Money> {
    if left == original.sold_minor {
        return Ok(original.whole_minor);
    }
    Ok(match original.kind {
        CommissionKind::Percent => rules::share(base, original.rate_bp)?,
        CommissionKind::Fixed | CommissionKind::Tiered => {
            rules::in_proportion(original.whole_minor, left, original.sold_minor)?
        }
    })
}

fn snapshot(rule: &Rule, sold: &Sold, earned: &Earned) -> CommissionFormula {
    let (kind, fixed) = match &rule.pay {
        Pay::Percent(_) => (CommissionKind::Percent, Money::ZERO),
        Pay::Fixed(sum) => (CommissionKind::Fixed, *sum),
        Pay::Tiered(..) => (CommissionKind::Tiered, Money::ZERO),
    };
    let slices = earned.slices.iter().map(|slice| TierSlice {
        base_minor: slice.base,
        rate_bp: slice.rate_bp,
        amount_minor: slice.amount,
    });
    CommissionFormula {
        kind,
        before_minor: sold.before,
        discount_minor: earned.discount,
        materials_minor: earned.materials,
        base_minor: earned.base,
        rate_bp: earned.rate_bp,
        fixed_minor: fixed,
        month_minor: earned.month,
        slices: slices.collect(),
        whole_minor: earned.amount,
        share_bp: rules::WHOLE_BP,
        sold_minor: sold.price,
        left_minor: sold.price,
        was_minor: Money::ZERO,
        now_minor: earned.amount,
        undone: false,
        quantity: sold.quantity,
        on_top: rule.assist_on_top,
    }
}

fn shares_of(assist: &[Assistant]) -> Vec<u16> {
    assist.iter().map(|one| one.share_bp).collect()
}

/// What is left for whose work it is: all of it where assistants are paid on top.
fn kept_bp(assist: &[Assistant], on_top: bool) -> u16 {
    if on_top {
        return rules::WHOLE_BP;
    }
    assist.iter().fold(rules::WHOLE_BP, |left, one| left.saturating_sub(one.share_bp))
}
