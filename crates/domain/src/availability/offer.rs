//! Free times for a visit of one service or several.

use std::borrow::Cow;
use std::sync::Arc;

use super::blocks::Blocks;
use super::choice::choices;
use super::gap::without_small_holes;
use super::pool::{Need, Pool};
use super::search::Search;
use super::span::Span;
use super::wall_clock::WallClock;

/// How free times are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The salon's wall clock.
    pub clock: &'a WallClock,
    /// The gap filter: a time that leaves a hole shorter than this is not offered, unless its
    /// staff member has no other that day. 0 = no filter.
    pub min_hole: u16,
}

/// One service of an offered visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Who does it, by place in [`Pool::staff`].
    pub staff: usize,
    /// When it begins.
    pub start: i64,
    /// How its minutes pass. Clean-up may have been postponed:
    /// [`postpone_clean_up`](super::postpone_clean_up).
    pub blocks: Blocks,
}

/// A time at which the whole visit fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// When the visit begins.
    pub start: i64,
    /// When the client leaves.
    pub end: i64,
    /// Idle minutes of the first service's staff member right before; 0 leaves no hole.
    pub hole_before: i64,
    /// Idle minutes of the last service's staff member right after; 0 leaves no hole.
    pub hole_after: i64,
    /// The services, counted from the beginning of the visit.
    pub(super) lines: Arc<[Line]>,
}

impl Offer {
    /// The services in the order they were asked for.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line> + '_ {
        self.lines.iter().map(|line| Line { start: line.start + self.start, ..*line })
    }

    /// Who does the first service.
    #[must_use]
    pub fn first_staff(&self) -> usize {
        self.lines.first().map_or(0, |line| line.staff)
    }
}

/// The times at which a visit of all `needs` fits, in order of start and then of who does the
/// first service: at most one for each start and first staff member.
///
/// A visit is offered at every one of the `candidates` (absolute minutes) at which it fits,
/// and besides at every minute from which on it fits with these people while a minute earlier
/// it does not; so a gap of exactly the right length is never missed. The
/// client never waits: each service begins when the one before it has ended for the client,
/// or together with it where it says so. Rooms and equipment are kept for the client's time
/// and, for a whole service, for the clean-up after it.
///
/// The services go to as few people as possible, and rather to the one who did the service
/// before. With ten people who do everything every assignment of up to four services is
/// tried; in larger visits the search may give up before it has seen unlikely ones.
#[must_use]
pub fn offers(needs: &[Need], pool: &Pool, candidates: &[i64], options: Options<'_>) -> Vec<Offer> {
    let repeated = reach(needs, pool).map(|reach| options.clock.second_comings(reach)).unwrap_or_default();
    let choices = choices(needs, pool, &repeated);
    let mut candidates = Cow::Borrowed(candidates);
    if !candidates.is_sorted_by(|one, next| one < next) {
        candidates.to_mut().sort_unstable();
        candidates.to_mut().dedup();
    }
    let mut found = Search::new(needs, pool, &choices, &candidates).run();
    found.sort_by_key(|offer| (offer.start, offer.first_staff()));
    without_small_holes(found, options)
}

/// From the first to the last free minute of anybody asked.
fn reach(needs: &[Need], pool: &Pool) -> Option<Span> {
    let asked = needs.iter().flat_map(|need| &need.staff).filter_map(|(staff, _)| pool.staff.get(*staff));
    let whole = asked.filter_map(|time| Some(Span::new(time.free().first()?.start, time.free().last()?.end)));
    whole.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
}

#[cfg(test)]
mod tests {
    use super::super::{Part, ResourceTime, StaffTime, starts_every};
    use super::*;
    use crate::schedule::{DayHours, Schedule};
    use adelante_base::Day;
    use chrono_tz::Tz;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn service(staff: &[usize], duration: u16) -> Need {
        let blocks = Blocks::new(duration, 0, 0, 0);
        Need { staff: staff.iter().map(|one| (*one, blocks)).collect(), resources: Vec::new(), with_previous: false }
    }

    fn staff(free: &[&[(i64, i64)]]) -> Pool {
        let time = |spans: &&[(i64, i64)]| {
            StaffTime::new(spans.iter().map(|(start, end)| Span::new(*start, *end)).collect(), Vec::new())
        };
        Pool { staff: free.iter().map(time).collect(), ..Pool::default() }
    }

    fn found(needs: &[Need], pool: &Pool, candidates: &[i64], min_hole: u16) -> Vec<Offer> {
        offers(needs, pool, candidates, Options { clock: &WallClock::new(Tz::UTC), min_hole })
    }

    fn starts(offers: &[Offer]) -> Vec<i64> {
        offers.iter().map(|offer| offer.start).collect()
    }

    /// Works the hours on each of the dates; asked for every half hour of them.
    fn on_dates(zone: Tz, dates: &[(&str, u16, u16)], busy: &[(&str, u16, i64)], needs: &[Need]) -> Vec<(Day, u16)> {
        let clock = WallClock::new(zone);
        let exceptions = dates.iter().map(|(date, from, until)| (day(date), Some(DayHours::open(*from, *until))));
        let schedule = Schedule { exceptions: exceptions.collect(), ..Schedule::default() };
        let (first, last) = (day(dates[0].0), day(dates[dates.len() - 1].0));
        let busy = busy.iter().map(|(date, min, length)| {
            let start = clock.start_edge(day(date), *min);
            Span::new(start, start + length)
        });
        let pool =
            Pool { staff: vec![StaffTime::new(schedule.work(&clock, first, last), busy.collect())], ..Pool::default() };
        let candidates = starts_every(&clock, first, last, 30);
        let offers = offers(needs, &pool, &candidates, Options { clock: &clock, min_hole: 0 });
        offers.iter().map(|offer| clock.wall(offer.start)).collect()
    }

    #[test]
    fn a_visit_may_cross_midnight_where_the_shift_does() {
        let night = [("2026-11-20", 1320, 1440), ("2026-11-21", 0, 180)];
        let busy = [("2026-11-20", 1320, 45), ("2026-11-21", 60, 120)];
        let found = on_dates(Tz::Asia__Almaty, &night, &busy, &[service(&[0], 90)]);
        assert_eq!(found, [(day("2026-11-20"), 1365), (day("2026-11-20"), 1380), (day("2026-11-20"), 1410)]);
    }

    #[test]
    fn on_the_short_night_an_hour_is_missing_and_on_the_long_one_it_is_worked() {
        let hours = |night: &str, duration| {
            on_dates(Tz::Europe__Kyiv, &[(night, 120, 300)], &[], &[service(&[0], duration)])
                .iter()
                .map(|(_, min)| *min)
                .collect::<Vec<_>>()
        };
        assert_eq!(hours("2026-03-28", 120), [120, 150, 180]);
        assert_eq!(hours("2026-03-29", 120), [120]);
        assert_eq!(hours("2026-03-29", 60), [120, 150, 240]);
        assert_eq!(hours("2026-10-25", 180), [120, 150, 180], "from 3:30 it would end at 5:30 on the clock");
        assert_eq!(hours("2026-10-25", 240), [120]);
    }

    #[test]
    fn nothing_begins_while_the_clock_shows_times_again() {
        let night = [("2026-10-25", 120, 300)];
        let busy = [("2026-10-25", 120, 130)];
        let found = on_dates(Tz::Europe__Kyiv, &night, &busy, &[service(&[0], 30)]);
        assert_eq!(found, [(day("2026-10-25"), 240), (day("2026-10-25"), 270)], "free from the second 3:10 on");
    }

    #[test]
    fn a_service_longer_than_the_day_fits_nowhere() {
        let candidates: Vec<i64> = (0..1440).collect();
        let pool = staff(&[&[(540, 1080)]]);
        assert_eq!(found(&[service(&[0], 541)], &pool, &candidates, 0), []);
        assert_eq!(found(&[service(&[0], u16::MAX)], &pool, &candidates, 0), []);
        assert_eq!(starts(&found(&[service(&[0], 540)], &pool, &candidates, 0)), [540]);
    }

    #[test]
    fn asked_for_nothing_or_nobody_there_is_nothing() {
        assert_eq!(found(&[], &staff(&[&[(0, 100)]]), &[0], 0), []);
        assert_eq!(found(&[service(&[], 30)], &staff(&[&[(0, 100)]]), &[0], 0), []);
        assert_eq!(found(&[service(&[7], 30)], &staff(&[&[(0, 100)]]), &[0], 0), []);
        let room = Need { resources: vec![(0, Part::Whole)], ..service(&[0], 30) };
        assert_eq!(found(&[room], &staff(&[&[(0, 100)]]), &[0], 0), [], "there is no such room");
    }

    #[test]
    fn five_hundred_visits_of_one_staff_member_leave_the_gaps_between_them() {
        let busy: Vec<Span> = (0..500).rev().map(|visit| Span::new(visit * 100, visit * 100 + 70)).collect();
        let pool = Pool { staff: vec![StaffTime::new(vec![Span::new(0, 50_000)], busy)], ..Pool::default() };
        let half_hours: Vec<i64> = (0..500).map(|visit| visit * 100 + 70).collect();
        assert_eq!(starts(&found(&[service(&[0], 30)], &pool, &[], 0)), half_hours);
        assert_eq!(found(&[service(&[0], 31)], &pool, &[], 0), []);
        let everywhere = vec![Span::new(100, 900); 500];
        let pool = Pool { staff: vec![StaffTime::new(vec![Span::new(0, 1000)], everywhere)], ..Pool::default() };
        assert_eq!(starts(&found(&[service(&[0], 100)], &pool, &[], 0)), [0, 900]);
    }

    #[test]
    fn another_client_fits_into_the_processing() {
        let colour = Blocks::new(120, 45, 30, 0);
        let busy = colour.staff_spans(600).collect();
        let pool = Pool { staff: vec![StaffTime::new(vec![Span::new(600, 720)], busy)], ..Pool::default() };
        assert_eq!(starts(&found(&[service(&[0], 45)], &pool, &[600, 660], 0)), [645]);
        assert_eq!(found(&[service(&[0], 46)], &pool, &[600, 660], 0), []);
    }

    #[test]
    fn a_basket_goes_to_one_person_where_one_can_do_it() {
        let pool = staff(&[&[(0, 60)], &[(0, 200)]]);
        let basket = [service(&[0, 1], 40), service(&[0, 1], 40)];
        let people: Vec<Vec<usize>> =
            found(&basket, &pool, &[0], 0).iter().map(|offer| offer.lines().map(|line| line.staff).collect()).collect();
        assert_eq!(people, [vec![0, 1], vec![1, 1]]);
    }

    #[test]
    fn two_at_once_need_two_people_and_the_next_waits_for_both() {
        let pool = staff(&[&[(0, 200)], &[(0, 200)]]);
        let hands = Need { with_previous: true, ..service(&[0, 1], 50) };
        let basket = [service(&[0], 30), hands, service(&[0], 20)];
        let offers = found(&basket, &pool, &[0], 0);
        let lines: Vec<(usize, i64)> = offers[0].lines().map(|line| (line.staff, line.start)).collect();
        assert_eq!(lines, [(0, 0), (1, 0), (0, 50)]);
        assert_eq!([offers[0].end, offers[0].hole_before, offers[0].hole_after], [70, 0, 130]);
    }

    #[test]
    fn a_room_is_kept_for_the_clean_up_after_a_whole_service() {
        let room = |part| Need {
            resources: vec![(0, part)],
            staff: vec![(0, Blocks::new(30, 0, 0, 10))],
            with_previous: false,
        };
        let mut pool = staff(&[&[(0, 200)]]);
        pool.resources = vec![ResourceTime::new(1, &[Span::new(35, 200)])];
        assert_eq!(found(&[room(Part::Whole)], &pool, &[0], 0), []);
        assert_eq!(starts(&found(&[room(Part::Active)], &pool, &[], 0)), [0]);
    }

    #[test]
    fn the_gap_filter_hides_short_holes_unless_there_is_nothing_else() {
        let candidates = [0, 15, 30, 60];
        let pool = staff(&[&[(0, 90)]]);
        assert_eq!(starts(&found(&[service(&[0], 30)], &pool, &candidates, 0)), [0, 15, 30, 60]);
        assert_eq!(starts(&found(&[service(&[0], 30)], &pool, &candidates, 30)), [0, 30, 60]);
        assert_eq!(starts(&found(&[service(&[0], 75)], &pool, &[0, 15], 30)), [0, 15], "both leave a short hole");
    }
}
