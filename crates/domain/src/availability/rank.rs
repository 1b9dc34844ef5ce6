//! What to propose first, and why (B14).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use adelante_base::Day;

use super::offer::Offer;
use super::wall_clock::WallClock;

adelante_base::words! {
    /// Why a free time is proposed.
    SlotReason {
        /// The weekday and time this client usually comes.
        UsualTime = "usual_time",
        /// Who usually serves this client.
        UsualStaff = "usual_staff",
        /// It fills a gap from end to end.
        FillsGap = "fills_gap",
        /// It stands right after or right before something: no hole on one side.
        NoHole = "no_hole",
        /// Nothing is free sooner.
        Soonest = "soonest",
    }
}

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
