//! The start times that are offered where nothing else decides: every quarter of an hour.

use adelante_base::Day;

use super::wall_clock::WallClock;

const DAY_MIN: u16 = 1_440;

/// Every `step_min` minutes of the wall clock, counted from midnight, from `first` to `last`
/// day. Times the clock jumps over are left out; times that come twice are there once.
#[must_use]
pub fn starts_every(clock: &WallClock, first: Day, last: Day, step_min: u16) -> Vec<i64> {
    let days = (0..=last.days_since(first)).map(|offset| first.plus_days(offset));
    let step = usize::from(step_min.max(1));
    days.flat_map(|day| (0..DAY_MIN).step_by(step).filter_map(move |min| clock.at(day, min))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_follow_the_wall_clock_through_a_change() {
        let clock = WallClock::new(chrono_tz::Europe::Kyiv);
        let shown = |text: &str| {
            let day: Day = text.parse().unwrap();
            let starts = starts_every(&clock, day, day, 30);
            assert!(starts.is_sorted());
            starts.iter().map(|start| clock.wall(*start).1).collect::<Vec<_>>()
        };
        let every_half_hour: Vec<u16> = (0..48).map(|half| half * 30).collect();
        assert_eq!(shown("2026-10-25"), every_half_hour);
        let without_the_skipped: Vec<u16> =
            (0..48).filter(|half| ![6, 7].contains(half)).map(|half| half * 30).collect();
        assert_eq!(shown("2026-03-29"), without_the_skipped);
    }
}
