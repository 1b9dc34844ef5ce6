//! The drawer (F10): what a count says, what stands behind cash that goes in or out, and the
//! kinds of it that a new salon begins with.

use adelante_base::vocabulary::{CashDirection, CashPurpose, Language};
use adelante_base::{CashCategoryId, Money, MoneyError};

use crate::ledger::Account;

/// A count names at most so many values of notes and coins.
pub const VALUES_MAX: usize = 40;

/// A drawer as somebody counted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    counted: Money,
    pieces: Vec<(Money, u32)>,
}

/// Why something is not a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CountRefusal {
    /// There is never less than nothing in a drawer.
    #[error("less than nothing was counted")]
    Negative,
    /// More values than notes and coins there are.
    #[error("more than {VALUES_MAX} values of notes and coins")]
    TooMany,
    /// The notes and coins make another sum than the one that was counted.
    #[error("the notes and coins make another sum")]
    DoesNotAddUp,
}

impl Count {
    /// A counted sum, by value and number of notes and coins where they were counted one by one.
    ///
    /// # Errors
    /// [`CountRefusal`].
    pub fn new(counted: Money, pieces: &[(Money, u32)]) -> Result<Self, CountRefusal> {
        if counted.is_negative() {
            return Err(CountRefusal::Negative);
        }
        if pieces.len() > VALUES_MAX {
            return Err(CountRefusal::TooMany);
        }
        if !pieces.is_empty() && sum_of(pieces) != Some(counted) {
            return Err(CountRefusal::DoesNotAddUp);
        }
        Ok(Self { counted, pieces: pieces.iter().copied().filter(|(_, number)| *number > 0).collect() })
    }

    /// The whole sum.
    #[must_use]
    pub const fn counted(&self) -> Money {
        self.counted
    }

    /// Value and number of its notes and coins; none where only the sum was counted.
    #[must_use]
    pub fn pieces(&self) -> &[(Money, u32)] {
        &self.pieces
    }
}

/// What notes and coins are worth together; `None` where one of them is worth nothing.
fn sum_of(pieces: &[(Money, u32)]) -> Option<Money> {
    pieces.iter().try_fold(Money::ZERO, |sum, (value, number)| {
        let worth = value.minor().checked_mul(i64::from(*number)).filter(|_| value.is_positive())?;
        sum.plus(Money::from_minor(worth).ok()?).ok()
    })
}

/// How much more than expected was counted: over +, short −.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub const fn difference(counted: Money, expected: Money) -> Result<Money, MoneyError> {
    counted.minus(expected)
}

/// Whether somebody has to say why the drawer is over or short by so much.
#[must_use]
pub const fn needs_reason(difference: Money, without_reason: Money) -> bool {
    difference.minor().abs() > without_reason.minor()
}

/// The account that answers the drawer where cash goes in or out.
#[must_use]
pub const fn answered_by(purpose: CashPurpose, category: CashCategoryId) -> Account {
    match purpose {
        CashPurpose::Owner => Account::Owner,
        CashPurpose::Bank => Account::BankCash,
        CashPurpose::Expense => Account::Expense(category),
        CashPurpose::Income => Account::OtherIncome(category),
        CashPurpose::Supplier => Account::SuppliersPayable,
    }
}

/// A kind of cash in or out that a new salon begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StarterCategory {
    /// Name, in the language asked for.
    pub name: &'static str,
    /// Which way.
    pub direction: CashDirection,
    /// What stands behind it.
    pub purpose: CashPurpose,
}

/// The kinds that a new salon begins with, in the salon's language.
#[must_use]
pub fn starter_categories(language: Language) -> Vec<StarterCategory> {
    let category = |line: &'static str| {
        let mut columns = line.split(" | ");
        let (direction, purpose) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
        let place = Language::ALL.iter().position(|one| *one == language)?;
        Some(StarterCategory { name: columns.nth(place)?, direction, purpose })
    };
    STARTER.lines().filter(|line| !line.starts_with('#')).filter_map(category).collect()
}

/// The table; names in the order of the languages.
const STARTER: &str = include_str!("starter_cash.txt");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    #[test]
    fn notes_and_coins_make_the_counted_sum_or_there_is_no_count() {
        let pieces = [(money(100_000), 3), (money(500), 0), (money(50), 2)];
        let count = Count::new(money(300_100), &pieces).unwrap();
        assert_eq!(count.pieces(), [(money(100_000), 3), (money(50), 2)]);
        assert_eq!(Count::new(money(300_099), &pieces), Err(CountRefusal::DoesNotAddUp));
        assert_eq!(Count::new(money(-1), &[]), Err(CountRefusal::Negative));
        assert_eq!(Count::new(Money::ZERO, &[(money(-5), 0)]), Err(CountRefusal::DoesNotAddUp));
        assert_eq!(Count::new(Money::ZERO, &[(Money::MAX, u32::MAX)]), Err(CountRefusal::DoesNotAddUp));
        assert_eq!(Count::new(Money::ZERO, &[(money(1), 0); VALUES_MAX + 1]), Err(CountRefusal::TooMany));
        assert_eq!(Count::new(money(7), &[]).unwrap().counted(), money(7));
    }

    #[test]
    fn over_and_short_need_a_reason_beyond_the_rule() {
        for (difference, reason) in [(0, false), (100, false), (-100, false), (101, true), (-101, true)] {
            assert_eq!(needs_reason(money(difference), money(100)), reason, "{difference}");
        }
        assert!(needs_reason(money(-1), Money::ZERO));
    }

    #[test]
    fn a_new_salon_has_both_ways_and_every_purpose_in_every_language() {
        let all = STARTER.lines().filter(|line| !line.starts_with('#')).count();
        for language in Language::ALL {
            let list = starter_categories(*language);
            assert_eq!(list.len(), all, "{language}");
            let names: BTreeSet<_> = list.iter().map(|one| one.name).collect();
            assert_eq!(names.len(), all, "a name twice in {language}");
            for purpose in CashPurpose::ALL {
                assert!(list.iter().any(|one| one.purpose == *purpose), "{purpose}");
            }
            for direction in CashDirection::ALL {
                assert!(list.iter().any(|one| one.direction == *direction), "{direction}");
            }
        }
        assert_eq!(starter_categories(Language::En)[0].name, "To the bank");
    }

    proptest! {
        #[test]
        fn what_is_counted_is_expected_and_difference(counted in 0i64..1_000_000_000, expected in 0i64..1_000_000_000) {
            let (counted, expected) = (money(counted), money(expected));
            let difference = difference(counted, expected).unwrap();
            prop_assert_eq!(expected.plus(difference).unwrap(), counted);
            prop_assert_eq!(needs_reason(difference, Money::ZERO), counted != expected);
        }
    }
}
