//! Commissions (D3): which rule counts for a line that was sold, and what it makes.
//!
//! Every sum is a pure function of a rule, a price and the month so far, so that it can be shown
//! with its formula and reached again. Halves of a minor unit round away from zero, the same way
//! for what is taken back: what was posted less what is taken back is exactly what is due.

use adelante_base::vocabulary::{CommissionBase, Role, TierWay};
use adelante_base::{
    CommissionRuleId, Day, Money, MoneyError, ProductId, Quantity, ServiceCategoryId, ServiceId, StaffMemberId,
};

use crate::stock::price_of;

/// All of it, in basis points.
pub const WHOLE_BP: u16 = 10_000;
/// Tiers that a rule may have.
pub const TIERS_MAX: usize = 10;

/// From this base of the month on, this share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Base of the month, ≥ 0.
    pub from: Money,
    /// Share, basis points.
    pub rate_bp: u16,
}

/// How a rule counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pay {
    /// A share of the base of each line, basis points.
    Percent(u16),
    /// The same sum for each service, whatever it cost; of goods for each unit.
    Fixed(Money),
    /// By the month's base.
    Tiered(Vec<Tier>, TierWay),
}

/// Why a rule cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRule {
    /// A share above the whole.
    #[error("a share is more than the whole")]
    RateTooHigh,
    /// A sum below zero.
    #[error("a sum is below zero")]
    Negative,
    /// None, too many, or not each from more than the one before.
    #[error("the tiers do not rise")]
    Tiers,
    /// For a person and a role, for a service and a category, or for services and goods.
    #[error("two targets at once")]
    TwoTargets,
}

/// A rule of commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub id: CommissionRuleId,
    /// For one person.
    pub staff_id: Option<StaffMemberId>,
    /// For a role; with neither: for everyone.
    pub role: Option<Role>,
    /// For one service.
    pub service_id: Option<ServiceId>,
    /// For a category; with neither: for all services.
    pub category_id: Option<ServiceCategoryId>,
    /// About goods and not about services.
    pub goods: bool,
    /// For one product.
    pub product_id: Option<ProductId>,
    /// For a category of products by its name; with neither: for all goods.
    pub product_category: Option<String>,
    /// How it counts.
    pub pay: Pay,
    /// Which price it is counted from.
    pub base: CommissionBase,
    /// Less the cost of materials.
    pub less_materials: bool,
    /// Assistants are paid on top of the line's commission and not out of it.
    pub assist_on_top: bool,
    /// From this business day on.
    pub from_day: Day,
}

/// What was done or sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A service.
    Service {
        /// Which.
        service_id: ServiceId,
        /// Its category.
        category_id: ServiceCategoryId,
    },
    /// Goods.
    Product {
        /// Which.
        product_id: ProductId,
        /// Name of its category, or empty.
        category: String,
    },
}

/// Whose work on what, or whose sale of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Who did or sold it.
    pub staff_id: StaffMemberId,
    /// The person's role.
    pub role: Role,
    /// What it was.
    pub what: What,
    /// Business day.
    pub day: Day,
}

/// What a line was sold for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sold {
    /// Price without the discount.
    pub before: Money,
    /// Price.
    pub price: Money,
    /// Cost of materials that were used.
    pub materials: Money,
    /// Of goods: how much.
    pub quantity: Option<Quantity>,
}

/// How the sum for a line came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earned {
    /// What the share is taken of.
    pub base: Money,
    /// Discount inside the base's way from the price; zero where it does not count.
    pub discount: Money,
    /// Materials taken off.
    pub materials: Money,
    /// Share; of tiers that of the one reached; of a fixed sum zero.
    pub rate_bp: u16,
    /// The month's base with this line, of tiers.
    pub month: Money,
    /// Of progressive tiers, the parts of the base.
    pub slices: Vec<Slice>,
    /// The sum.
    pub amount: Money,
}

/// A part of a base in a tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// Part of the base.
    pub base: Money,
    /// Share of the tier.
    pub rate_bp: u16,
    /// What it makes.
    pub amount: Money,
}

impl Rule {
    /// Checks what the rule says.
    ///
    /// # Errors
    /// [`BadRule`], the first thing that is wrong.
    pub fn validate(&self) -> Result<(), BadRule> {
        let of_services = usize::from(self.service_id.is_some()) + usize::from(self.category_id.is_some());
        let of_goods = usize::from(self.product_id.is_some()) + usize::from(self.product_category.is_some());
        let (own, other) = if self.goods { (of_goods, of_services) } else { (of_services, of_goods) };
        if (self.staff_id.is_some() && self.role.is_some()) || own > 1 || other > 0 {
            return Err(BadRule::TwoTargets);
        }
        match &self.pay {
            Pay::Percent(rate) if *rate > WHOLE_BP => Err(BadRule::RateTooHigh),
            Pay::Fixed(sum) if sum.is_negative() => Err(BadRule::Negative),
            Pay::Tiered(tiers, _) => validate_tiers(tiers),
            _ => Ok(()),
        }
    }

    /// Whether it is about this work at all.
    #[must_use]
    pub fn fits(&self, work: &Work) -> bool {
        self.from_day <= work.day
            && self.staff_id.is_none_or(|staff| staff == work.staff_id)
            && self.role.is_none_or(|role| role == work.role)
            && self.is_about(&work.what)
    }

    fn is_about(&self, what: &What) -> bool {
        match what {
            What::Service { service_id, category_id } => {
                !self.goods
                    && self.service_id.is_none_or(|service| service == *service_id)
                    && self.category_id.is_none_or(|one| one == *category_id)
            }
            What::Product { product_id, category } => {
                self.goods
                    && self.product_id.is_none_or(|product| product == *product_id)
                    && self.product_category.as_ref().is_none_or(|one| one == category)
            }
        }
    }

    /// How specific it is: first for whom (a person, a role, everyone), then for what (a service or
    /// a product, a category, all). A personal agreement goes before whatever the service says.
    #[must_use]
    pub const fn specificity(&self) -> (u8, u8) {
        let whom = if self.staff_id.is_some() {
            2
        } else if self.role.is_some() {
            1
        } else {
            0
        };
        let what = if self.service_id.is_some() || self.product_id.is_some() {
            2
        } else if self.category_id.is_some() || self.product_category.is_some() {
            1
        } else {
            0
        };
        (whom, what)
    }
}

fn validate_tiers(tiers: &[Tier]) -> Result<(), BadRule> {
    if tiers.is_empty() || tiers.len() > TIERS_MAX {
        return Err(BadRule::Tiers);
    }
    if tiers.iter().any(|tier| tier.rate_bp > WHOLE_BP) {
        return Err(BadRule::RateTooHigh);
    }
    if tiers.iter().any(|tier| tier.from.is_negative()) {
        return Err(BadRule::Negative);
    }
    let rises = tiers.iter().zip(tiers.iter().skip(1)).all(|(one, next)| one.from < next.from);
    if rises { Ok(()) } else { Err(BadRule::Tiers) }
}

/// The rule that counts: the most specific one that fits; of two as specific the one that began
/// later; of those the one that was made later.
#[must_use]
pub fn chosen<'r>(rules: &'r [Rule], work: &Work) -> Option<&'r Rule> {
    rules.iter().filter(|rule| rule.fits(work)).max_by_key(|rule| (rule.specificity(), rule.from_day, rule.id))
}

/// What a line makes by a rule. `month` is the base that the rule's month had before it.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn earned(rule: &Rule, sold: Sold, month: Money) -> Result<Earned, MoneyError> {
    let (from, discount) = match rule.base {
        CommissionBase::AfterDiscount => (sold.price, sold.before.minus(sold.price)?),
        CommissionBase::BeforeDiscount => (sold.before, Money::ZERO),
    };
    let materials = if rule.less_materials { sold.materials } else { Money::ZERO };
    // What materials cost more than the price is not taken from anybody.
    let base = from.minus(materials)?.max(from.min(Money::ZERO));
    let plain =
        |rate_bp, amount| Earned { base, discount, materials, rate_bp, month: Money::ZERO, slices: Vec::new(), amount };
    Ok(match &rule.pay {
        Pay::Percent(rate) => plain(*rate, share(base, *rate)?),
        Pay::Fixed(sum) => plain(0, sold.quantity.map_or(Ok(*sum), |quantity| price_of(quantity, *sum))?),
        Pay::Tiered(tiers, way) => {
            let month_with = month.plus(base)?;
            let rate_bp = rate_at(tiers, month_with);
            let (slices, amount) = match way {
                TierWay::FromZero => (Vec::new(), share(base, rate_bp)?),
                TierWay::Progressive => {
                    let slices = between(tiers, month, month_with)?;
                    let amount = Money::sum(slices.iter().map(|slice| slice.amount))?;
                    (slices, amount)
                }
            };
            Earned { month: month_with, slices, ..plain(rate_bp, amount) }
        }
    })
}

/// What a whole month's base comes to by its tiers.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn of_month(tiers: &[Tier], way: TierWay, base: Money) -> Result<Money, MoneyError> {
    match way {
        TierWay::FromZero => share(base, rate_at(tiers, base)),
        TierWay::Progressive => Money::sum(between(tiers, Money::ZERO, base)?.into_iter().map(|slice| slice.amount)),
    }
}

/// Share of the tier that a month's base has reached; zero below the first. More taken back than
/// was sold counts as the first tier that begins at zero.
#[must_use]
pub fn rate_at(tiers: &[Tier], base: Money) -> u16 {
    let base = base.max(Money::ZERO);
    tiers.iter().rev().find(|tier| tier.from <= base).map_or(0, |tier| tier.rate_bp)
}

/// The next tier above a month's base.
#[must_use]
pub fn next_tier(tiers: &[Tier], base: Money) -> Option<Tier> {
    tiers.iter().find(|tier| tier.from > base.max(Money::ZERO)).copied()
}

/// What lies between two bases of a month, tier by tier.
fn between(tiers: &[Tier], before: Money, after: Money) -> Result<Vec<Slice>, MoneyError> {
    let mut slices = Vec::new();
    for (index, tier) in tiers.iter().enumerate() {
        let until = tiers.get(index + 1).map(|next| next.from);
        let (part_before, part_after) = (within(*tier, until, before)?, within(*tier, until, after)?);
        let base = part_after.minus(part_before)?;
        if !base.is_zero() {
            let amount = share(part_after, tier.rate_bp)?.minus(share(part_before, tier.rate_bp)?)?;
            slices.push(Slice { base, rate_bp: tier.rate_bp, amount });
        }
    }
    Ok(slices)
}

/// How much of a month's base lies in a tier; below zero it lies in the one that begins at zero.
fn within(tier: Tier, until: Option<Money>, base: Money) -> Result<Money, MoneyError> {
    let top = until.map_or(base, |until| until.min(base));
    if tier.from.is_zero() {
        return Ok(top);
    }
    Ok(top.minus(tier.from)?.max(Money::ZERO))
}

/// A share of a sum.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn share(sum: Money, rate_bp: u16) -> Result<Money, MoneyError> {
    rounded(i128::from(sum.minor()) * i128::from(rate_bp), i128::from(WHOLE_BP))
}

/// A sum in proportion to what is left of a whole; zero where there is no whole.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn in_proportion(sum: Money, left: Money, whole: Money) -> Result<Money, MoneyError> {
    if whole.is_zero() {
        return Ok(Money::ZERO);
    }
    rounded(i128::from(sum.minor()) * i128::from(left.minor()), i128::from(whole.minor()))
}

/// What assistants get of a line's commission; the rest stays with whose work it is, or all of it
/// where they are paid on top.
///
/// # Errors
/// [`MoneyError`].
pub fn shared(whole: Money, shares_bp: &[u16], on_top: bool) -> Result<(Money, Vec<Money>), MoneyError> {
    if on_top {
        let parts = shares_bp.iter().map(|share_bp| share(whole, *share_bp)).collect::<Result<Vec<_>, _>>()?;
        return Ok((whole, parts));
    }
    let mut parts = Vec::with_capacity(shares_bp.len());
    let mut kept = whole;
    for share_bp in shares_bp {
        // Never more than is there, whatever the halves do.
        let part = within_sum(share(whole, *share_bp)?, kept);
        kept = kept.minus(part)?;
        parts.push(part);
    }
    Ok((kept, parts))
}

fn within_sum(part: Money, kept: Money) -> Money {
    if kept.is_negative() { part.max(kept) } else { part.min(kept) }
}

/// `over ÷ under`, half a unit away from zero.
fn rounded(over: i128, under: i128) -> Result<Money, MoneyError> {
    let sign = if (over < 0) == (under < 0) { 1 } else { -1 };
    let (over, under) = (over.abs(), under.abs());
    let units = (over * 2 + under) / (under * 2) * sign;
    Money::from_minor(i64::try_from(units).map_err(|_| MoneyError::TooLarge)?)
}

#[cfg(test)]
#[path = "commission_tests.rs"]
mod tests;
