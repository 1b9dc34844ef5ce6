//! From a time on the salon's wall to an absolute minute and back, also on the nights on
//! which the clock is put forward or back.

use std::cell::Cell;

use adelante_base::{Day, Timestamp};
use chrono_tz::Tz;

use super::span::Span;

const DAY_MIN: i64 = 1_440;
/// How far a quiet stretch is looked for at once, in days.
const LOOK_AHEAD_DAYS: i64 = 45;
/// No question about free times reaches further.
const LONGEST_LOOK_DAYS: i64 = 3_660;

/// The clock on the salon's wall. It remembers the last stretch of days on which nobody
/// touched the clock, because nearly all questions fall into it.
#[derive(Debug, Clone)]
pub struct WallClock {
    zone: Tz,
    quiet: Cell<Quiet>,
}

/// UTC minutes during which the wall clock is `ahead` of UTC by the same number of minutes.
#[derive(Debug, Clone, Copy)]
struct Quiet {
    span: Span,
    ahead: i64,
}

/// The clock is put forward or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Jump {
    /// First minute on the new time.
    at: i64,
    /// Minutes ahead of UTC until then.
    before: i64,
    /// Minutes ahead of UTC from then on.
    after: i64,
}

impl WallClock {
    /// The wall clock of a salon in `zone`.
    #[must_use]
    pub const fn new(zone: Tz) -> Self {
        Self { zone, quiet: Cell::new(Quiet { span: Span::new(0, 0), ahead: 0 }) }
    }

    /// The minute at which the wall clock shows `min` minutes after midnight of `day` (2879 at
    /// most: 1440 and more is the next day). `None` when the clock jumps over that time, the
    /// first of the two when it comes twice.
    #[must_use]
    pub fn at(&self, day: Day, min: u16) -> Option<i64> {
        let wall = written(day, min);
        self.on_a_quiet_day(wall).or_else(|| self.readings(wall).min())
    }

    /// [`Self::at`] for the beginning of work, of a break, of time off: a skipped time is the
    /// moment after the jump, of two the first counts.
    #[must_use]
    pub fn start_edge(&self, day: Day, min: u16) -> i64 {
        let wall = written(day, min);
        self.on_a_quiet_day(wall).or_else(|| self.readings(wall).min()).unwrap_or_else(|| self.after_the_jump(wall))
    }

    /// [`Self::at`] for the end of work, of a break, of time off: a skipped time is the moment
    /// after the jump, of two the last counts. 24:00 is where the next day begins.
    #[must_use]
    pub fn end_edge(&self, day: Day, min: u16) -> i64 {
        if i64::from(min) == DAY_MIN {
            return self.start_edge(day, min);
        }
        let wall = written(day, min);
        self.on_a_quiet_day(wall).or_else(|| self.readings(wall).max()).unwrap_or_else(|| self.after_the_jump(wall))
    }

    /// Date and minutes after midnight that the wall clock shows at a minute.
    #[must_use]
    pub fn wall(&self, minute: i64) -> (Day, u16) {
        let quiet = self.quiet.get();
        let known = quiet.span.start <= minute && minute < quiet.span.end;
        let shown = minute + if known { quiet.ahead } else { self.learn(minute).unwrap_or_else(|| self.ahead(minute)) };
        let min = u16::try_from(shown.rem_euclid(DAY_MIN)).unwrap_or(0);
        (epoch().plus_days(shown.div_euclid(DAY_MIN)), min)
    }

    /// The stretches of `within` during which the clock shows times that it has shown before.
    /// Nothing can be booked to begin then: a time that is written down means its first coming.
    pub(crate) fn second_comings(&self, within: Span) -> Vec<Span> {
        let before_too = Span::new(within.start - DAY_MIN, within.end.min(within.start + LONGEST_LOOK_DAYS * DAY_MIN));
        let back = self.jumps(before_too).into_iter().filter(|jump| jump.after < jump.before);
        back.map(|jump| Span::new(jump.at, jump.at + jump.before - jump.after)).collect()
    }

    /// Minutes by which the wall clock is ahead of UTC.
    fn ahead(&self, minute: i64) -> i64 {
        let (day, min) = Timestamp::from_millis(minute.saturating_mul(60_000)).local(self.zone);
        written(day, min) - minute
    }

    /// The answer for a wall time so far inside a quiet stretch that it comes exactly once.
    fn on_a_quiet_day(&self, wall: i64) -> Option<i64> {
        let inside = |quiet: Quiet| {
            let (start, end) = (quiet.span.start + DAY_MIN, quiet.span.end - DAY_MIN);
            Some(wall - quiet.ahead).filter(|minute| start <= *minute && *minute < end)
        };
        inside(self.quiet.get()).or_else(|| {
            self.learn(wall)?;
            inside(self.quiet.get())
        })
    }

    /// Looks for the quiet stretch around a minute and remembers it. `None` when the clock
    /// changes within two days of it.
    fn learn(&self, minute: i64) -> Option<i64> {
        let ahead = self.ahead(minute);
        let same = |days: i64| self.ahead(minute + days * DAY_MIN) == ahead;
        if !(-2..=3).all(same) {
            return None;
        }
        let days = (4..=LOOK_AHEAD_DAYS).take_while(|days| same(*days)).last().unwrap_or(3);
        self.quiet.set(Quiet { span: Span::new(minute - 2 * DAY_MIN, minute + days * DAY_MIN), ahead });
        Some(ahead)
    }

    /// All minutes, at most two, at which the wall clock shows `wall`.
    fn readings(&self, wall: i64) -> impl Iterator<Item = i64> {
        let (before, after) = (self.ahead(wall - 2 * DAY_MIN), self.ahead(wall + 2 * DAY_MIN));
        [before, after]
            .into_iter()
            .map(move |ahead| wall - ahead)
            .filter(move |minute| minute + self.ahead(*minute) == wall)
    }

    /// The moment a jump over `wall` ends.
    fn after_the_jump(&self, wall: i64) -> i64 {
        let around = Span::new(wall - 2 * DAY_MIN, wall + 2 * DAY_MIN);
        let over = |jump: &Jump| jump.at + jump.before <= wall && wall < jump.at + jump.after;
        self.jumps(around).into_iter().find(over).map_or(wall - self.ahead(wall), |jump| jump.at)
    }

    /// When the clock is touched between `within.start` and `within.end`, in order.
    fn jumps(&self, within: Span) -> Vec<Jump> {
        let mut jumps = Vec::new();
        let mut minute = within.start;
        let mut before = self.ahead(minute);
        while minute < within.end {
            let next = minute + DAY_MIN;
            let after = self.ahead(next);
            if after != before {
                jumps.push(Jump { at: self.first_with(after, minute, next), before, after });
            }
            (minute, before) = (next, after);
        }
        jumps
    }

    /// The first minute after `from`, `until` at the latest, on the time that holds at `until`.
    fn first_with(&self, ahead: i64, from: i64, until: i64) -> i64 {
        let (mut old, mut new) = (from, until);
        while new - old > 1 {
            let middle = old.midpoint(new);
            if self.ahead(middle) == ahead {
                new = middle;
            } else {
                old = middle;
            }
        }
        new
    }
}

fn epoch() -> Day {
    Day::new(1970, 1, 1).unwrap_or_else(|| Timestamp::from_millis(0).local(Tz::UTC).0)
}

/// A wall time as one number: minutes after 1970-01-01 00:00 as the wall clock counts.
fn written(day: Day, min: u16) -> i64 {
    day.days_since(epoch()) * DAY_MIN + i64::from(min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{Africa, America, Asia, Europe};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn an_hour_that_is_skipped_has_no_times_and_its_edges_are_after_the_jump() {
        let (clock, night) = (WallClock::new(Europe::Kyiv), day("2026-03-29"));
        let jump = clock.at(night, 240).unwrap();
        assert_eq!(clock.at(night, 179), Some(jump - 1));
        assert_eq!(clock.at(night, 180), None);
        assert_eq!(clock.at(night, 239), None);
        assert_eq!([clock.start_edge(night, 210), clock.end_edge(night, 210)], [jump, jump]);
        assert_eq!(clock.wall(jump - 1), (night, 179));
        assert_eq!(clock.wall(jump), (night, 240));
    }

    #[test]
    fn an_hour_that_comes_twice_starts_with_the_first_and_ends_with_the_last() {
        let (clock, night) = (WallClock::new(Europe::Kyiv), day("2026-10-25"));
        let first = clock.at(night, 210).unwrap();
        assert_eq!(clock.start_edge(night, 210), first);
        assert_eq!(clock.end_edge(night, 210), first + 60);
        assert_eq!(clock.wall(first + 60), (night, 210));
        let around = Span::new(first - 2_000, first + 2_000);
        assert_eq!(clock.second_comings(around), [Span::new(first + 30, first + 90)]);
    }

    #[test]
    fn a_zone_that_moved_for_good_repeats_the_last_hour_before_midnight() {
        let clock = WallClock::new(Asia::Almaty);
        let midnight = clock.at(day("2024-03-01"), 0).unwrap();
        assert_eq!(clock.at(day("2024-02-29"), 1440), Some(midnight));
        assert_eq!(clock.at(day("2024-02-29"), 1380), Some(midnight - 120));
        assert_eq!(clock.end_edge(day("2024-02-29"), 1380), midnight - 60);
    }

    #[test]
    fn where_midnight_comes_twice_the_day_ends_with_the_first() {
        let (clock, saturday) = (WallClock::new(America::Havana), day("2026-10-31"));
        let first = clock.at(day("2026-11-01"), 0).unwrap();
        assert_eq!(clock.wall(first + 60), (day("2026-11-01"), 0));
        assert_eq!([clock.end_edge(saturday, 1440), clock.end_edge(day("2026-11-01"), 0)], [first, first + 60]);
    }

    #[test]
    fn a_midnight_that_is_skipped_is_the_moment_after_it() {
        let (clock, friday) = (WallClock::new(Africa::Cairo), day("2026-04-24"));
        assert_eq!(clock.at(friday, 0), None);
        assert_eq!(clock.wall(clock.start_edge(friday, 0)), (friday, 60));
        assert_eq!(clock.end_edge(day("2026-04-23"), 1440), clock.start_edge(friday, 0));
    }

    #[test]
    fn every_minute_around_a_change_reads_as_the_plain_conversion_does() {
        for (zone, from) in [
            (Europe::Kyiv, "2026-03-27"),
            (Europe::Kyiv, "2026-10-23"),
            (America::New_York, "2026-03-06"),
            (Asia::Almaty, "2024-02-27"),
            (Africa::Cairo, "2026-04-22"),
            (Asia::Tashkent, "2026-01-01"),
        ] {
            let (clock, from) = (WallClock::new(zone), day(from));
            let first = from.at(0, zone).millis() / 60_000;
            for minute in first..first + 5 * DAY_MIN {
                let plain = Timestamp::from_millis(minute * 60_000).local(zone);
                assert_eq!(clock.wall(minute), plain);
                let first_coming = clock.at(plain.0, plain.1).unwrap();
                assert_eq!(first_coming, plain.0.at(plain.1, zone).millis() / 60_000);
                assert!(first_coming <= minute && minute <= clock.end_edge(plain.0, plain.1));
            }
            for offset in 0..5 {
                for min in 0..2 * 1_440 {
                    let asked = from.plus_days(offset);
                    assert_eq!(clock.start_edge(asked, min), asked.at(min, zone).millis() / 60_000, "{asked} {min}");
                }
            }
        }
    }
}
