//! Memberships: a package whose sessions come by the month. Each month has an equal part of the
//! price; what a month leaves unused is not carried on.

use adelante_base::{Day, Money, MoneyError};

/// A membership as a client has bought it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// Its first day.
    pub start: Day,
    /// Months it runs, ≥ 1.
    pub periods: u16,
    /// Sessions in each month; 0: as many as wanted.
    pub sessions: u16,
    /// What was paid for all of it.
    pub value: Money,
    /// Days it was frozen: every month that was not over then ends so much later.
    pub frozen_days: i64,
}

/// Sessions taken (+) or given back (−) in one month of a membership, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Which month.
    pub period: u16,
    /// How many.
    pub sessions: i64,
    /// What they were worth.
    pub worth: Money,
}

impl Membership {
    /// The month, from 0, in which a visit of this day counts; the last one goes on until the
    /// membership ends. None before its first day.
    #[must_use]
    pub fn period_of(&self, day: Day) -> Option<u16> {
        if day < self.start {
            return None;
        }
        let counted = day.plus_days(-self.frozen_days).max(self.start);
        let begun = |period: &u16| self.start.plus_months(u32::from(*period)) <= counted;
        u16::try_from((1..self.periods).take_while(begun).count()).ok()
    }

    /// The last day of a month of it.
    #[must_use]
    pub fn last_day_of(&self, period: u16) -> Day {
        self.start.plus_months(u32::from(period) + 1).plus_days(self.frozen_days - 1)
    }

    /// Sessions left in a month, negative where two PCs took the last one apart; none: as many as wanted.
    #[must_use]
    pub fn left(&self, period: u16, uses: &[Use]) -> Option<i64> {
        let taken: i64 = uses.iter().filter(|one| one.period == period).map(|one| one.sessions).sum();
        (self.sessions > 0).then(|| i64::from(self.sessions) - taken)
    }

    /// What a session is worth that pays `price`, where the salon still owes `owed` of the whole: the
    /// sessions left of the month share what is left of its part. Where there are as many as wanted,
    /// a session takes its price, as long as the month's part lasts.
    ///
    /// # Errors
    /// A sum beyond what an amount can be.
    pub fn session_worth(&self, period: u16, uses: &[Use], owed: Money, price: Money) -> Result<Money, MoneyError> {
        let part = self.before(period.saturating_add(1))?.minus(self.before(period)?)?;
        let of_month = part.minus(worth(uses, |one| one == period)?)?;
        let later = self.still_owed(period.saturating_add(1), uses)?;
        let there = of_month.min(owed.minus(later)?).max(Money::ZERO);
        match self.left(period, uses) {
            None => Ok(there.min(price)),
            Some(left) => Money::from_minor(there.minor() / left.max(1)),
        }
    }

    /// What months that are over have left of what the salon owes: it is the salon's. `period` is the
    /// month that runs.
    ///
    /// # Errors
    /// A sum beyond what an amount can be.
    pub fn forfeited(&self, period: u16, uses: &[Use], owed: Money) -> Result<Money, MoneyError> {
        Ok(owed.minus(self.still_owed(period, uses)?)?.max(Money::ZERO))
    }

    /// The parts of this month and the later ones, without what was used of them.
    fn still_owed(&self, period: u16, uses: &[Use]) -> Result<Money, MoneyError> {
        self.value.minus(self.before(period)?)?.minus(worth(uses, |one| one >= period)?)
    }

    /// The parts of all months before this one: rounded down, so that all of them make the price.
    fn before(&self, period: u16) -> Result<Money, MoneyError> {
        let (months, all) = (i128::from(period.min(self.periods)), i128::from(self.periods.max(1)));
        let minor = i128::from(self.value.minor()) * months / all;
        Money::from_minor(i64::try_from(minor).unwrap_or(i64::MAX))
    }
}

fn worth(uses: &[Use], counts: impl Fn(u16) -> bool) -> Result<Money, MoneyError> {
    Money::sum(uses.iter().filter(|one| counts(one.period)).map(|one| one.worth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn three_months(sessions: u16) -> Membership {
        Membership { start: day("2026-01-31"), periods: 3, sessions, value: money(100_000), frozen_days: 0 }
    }

    #[test]
    fn a_month_begins_on_the_day_it_was_bought_or_the_months_last() {
        let one = three_months(4);
        let periods =
            ["2026-01-30", "2026-01-31", "2026-02-27", "2026-02-28", "2026-03-30", "2026-03-31", "2027-01-01"]
                .map(|text| one.period_of(day(text)));
        assert_eq!(periods, [None, Some(0), Some(0), Some(1), Some(1), Some(2), Some(2)]);
        assert_eq!(one.last_day_of(0), day("2026-02-27"));
        let frozen = Membership { frozen_days: 10, ..one };
        assert_eq!(frozen.period_of(day("2026-03-09")), Some(0));
        assert_eq!(frozen.period_of(day("2026-03-10")), Some(1));
        assert_eq!(frozen.last_day_of(0), day("2026-03-09"));
    }

    #[test]
    fn a_session_without_a_limit_takes_its_price_while_the_months_part_lasts() {
        let one = three_months(0);
        let first = one.session_worth(0, &[], money(100_000), money(20_000)).unwrap();
        assert_eq!(first, money(20_000));
        let uses = [Use { period: 0, sessions: 1, worth: first }];
        assert_eq!(one.session_worth(0, &uses, money(80_000), money(20_000)).unwrap(), money(13_333));
        assert_eq!(one.left(0, &uses), None);
        assert_eq!(one.forfeited(1, &uses, money(80_000)).unwrap(), money(13_333));
        assert_eq!(one.forfeited(1, &uses, money(66_667)).unwrap(), Money::ZERO, "only once");
    }

    proptest! {
        #[test]
        fn what_is_used_and_what_is_forfeited_make_the_price(
            value in 0i64..10_000_000, periods in 1u16..24, sessions in 0u16..8,
            taken in prop::collection::vec((0u16..24, 1i64..900_000), 0..40), ends in any::<bool>(),
        ) {
            let one = Membership { start: day("2026-01-31"), periods, sessions, value: money(value), frozen_days: 0 };
            let mut taken: Vec<_> = taken.into_iter().filter(|(period, _)| *period < periods).collect();
            taken.sort_unstable();
            let (mut owed, mut forfeited, mut uses) = (one.value, Money::ZERO, Vec::new());
            for (period, price) in taken {
                if ends {
                    let over = one.forfeited(period, &uses, owed).unwrap();
                    owed = owed.minus(over).unwrap();
                    forfeited = forfeited.plus(over).unwrap();
                }
                if one.left(period, &uses).is_some_and(|left| left <= 0) {
                    continue;
                }
                let worth = one.session_worth(period, &uses, owed, money(price)).unwrap();
                prop_assert!(!worth.is_negative() && worth <= owed);
                owed = owed.minus(worth).unwrap();
                uses.push(Use { period, sessions: 1, worth });
            }
            for period in 0..periods {
                let of_month = uses.iter().filter(|one| one.period == period).map(|one| one.worth);
                let part = value / i64::from(periods) + 1;
                prop_assert!(Money::sum(of_month).unwrap().minor() <= part, "a month gives no more than its part");
            }
            let rest = one.forfeited(periods, &uses, owed).unwrap();
            prop_assert_eq!(rest, owed, "nothing is owed after the last month");
            let used = Money::sum(uses.iter().map(|one| one.worth)).unwrap();
            prop_assert_eq!(used.plus(forfeited).unwrap().plus(rest).unwrap(), one.value);
        }

        #[test]
        fn the_sessions_of_a_month_share_its_part_to_the_last_unit(
            value in 0i64..10_000_000, periods in 1u16..24, sessions in 1u16..31, period in 0u16..24,
        ) {
            prop_assume!(period < periods);
            let one = Membership { start: day("2026-01-31"), periods, sessions, value: money(value), frozen_days: 0 };
            let (mut owed, mut uses) = (one.value, Vec::new());
            for _ in 0..sessions {
                let worth = one.session_worth(period, &uses, owed, money(1)).unwrap();
                owed = owed.minus(worth).unwrap();
                uses.push(Use { period, sessions: 1, worth });
            }
            prop_assert_eq!(one.left(period, &uses), Some(0));
            let part = one.before(period + 1).unwrap().minus(one.before(period).unwrap()).unwrap();
            prop_assert_eq!(one.value.minus(owed).unwrap(), part);
        }
    }
}
