//! How good a client the salon has (H2): tiers by what was spent in all.

use adelante_base::Money;
pub use adelante_base::vocabulary::Tier;

use crate::country::Currency;

/// What must have been spent to be in a tier, in whole units of the currency (H2).
const fn units(tier: Tier) -> i64 {
    match tier {
        Tier::Bronze => 0,
        Tier::Silver => 10_000,
        Tier::Gold => 50_000,
        Tier::Platinum => 100_000,
    }
}

/// What must have been spent to be in a tier.
#[must_use]
pub fn threshold(tier: Tier, currency: &Currency) -> Money {
    let minor = 10_i64.checked_pow(u32::from(currency.digits)).and_then(|unit| unit.checked_mul(units(tier)));
    minor.and_then(|minor| Money::from_minor(minor).ok()).unwrap_or(Money::MAX)
}

/// The tier of who has spent so much on completed visits; refunds are taken off before.
#[must_use]
pub fn tier(spent: Money, currency: &Currency) -> Tier {
    let reached = Tier::ALL.iter().rev().find(|tier| spent >= threshold(**tier, currency));
    reached.copied().unwrap_or(Tier::Bronze)
}

/// Points that become a part of a price at once (H1).
pub const POINTS_STEP: i64 = 1_000;
/// What so many points are worth, whole units of the currency (H1).
const STEP_UNITS: i64 = 100;

/// Points for what was paid (H1): one for each whole unit of the currency.
#[must_use]
pub fn points_for(paid: Money, currency: &Currency) -> i64 {
    let unit = 10_i64.checked_pow(u32::from(currency.digits)).unwrap_or(i64::MAX);
    paid.minor().max(0) / unit
}

/// What points pay: whole steps only.
#[must_use]
pub fn worth_of(points: i64, currency: &Currency) -> Money {
    let unit = 10_i64.checked_pow(u32::from(currency.digits)).unwrap_or(1);
    let steps = points.max(0) / POINTS_STEP;
    steps.checked_mul(STEP_UNITS * unit).and_then(|minor| Money::from_minor(minor).ok()).unwrap_or(Money::ZERO)
}

/// How many points pay a sum; `None` where it is not a whole number of steps.
#[must_use]
pub fn points_of(worth: Money, currency: &Currency) -> Option<i64> {
    let step = worth_of(POINTS_STEP, currency).minor();
    (step > 0 && worth.minor() >= 0 && worth.minor() % step == 0).then(|| worth.minor() / step * POINTS_STEP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::{countries, currency};
    use proptest::prelude::*;

    fn tier_of(minor: i64, code: &str) -> Tier {
        tier(Money::from_minor(minor).unwrap(), currency(code).unwrap())
    }

    #[test]
    fn a_tier_begins_with_its_threshold_to_the_smallest_coin() {
        for (minor, expected) in [
            (0, Tier::Bronze),
            (999_999, Tier::Bronze),
            (1_000_000, Tier::Silver),
            (4_999_999, Tier::Silver),
            (5_000_000, Tier::Gold),
            (9_999_999, Tier::Gold),
            (10_000_000, Tier::Platinum),
        ] {
            assert_eq!(tier_of(minor, "UAH"), expected, "{minor}");
        }
    }

    #[test]
    fn a_thousand_points_are_a_hundred_off() {
        let tenge = currency("KZT").unwrap();
        let money = |minor| Money::from_minor(minor).unwrap();
        assert_eq!(points_for(money(123_456), tenge), 1_234);
        assert_eq!(points_for(money(-5), tenge), 0);
        assert_eq!(worth_of(2_999, tenge), money(20_000));
        assert_eq!(points_of(money(20_000), tenge), Some(2_000));
        assert_eq!(points_of(money(20_001), tenge), None);
    }

    #[test]
    fn who_got_back_more_than_was_paid_is_bronze() {
        assert_eq!(tier_of(-100, "UAH"), Tier::Bronze);
    }

    #[test]
    fn every_currency_counts_in_its_whole_units() {
        for country in countries() {
            let currency = currency(country.currency).unwrap();
            let unit = 10_i64.pow(u32::from(currency.digits));
            assert_eq!(threshold(Tier::Gold, currency).minor(), 50_000 * unit, "{}", currency.code);
        }
    }

    proptest! {
        #[test]
        fn who_spends_more_never_falls(less in 0i64..20_000_000, more in 0i64..20_000_000) {
            prop_assert!(tier_of(less, "KZT") <= tier_of(less + more, "KZT"));
        }
    }
}
