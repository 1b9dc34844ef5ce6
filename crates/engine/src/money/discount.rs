//! Discounts on a visit's lines, and the report of those that were given (E2, J4).

use std::collections::BTreeMap;

use adelante_base::vocabulary::Role;
use adelante_base::{AppointmentServiceId, Money};
use adelante_domain::discount as rules;
use adelante_domain::permission::Permission;
use adelante_store::appointment::discount::{self, Given};
use adelante_store::appointment::{self, Line};
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
        let mut lines = appointment::lines(door.connection(), visit.id)?;
        let chosen = chosen(&lines, &self.line_ids)?;
        let prices: Vec<Money> = chosen
            .iter()
            .filter_map(|place| lines.get(*place))
            .map(Line::price_before)
            .collect::<std::result::Result<_, _>>()?;
        let discounts = discounts(&self.discount, &prices)?;
        within_limit(context, &discounts, &prices)?;
        for ((place, price), discount) in chosen.into_iter().zip(prices).zip(discounts) {
            let Some(line) = lines.get_mut(place) else { continue };
            line.price = price.minus(discount)?;
            line.discount = discount;
            line.discount_reason = reason.to_owned();
            appointment::update_line_price(door, line)?;
        }
        keeps_what_is_paid(door, &visit, &lines)?;
        Ok(Answer::of(Done {}).because(reason))
    }
}

/// Places of the chosen lines; of none named, all.
fn chosen(lines: &[Line], ids: &[AppointmentServiceId]) -> Result<Vec<usize>> {
    if ids.is_empty() {
        return Ok((0..lines.len()).collect());
    }
    let place = |id: &AppointmentServiceId| {
        let found = lines.iter().position(|line| line.id == *id);
        found.ok_or_else(|| EngineError::not_found("appointment_service"))
    };
    ids.iter().map(place).collect()
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

impl Query for ListDiscounts {
    type Output = DiscountList;
    const PERMISSION: Permission = Permission::HistoryRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<DiscountList> {
        if !(0..DAYS_MAX).contains(&self.to_day.days_since(self.from_day)) {
            return Err(EngineError::out_of_range("days", 1, DAYS_MAX));
        }
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
    let mut people: BTreeMap<&str, (u32, Vec<Money>)> = BTreeMap::new();
    for one in given {
        let (count, sums) = people.entry(&one.actor).or_default();
        *count += 1;
        sums.push(one.discount);
    }
    let mut all = Vec::with_capacity(people.len());
    for (actor, (count, sums)) in people {
        all.push(DiscountsOf { name: person(connection, actor)?, count, amount_minor: Money::sum(sums)? });
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
        before_minor: one.before,
        discount_minor: one.discount,
        reason: one.reason,
        given_by: person(connection, &one.actor)?,
        given_at: one.at,
    })
}
