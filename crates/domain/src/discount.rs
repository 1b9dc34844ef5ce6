//! Discounts on the lines of a bill (E2): a share of the price or a sum.

use adelante_base::money::allocate;
use adelante_base::vocabulary::ItemKind;
use adelante_base::{Money, MoneyError};

/// All of the price, in basis points.
pub const WHOLE_BP: u16 = 10_000;

/// Days within which a client who comes again has come back, for the report of what discounts bring.
pub const COMES_BACK_DAYS: u16 = 60;

/// A part of a count in basis points, half of one rounds up; of nothing zero.
#[must_use]
pub fn part_bp(part: u32, whole: u32) -> u16 {
    if whole == 0 {
        return 0;
    }
    let (part, whole) = (u64::from(part), u64::from(whole));
    u16::try_from((part * u64::from(WHOLE_BP) + whole / 2) / whole).unwrap_or(WHOLE_BP)
}

/// Whether an item of a bill can be sold with a discount: goods and packages. A certificate and money
/// on a balance are worth what is paid for them.
#[must_use]
pub const fn takes(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Product | ItemKind::Package)
}

/// What each price loses by a share of it: half a minor unit rounds up, never more than the price.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn share(price: Money, share_bp: u16) -> Result<Money, MoneyError> {
    let whole = i128::from(WHOLE_BP);
    let exact = i128::from(price.minor()) * i128::from(share_bp.min(WHOLE_BP));
    let rounded = (exact + whole / 2) / whole;
    Money::from_minor(i64::try_from(rounded).map_err(|_| MoneyError::TooLarge)?)
}

/// What each price loses where all together lose a sum: in proportion to the prices, exact to the
/// minor unit.
///
/// # Errors
/// [`MoneyError::NoWeights`] where the sum is more than the prices together.
pub fn spread(prices: &[Money], amount: Money) -> Result<Vec<Money>, MoneyError> {
    if amount > Money::sum(prices.iter().copied())? {
        return Err(MoneyError::NoWeights);
    }
    allocate(amount, prices)
}

/// What share of a price a discount is, in basis points, rounded up: the limit of a role is
/// compared with it.
#[must_use]
pub fn share_of(discount: Money, price: Money) -> u16 {
    if !price.is_positive() {
        return 0;
    }
    let (discount, price) = (i128::from(discount.minor()), i128::from(price.minor()));
    let share = (discount * i128::from(WHOLE_BP) + price - 1) / price;
    u16::try_from(share).unwrap_or(WHOLE_BP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    #[test]
    fn a_share_rounds_to_the_minor_unit() {
        assert_eq!(share(money(1_005), 1_000), Ok(money(101)));
        assert_eq!(share(money(1_004), 1_000), Ok(money(100)));
        assert_eq!(share(money(700), WHOLE_BP), Ok(money(700)));
        assert_eq!(share_of(money(101), money(1_005)), 1_005);
        assert_eq!(share_of(money(100), money(1_000)), 1_000);
    }

    #[test]
    fn what_is_worth_its_price_takes_no_discount() {
        assert!(takes(ItemKind::Product) && takes(ItemKind::Package));
        assert!(!takes(ItemKind::Certificate) && !takes(ItemKind::TopUp));
    }

    #[test]
    fn a_part_of_a_count_rounds() {
        assert_eq!((part_bp(1, 3), part_bp(2, 3), part_bp(3, 3), part_bp(0, 0)), (3_333, 6_667, 10_000, 0));
    }

    #[test]
    fn a_sum_goes_by_the_prices_and_not_beyond_them() {
        assert_eq!(spread(&[money(100), money(300)], money(40)), Ok(vec![money(10), money(30)]));
        assert_eq!(spread(&[money(100), money(300)], money(401)), Err(MoneyError::NoWeights));
    }

    proptest! {
        #[test]
        fn no_price_loses_more_than_it_is(
            prices in prop::collection::vec(0i64..10_000_000, 1..12), share_bp in 0u16..=WHOLE_BP, part in 0u16..=WHOLE_BP
        ) {
            let prices: Vec<Money> = prices.into_iter().map(money).collect();
            for price in &prices {
                let lost = share(*price, share_bp).unwrap();
                prop_assert!(!lost.is_negative() && lost <= *price);
            }
            let whole = Money::sum(prices.iter().copied()).unwrap();
            let amount = share(whole, part).unwrap();
            if whole.is_positive() {
                let lost = spread(&prices, amount).unwrap();
                prop_assert_eq!(Money::sum(lost.iter().copied()).unwrap(), amount);
                for (lost, price) in lost.iter().zip(&prices) {
                    prop_assert!(!lost.is_negative() && lost <= price);
                }
            }
        }
    }
}
