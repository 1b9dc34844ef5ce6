//! What to propose first, and why (B14).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use adelante_base::Day;
pub use adelante_base::vocabulary::SlotReason;

use super::offer::Offer;
use super::span::Span;
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

/// The `limit` best of the offers: the usual time first, then the usual staff member. Of the rest
/// an earlier date comes before a later one; within a date what fills a gap, then what leaves no
/// hole on one side, then the earliest. A client who asks for a date gets it, whatever gap a
/// later one has.
#[must_use]
pub fn rank(offers: Vec<Offer>, habit: &Habit, clock: &WallClock, limit: usize) -> Vec<Ranked> {
    let soonest = offers.iter().map(|offer| offer.start).min();
    let mut date = Span::new(0, 0);
    let mut place = |offer: &Offer| {
        let holes = [offer.hole_before, offer.hole_after].into_iter().filter(|hole| *hole > 0).count();
        // Offers come in order: most are of the date of the one before.
        if offer.start < date.start || date.end <= offer.start {
            let day = clock.wall(offer.start).0;
            date = Span::new(clock.start_edge(day, 0), clock.start_edge(day.plus_days(1), 0));
        }
        (!is_usual_time(offer, habit, clock), !is_usual_staff(offer, habit), date.start, holes, offer.start)
    };
    let mut placed: Vec<_> =
        offers.into_iter().enumerate().map(|(order, offer)| (place(&offer), order, offer)).collect();
    if limit > 0 && limit < placed.len() {
        placed.select_nth_unstable_by_key(limit - 1, |(place, order, _)| (*place, *order));
    }
    placed.truncate(limit);
    placed.sort_unstable_by_key(|(place, order, _)| (*place, *order));
    let ranked = placed.into_iter().map(|((not_time, not_staff, _, holes, start), _, offer)| {
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
    fn without_a_habit_the_earlier_date_comes_first_and_within_it_gaps_are_filled() {
        let (saturday, monday) = ("2026-11-21".to_owned(), "2026-11-23".to_owned());
        let expected = [
            (saturday.clone(), 600, 0, vec![FillsGap]),
            (saturday.clone(), 540, 1, vec![NoHole, Soonest]),
            (saturday.clone(), 780, 0, vec![NoHole]),
            (saturday.clone(), 570, 1, vec![]),
            (saturday, 810, 0, vec![]),
            (monday.clone(), 600, 0, vec![NoHole]),
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

    #[test]
    fn an_empty_monday_comes_before_a_gap_on_thursday_evening() {
        let clock = WallClock::new(Tz::Asia__Almaty);
        let at = |date: &str, min| clock.start_edge(day(date), min);
        let free = vec![
            Span::new(at("2026-11-23", 540), at("2026-11-23", 1140)),
            Span::new(at("2026-11-26", 1110), at("2026-11-26", 1170)),
        ];
        let pool = Pool { staff: vec![StaffTime::new(free, vec![])], ..Pool::default() };
        let need = Need { staff: vec![(0, Blocks::new(60, 0, 0, 0))], resources: Vec::new(), with_previous: false };
        let candidates: Vec<i64> = (540..1_140).step_by(15).map(|min| at("2026-11-23", min)).collect();
        let found = offers(&[need], &pool, &candidates, Options { clock: &clock, min_hole: 0 });
        let best = rank(found.clone(), &Habit::default(), &clock, 1);
        assert_eq!((best[0].offer.start, &best[0].reasons), (at("2026-11-23", 540), &vec![NoHole, Soonest]));
        // Her usual Thursday evening comes before it all the same, and says so.
        let thursdays = Habit { usual_staff: None, usual: Some((3, 1_110)) };
        let best = rank(found, &thursdays, &clock, 1);
        assert_eq!((best[0].offer.start, &best[0].reasons), (at("2026-11-26", 1_110), &vec![UsualTime, FillsGap]));
    }

    proptest! {
        /// Without a habit nothing on a later date comes before anything on an earlier one, and
        /// within a date nothing that leaves more holes before what leaves fewer.
        #[test]
        fn earlier_dates_come_first_and_within_a_date_fewer_holes(
            free in prop::collection::vec((0i64..9, 480i64..1_200, 30i64..400), 1..12),
            length in 20u16..120,
        ) {
            let clock = WallClock::new(Tz::Europe__Kyiv);
            // Over the night on which the clock goes back.
            let first = day("2026-10-20");
            let span = |(ahead, min, minutes): &(i64, i64, i64)| {
                let start = clock.start_edge(first.plus_days(*ahead), 0) + min;
                Span::new(start, start + minutes)
            };
            let staff = free.iter().map(|one| StaffTime::new(vec![span(one)], vec![])).collect::<Vec<_>>();
            let blocks = Blocks::new(length, 0, 0, 0);
            let who = (0..staff.len()).map(|place| (place, blocks)).collect();
            let need = Need { staff: who, resources: Vec::new(), with_previous: false };
            let candidates: Vec<i64> = free.iter().map(|one| span(one).start + 15).collect();
            let pool = Pool { staff, ..Pool::default() };
            let found = offers(&[need], &pool, &candidates, Options { clock: &clock, min_hole: 0 });
            let count = found.len();
            let ranked = rank(found, &Habit::default(), &clock, usize::MAX);
            prop_assert_eq!(ranked.len(), count);
            let place = |one: &Ranked| {
                let holes = usize::from(one.offer.hole_before > 0) + usize::from(one.offer.hole_after > 0);
                (clock.wall(one.offer.start).0, holes, one.offer.start)
            };
            for pair in ranked.windows(2) {
                prop_assert!(place(&pair[0]) <= place(&pair[1]));
            }
            for one in &ranked {
                prop_assert_eq!(one.reasons.contains(&FillsGap), place(one).1 == 0);
                prop_assert_eq!(one.reasons.contains(&NoHole), place(one).1 == 1);
            }
        }

        #[test]
        fn the_best_few_are_the_first_of_all(limit in 0usize..8, staff in prop::option::of(0usize..2), min in 500u16..900) {
            let habit = Habit { usual_staff: staff, usual: Some((5, min)) };
            let all = told(habit, usize::MAX);
            prop_assert_eq!(all.len(), 7);
            prop_assert_eq!(told(habit, limit), &all[..limit.min(7)]);
        }
    }
}
