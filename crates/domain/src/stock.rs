//! What goods are worth (G2): a moving average. What goes out takes its part of the worth of what
//! lies on the shelf; where nothing lies there, what the last delivery had cost a unit.
//! Source: the moving weighted average of IAS 2, paragraph 27.

use adelante_base::{Money, MoneyError, Quantity};

/// Goods and their worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shelf {
    /// How much there is; negative where more was sold than had come in.
    pub quantity: Quantity,
    /// What it is worth.
    pub cost: Money,
}

/// Worth of what goes out; `last` is the last delivery.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn cost_of(out: Quantity, shelf: Shelf, last: Shelf) -> Result<Money, MoneyError> {
    let there = shelf.quantity.thousandths().max(0);
    let wanted = out.thousandths();
    let inside = wanted.min(there);
    let known = if there > 0 { part(shelf.cost, inside, there)? } else { Money::ZERO };
    let rest = wanted - inside;
    if rest == 0 || last.quantity.thousandths() <= 0 {
        return Ok(known);
    }
    known.plus(part(last.cost, rest, last.quantity.thousandths())?)
}

/// What goods that came in prove wrong about goods that had gone out before they were there: their
/// worth was then a guess by the delivery before. Positive: they had cost more than was written.
/// Afterwards the shelf holds what is left of the coming goods at their own price.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn guessed_wrong(before: Shelf, coming: Shelf) -> Result<Money, MoneyError> {
    let owed = -before.quantity.thousandths();
    let came = coming.quantity.thousandths();
    if owed < 0 || came <= 0 {
        return Ok(Money::ZERO);
    }
    let covered = owed.min(came);
    let still_owed = if owed == 0 { Money::ZERO } else { part(before.cost, owed - covered, owed)? };
    let there = part(coming.cost, came - covered, came)?;
    before.cost.plus(coming.cost)?.minus(still_owed.plus(there)?)
}

/// `whole × part ÷ of`, half a minor unit rounds up.
fn part(whole: Money, part: i64, of: i64) -> Result<Money, MoneyError> {
    let exact = i128::from(whole.minor()) * i128::from(part);
    let rounded = (exact * 2 + i128::from(of)).div_euclid(i128::from(of) * 2);
    Money::from_minor(i64::try_from(rounded).map_err(|_| MoneyError::TooLarge)?)
}

/// Price of so much at a price a unit, half a minor unit rounds up.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn price_of(quantity: Quantity, price: Money) -> Result<Money, MoneyError> {
    part(price, quantity.thousandths(), Quantity::ONE.thousandths())
}

/// What a sum for one quantity, > 0, is for another: the same a unit, half a minor unit rounds up.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn scaled(sum: Money, from: Quantity, to: Quantity) -> Result<Money, MoneyError> {
    part(sum, to.thousandths(), from.thousandths().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn shelf(thousandths: i64, cost: i64) -> Shelf {
        Shelf { quantity: Quantity::from_thousandths(thousandths), cost: money(cost) }
    }

    #[test]
    fn a_sum_stays_the_same_a_unit() {
        let pieces = |count: i64| Quantity::from_thousandths(count * 1_000);
        assert_eq!(scaled(money(700), pieces(2), pieces(3)), Ok(money(1_050)));
        assert_eq!(scaled(money(100), pieces(3), pieces(1)), Ok(money(33)));
        assert_eq!(scaled(money(0), pieces(3), pieces(1)), Ok(money(0)));
    }

    #[test]
    fn a_part_takes_its_part_of_the_worth() {
        let out = Quantity::from_thousandths(1_000);
        assert_eq!(cost_of(out, shelf(3_000, 100), Shelf::default()), Ok(money(33)));
        assert_eq!(cost_of(out, shelf(0, 0), shelf(10_000, 1_500)), Ok(money(150)));
        assert_eq!(cost_of(out, shelf(500, 70), shelf(1_000, 100)), Ok(money(120)));
        assert_eq!(cost_of(out, shelf(-500, 0), Shelf::default()), Ok(Money::ZERO));
        assert_eq!(price_of(Quantity::from_thousandths(250), money(1_001)), Ok(money(250)));
    }

    #[test]
    fn a_delivery_at_another_price_corrects_what_was_sold_before_it() {
        // Four pieces were sold for a guess of 100 each, then ten came at 130.
        let over = guessed_wrong(shelf(-4_000, -400), shelf(10_000, 1_300));
        assert_eq!(over, Ok(money(120)));
        assert_eq!(-400 + 1_300 - 120, 6 * 130);
        // Two of them came: two are still owed as they were guessed.
        assert_eq!(guessed_wrong(shelf(-4_000, -400), shelf(2_000, 260)), Ok(money(60)));
        assert_eq!(guessed_wrong(shelf(1_000, 100), shelf(2_000, 260)), Ok(Money::ZERO));
        assert_eq!(guessed_wrong(shelf(0, 7), shelf(2_000, 260)), Ok(money(7)));
    }

    proptest! {
        #[test]
        fn an_empty_shelf_is_worth_nothing(
            owed in 0i64..9_000, guess in 0i64..1_000_000, came in 1i64..9_000, cost in 0i64..1_000_000
        ) {
            let (before, coming) = (shelf(-owed, -guess), shelf(came, cost));
            let over = guessed_wrong(before, coming).unwrap();
            let worth = cost - guess - over.minor();
            prop_assert!(worth <= cost && (worth >= 0 || came < owed));
            prop_assert!(came != owed || worth == 0);
        }

        #[test]
        fn what_goes_out_bit_by_bit_is_worth_what_lay_there(
            cost in 0i64..10_000_000, parts in prop::collection::vec(1i64..5_000, 1..12)
        ) {
            let mut left = shelf(parts.iter().sum(), cost);
            let mut worth = 0;
            for part in parts {
                let out = cost_of(Quantity::from_thousandths(part), left, Shelf::default()).unwrap();
                prop_assert!(!out.is_negative() && out <= left.cost);
                worth += out.minor();
                left = shelf(left.quantity.thousandths() - part, left.cost.minor() - out.minor());
            }
            prop_assert_eq!(left.quantity.thousandths(), 0);
            prop_assert_eq!((worth, left.cost), (cost, Money::ZERO));
        }
    }
}
