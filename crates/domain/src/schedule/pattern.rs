//! Shifts that repeat: 2/2, 5/2, alternating weeks (D1).

use adelante_base::Day;

use super::day_plan::{BadDayHours, DayHours};

/// Days that a pattern may have before it repeats.
pub const LONGEST_PATTERN_DAYS: usize = 28;

/// Days of work and days off that repeat from `from_day` on. 2/2 is two days of work and two
/// off; alternating weeks are 14 days from a Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftPattern {
    /// The first day, which is worked as the first of `days` says.
    pub from_day: Day,
    /// The last day; `None` goes on without end.
    pub until_day: Option<Day>,
    /// The days that repeat; `None` is a day off.
    pub days: Vec<Option<DayHours>>,
}

/// Why a shift pattern cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPattern {
    /// No days, or too many.
    #[error("a pattern has 1 to {LONGEST_PATTERN_DAYS} days")]
    Length,
    /// The last day is before the first.
    #[error("the pattern ends before it begins")]
    EndsBeforeStart,
    /// A day's hours cannot be.
    #[error("day {place} of the pattern: {why}")]
    BadDay {
        /// Which of the days, 0 is the first.
        place: usize,
        /// What is wrong with it.
        why: BadDayHours,
    },
}

impl ShiftPattern {
    /// Checks length, dates and hours.
    ///
    /// # Errors
    /// [`BadPattern`], the first thing that is wrong.
    pub fn validate(&self) -> Result<(), BadPattern> {
        if self.days.is_empty() || self.days.len() > LONGEST_PATTERN_DAYS {
            return Err(BadPattern::Length);
        }
        if self.until_day.is_some_and(|until| until < self.from_day) {
            return Err(BadPattern::EndsBeforeStart);
        }
        let mut worked = self.days.iter().enumerate().filter_map(|(place, day)| Some((place, day.as_ref()?)));
        worked.try_for_each(|(place, day)| day.validate().map_err(|why| BadPattern::BadDay { place, why }))
    }

    /// Whether it says something about `day`.
    #[must_use]
    pub fn reaches(&self, day: Day) -> bool {
        self.from_day <= day && self.until_day.is_none_or(|until| day <= until)
    }

    /// The hours of `day`; `None` on a day off.
    #[must_use]
    pub fn hours_on(&self, day: Day) -> Option<&DayHours> {
        let length = i64::try_from(self.days.len()).ok().filter(|length| *length > 0)?;
        let place = usize::try_from(day.days_since(self.from_day).rem_euclid(length)).ok()?;
        self.days.get(place)?.as_ref()
    }
}

/// The last day that anything is planned for, where a pattern ends and nothing comes after
/// it: neither another pattern nor weekly hours. `None` when the schedule goes on, when there
/// is no pattern, and when the last one was over before `today`.
#[must_use]
pub fn runs_out(patterns: &[ShiftPattern], weekly: &[Option<DayHours>; 7], today: Day) -> Option<Day> {
    if weekly.iter().any(Option::is_some) {
        return None;
    }
    let ends: Option<Vec<Day>> = patterns.iter().map(|pattern| pattern.until_day).collect();
    ends?.into_iter().max().filter(|last| *last >= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn two_on_two_off(from: &str, until: Option<&str>) -> ShiftPattern {
        let on = Some(DayHours::open(600, 1200));
        ShiftPattern { from_day: day(from), until_day: until.map(day), days: vec![on.clone(), on, None, None] }
    }

    #[test]
    fn two_on_two_off_goes_on_over_weeks_and_months() {
        let pattern = two_on_two_off("2026-11-29", None);
        let worked = |offset| pattern.hours_on(day("2026-11-29").plus_days(offset)).is_some();
        let first: Vec<bool> = (0..8).map(worked).collect();
        assert_eq!(first, [true, true, false, false, true, true, false, false]);
        assert!(worked(400) && worked(401) && !worked(402));
    }

    #[test]
    fn alternating_weeks_are_a_fortnight() {
        let week = |start: u16| (0..7).map(move |weekday| (weekday < 5).then(|| DayHours::open(start, start + 360)));
        let monday = day("2026-11-23");
        let pattern = ShiftPattern { from_day: monday, until_day: None, days: week(480).chain(week(840)).collect() };
        assert_eq!(pattern.validate(), Ok(()));
        let start = |offset| pattern.hours_on(monday.plus_days(offset)).map(|hours| hours.start_min);
        assert_eq!([start(0), start(5), start(7), start(13), start(14)], [Some(480), None, Some(840), None, Some(480)]);
    }

    #[test]
    fn impossible_patterns_are_refused() {
        assert_eq!(two_on_two_off("2026-11-21", Some("2026-11-21")).validate(), Ok(()));
        assert_eq!(two_on_two_off("2026-11-21", Some("2026-11-20")).validate(), Err(BadPattern::EndsBeforeStart));
        let of = |days| ShiftPattern { days, ..two_on_two_off("2026-11-21", None) }.validate();
        assert_eq!(of(Vec::new()), Err(BadPattern::Length));
        assert_eq!(of(vec![None; 28]), Ok(()));
        assert_eq!(of(vec![None; 29]), Err(BadPattern::Length));
        let bad = BadPattern::BadDay { place: 1, why: BadDayHours::EndsBeforeStart };
        assert_eq!(of(vec![None, Some(DayHours::open(600, 500))]), Err(bad));
    }

    #[test]
    fn a_schedule_runs_out_where_nothing_follows() {
        let today = day("2026-11-21");
        let nothing: [Option<DayHours>; 7] = Default::default();
        let ending = two_on_two_off("2026-11-01", Some("2026-11-30"));
        let next = two_on_two_off("2026-12-01", Some("2026-12-31"));
        let out = |patterns: &[ShiftPattern]| runs_out(patterns, &nothing, today);
        assert_eq!(out(&[]), None);
        assert_eq!(out(std::slice::from_ref(&ending)), Some(day("2026-11-30")));
        assert_eq!(out(&[next, ending.clone()]), Some(day("2026-12-31")));
        assert_eq!(out(&[ending.clone(), two_on_two_off("2026-12-01", None)]), None);
        assert_eq!(out(&[two_on_two_off("2026-10-01", Some("2026-11-20"))]), None);
        let mut weekly = nothing.clone();
        weekly[3] = Some(DayHours::open(600, 1200));
        assert_eq!(runs_out(&[ending], &weekly, today), None);
    }
}
