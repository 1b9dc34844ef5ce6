//! What to propose first, and why (B14).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use adelante_base::Day;
pub use adelante_base::vocabulary::SlotReason;

use super::offer::Offer;
use super::wall_clock::WallClock;

/// How many of the last visits make a habit.
const LAST_VISITS: usize = 10;
/// Fewer visits say nothing.
const FEWEST_VISITS: usize = 3;
/// How far from the usual time still is the usual time.
const NEAR_MIN: u16 = 30;

/// What a client usually does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Habit {
    /// Who usually serves the client, by place in [`Pool::staff`](super::Pool::staff).
    pub usual_staff: Option<usize>,
    /// Weekday (0 = Monday) and minutes after midnight, a multiple of 30.
    pub usual: Option<(u8, u16)>,
}

/// A free time with the reasons to propose it, the weightiest first; there may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// The free time.
    pub offer: Offer,
    /// Why it stands where it stands.
    pub reasons: Vec<SlotReason>,
}

/// The client's habit, from visits as date, start in minutes after midnight, and who served.
/// Of the last ten, what most of them share, if it is at least half of at least three visits;
/// of two that are equally frequent, the one seen last.
#[must_use]
pub fn habit(history: &[(Day, u16, usize)]) -> Habit {
    let mut last: Vec<_> = history.to_vec();
    last.sort_unstable_by(|a, b| b.cmp(a));
    last.truncate(LAST_VISITS);
    let half_hour = |min: u16| min.saturating_add(15) / 30 * 30;
    Habit {
        usual_staff: usual(last.iter().map(|(_, _, staff)| *staff)),
        usual: usual(last.iter().map(|(day, min, _)| (day.weekday(), half_hour(*min)))),
    }
}

/// The most frequent of what was seen, latest first.
fn usual<T: Ord + Copy>(seen: impl ExactSizeIterator<Item = T>) -> Option<T> {
    let visits = seen.len();
    let mut counts: BTreeMap<T, (usize, Reverse<usize>)> = BTreeMap::new();
    for (place, what) in seen.enumerate() {
        counts.entry(what).or_insert((0, Reverse(place))).0 += 1;
    }
    let (what, (count, _)) = counts.into_iter().max_by_key(|(_, frequency)| *frequency)?;
    (visits >= FEWEST_VISITS && 2 * count >= visits).then_some(what)
}

/// The `limit` best of the offers: the usual time first, then the usual staff member, then
/// what fills a gap, what leaves no hole on one side, and the soonest.
#[must_use]
pub fn rank(offers: Vec<Offer>, habit: &Habit, clock: &WallClock, limit: usize) -> Vec<Ranked> {
    let soonest = offers.iter().map(|offer| offer.start).min();
    let place = |offer: &Offer| {
        let holes = [offer.hole_before, offer.hole_after].into_iter().filter(|hole| *hole > 0).count();
        (!is_usual_time(offer, habit, clock), !is_usual_staff(offer, habit), holes, offer.start)
    };
    let mut placed: Vec<_> =
        offers.into_iter().enumerate().map(|(order, offer)| (place(&offer), order, offer)).collect();
    if limit > 0 && limit < placed.len() {
        placed.select_nth_unstable_by_key(limit - 1, |(place, order, _)| (*place, *order));
    }
    placed.truncate(limit);
    placed.sort_unstable_by_key(|(place, order, _)| (*place, *order));
    let ranked = placed.into_iter().map(|((not_time, not_staff, holes, start), _, offer)| {
        let says = [
            (SlotReason::UsualTime, !not_time),
            (SlotReason::UsualStaff, !not_staff),
            (SlotReason::FillsGap, holes == 0),
            (SlotReason::NoHole, holes == 1),
            (SlotReason::Soonest, Some(start) == soonest),
        ];
        Ranked { offer, reasons: says.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect() }
    });
    ranked.collect()
}

fn is_usual_time(offer: &Offer, habit: &Habit, clock: &WallClock) -> bool {
    habit.usual.is_some_and(|(weekday, usual_min)| {
        let (day, min) = clock.wall(offer.start);
        day.weekday() == weekday && min.abs_diff(usual_min) <= NEAR_MIN
    })
}

fn is_usual_staff(offer: &Offer, habit: &Habit) -> bool {
    habit.usual_staff.is_some_and(|staff| offer.lines().any(|line| line.staff == staff))
}

#[cfg(test)]
mod tests {
    use super::super::{Blocks, Need, Options, Pool, Span, StaffTime, offers};
    use super::*;
    use SlotReason::{FillsGap, NoHole, Soonest, UsualStaff, UsualTime};
    use chrono_tz::Tz;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_habit_is_what_half_of_the_last_visits_share() {
        let saturday = day("2026-11-21");
        let visit = |weeks: i64, min, staff| (saturday.plus_days(-7 * weeks), min, staff);
        let known = [visit(1, 835, 3), visit(2, 850, 3), visit(3, 840, 5), visit(4, 600, 3)];
        assert_eq!(habit(&known), Habit { usual_staff: Some(3), usual: Some((5, 840)) });
        assert_eq!(habit(&known[..2]), Habit::default(), "two visits say nothing");
        let mixed = [visit(1, 600, 1), visit(2, 700, 2), visit(3, 800, 3)];
        assert_eq!(habit(&mixed), Habit::default());
    }

    #[test]
    fn old_habits_are_forgotten_and_of_two_the_newer_counts() {
        let visit = |ago: i64, staff| (day("2026-11-21").plus_days(-ago), 600, staff);
        let moved: Vec<_> = (0..10).map(|ago| visit(ago, 1)).chain((10..40).map(|ago| visit(ago, 2))).collect();
        assert_eq!(habit(&moved).usual_staff, Some(1));
        let halves = [visit(1, 7), visit(2, 8), visit(3, 8), visit(4, 7)];
        assert_eq!(habit(&halves).usual_staff, Some(7));
    }

    /// Two people on a Saturday and the Monday after it, services of an hour.
    fn weekend(clock: &WallClock) -> Vec<Offer> {
        let at = |date: &str, min| clock.start_edge(day(date), min);
        let span = |date: &str, from, until| Span::new(at(date, from), at(date, until));
        let anna = vec![span("2026-11-21", 600, 660), span("2026-11-21", 780, 900), span("2026-11-23", 600, 800)];
        let maria = vec![span("2026-11-21", 540, 700)];
        let pool = Pool { staff: vec![StaffTime::new(anna, vec![]), StaffTime::new(maria, vec![])], ..Pool::default() };
        let blocks = Blocks::new(60, 0, 0, 0);
        let need = Need { staff: vec![(0, blocks), (1, blocks)], resources: Vec::new(), with_previous: false };
        let candidates = [at("2026-11-21", 570), at("2026-11-21", 810), at("2026-11-23", 660)];
        offers(&[need], &pool, &candidates, Options { clock, min_hole: 0 })
    }

    fn told(habit: Habit, limit: usize) -> Vec<(String, u16, usize, Vec<SlotReason>)> {
        let clock = WallClock::new(Tz::Asia__Almaty);
        let ranked = rank(weekend(&clock), &habit, &clock, limit);
        let tell = |ranked: Ranked| {
            let (date, min) = clock.wall(ranked.offer.start);
            (date.to_string(), min, ranked.offer.first_staff(), ranked.reasons)
        };
        ranked.into_iter().map(tell).collect()
    }

    #[test]
    fn without_a_habit_gaps_are_filled_first() {
        let (saturday, monday) = ("2026-11-21".to_owned(), "2026-11-23".to_owned());
        let expected = [
            (saturday.clone(), 600, 0, vec![FillsGap]),
            (saturday.clone(), 540, 1, vec![NoHole, Soonest]),
            (saturday.clone(), 780, 0, vec![NoHole]),
            (monday.clone(), 600, 0, vec![NoHole]),
            (saturday.clone(), 570, 1, vec![]),
            (saturday, 810, 0, vec![]),
            (monday, 660, 0, vec![]),
        ];
        assert_eq!(told(Habit::default(), 100), expected);
        assert_eq!(told(Habit::default(), 3), expected[..3]);
        assert_eq!(told(Habit::default(), 0), []);
    }

    #[test]
    fn the_usual_saturday_comes_before_everything() {
        let usual = Habit { usual_staff: Some(1), usual: Some((5, 840)) };
        let first = told(usual, 2);
        assert_eq!(first[0], ("2026-11-21".to_owned(), 810, 0, vec![UsualTime]));
        assert_eq!(first[1], ("2026-11-21".to_owned(), 540, 1, vec![UsualStaff, NoHole, Soonest]));
    }

    proptest! {
        #[test]
        fn the_best_few_are_the_first_of_all(limit in 0usize..8, staff in prop::option::of(0usize..2), min in 500u16..900) {
            let habit = Habit { usual_staff: staff, usual: Some((5, min)) };
            let all = told(habit, usize::MAX);
            prop_assert_eq!(all.len(), 7);
            prop_assert_eq!(told(habit, limit), &all[..limit.min(7)]);
        }
    }
}
