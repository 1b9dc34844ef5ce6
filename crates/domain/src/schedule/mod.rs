//! When a staff member works (D1, D2): weekly hours, shift patterns, exceptions, time off, and
//! what they leave of each day. Begin with [`Schedule`].

mod day_plan;
mod pattern;
mod resolved;

pub use day_plan::{BadDayHours, DayHours, DayPlan, MOST_BREAKS};
pub use pattern::{BadPattern, LONGEST_PATTERN_DAYS, ShiftPattern, runs_out};
pub use resolved::{Schedule, TimeOff};

use crate::availability::{Interval, subtract};

/// Minutes of a day.
pub const DAY_MIN: u16 = 1_440;

/// One weekday of a weekly schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekdayHours {
    /// 0 = Monday … 6 = Sunday.
    pub weekday: u8,
    /// Works that day; where not, the times are kept for when the day is switched on again.
    pub working: bool,
    /// Start, minutes after midnight.
    pub start_min: u16,
    /// End, minutes after midnight, ≤ 1440, after the start.
    pub end_min: u16,
    /// Break, minutes after midnight; equal to its end where there is none.
    pub break_start_min: u16,
    /// End of the break.
    pub break_end_min: u16,
}

/// Why weekly hours cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadHours {
    /// Not seven entries, Monday first.
    #[error("a week has seven days, Monday first")]
    NotAWeek,
    /// A day that ends before it starts, or after midnight.
    #[error("on weekday {weekday} the work ends before it starts or after midnight")]
    EndsBeforeStart {
        /// 0 = Monday.
        weekday: u8,
    },
    /// A break outside the day's work, or one that ends before it starts.
    #[error("on weekday {weekday} the break is outside the work")]
    BreakOutside {
        /// 0 = Monday.
        weekday: u8,
    },
}

impl WeekdayHours {
    /// A day worked from `start_min` to `end_min` without a break.
    #[must_use]
    pub const fn open(weekday: u8, start_min: u16, end_min: u16) -> Self {
        Self { weekday, working: true, start_min, end_min, break_start_min: 0, break_end_min: 0 }
    }

    /// Whether there is a break.
    #[must_use]
    pub const fn has_break(&self) -> bool {
        self.break_start_min < self.break_end_min
    }

    /// Checks the times of one day.
    ///
    /// # Errors
    /// [`BadHours`] naming the weekday. A day off may hold any times that fit in a day.
    pub const fn validate(&self) -> Result<(), BadHours> {
        let weekday = self.weekday;
        let fits = self.start_min <= self.end_min && self.end_min <= DAY_MIN;
        if !fits || (self.working && self.start_min == self.end_min) {
            return Err(BadHours::EndsBeforeStart { weekday });
        }
        let break_fits = self.break_start_min == self.break_end_min
            || (self.has_break() && self.start_min <= self.break_start_min && self.break_end_min <= self.end_min);
        if !break_fits || self.break_end_min > DAY_MIN {
            return Err(BadHours::BreakOutside { weekday });
        }
        Ok(())
    }

    /// The minutes worked that day, without the break; empty on a day off.
    #[must_use]
    pub fn intervals(&self) -> Vec<Interval> {
        if !self.working {
            return Vec::new();
        }
        let work = [Interval { start_min: self.start_min, end_min: self.end_min }];
        let rest = [Interval { start_min: self.break_start_min, end_min: self.break_end_min }];
        subtract(&work, &rest)
    }
}

/// Checks a weekly schedule: seven entries, Monday first, each sound.
///
/// # Errors
/// [`BadHours`].
pub fn validate_week(week: &[WeekdayHours]) -> Result<(), BadHours> {
    let in_order = week.iter().zip(0u8..).all(|(day, weekday)| day.weekday == weekday);
    if week.len() != 7 || !in_order {
        return Err(BadHours::NotAWeek);
    }
    week.iter().try_for_each(WeekdayHours::validate)
}

/// A week worked every day from opening to closing: what a new staff member starts with.
#[must_use]
pub fn week_of_salon_hours(opens_min: u16, closes_min: u16) -> [WeekdayHours; 7] {
    [0, 1, 2, 3, 4, 5, 6].map(|weekday| WeekdayHours::open(weekday, opens_min, closes_min))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_break(start_min: u16, end_min: u16, break_start_min: u16, break_end_min: u16) -> WeekdayHours {
        WeekdayHours { break_start_min, break_end_min, ..WeekdayHours::open(2, start_min, end_min) }
    }

    #[test]
    fn a_break_splits_the_day() {
        let day = with_break(540, 1080, 780, 840);
        assert_eq!(day.validate(), Ok(()));
        assert_eq!(
            day.intervals(),
            [Interval { start_min: 540, end_min: 780 }, Interval { start_min: 840, end_min: 1080 }]
        );
    }

    #[test]
    fn a_day_off_has_no_minutes() {
        let off = WeekdayHours { working: false, ..with_break(540, 1080, 780, 840) };
        assert_eq!(off.validate(), Ok(()));
        assert!(off.intervals().is_empty());
    }

    #[test]
    fn impossible_days_are_refused_by_name() {
        assert_eq!(with_break(1080, 540, 0, 0).validate(), Err(BadHours::EndsBeforeStart { weekday: 2 }));
        assert_eq!(with_break(600, 600, 0, 0).validate(), Err(BadHours::EndsBeforeStart { weekday: 2 }));
        assert_eq!(with_break(600, 1441, 0, 0).validate(), Err(BadHours::EndsBeforeStart { weekday: 2 }));
        assert_eq!(with_break(600, 900, 540, 660).validate(), Err(BadHours::BreakOutside { weekday: 2 }));
        assert_eq!(with_break(600, 900, 700, 650).validate(), Err(BadHours::BreakOutside { weekday: 2 }));
    }

    #[test]
    fn a_week_has_seven_days_from_monday() {
        let week = week_of_salon_hours(540, 1260);
        assert_eq!(validate_week(&week), Ok(()));
        assert_eq!(validate_week(&week[..6]), Err(BadHours::NotAWeek));
        let mut shuffled = week;
        shuffled.swap(0, 1);
        assert_eq!(validate_week(&shuffled), Err(BadHours::NotAWeek));
    }
}
