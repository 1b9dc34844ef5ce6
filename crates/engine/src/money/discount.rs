//! Discounts on the lines of a bill, and the report of those that were given (E2, J4).

use std::collections::BTreeMap;

use adelante_base::vocabulary::Role;
use adelante_base::{AppointmentId, BillLineId, Day, Money};
use adelante_domain::discount as rules;
use adelante_domain::permission::Permission;
use adelante_store::appointment::discount::{self, Given};
use adelante_store::appointment::{self, Line};
use adelante_store::bill::{self, Item};
use adelante_store::{Connection, Door};
use adelante_wire::{Discount, DiscountList, DiscountRow, DiscountsOf, Done, ErrorCode, ListDiscounts, SetDiscount};

use super::shift::person;
use crate::appointment::change::{keeps_what_is_paid, open_visit};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};

/// Discounts shown at once.
const SHOWN_MAX: usize = 500;
/// Days of a report.
const DAYS_MAX: i64 = 366;

impl Mutation for SetDiscount {
    type Output = Done;
    const KIND: &'static str = "discount_set";
    const PERMISSION: Permission = Permission::PricesEdit;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let reason = self.reason.trim();
        at_most("reason", reason, 200)?;
        if reason.is_empty() && self.discount != Discount::None {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        let visit = open_visit(door, self.appointment_id)?;
        let chosen = chosen(door.connection(), visit.id, &self.line_ids)?;
        let prices: Vec<Money> = chosen.iter().map(Reducible::price_before).collect::<Result<_>>()?;
        let discounts = discounts(&self.discount, &prices)?;
        within_limit(context, &discounts, &prices)?;
        for ((line, before), discount) in chosen.into_iter().zip(prices).zip(discounts) {
            line.reduce(door, before.minus(discount)?, discount, reason)?;
        }
        // Reads what was just written: what is paid of a line stays paid.
        let lines = appointment::lines(door.connection(), visit.id)?;
        keeps_what_is_paid(door, &visit, &lines)?;
        Ok(Answer::of(Done {}).because(reason))
    }
}

/// A line of a bill that a discount can be on.
enum Reducible {
    /// A booked service.
    Service(Line),
    /// Goods or a package.
    Item(Item),
}

impl Reducible {
    const fn id(&self) -> BillLineId {
        match self {
            Self::Service(line) => line.id,
            Self::Item(item) => item.id,
        }
    }

    fn price_before(&self) -> Result<Money> {
        Ok(match self {
            Self::Service(line) => line.price_before()?,
            Self::Item(item) => item.price_before()?,
        })
    }

    fn reduce(self, door: &Door<'_>, price: Money, discount: Money, reason: &str) -> Result<()> {
        let discount_reason = reason.to_owned();
        match self {
            Self::Service(line) => {
                appointment::update_line_price(door, &Line { price, discount, discount_reason, ..line })?;
            }
            Self::Item(item) => bill::update(door, &Item { price, discount, discount_reason, ..item })?,
        }
        Ok(())
    }
}

/// The chosen lines of a bill, services first; of none named, all that a discount can be on.
fn chosen(connection: &Connection, visit: AppointmentId, ids: &[BillLineId]) -> Result<Vec<Reducible>> {
    let services = appointment::lines(connection, visit)?.into_iter().map(Reducible::Service);
    let items = bill::items(connection, visit)?;
    if items.iter().any(|item| ids.contains(&item.id) && !rules::takes(item.kind)) {
        return Err(EngineError::new(ErrorCode::BadInput).with("detail", "this item takes no discount"));
    }
    let items = items.into_iter().filter(|item| rules::takes(item.kind)).map(Reducible::Item);
    let mut lines: Vec<Reducible> = services.chain(items).collect();
    if ids.is_empty() {
        return Ok(lines);
    }
    if ids.iter().any(|id| lines.iter().all(|line| line.id() != *id)) {
        return Err(EngineError::not_found("appointment_service"));
    }
    lines.retain(|line| ids.contains(&line.id()));
    Ok(lines)
}

/// What each price loses.
fn discounts(asked: &Discount, prices: &[Money]) -> Result<Vec<Money>> {
    match asked {
        Discount::None => Ok(vec![Money::ZERO; prices.len()]),
        Discount::PercentBp(share) => {
            if !(1..=rules::WHOLE_BP).contains(share) {
                return Err(EngineError::out_of_range("discount", 1, rules::WHOLE_BP));
            }
            Ok(prices.iter().map(|price| rules::share(*price, *share)).collect::<std::result::Result<_, _>>()?)
        }
        Discount::Amount(amount) => {
            let whole = Money::sum(prices.iter().copied())?;
            if !amount.is_positive() || *amount > whole {
                return Err(EngineError::out_of_range("discount", 1, whole.minor()));
            }
            Ok(rules::spread(prices, *amount)?)
        }
    }
}

/// A receptionist gives at most what the salon's rules say, on all the chosen lines together.
fn within_limit(context: &Context<'_>, discounts: &[Money], prices: &[Money]) -> Result<()> {
    if context.actor.role != Role::Receptionist {
        return Ok(());
    }
    let limit = crate::salon::till::of(context).receptionist_discount_bp;
    let (given, whole) = (Money::sum(discounts.iter().copied())?, Money::sum(prices.iter().copied())?);
    if rules::share_of(given, whole) > limit {
        return Err(EngineError::new(ErrorCode::DiscountOverLimit).with("limit_bp", limit));
    }
    Ok(())
}

/// Refuses a period that ends before it begins, or is longer than a year.
pub(super) fn check_days(from: Day, to: Day) -> Result<()> {
    if (0..DAYS_MAX).contains(&to.days_since(from)) {
        return Ok(());
    }
    Err(EngineError::out_of_range("days", 1, DAYS_MAX))
}

impl Query for ListDiscounts {
    type Output = DiscountList;
    const PERMISSION: Permission = Permission::HistoryRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<DiscountList> {
        check_days(self.from_day, self.to_day)?;
        let given = discount::between(connection, self.from_day, self.to_day)?;
        let amount = Money::sum(given.iter().map(|one| one.discount))?;
        let before = Money::sum(given.iter().map(|one| one.before))?;
        Ok(DiscountList {
            total: u32::try_from(given.len()).unwrap_or(u32::MAX),
            amount_minor: amount,
            average_bp: rules::share_of(amount, before),
            by_person: by_person(connection, &given)?,
            discounts: given.into_iter().take(SHOWN_MAX).map(|one| row(connection, one)).collect::<Result<_>>()?,
        })
    }
}

fn by_person(connection: &Connection, given: &[Given]) -> Result<Vec<DiscountsOf>> {
    let mut people: BTreeMap<&str, (u32, Vec<Money>, Vec<Money>)> = BTreeMap::new();
    for one in given {
        let (count, sums, before) = people.entry(&one.actor).or_default();
        *count += 1;
        sums.push(one.discount);
        before.push(one.before);
    }
    let mut all = Vec::with_capacity(people.len());
    for (actor, (count, sums, before)) in people {
        let amount_minor = Money::sum(sums)?;
        let average_bp = rules::share_of(amount_minor, Money::sum(before)?);
        all.push(DiscountsOf { name: person(connection, actor)?, count, amount_minor, average_bp });
    }
    all.sort_by(|a, b| b.amount_minor.cmp(&a.amount_minor).then_with(|| a.name.cmp(&b.name)));
    Ok(all)
}

fn row(connection: &Connection, one: Given) -> Result<DiscountRow> {
    Ok(DiscountRow {
        appointment_id: one.appointment_id,
        day: one.day,
        client: one.client,
        service: one.service,
        item: one.item,
        before_minor: one.before,
        discount_minor: one.discount,
        reason: one.reason,
        given_by: person(connection, &one.actor)?,
        given_at: one.at,
    })
}
