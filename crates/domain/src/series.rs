//! Visits that repeat: the dates of a series (B15), and when a standing order (B13) is due.

use std::ops::RangeInclusive;

use adelante_base::Day;

/// How many weeks or months may lie between two visits of a series.
pub const EVERY: RangeInclusive<u8> = 1..=12;
/// How many visits a series may have.
pub const COUNT: RangeInclusive<u8> = 1..=52;
/// A standing order may come due this many days before its weeks are over, so that who comes
/// every four weeks on a Saturday still does after one visit on a Tuesday.
const EARLY_DAYS: i64 = 3;

/// How far apart the visits of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// So many weeks, on the same weekday.
    Weeks(u8),
    /// So many months, on the same date; the month's last day where there is no such date.
    Months(u8),
}

/// Where a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// After so many visits, the first one counted.
    Count(u8),
    /// With the last visit on or before this day, and after 52 visits at most.
    Until(Day),
}

/// How a series repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    every: Every,
    ending: Ending,
}

/// Why a series cannot repeat so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRepeat {
    /// The visits must be 1 to 12 weeks or months apart.
    #[error("visits of a series are 1 to 12 weeks or months apart")]
    Every,
    /// A series has 1 to 52 visits.
    #[error("a series has 1 to 52 visits")]
    Count,
}

impl Repeat {
    /// A series with these steps and this end.
    ///
    /// # Errors
    /// [`BadRepeat`] where a number is beyond [`EVERY`] or [`COUNT`].
    pub fn new(every: Every, ending: Ending) -> Result<Self, BadRepeat> {
        let (Every::Weeks(step) | Every::Months(step)) = every;
        if !EVERY.contains(&step) {
            return Err(BadRepeat::Every);
        }
        match ending {
            Ending::Count(count) if !COUNT.contains(&count) => Err(BadRepeat::Count),
            Ending::Count(_) | Ending::Until(_) => Ok(Self { every, ending }),
        }
    }
}

/// The days of a series, `first` among them, in order and without a day twice. Empty only
/// where the series ends before it begins.
#[must_use]
pub fn dates(first: Day, repeat: &Repeat) -> Vec<Day> {
    let (count, until) = match repeat.ending {
        Ending::Count(count) => (count, None),
        Ending::Until(day) => (*COUNT.end(), Some(day)),
    };
    let mut days = Vec::with_capacity(usize::from(count));
    for step in 0..count {
        let day = nth(first, repeat.every, step);
        let is_later = days.last().is_none_or(|last| *last < day);
        if !is_later || until.is_some_and(|until| day > until) {
            break;
        }
        days.push(day);
    }
    days
}

/// When a standing order is due next: the first `weekday` (0 = Monday) that is at least
/// `every_weeks` weeks less three days after the last visit, and not before today.
#[must_use]
pub fn next_due(last: Day, every_weeks: u8, weekday: u8, today: Day) -> Day {
    let earliest = last.plus_days(i64::from(every_weeks) * 7 - EARLY_DAYS).max(today);
    on_weekday(earliest, weekday)
}

/// The first day with this weekday (0 = Monday), `from` itself counted.
pub(crate) fn on_weekday(from: Day, weekday: u8) -> Day {
    from.plus_days((i64::from(weekday % 7) - i64::from(from.weekday())).rem_euclid(7))
}

/// The same date so many months later; the month's last day where there is no such date.
pub(crate) fn plus_months(day: Day, months: u32) -> Day {
    let Some((year, month, date)) = year_month_date(day) else { return day };
    let months = month - 1 + months;
    let Ok(years) = i32::try_from(months / 12) else { return day };
    let (year, month) = (year.saturating_add(years), months % 12 + 1);
    (1..=date).rev().find_map(|date| Day::new(year, month, date)).unwrap_or(day)
}

/// Year, month and date of a day, read from how it is written.
pub(crate) fn year_month_date(day: Day) -> Option<(i32, u32, u32)> {
    let text = day.to_string();
    let (rest, date) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?, date.parse().ok()?))
}

/// The day of the visit with this number, 0 = the first.
fn nth(first: Day, every: Every, number: u8) -> Day {
    match every {
        Every::Weeks(weeks) => first.plus_days(i64::from(weeks) * 7 * i64::from(number)),
        Every::Months(months) => plus_months(first, u32::from(months) * u32::from(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn series(first: &str, every: Every, ending: Ending) -> Vec<String> {
        dates(day(first), &Repeat::new(every, ending).unwrap()).iter().map(Day::to_string).collect()
    }

    #[test]
    fn every_three_weeks_is_the_same_weekday_three_weeks_on() {
        assert_eq!(
            series("2026-11-21", Every::Weeks(3), Ending::Count(4)),
            ["2026-11-21", "2026-12-12", "2027-01-02", "2027-01-23"]
        );
    }

    #[test]
    fn the_last_day_of_a_month_stays_the_last_day_and_comes_back_to_its_date() {
        assert_eq!(
            series("2027-12-31", Every::Months(1), Ending::Count(4)),
            ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]
        );
        assert_eq!(series("2026-11-30", Every::Months(3), Ending::Count(2)), ["2026-11-30", "2027-02-28"]);
    }

    #[test]
    fn a_series_until_a_day_has_that_day_and_none_after() {
        let until = |text| Ending::Until(day(text));
        assert_eq!(series("2026-11-21", Every::Weeks(1), until("2026-12-05")).len(), 3);
        assert_eq!(series("2026-11-21", Every::Weeks(1), until("2026-12-04")).len(), 2);
        assert_eq!(series("2026-11-21", Every::Weeks(1), until("2026-11-20")).len(), 0);
        assert_eq!(series("2026-11-21", Every::Weeks(1), until("2036-11-21")).len(), 52);
    }

    #[test]
    fn what_would_never_end_or_never_begin_is_refused() {
        assert_eq!(Repeat::new(Every::Weeks(0), Ending::Count(2)), Err(BadRepeat::Every));
        assert_eq!(Repeat::new(Every::Months(13), Ending::Count(2)), Err(BadRepeat::Every));
        assert_eq!(Repeat::new(Every::Weeks(1), Ending::Count(0)), Err(BadRepeat::Count));
        assert_eq!(Repeat::new(Every::Weeks(1), Ending::Count(53)), Err(BadRepeat::Count));
    }

    #[test]
    fn a_standing_order_comes_back_to_its_weekday() {
        // A Saturday client who came on a Tuesday comes on the Saturday before four weeks are full.
        assert_eq!(next_due(day("2026-11-17"), 4, 5, day("2026-11-21")), day("2026-12-12"));
        assert_eq!(next_due(day("2026-11-21"), 4, 5, day("2026-11-21")), day("2026-12-19"));
        // Who has stayed away is due at once.
        assert_eq!(next_due(day("2026-01-10"), 4, 5, day("2026-11-22")), day("2026-11-28"));
        assert_eq!(next_due(day("2026-01-10"), 4, 6, day("2026-11-22")), day("2026-11-22"));
    }

    proptest! {
        #[test]
        fn dates_only_go_forward_and_begin_with_the_first(
            offset in 0i64..40_000, step in EVERY, count in COUNT, monthly in any::<bool>(),
        ) {
            let first = day("1990-01-01").plus_days(offset);
            let every = if monthly { Every::Months(step) } else { Every::Weeks(step) };
            let days = dates(first, &Repeat::new(every, Ending::Count(count)).unwrap());
            prop_assert_eq!(days.len(), usize::from(count));
            prop_assert_eq!(days.first(), Some(&first));
            prop_assert!(days.is_sorted_by(|a, b| a < b));
            if !monthly {
                prop_assert!(days.iter().all(|day| day.weekday() == first.weekday()));
            }
        }

        #[test]
        fn what_is_due_has_its_weekday_and_is_the_first_that_may_be(
            since in 0i64..400, weeks in EVERY, weekday in 0u8..7,
        ) {
            let last = day("2026-01-01");
            let today = last.plus_days(since);
            let due = next_due(last, weeks, weekday, today);
            let may_be = |day: Day| day >= today && day.days_since(last) >= i64::from(weeks) * 7 - 3;
            prop_assert_eq!(due.weekday(), weekday);
            prop_assert!(may_be(due) && !may_be(due.plus_days(-7)));
        }
    }
}
