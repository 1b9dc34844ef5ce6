//! The rules of taking money for a visit (F3, F4).

use adelante_base::vocabulary::{MethodKind, PaymentStatus};
use adelante_base::{Money, MoneyError};

/// A visit takes at most this many payments at once.
pub const PAYMENTS_MAX: usize = 10;

/// One payment as asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Kind of money.
    pub kind: MethodKind,
    /// How much of the visit it pays.
    pub amount: Money,
    /// Tips taken with it, over the amount.
    pub tip: Money,
    /// Cash given, if said.
    pub tendered: Option<Money>,
}

/// Why a payment is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaymentRefusal {
    /// Nothing to take.
    #[error("a sum must be more than zero")]
    NotPositive,
    /// More than what remains.
    #[error("more than remains: {asked:?} of {remaining:?}")]
    OverRemaining {
        /// Asked for in all.
        asked: Money,
        /// What remains.
        remaining: Money,
    },
    /// The cash given does not cover the sum to pay in cash.
    #[error("given {tendered:?} for {amount:?}")]
    TenderedTooLittle {
        /// Given.
        tendered: Money,
        /// To pay.
        amount: Money,
    },
    /// Only cash gives change.
    #[error("only cash gives change")]
    TenderedNotCash,
    /// Beyond what an amount can be.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// Checks payments against what remains of the visit; returns the change to give back.
///
/// # Errors
/// [`PaymentRefusal`].
pub fn check(payments: &[Asked], remaining: Money) -> Result<Money, PaymentRefusal> {
    let mut change = Money::ZERO;
    for payment in payments {
        let whole = payment.amount.plus(payment.tip)?;
        if payment.amount.is_negative() || payment.tip.is_negative() || !whole.is_positive() {
            return Err(PaymentRefusal::NotPositive);
        }
        let Some(tendered) = payment.tendered else { continue };
        if payment.kind != MethodKind::Cash {
            return Err(PaymentRefusal::TenderedNotCash);
        }
        if tendered < whole {
            return Err(PaymentRefusal::TenderedTooLittle { tendered, amount: whole });
        }
        change = change.plus(tendered.minus(whole)?)?;
    }
    let asked = Money::sum(payments.iter().map(|payment| payment.amount))?;
    if payments.is_empty() {
        return Err(PaymentRefusal::NotPositive);
    }
    if asked > remaining {
        return Err(PaymentRefusal::OverRemaining { asked, remaining });
    }
    Ok(change)
}

/// Whether a method brings money in; the others pay from what the client has with the salon.
#[must_use]
pub const fn is_money(kind: MethodKind) -> bool {
    matches!(kind, MethodKind::Cash | MethodKind::Card | MethodKind::Qr | MethodKind::Transfer)
}

/// Payment status of a visit: nothing to pay is paid; nothing paid is unpaid.
#[must_use]
pub fn status(total: Money, paid: Money) -> PaymentStatus {
    if paid >= total {
        PaymentStatus::Paid
    } else if paid.is_positive() {
        PaymentStatus::Partial
    } else {
        PaymentStatus::Unpaid
    }
}

/// Sums of cash a client may hand over for `remaining`: exact, then rounded up to each note.
#[must_use]
pub fn cash_hints(remaining: Money, denominations: &[i64]) -> Vec<Money> {
    let mut hints = vec![remaining.minor()];
    let mut notes = denominations.to_vec();
    notes.sort_unstable();
    for note in notes {
        let up = remaining.minor().checked_add(note - 1).map_or(0, |sum| sum / note * note);
        if note > 0 && up > remaining.minor() && !hints.contains(&up) {
            hints.push(up);
        }
    }
    hints.sort_unstable();
    hints.truncate(4);
    hints.into_iter().filter_map(|minor| Money::from_minor(minor).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn cash(amount: i64, tendered: i64) -> Asked {
        Asked { kind: MethodKind::Cash, amount: money(amount), tip: Money::ZERO, tendered: Some(money(tendered)) }
    }

    fn card(amount: i64) -> Asked {
        Asked { kind: MethodKind::Card, amount: money(amount), tip: Money::ZERO, tendered: None }
    }

    #[test]
    fn cash_gives_change_and_the_rest_goes_on_the_card() {
        assert_eq!(check(&[cash(600, 1000), card(400)], money(1000)), Ok(money(400)));
    }

    #[test]
    fn what_cannot_be_taken_is_refused_with_its_reason() {
        let over = PaymentRefusal::OverRemaining { asked: money(1001), remaining: money(1000) };
        assert_eq!(check(&[cash(600, 600), card(401)], money(1000)), Err(over));
        assert_eq!(check(&[card(0)], money(1000)), Err(PaymentRefusal::NotPositive));
        assert_eq!(check(&[card(-5)], money(1000)), Err(PaymentRefusal::NotPositive));
        assert_eq!(check(&[], money(1000)), Err(PaymentRefusal::NotPositive));
        let little = PaymentRefusal::TenderedTooLittle { tendered: money(5), amount: money(6) };
        assert_eq!(check(&[cash(6, 5)], money(1000)), Err(little));
        let not_cash = Asked { tendered: Some(money(10)), ..card(10) };
        assert_eq!(check(&[not_cash], money(1000)), Err(PaymentRefusal::TenderedNotCash));
        let huge = [card(Money::MAX.minor()), card(Money::MAX.minor())];
        assert_eq!(check(&huge, money(1000)), Err(PaymentRefusal::Money(MoneyError::TooLarge)));
    }

    #[test]
    fn the_status_follows_from_total_and_paid() {
        assert_eq!(status(money(0), money(0)), PaymentStatus::Paid);
        assert_eq!(status(money(10), money(0)), PaymentStatus::Unpaid);
        assert_eq!(status(money(10), money(9)), PaymentStatus::Partial);
        assert_eq!(status(money(10), money(10)), PaymentStatus::Paid);
        assert_eq!(status(money(10), money(11)), PaymentStatus::Paid);
    }

    #[test]
    fn cash_hints_are_the_exact_sum_and_what_a_client_hands_over() {
        let notes = [2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000];
        let hints: Vec<i64> = cash_hints(money(1_620_000), &notes).iter().map(|hint| hint.minor()).collect();
        assert_eq!(hints, [1_620_000, 1_650_000, 1_700_000, 1_800_000]);
    }
}
