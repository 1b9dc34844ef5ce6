//! Free times against a model that looks at every single minute and shares no code with them.
#![expect(clippy::unwrap_used, reason = "a test that cannot build its salon has failed")]

use std::collections::BTreeSet;

use adelante_base::{Day, Timestamp};
use adelante_domain::availability::{
    Blocks, Need, Offer, Options, Part, Pool, ResourceTime, Span, StaffTime, WallClock, offers, starts_every,
};
use adelante_domain::schedule::{DayHours, Schedule, TimeOff};
use chrono_tz::Tz;
use proptest::prelude::*;

/// Wall minutes in which everything happens.
const LOOK: u16 = 420;
/// How far a visit may reach beyond that.
const BEYOND: usize = 400;

/// A stretch of wall time in a zone.
#[derive(Debug, Clone, Copy)]
struct Place {
    zone: Tz,
    day: Day,
    from_min: u16,
}

/// Everything one case is made of, in minutes of the wall clock after the place's beginning.
#[derive(Debug, Clone)]
struct Salon {
    place: Place,
    staff: Vec<Worker>,
    /// Units, and uses as start and length.
    resources: Vec<(u16, Vec<(u16, u16)>)>,
    client_busy: Vec<(u16, u16)>,
    needs: Vec<Need>,
    step: u16,
    min_hole: u16,
}

#[derive(Debug, Clone)]
struct Worker {
    shift: (u16, u16),
    rest: (u16, u16),
    off: Option<(u16, u16)>,
    /// Start, client's minutes, processing, finishing, transition.
    booked: Vec<(u16, [u16; 4])>,
}

fn place(zone: Tz, day: &str, from_min: u16) -> Place {
    Place { zone, day: day.parse().unwrap(), from_min }
}

fn places() -> impl Strategy<Value = Place> {
    let quiet = prop::sample::select(vec![
        place(Tz::Asia__Tashkent, "2026-11-21", 540),
        place(Tz::Europe__Kyiv, "2026-11-21", 1_200),
        place(Tz::America__New_York, "2026-12-31", 1_300),
    ]);
    let changing = prop::sample::select(vec![
        place(Tz::Europe__Kyiv, "2026-03-29", 30),
        place(Tz::Europe__Kyiv, "2026-03-28", 1_350),
        place(Tz::Europe__Kyiv, "2026-10-25", 60),
        place(Tz::Europe__Kyiv, "2026-10-24", 1_380),
        place(Tz::America__New_York, "2026-03-08", 0),
        place(Tz::America__New_York, "2026-11-01", 0),
        place(Tz::America__Havana, "2026-10-31", 1_260),
        place(Tz::Africa__Cairo, "2026-04-23", 1_260),
        place(Tz::Asia__Almaty, "2024-02-29", 1_240),
        place(Tz::Australia__Lord_Howe, "2026-04-05", 0),
    ]);
    prop_oneof![3 => quiet, 1 => changing]
}

fn workers() -> impl Strategy<Value = Worker> {
    let booked = prop::collection::vec((0..LOOK, [1u16..60, 0u16..30, 0u16..15, 0u16..15]), 0..4);
    let off = prop::option::weighted(0.2, (0..LOOK, 1u16..90));
    (0u16..150, 200u16..=LOOK, 0u16..LOOK, 0u16..60, off, booked).prop_map(|(start, end, rest, length, off, booked)| {
        let rest = (rest.clamp(start, end), (rest + length).clamp(start, end));
        Worker { shift: (start, end), rest, off: off.map(|(from, length)| (from, (from + length).min(LOOK))), booked }
    })
}

fn needs() -> impl Strategy<Value = Need> {
    let blocks = [1u16..50, 0u16..25, 0u16..15, 0u16..15].prop_map(|[d, p, f, t]| Blocks::new(d, p, f, t));
    let part = prop::sample::select(vec![Part::Whole, Part::Active, Part::Processing, Part::Finishing]);
    // The fourth does not exist.
    let who = prop_oneof![9 => 0usize..3, 1 => Just(3usize)];
    let staff = prop::collection::vec((who, blocks), 1..4);
    let resources = prop::collection::vec((0usize..2, part), 0..=2);
    (staff, resources, prop::bool::weighted(0.25)).prop_map(|(staff, resources, with_previous)| Need {
        staff: once_each(staff),
        resources,
        with_previous,
    })
}

fn once_each(staff: Vec<(usize, Blocks)>) -> Vec<(usize, Blocks)> {
    let mut seen = BTreeSet::new();
    staff.into_iter().filter(|(staff, _)| seen.insert(*staff)).collect()
}

fn salons() -> impl Strategy<Value = Salon> {
    let units = prop_oneof![1 => Just(0u16), 19 => 1u16..4];
    let times = |most| prop::collection::vec((0..LOOK, 1u16..60), 0..most);
    (
        places(),
        prop::collection::vec(workers(), 3),
        prop::collection::vec((units, times(4)), 2),
        times(3),
        prop::collection::vec(needs(), 1..4),
        prop::sample::select(vec![5u16, 15, 30]),
        0u16..40,
    )
        .prop_map(|(place, staff, resources, client_busy, needs, step, min_hole)| Salon {
            place,
            staff,
            resources,
            client_busy,
            needs,
            step,
            min_hole,
        })
}

// What the library is asked.

impl Place {
    /// Date and minutes after midnight, so many wall minutes after the beginning.
    fn wall(self, after: u16) -> (Day, u16) {
        let min = self.from_min + after;
        (self.day.plus_days(i64::from(min / 1440)), min % 1440)
    }

    /// A stretch of wall time as hours of the one or two dates it touches.
    fn by_date(self, from: u16, until: u16) -> Vec<(Day, u16, u16)> {
        let (from, until) = (self.from_min + from, self.from_min + until);
        let tomorrow = self.day.plus_days(1);
        let mut parts = vec![(self.day, from.min(1440), until.min(1440))];
        parts.push((tomorrow, from.max(1440) - 1440, until.max(1440) - 1440));
        parts.retain(|(_, from, until)| from < until);
        parts
    }
}

impl Worker {
    fn schedule(&self, place: Place) -> Schedule {
        let breaks = place.by_date(self.rest.0, self.rest.1);
        let hours = place.by_date(self.shift.0, self.shift.1).into_iter().map(|(day, start_min, end_min)| {
            let breaks =
                breaks.iter().filter(|(date, ..)| *date == day).map(|(_, from, until)| (*from, *until)).collect();
            let hours = DayHours { start_min, end_min, breaks };
            assert_eq!(hours.validate(), Ok(()));
            (day, Some(hours))
        });
        let off = self.off.map(|(from, until)| {
            let ((from_day, from_min), (until_day, until_min)) = (place.wall(from), place.wall(until));
            TimeOff { from_day, from_min, until_day, until_min }
        });
        Schedule { exceptions: hours.collect(), time_off: off.into_iter().collect(), ..Schedule::default() }
    }
}

fn ask(salon: &Salon, clock: &WallClock, min_hole: u16) -> Vec<Offer> {
    let (place, tomorrow) = (salon.place, salon.place.day.plus_days(1));
    let at = |after| {
        let (day, min) = place.wall(after);
        clock.start_edge(day, min)
    };
    let span = |(from, length): (u16, u16)| Span::new(at(from), at(from) + i64::from(length));
    let staff = salon.staff.iter().map(|worker| {
        let work = worker.schedule(place).work(clock, place.day, tomorrow);
        let booked =
            worker.booked.iter().flat_map(|(start, [d, p, f, t])| Blocks::new(*d, *p, *f, *t).staff_spans(at(*start)));
        StaffTime::new(work, booked.collect())
    });
    let resource = |(units, uses): &(u16, Vec<(u16, u16)>)| {
        ResourceTime::new(*units, &uses.iter().copied().map(span).collect::<Vec<_>>())
    };
    let pool = Pool {
        staff: staff.collect(),
        resources: salon.resources.iter().map(resource).collect(),
        client_busy: salon.client_busy.iter().copied().map(span).collect(),
    };
    let candidates = starts_every(clock, place.day, tomorrow, salon.step);
    offers(&salon.needs, &pool, &candidates, Options { clock, min_hole })
}

// The model: arrays with one entry a minute.

struct Model {
    /// Absolute minute of entry 0.
    base: i64,
    walls: Vec<(Day, u16)>,
    /// Whether a minute's wall time is shown for the first time.
    first_time: Vec<bool>,
    free: Vec<Vec<bool>>,
    used: Vec<Vec<u16>>,
    units: Vec<u16>,
    client_free: Vec<bool>,
}

/// A service in the model: who, when after the beginning of the visit, and the four blocks.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Booked {
    staff: usize,
    at: usize,
    active: usize,
    processing: usize,
    finishing: usize,
    transition: usize,
}

impl Booked {
    fn gone(&self) -> usize {
        self.at + self.active + self.processing + self.finishing
    }

    fn minutes_of_staff(&self) -> impl Iterator<Item = usize> {
        let back = self.at + self.active + self.processing;
        (self.at..self.at + self.active).chain(back..self.gone() + self.transition)
    }

    fn minutes_of(&self, part: Part) -> std::ops::Range<usize> {
        let waits = self.at + self.active;
        match part {
            Part::Whole => self.at..self.gone(),
            Part::Active => self.at..waits,
            Part::Processing => waits..waits + self.processing,
            Part::Finishing => waits + self.processing..self.gone(),
        }
    }
}

impl Model {
    fn of(salon: &Salon) -> Self {
        let (place, minutes) = (salon.place, usize::from(LOOK) + BEYOND);
        let local = |minute: i64| Timestamp::from_millis(minute * 60_000).local(place.zone);
        let base = place.day.at(place.from_min, place.zone).millis() / 60_000;
        let walls: Vec<_> = (base..).take(minutes).map(local).collect();
        let mut seen: BTreeSet<_> = (base - 180..base).map(local).collect();
        let first_time = walls.iter().map(|wall| seen.insert(*wall)).collect();
        let nobody = vec![vec![false; minutes]; salon.staff.len()];
        let mut model = Self {
            base,
            walls,
            first_time,
            free: nobody,
            used: vec![vec![0; minutes]; salon.resources.len()],
            units: salon.resources.iter().map(|(units, _)| *units).collect(),
            client_free: vec![true; minutes],
        };
        for (index, worker) in salon.staff.iter().enumerate() {
            model.employ(place, index, worker);
        }
        for (index, (_, uses)) in salon.resources.iter().enumerate() {
            for (start, length) in uses {
                let start = model.start(place.wall(*start));
                model.used[index].iter_mut().skip(start).take(usize::from(*length)).for_each(|used| *used += 1);
            }
        }
        for (start, length) in &salon.client_busy {
            let start = model.start(place.wall(*start));
            model.client_free.iter_mut().skip(start).take(usize::from(*length)).for_each(|free| *free = false);
        }
        model
    }

    fn employ(&mut self, place: Place, index: usize, worker: &Worker) {
        let mut mark = |(from, until): (u16, u16), works: bool| {
            for (day, from, until) in place.by_date(from, until) {
                let until = if until == 1440 { self.start((day.plus_days(1), 0)) } else { self.end((day, until)) };
                for minute in self.start((day, from))..until {
                    self.free[index][minute] = works;
                }
            }
        };
        mark(worker.shift, true);
        mark(worker.rest, false);
        if let Some(off) = worker.off {
            mark(off, false);
        }
        for (start, [duration, processing, finishing, transition]) in &worker.booked {
            // The client's time is kept; processing gives way first, then finishing.
            let (mut waits, mut ends) = (i32::from(*processing), i32::from(*finishing));
            while i32::from(*duration) - waits - ends < 1 {
                if waits > 0 { waits -= 1 } else { ends -= 1 }
            }
            let active = usize::from(*duration) - usize::try_from(waits + ends).unwrap();
            let (processing, finishing) = (usize::try_from(waits).unwrap(), usize::try_from(ends).unwrap());
            let at = self.start(place.wall(*start));
            let transition = usize::from(*transition);
            for minute in (Booked { staff: index, at, active, processing, finishing, transition }).minutes_of_staff() {
                self.free[index][minute] = false;
            }
        }
    }

    /// The first minute at which it is that late.
    fn start(&self, wall: (Day, u16)) -> usize {
        self.walls.iter().position(|shown| *shown >= wall).unwrap()
    }

    /// The last minute at which the clock shows it; the first after it where it never does.
    fn end(&self, wall: (Day, u16)) -> usize {
        self.walls.iter().rposition(|shown| *shown == wall).unwrap_or_else(|| self.start(wall))
    }

    /// Who could do what, by every way to hand out the services, as laid out in time.
    fn visits(needs: &[Need]) -> Vec<Vec<Booked>> {
        let mut ways: Vec<Vec<(usize, Blocks)>> = vec![Vec::new()];
        for need in needs {
            ways =
                ways.iter().flat_map(|way| need.staff.iter().map(|one| [way.as_slice(), &[*one]].concat())).collect();
        }
        ways.iter().map(|way| Self::lay_out(needs, way)).collect()
    }

    fn lay_out(needs: &[Need], way: &[(usize, Blocks)]) -> Vec<Booked> {
        let mut visit: Vec<Booked> = Vec::new();
        for (need, (staff, blocks)) in needs.iter().zip(way) {
            let together = need.with_previous && !visit.is_empty();
            let at =
                if together { visit.last().unwrap().at } else { visit.iter().map(Booked::gone).max().unwrap_or(0) };
            let [active, processing, finishing, transition] =
                [blocks.active, blocks.processing, blocks.finishing, blocks.transition].map(usize::from);
            visit.push(Booked { staff: *staff, at, active, processing, finishing, transition });
        }
        for early in 0..visit.len() {
            let (gone, cleans) = (visit[early].gone(), visit[early].transition);
            let late = (early + 1..visit.len()).find(|late| {
                visit[*late].staff == visit[early].staff && (gone..gone + cleans).contains(&visit[*late].at)
            });
            if let Some(late) = late {
                visit[late].transition += cleans;
                visit[early].transition = 0;
            }
        }
        visit
    }

    fn fits(&self, needs: &[Need], visit: &[Booked], start: usize) -> bool {
        let mut at_work = BTreeSet::new();
        visit.iter().zip(needs).all(|(line, need)| {
            let mut works = |minute: usize| {
                let is_free = self.free.get(line.staff).is_some_and(|free| free.get(start + minute) == Some(&true));
                is_free && at_work.insert((line.staff, minute))
            };
            self.first_time[start + line.at]
                && line.minutes_of_staff().all(&mut works)
                && (line.at..line.gone()).all(|minute| self.client_free[start + minute])
                && need.resources.iter().all(|(resource, part)| {
                    let left =
                        |minute: usize| self.units[*resource].saturating_sub(self.used[*resource][start + minute]);
                    let cleaned = if *part == Part::Whole { line.transition } else { 0 };
                    line.minutes_of(*part).all(|minute| own_uses(needs, visit, *resource, minute) <= left(minute))
                        && (line.gone()..line.gone() + cleaned).all(|minute| left(minute) > 0)
                })
        })
    }

    fn idle_before(&self, staff: usize, start: usize) -> i64 {
        let idle = self.free[staff][..start].iter().rev().take_while(|free| **free).count();
        i64::try_from(idle).unwrap()
    }

    fn idle_after(&self, staff: usize, end: usize) -> i64 {
        i64::try_from(self.free[staff][end..].iter().take_while(|free| **free).count()).unwrap()
    }
}

/// How many of a resource the visit itself needs at once.
fn own_uses(needs: &[Need], visit: &[Booked], resource: usize, minute: usize) -> u16 {
    let uses = visit.iter().zip(needs).flat_map(|(line, need)| need.resources.iter().map(move |used| (line, used)));
    let own = uses.filter(|(line, (other, part))| *other == resource && line.minutes_of(*part).contains(&minute));
    u16::try_from(own.count()).unwrap()
}

fn people(visit: &[Booked]) -> usize {
    visit.iter().map(|line| line.staff).collect::<BTreeSet<_>>().len()
}

fn as_booked(offer: &Offer) -> Vec<Booked> {
    let line = |line: adelante_domain::availability::Line| Booked {
        staff: line.staff,
        at: usize::try_from(line.start - offer.start).unwrap(),
        active: usize::from(line.blocks.active),
        processing: usize::from(line.blocks.processing),
        finishing: usize::from(line.blocks.finishing),
        transition: usize::from(line.blocks.transition),
    };
    offer.lines().map(line).collect()
}

/// Every offer is free, says the truth about itself, and has a reason to start when it does.
fn nothing_clashes(
    salon: &Salon,
    model: &Model,
    visits: &[Vec<Booked>],
    offered: &[Offer],
) -> Result<(), TestCaseError> {
    let needs = &salon.needs;
    for offer in offered {
        let (visit, start) = (as_booked(offer), usize::try_from(offer.start - model.base).unwrap());
        prop_assert!(visits.contains(&visit), "not a way to do it: {:?}", offer);
        prop_assert!(model.fits(needs, &visit, start), "clashes: {:?}", offer);
        let fewest = visits.iter().filter(|other| other[0].staff == visit[0].staff && model.fits(needs, other, start));
        prop_assert_eq!(Some(people(&visit)), fewest.map(|other| people(other)).min());
        let on_step = model.walls[start].1.is_multiple_of(salon.step);
        prop_assert!(
            on_step || start == 0 || !model.fits(needs, &visit, start - 1),
            "neither on the step nor a beginning"
        );
        let gone = visit.iter().map(Booked::gone).max().unwrap();
        prop_assert_eq!(offer.end - offer.start, i64::try_from(gone).unwrap());
        let last = visit.last().unwrap();
        let released = start + last.minutes_of_staff().max().unwrap() + 1;
        prop_assert_eq!(offer.hole_before, model.idle_before(visit[0].staff, start));
        prop_assert_eq!(offer.hole_after, model.idle_after(last.staff, released));
    }
    Ok(())
}

/// Every free start on the step, and every one that begins to be free, is offered once.
fn nothing_is_missed(
    salon: &Salon,
    model: &Model,
    visits: &[Vec<Booked>],
    offered: &[Offer],
) -> Result<(), TestCaseError> {
    let found: BTreeSet<_> = offered.iter().map(|offer| (offer.start, offer.first_staff())).collect();
    prop_assert_eq!(found.len(), offered.len(), "offered twice");
    prop_assert!(offered.is_sorted_by_key(|offer| (offer.start, offer.first_staff())));
    for (first, _) in &salon.needs[0].staff {
        let ways: Vec<_> = visits.iter().filter(|visit| visit[0].staff == *first).collect();
        let mut before = false;
        for (start, minute) in (model.base..).take(usize::from(LOOK) + 60).enumerate() {
            let fits = ways.iter().any(|visit| model.fits(&salon.needs, visit, start));
            let on_step = model.walls[start].1.is_multiple_of(salon.step);
            if fits && (on_step || !before) {
                prop_assert!(found.contains(&(minute, *first)), "missed: staff {} at {:?}", first, model.walls[start]);
            }
            before = fits;
        }
    }
    Ok(())
}

/// The gap filter takes away what leaves a short hole, where there is something better.
fn the_filter_is_kind(salon: &Salon, model: &Model, all: &[Offer], kept: &[Offer]) -> Result<(), TestCaseError> {
    let short = |hole: i64| hole > 0 && hole < i64::from(salon.min_hole);
    let bad = |offer: &Offer| short(offer.hole_before) || short(offer.hole_after);
    let day = |offer: &Offer| model.walls[usize::try_from(offer.start - model.base).unwrap()].0;
    let expected: Vec<&Offer> = all
        .iter()
        .filter(|offer| {
            let same_day = |other: &&Offer| other.first_staff() == offer.first_staff() && day(other) == day(offer);
            !bad(offer) || all.iter().filter(same_day).all(bad)
        })
        .collect();
    prop_assert_eq!(kept.iter().collect::<Vec<_>>(), expected);
    Ok(())
}

proptest! {
    #[test]
    fn free_times_are_exactly_those_the_model_finds(salon in salons()) {
        let (clock, model) = (WallClock::new(salon.place.zone), Model::of(&salon));
        let visits = Model::visits(&salon.needs);
        let offered = ask(&salon, &clock, 0);
        nothing_clashes(&salon, &model, &visits, &offered)?;
        nothing_is_missed(&salon, &model, &visits, &offered)?;
        the_filter_is_kind(&salon, &model, &offered, &ask(&salon, &clock, salon.min_hole))?;
    }
}
