//! How likely a visit is to be missed (I3): rules that add up, each shown as a reason.

use adelante_base::Day;
pub use adelante_base::vocabulary::RiskFactor as Factor;

/// Above this many percent the salon does something about it: a deposit, more reminders,
/// somebody from the waitlist lined up.
pub const HIGH_PERCENT: u8 = 70;
/// A Friday evening begins at 18:00.
const EVENING_MIN: u16 = 18 * 60;
/// A visit booked more days ahead than this is far ahead.
const WEEK_DAYS: u16 = 7;
const FRIDAY: u8 = 4;

/// What is known about a visit that has not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// The client has no completed visit.
    pub new_client: bool,
    /// The client missed a visit in the last three months.
    pub no_show_last_3_months: bool,
    /// The client has said yes.
    pub confirmed: bool,
    /// Days between the booking and the visit.
    pub lead_days: u16,
    /// Whether bad weather is forecast; `None` where nobody asked a forecast.
    pub weather: Option<bool>,
    /// See [`is_friday_evening`].
    pub friday_evening: bool,
}

/// How likely a visit is to be missed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// 0–100.
    pub percent: u8,
    /// What counted and by how many percentage points, the heaviest reason first, what speaks
    /// for the client last. Their sum may lie beyond 0–100; `percent` does not.
    pub factors: Vec<(Factor, i8)>,
    /// What could have counted but is not known.
    pub unknown: Vec<Factor>,
}

impl Risk {
    /// Whether the salon should do something about it.
    #[must_use]
    pub const fn is_high(&self) -> bool {
        self.percent > HIGH_PERCENT
    }
}

/// The risk by the additive rules of I3.
#[must_use]
pub fn risk(facts: &Facts) -> Risk {
    let (mut factors, mut unknown) = (Vec::new(), Vec::new());
    for factor in Factor::ALL.iter().copied() {
        match applies(factor, facts) {
            Some(true) => factors.push((factor, points(factor))),
            Some(false) => {}
            None => unknown.push(factor),
        }
    }
    factors.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    let sum: i32 = factors.iter().map(|(_, points)| i32::from(*points)).sum();
    let percent = u8::try_from(sum.clamp(0, 100)).unwrap_or(100);
    Risk { percent, factors, unknown }
}

/// Whether a visit begins on a Friday from 18:00 on the salon's wall clock.
#[must_use]
pub fn is_friday_evening(day: Day, start_min: u16) -> bool {
    day.weekday() == FRIDAY && start_min >= EVENING_MIN
}

/// Percentage points a factor adds (I3).
const fn points(factor: Factor) -> i8 {
    match factor {
        Factor::NewClient => 30,
        Factor::RecentNoShow => 50,
        Factor::NotConfirmed => 40,
        Factor::BookedAhead => 20,
        Factor::BadWeather => 10,
        Factor::FridayEvening => -10,
    }
}

/// Whether a factor counts for this visit; `None` where that is not known.
const fn applies(factor: Factor, facts: &Facts) -> Option<bool> {
    match factor {
        Factor::NewClient => Some(facts.new_client),
        Factor::RecentNoShow => Some(facts.no_show_last_3_months),
        Factor::NotConfirmed => Some(!facts.confirmed),
        Factor::BookedAhead => Some(facts.lead_days > WEEK_DAYS),
        Factor::BadWeather => facts.weather,
        Factor::FridayEvening => Some(facts.friday_evening),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SURE: Facts = Facts {
        new_client: false,
        no_show_last_3_months: false,
        confirmed: true,
        lead_days: 7,
        weather: Some(false),
        friday_evening: false,
    };

    #[test]
    fn each_rule_adds_what_the_salon_agreed_on() {
        for (facts, percent) in [
            (SURE, 0),
            (Facts { new_client: true, ..SURE }, 30),
            (Facts { no_show_last_3_months: true, ..SURE }, 50),
            (Facts { confirmed: false, ..SURE }, 40),
            (Facts { lead_days: 8, ..SURE }, 20),
            (Facts { weather: Some(true), ..SURE }, 10),
            (Facts { friday_evening: true, ..SURE }, 0),
            (Facts { friday_evening: true, new_client: true, ..SURE }, 20),
            (Facts { confirmed: false, new_client: true, ..SURE }, 70),
            (Facts { confirmed: false, new_client: true, no_show_last_3_months: true, ..SURE }, 100),
        ] {
            assert_eq!(risk(&facts).percent, percent, "{facts:?}");
        }
    }

    #[test]
    fn the_heaviest_reason_comes_first_and_seventy_is_not_yet_high() {
        let facts = Facts { new_client: true, confirmed: false, friday_evening: true, weather: Some(true), ..SURE };
        let found = risk(&facts);
        let order: Vec<_> = found.factors.iter().map(|(factor, _)| *factor).collect();
        assert_eq!(order, [Factor::NotConfirmed, Factor::NewClient, Factor::BadWeather, Factor::FridayEvening]);
        assert!(!found.is_high());
        assert!(risk(&Facts { friday_evening: false, ..facts }).is_high());
    }

    #[test]
    fn weather_nobody_asked_about_is_said_to_be_unknown_and_does_not_count() {
        let found = risk(&Facts { weather: None, new_client: true, ..SURE });
        assert_eq!((found.percent, found.unknown), (30, vec![Factor::BadWeather]));
        assert!(risk(&SURE).unknown.is_empty());
    }

    #[test]
    fn a_friday_evening_begins_at_six() {
        let friday: Day = "2026-11-20".parse().unwrap();
        assert!(is_friday_evening(friday, 18 * 60));
        assert!(!is_friday_evening(friday, 18 * 60 - 1));
        assert!(!is_friday_evening(friday.plus_days(1), 19 * 60));
    }

    proptest! {
        #[test]
        fn percent_is_the_sum_of_what_is_shown_within_bounds(
            new_client: bool, no_show_last_3_months: bool, confirmed: bool, lead_days in 0u16..400,
            weather: Option<bool>, friday_evening: bool,
        ) {
            let facts = Facts { new_client, no_show_last_3_months, confirmed, lead_days, weather, friday_evening };
            let found = risk(&facts);
            let sum: i32 = found.factors.iter().map(|(_, points)| i32::from(*points)).sum();
            prop_assert!(found.percent <= 100);
            prop_assert_eq!(i32::from(found.percent), sum.clamp(0, 100));
            prop_assert!(found.factors.is_sorted_by(|a, b| a.1 >= b.1));
        }
    }
}
