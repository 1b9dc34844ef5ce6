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
    fn a_part_takes_its_part_of_the_worth() {
        let out = Quantity::from_thousandths(1_000);
        assert_eq!(cost_of(out, shelf(3_000, 100), Shelf::default()), Ok(money(33)));
        assert_eq!(cost_of(out, shelf(0, 0), shelf(10_000, 1_500)), Ok(money(150)));
        assert_eq!(cost_of(out, shelf(500, 70), shelf(1_000, 100)), Ok(money(120)));
        assert_eq!(cost_of(out, shelf(-500, 0), Shelf::default()), Ok(Money::ZERO));
        assert_eq!(price_of(Quantity::from_thousandths(250), money(1_001)), Ok(money(250)));
    }

    proptest! {
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
