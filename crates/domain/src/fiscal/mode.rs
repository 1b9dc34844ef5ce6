//! How a line is said to be paid (54-FZ, tag 1214; the forms are those of the tax service's order
//! ЕД-7-20/662@): it follows from when the money is taken, so nobody at the desk chooses it.

use adelante_base::fiscal::PaymentMode;
use adelante_base::{Money, MoneyError};

/// When the money is taken, seen from the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before it is done.
    Before,
    /// With its completion.
    Done,
    /// After it was done: a debt.
    After,
}

/// A line of a visit, and what a receipt takes for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Price of the line.
    pub price: Money,
    /// Paid by earlier receipts.
    pub before: Money,
    /// Paid by this one.
    pub now: Money,
}

/// What a fiscal receipt says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// How it is paid.
    pub mode: PaymentMode,
    /// The line's sum on the receipt: of a completion the whole price.
    pub amount: Money,
    /// Of it paid before, by receipts of their own.
    pub prepaid: Money,
    /// Of it still owed.
    pub credit: Money,
}

/// What a receipt says of a line; `None` where it says nothing of it.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn settled(moment: Moment, line: Taken) -> Result<Option<Settled>, MoneyError> {
    let bare = |mode| Settled { mode, amount: line.now, prepaid: Money::ZERO, credit: Money::ZERO };
    let paid = line.before.plus(line.now)?;
    let found = match moment {
        Moment::Before if line.now.is_zero() => None,
        Moment::Before if line.now == line.price => Some(bare(PaymentMode::FullPrepayment)),
        Moment::Before => Some(bare(PaymentMode::Prepayment)),
        Moment::After if line.now.is_zero() => None,
        Moment::After => Some(bare(PaymentMode::CreditPayment)),
        Moment::Done if line.price.is_zero() => None,
        Moment::Done => {
            let credit = line.price.minus(paid)?;
            let mode = match () {
                () if credit.is_zero() => PaymentMode::FullPayment,
                () if paid.is_zero() => PaymentMode::Credit,
                () => PaymentMode::PartialPayment,
            };
            Some(Settled { mode, amount: line.price, prepaid: line.before, credit })
        }
    };
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn of(moment: Moment, price: i64, before: i64, now: i64) -> Option<(PaymentMode, i64, i64, i64)> {
        let taken = Taken { price: money(price), before: money(before), now: money(now) };
        settled(moment, taken)
            .unwrap()
            .map(|line| (line.mode, line.amount.minor(), line.prepaid.minor(), line.credit.minor()))
    }

    #[test]
    fn the_mode_follows_from_when_the_money_is_taken() {
        use PaymentMode as M;
        assert_eq!(of(Moment::Before, 100, 0, 100), Some((M::FullPrepayment, 100, 0, 0)));
        assert_eq!(of(Moment::Before, 100, 0, 40), Some((M::Prepayment, 40, 0, 0)));
        assert_eq!(of(Moment::Before, 100, 40, 60), Some((M::Prepayment, 60, 0, 0)));
        assert_eq!(of(Moment::Before, 100, 100, 0), None);
        assert_eq!(of(Moment::Done, 100, 0, 100), Some((M::FullPayment, 100, 0, 0)));
        assert_eq!(of(Moment::Done, 100, 40, 60), Some((M::FullPayment, 100, 40, 0)));
        assert_eq!(of(Moment::Done, 100, 0, 40), Some((M::PartialPayment, 100, 0, 60)));
        assert_eq!(of(Moment::Done, 100, 0, 0), Some((M::Credit, 100, 0, 100)));
        assert_eq!(of(Moment::Done, 0, 0, 0), None);
        assert_eq!(of(Moment::After, 100, 40, 60), Some((M::CreditPayment, 60, 0, 0)));
        assert_eq!(of(Moment::After, 100, 100, 0), None);
    }

    proptest! {
        /// Now, before and owed always make what the receipt says of the line.
        #[test]
        fn the_parts_make_the_line(price in 0_i64..1_000, before in 0_i64..1_000, now in 0_i64..1_000, moment in 0..3) {
            let before = before.min(price);
            let now = now.min(price - before);
            let moment = [Moment::Before, Moment::Done, Moment::After][usize::try_from(moment).unwrap()];
            if let Some((_, amount, prepaid, credit)) = of(moment, price, before, now) {
                prop_assert_eq!(amount, now + prepaid + credit);
                prop_assert!(amount > 0 && prepaid >= 0 && credit >= 0 && amount <= price);
            } else {
                prop_assert_eq!(now, 0);
            }
        }
    }
}
