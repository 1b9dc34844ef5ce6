//! One day's work: from when to when, with breaks.

use super::{DAY_MIN, WeekdayHours};
use crate::availability::{Interval, subtract};

/// Breaks that one day may have.
pub const MOST_BREAKS: usize = 4;

/// A day that is worked. A shift past midnight is two days: until 24:00, and from 0:00.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHours {
    /// Start, minutes after midnight.
    pub start_min: u16,
    /// End, minutes after midnight, 1440 at most.
    pub end_min: u16,
    /// Breaks from minute to minute, in order.
    pub breaks: Vec<(u16, u16)>,
}

/// Why a day's hours cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadDayHours {
    /// Ends before it starts, or after midnight.
    #[error("the work ends before it starts or after midnight")]
    EndsBeforeStart,
    /// More breaks than a day can have.
    #[error("a day has at most {MOST_BREAKS} breaks")]
    TooManyBreaks,
    /// A break outside the work, one that ends before it starts, or one that begins before
    /// the break before it has ended.
    #[error("the break from minute {start_min} is outside the work or not after the one before")]
    BreakMisplaced {
        /// When the break starts.
        start_min: u16,
    },
}

impl DayHours {
    /// Work without a break.
    #[must_use]
    pub const fn open(start_min: u16, end_min: u16) -> Self {
        Self { start_min, end_min, breaks: Vec::new() }
    }

    /// Checks the times.
    ///
    /// # Errors
    /// [`BadDayHours`], the first thing that is wrong.
    pub fn validate(&self) -> Result<(), BadDayHours> {
        if self.start_min >= self.end_min || self.end_min > DAY_MIN {
            return Err(BadDayHours::EndsBeforeStart);
        }
        if self.breaks.len() > MOST_BREAKS {
            return Err(BadDayHours::TooManyBreaks);
        }
        let mut earliest = self.start_min;
        for (start_min, end_min) in self.breaks.iter().copied() {
            if start_min < earliest || end_min <= start_min || end_min > self.end_min {
                return Err(BadDayHours::BreakMisplaced { start_min });
            }
            earliest = end_min;
        }
        Ok(())
    }
}

impl WeekdayHours {
    /// The same as the hours of one day; `None` on a day off.
    #[must_use]
    pub fn day_hours(&self) -> Option<DayHours> {
        let breaks = if self.has_break() { vec![(self.break_start_min, self.break_end_min)] } else { Vec::new() };
        self.working.then_some(DayHours { start_min: self.start_min, end_min: self.end_min, breaks })
    }
}

/// The minutes of one day that are worked, as the wall clock shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayPlan {
    /// From minute to minute after midnight, in order, without breaks and time off.
    pub parts: Vec<(u16, u16)>,
}

impl DayPlan {
    /// What `hours` leave without their breaks and without `off`.
    #[must_use]
    pub(super) fn new(hours: Option<&DayHours>, off: &[(u16, u16)]) -> Self {
        let Some(hours) = hours else { return Self::default() };
        let interval = |(start_min, end_min): (u16, u16)| Interval { start_min, end_min };
        let work = interval((hours.start_min, hours.end_min));
        let rest: Vec<Interval> = hours.breaks.iter().chain(off).copied().map(interval).collect();
        Self { parts: subtract(&[work], &rest).into_iter().map(|part| (part.start_min, part.end_min)).collect() }
    }

    /// Whether nothing is worked.
    #[must_use]
    pub const fn is_day_off(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether all of `start_min..end_min` is worked.
    #[must_use]
    pub fn covers(&self, start_min: u16, end_min: u16) -> bool {
        start_min >= end_min || self.parts.iter().any(|(start, end)| *start <= start_min && end_min <= *end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_breaks(breaks: &[(u16, u16)]) -> DayHours {
        DayHours { breaks: breaks.to_vec(), ..DayHours::open(540, 1080) }
    }

    #[test]
    fn breaks_stand_in_order_inside_the_work() {
        assert_eq!(with_breaks(&[(540, 555), (555, 560), (780, 840), (1070, 1080)]).validate(), Ok(()));
        let misplaced = |start_min| Err(BadDayHours::BreakMisplaced { start_min });
        assert_eq!(with_breaks(&[(530, 560)]).validate(), misplaced(530));
        assert_eq!(with_breaks(&[(1070, 1081)]).validate(), misplaced(1070));
        assert_eq!(with_breaks(&[(600, 600)]).validate(), misplaced(600));
        assert_eq!(with_breaks(&[(700, 720), (600, 610)]).validate(), misplaced(600));
        assert_eq!(with_breaks(&[(600, 650), (640, 700)]).validate(), misplaced(640));
        assert_eq!(with_breaks(&[(600, 601); 5]).validate(), Err(BadDayHours::TooManyBreaks));
    }

    #[test]
    fn a_day_ends_after_it_starts_and_by_midnight() {
        assert_eq!(DayHours::open(1320, 1440).validate(), Ok(()));
        assert_eq!(DayHours::open(1320, 1441).validate(), Err(BadDayHours::EndsBeforeStart));
        assert_eq!(DayHours::open(600, 600).validate(), Err(BadDayHours::EndsBeforeStart));
    }

    #[test]
    fn breaks_and_time_off_are_not_worked() {
        let plan = DayPlan::new(Some(&with_breaks(&[(780, 840)])), &[(0, 600), (800, 900)]);
        assert_eq!(plan.parts, [(600, 780), (900, 1080)]);
        assert!(plan.covers(600, 780) && !plan.covers(700, 781) && !plan.covers(590, 610));
        assert!(DayPlan::new(None, &[]).is_day_off());
        assert!(DayPlan::new(Some(&with_breaks(&[])), &[(0, 1440)]).is_day_off());
    }

    #[test]
    fn a_weekday_is_a_day_with_one_break_or_none() {
        let weekday = WeekdayHours { break_start_min: 780, break_end_min: 840, ..WeekdayHours::open(2, 540, 1080) };
        assert_eq!(weekday.day_hours(), Some(with_breaks(&[(780, 840)])));
        assert_eq!(WeekdayHours::open(2, 540, 1080).day_hours(), Some(DayHours::open(540, 1080)));
        assert_eq!(WeekdayHours { working: false, ..weekday }.day_hours(), None);
    }
}
