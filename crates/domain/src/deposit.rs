//! Deposits (F11): what the salon's rules say becomes of money that was paid for a visit which
//! does not take place, and when a deposit is asked for.

pub use adelante_base::vocabulary::{DepositEnd, DepositWhy};
use adelante_base::{AppointmentId, Money, MoneyError};

use crate::ledger::{Account, LedgerError, Transaction, credit, debit};

/// The part of the price that a client of high risk pays before, basis points (F11: 30 %).
const DUE_BP: i64 = 3_000;
const WHOLE_BP: i64 = 10_000;

/// What the salon's rules say of deposits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Called off at least so many hours before, it goes back.
    pub free_hours: u16,
    /// Called off later.
    pub late: DepositEnd,
    /// The client did not come.
    pub missed: DepositEnd,
}

/// What becomes of a deposit by the rules, and why. `minutes_before` is the time from now to the
/// visit's start on the salon's wall clock, below zero once it has begun.
#[must_use]
pub fn proposal(rules: &Rules, missed: bool, minutes_before: i64) -> (DepositEnd, DepositWhy) {
    if missed {
        return (rules.missed, DepositWhy::Missed);
    }
    if minutes_before >= i64::from(rules.free_hours) * 60 && minutes_before >= 0 {
        return (DepositEnd::Return, DepositWhy::InTime);
    }
    (rules.late, DepositWhy::Late)
}

/// What the salon keeps where it keeps a part; rounds down, in the client's favour.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn kept_part(held: Money, part_bp: u16) -> Result<Money, MoneyError> {
    part(held, i64::from(part_bp))
}

/// What is to be paid before a visit of that price that may well be missed, less what is paid.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn due(total: Money, paid: Money) -> Result<Money, MoneyError> {
    Ok(part(total, DUE_BP)?.minus(paid)?.max(Money::ZERO))
}

/// What was paid for a visit that does not take place is the salon's (negative: it is owed to the
/// visit again).
///
/// # Errors
/// [`LedgerError`].
pub fn kept(visit: AppointmentId, amount: Money) -> Result<Transaction, LedgerError> {
    let entries = vec![debit(Account::VisitPrepaid(visit), amount), credit(Account::Forfeited, amount)];
    Transaction::new("deposit_kept", entries)
}

fn part(whole: Money, bp: i64) -> Result<Money, MoneyError> {
    let exact = i128::from(whole.minor()) * i128::from(bp) / i128::from(WHOLE_BP);
    Money::from_minor(i64::try_from(exact).map_err(|_| MoneyError::TooLarge)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules { free_hours: 24, late: DepositEnd::KeepPart, missed: DepositEnd::Keep };

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    #[test]
    fn a_deposit_goes_back_until_the_hours_are_too_few() {
        assert_eq!(proposal(&RULES, false, 24 * 60), (DepositEnd::Return, DepositWhy::InTime));
        assert_eq!(proposal(&RULES, false, 24 * 60 - 1), (DepositEnd::KeepPart, DepositWhy::Late));
        assert_eq!(proposal(&RULES, true, 24 * 60), (DepositEnd::Keep, DepositWhy::Missed));
        let any_time = Rules { free_hours: 0, ..RULES };
        assert_eq!(proposal(&any_time, false, 0).0, DepositEnd::Return);
        assert_eq!(proposal(&any_time, false, -1).0, DepositEnd::KeepPart, "it has begun");
    }

    #[test]
    fn parts_round_in_the_clients_favour() {
        assert_eq!(kept_part(money(101), 5_000), Ok(money(50)));
        assert_eq!(kept_part(money(101), 10_000), Ok(money(101)));
        assert_eq!(kept_part(money(101), 0), Ok(Money::ZERO));
    }

    #[test]
    fn what_is_due_is_less_by_what_is_paid() {
        assert_eq!(due(money(1_000_000), Money::ZERO), Ok(money(300_000)));
        assert_eq!(due(money(1_000_000), money(100_000)), Ok(money(200_000)));
        assert_eq!(due(money(1_000_000), money(400_000)), Ok(Money::ZERO));
    }
}
