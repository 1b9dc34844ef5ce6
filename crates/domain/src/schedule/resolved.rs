//! Which hours a staff member works on a day, out of everything that was planned (D1, D2).

use adelante_base::Day;

use super::DAY_MIN;
use super::day_plan::{DayHours, DayPlan};
use super::pattern::ShiftPattern;
use crate::availability::Span;
use crate::availability::WallClock;
use crate::availability::span::{normalise, subtract};

/// Time off: holidays, illness, an hour at the dentist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOff {
    /// The date it begins.
    pub from_day: Day,
    /// Minutes after midnight of `from_day`.
    pub from_min: u16,
    /// The date it ends.
    pub until_day: Day,
    /// Minutes after midnight of `until_day`, up to which it lasts; 1440 is the whole day.
    pub until_min: u16,
}

impl TimeOff {
    /// The minutes of `day` that are off, where there are any.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<(u16, u16)> {
        if day < self.from_day || self.until_day < day {
            return None;
        }
        let start = if day == self.from_day { self.from_min } else { 0 };
        let end = if day == self.until_day { self.until_min.min(DAY_MIN) } else { DAY_MIN };
        (start < end).then_some((start, end))
    }
}

/// Everything that was planned for one staff member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The week that is worked where nothing else is said, Monday first; `None` is a day off.
    pub weekly: [Option<DayHours>; 7],
    /// Shift patterns. Where several reach a day, the one that began last holds; of two that
    /// began on the same day, the later in this list.
    pub patterns: Vec<ShiftPattern>,
    /// Dates on which it is different: other hours, or a day off. The last in this list holds.
    pub exceptions: Vec<(Day, Option<DayHours>)>,
    /// Time off, taken from whatever would be worked.
    pub time_off: Vec<TimeOff>,
}

impl Schedule {
    /// The hours of a date before time off: its exception, else the newest shift pattern that
    /// reaches it, else the week.
    #[must_use]
    pub fn hours_on(&self, day: Day) -> Option<&DayHours> {
        if let Some((_, hours)) = self.exceptions.iter().rev().find(|(date, _)| *date == day) {
            return hours.as_ref();
        }
        let reaching = self.patterns.iter().filter(|pattern| pattern.reaches(day));
        if let Some(pattern) = reaching.max_by_key(|pattern| pattern.from_day) {
            return pattern.hours_on(day);
        }
        self.weekly.get(usize::from(day.weekday()))?.as_ref()
    }

    /// What is worked on a date, after breaks and time off, as the wall clock shows it.
    #[must_use]
    pub fn plan(&self, day: Day) -> DayPlan {
        let off: Vec<(u16, u16)> = self.time_off.iter().filter_map(|off| off.on(day)).collect();
        DayPlan::new(self.hours_on(day), &off)
    }

    /// What is worked from `first` to `last` day, in absolute minutes. A time that the clock
    /// jumps over is the moment after the jump. Where a time comes twice, work, breaks and
    /// time off last from its first coming to its second.
    #[must_use]
    pub fn work(&self, clock: &WallClock, first: Day, last: Day) -> Vec<Span> {
        let mut work = Vec::new();
        let mut rest = Vec::new();
        for day in (0..=last.days_since(first)).map(|offset| first.plus_days(offset)) {
            let span = |(start, end): (u16, u16)| Span::new(clock.start_edge(day, start), clock.end_edge(day, end));
            if let Some(hours) = self.hours_on(day) {
                work.push(span((hours.start_min, hours.end_min)));
                rest.extend(hours.breaks.iter().copied().map(span));
                rest.extend(self.time_off.iter().filter_map(|off| off.on(day)).map(span));
            }
        }
        subtract(&normalise(work), &normalise(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn open(start: u16, end: u16) -> Option<DayHours> {
        Some(DayHours::open(start, end))
    }

    fn pattern(from: &str, until: Option<&str>, days: Vec<Option<DayHours>>) -> ShiftPattern {
        ShiftPattern { from_day: day(from), until_day: until.map(day), days }
    }

    fn parts(schedule: &Schedule, date: &str) -> Vec<(u16, u16)> {
        schedule.plan(day(date)).parts
    }

    #[test]
    fn an_exception_beats_a_pattern_and_a_pattern_beats_the_week() {
        let mut schedule = Schedule { weekly: std::array::from_fn(|_| open(540, 1080)), ..Schedule::default() };
        assert_eq!(parts(&schedule, "2026-11-21"), [(540, 1080)]);
        schedule.patterns.push(pattern("2026-11-20", Some("2026-11-22"), vec![open(600, 900), None]));
        assert_eq!(parts(&schedule, "2026-11-20"), [(600, 900)]);
        assert_eq!(parts(&schedule, "2026-11-21"), []);
        assert_eq!(parts(&schedule, "2026-11-23"), [(540, 1080)]);
        schedule.patterns.insert(0, pattern("2026-11-21", None, vec![open(660, 700)]));
        assert_eq!(parts(&schedule, "2026-11-21"), [(660, 700)], "the pattern that began last");
        assert_eq!(parts(&schedule, "2026-11-20"), [(600, 900)]);
        schedule.exceptions = vec![(day("2026-11-20"), None), (day("2026-11-21"), open(720, 780))];
        assert_eq!(parts(&schedule, "2026-11-20"), []);
        assert_eq!(parts(&schedule, "2026-11-21"), [(720, 780)]);
    }

    #[test]
    fn time_off_over_days_is_taken_from_what_would_be_worked() {
        let hours = DayHours { breaks: vec![(780, 840)], ..DayHours::open(540, 1080) };
        let off = TimeOff { from_day: day("2026-11-20"), from_min: 800, until_day: day("2026-11-22"), until_min: 600 };
        let schedule = Schedule {
            weekly: std::array::from_fn(|_| Some(hours.clone())),
            time_off: vec![off],
            ..Schedule::default()
        };
        assert_eq!(parts(&schedule, "2026-11-19"), [(540, 780), (840, 1080)]);
        assert_eq!(parts(&schedule, "2026-11-20"), [(540, 780)]);
        assert_eq!(parts(&schedule, "2026-11-21"), []);
        assert_eq!(parts(&schedule, "2026-11-22"), [(600, 780), (840, 1080)]);
    }

    #[test]
    fn a_night_on_which_the_clock_changes_is_worked_as_long_as_it_is() {
        let clock = WallClock::new(chrono_tz::Europe::Kyiv);
        let night = DayHours { breaks: vec![(180, 210)], ..DayHours::open(60, 360) };
        let schedule = Schedule { weekly: std::array::from_fn(|_| Some(night.clone())), ..Schedule::default() };
        let minutes = |date: &str| {
            let work = schedule.work(&clock, day(date), day(date));
            work.into_iter().map(Span::minutes).collect::<Vec<_>>()
        };
        assert_eq!(minutes("2026-10-24"), [120, 150]);
        assert_eq!(minutes("2026-10-25"), [120, 150], "both comings of the break are off: 3:00 to the second 3:30");
        assert_eq!(minutes("2026-03-29"), [240], "the break is jumped over");
    }

    #[test]
    fn a_shift_past_midnight_is_one_stretch() {
        let clock = WallClock::new(chrono_tz::Asia::Almaty);
        let schedule = Schedule {
            patterns: vec![pattern("2026-11-20", None, vec![open(1320, 1440), open(0, 180)])],
            ..Schedule::default()
        };
        let work = schedule.work(&clock, day("2026-11-20"), day("2026-11-21"));
        assert_eq!(work.iter().map(|span| span.minutes()).collect::<Vec<_>>(), [300]);
    }
}
