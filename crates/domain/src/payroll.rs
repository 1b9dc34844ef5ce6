//! What time is paid: by the hour, by the day, by the month (D3).

use std::collections::BTreeMap;

use adelante_base::vocabulary::PayRateKind;
use adelante_base::{Day, Money, MoneyError};

use crate::commission::in_proportion;

/// What somebody's time is paid by, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// From this business day on.
    pub from_day: Day,
    /// By the hour, the day or the month.
    pub kind: PayRateKind,
    /// For one.
    pub amount: Money,
}

/// A sum for time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimePay {
    /// By the hour, the day or the month.
    pub kind: PayRateKind,
    /// For one.
    pub rate: Money,
    /// Minutes, days, or days of the month that count.
    pub count: u32,
    /// Of how many days of the month; zero otherwise.
    pub of: u32,
    /// First day of the month, of monthly pay.
    pub month: Option<Day>,
    /// The sum.
    pub amount: Money,
}

/// What a person decided instead of what the schedule says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Decided {
    /// Minutes to pay.
    pub minutes: Option<u32>,
    /// Days to pay.
    pub days: Option<u32>,
}

/// The rate in force on a day.
#[must_use]
pub fn rate_on(rates: &[Rate], day: Day) -> Option<Rate> {
    rates.iter().filter(|rate| rate.from_day <= day).max_by_key(|rate| rate.from_day).copied()
}

/// Days of a day's month.
#[must_use]
pub fn days_in_month(day: Day) -> u32 {
    let first = day.first_of_month();
    u32::try_from(first.plus_days(31).first_of_month().days_since(first)).unwrap_or(31)
}

/// What a period's time is paid. `worked` are the minutes of the days that were worked. What a
/// person decided counts at the last rate of its kind. A month that is not whole counts by its
/// calendar days; halves of a minor unit round away from zero.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn for_time(
    rates: &[Rate],
    worked: &[(Day, u32)],
    from: Day,
    to: Day,
    decided: Decided,
) -> Result<Vec<TimePay>, MoneyError> {
    let mut counted: BTreeMap<(PayRateKind, Day, Option<Day>), (Money, u32)> = BTreeMap::new();
    for offset in 0..=to.days_since(from) {
        let day = from.plus_days(offset);
        let Some(rate) = rate_on(rates, day).filter(|rate| !rate.amount.is_zero()) else { continue };
        let minutes: u32 = worked.iter().filter(|(date, _)| *date == day).map(|(_, minutes)| *minutes).sum();
        let (month, more) = match rate.kind {
            PayRateKind::Hourly => (None, minutes),
            PayRateKind::Daily => (None, u32::from(minutes > 0)),
            PayRateKind::Monthly => (Some(day.first_of_month()), 1),
        };
        let entry = counted.entry((rate.kind, rate.from_day, month)).or_insert((rate.amount, 0));
        entry.1 += more;
    }
    override_last(&mut counted, PayRateKind::Hourly, decided.minutes);
    override_last(&mut counted, PayRateKind::Daily, decided.days);
    let paid = counted.into_iter().map(|((kind, _, month), (rate, count))| {
        let of = month.map_or(0, days_in_month);
        let part = |count: u32, of: u32| {
            in_proportion(rate, Money::from_minor(i64::from(count))?, Money::from_minor(i64::from(of))?)
        };
        let amount = match kind {
            PayRateKind::Hourly => part(count, 60)?,
            PayRateKind::Daily => part(count, 1)?,
            PayRateKind::Monthly => part(count, of)?,
        };
        Ok(TimePay { kind, rate, count, of, month, amount })
    });
    paid.collect()
}

fn override_last(
    counted: &mut BTreeMap<(PayRateKind, Day, Option<Day>), (Money, u32)>,
    kind: PayRateKind,
    decided: Option<u32>,
) {
    let Some(decided) = decided else { return };
    let last = counted.keys().filter(|(one, _, _)| *one == kind).max().copied();
    counted.retain(|key, _| key.0 != kind || Some(*key) == last);
    if let Some(entry) = last.and_then(|key| counted.get_mut(&key)) {
        entry.1 = decided;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn day(month: u32, day: u32) -> Day {
        Day::new(2026, month, day).unwrap()
    }

    fn rate(kind: PayRateKind, minor: i64, from_day: Day) -> Rate {
        Rate { from_day, kind, amount: money(minor) }
    }

    fn sums(rates: &[Rate], worked: &[(Day, u32)], decided: Decided) -> Vec<(u32, i64)> {
        let paid = for_time(rates, worked, day(11, 1), day(11, 30), decided).unwrap();
        paid.iter().map(|one| (one.count, one.amount.minor())).collect()
    }

    #[test]
    fn hours_days_and_months_are_paid_by_the_rate_of_their_day() {
        let worked = [(day(11, 2), 480), (day(11, 3), 90), (day(11, 20), 60)];
        let none = Decided::default();
        let hourly = rate(PayRateKind::Hourly, 150_001, day(1, 1));
        assert_eq!(sums(&[hourly], &worked, none), [(630, 1_575_011)]);
        let daily = rate(PayRateKind::Daily, 500_000, day(1, 1));
        assert_eq!(sums(&[daily], &worked, none), [(3, 1_500_000)]);
        let risen = rate(PayRateKind::Daily, 600_000, day(11, 10));
        assert_eq!(sums(&[risen, daily], &worked, none), [(2, 1_000_000), (1, 600_000)]);
        let ended = rate(PayRateKind::Daily, 0, day(11, 3));
        assert_eq!(sums(&[ended, daily], &worked, none), [(1, 500_000)]);
        assert_eq!(sums(&[], &worked, none), []);
    }

    #[test]
    fn a_part_of_a_month_counts_by_its_days() {
        let monthly = [rate(PayRateKind::Monthly, 30_000_000, day(1, 1))];
        assert_eq!(sums(&monthly, &[], Decided::default()), [(30, 30_000_000)]);
        let paid = for_time(&monthly, &[], day(10, 16), day(11, 15), Decided::default()).unwrap();
        let parts: Vec<_> = paid.iter().map(|one| (one.count, one.of, one.amount.minor())).collect();
        assert_eq!(parts, [(16, 31, 15_483_871), (15, 30, 15_000_000)]);
        assert_eq!((days_in_month(day(2, 3)), days_in_month(day(12, 31))), (28, 31));
    }

    #[test]
    fn what_a_person_decides_counts_instead_of_the_schedule() {
        let worked = [(day(11, 2), 480)];
        let decided = Decided { minutes: Some(90), days: Some(4) };
        assert_eq!(sums(&[rate(PayRateKind::Hourly, 120_000, day(1, 1))], &worked, decided), [(90, 180_000)]);
        let two = [rate(PayRateKind::Daily, 100, day(1, 1)), rate(PayRateKind::Daily, 200, day(11, 10))];
        assert_eq!(sums(&two, &worked, decided), [(4, 800)]);
    }

    proptest! {
        #[test]
        fn months_cut_anywhere_are_paid_whole_to_the_unit_of_each_part(
            minor in 0i64..1_000_000_000, cut in 1i64..29
        ) {
            let monthly = [rate(PayRateKind::Monthly, minor, day(1, 1))];
            let first = for_time(&monthly, &[], day(11, 1), day(11, 1).plus_days(cut - 1), Decided::default()).unwrap();
            let rest = for_time(&monthly, &[], day(11, 1).plus_days(cut), day(11, 30), Decided::default()).unwrap();
            let paid: i64 = first.iter().chain(&rest).map(|one| one.amount.minor()).sum();
            prop_assert!((paid - minor).abs() <= 1);
        }
    }
}
