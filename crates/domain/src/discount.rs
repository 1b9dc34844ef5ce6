//! Discounts on the lines of a visit (E2): a share of the price or a sum.

use adelante_base::money::allocate;
use adelante_base::{Money, MoneyError};

/// All of the price, in basis points.
pub const WHOLE_BP: u16 = 10_000;

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
