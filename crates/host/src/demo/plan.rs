//! When the demo salon's visits are, who does them and what becomes of them: decided before
//! anything is saved, so that no two visits of a staff member overlap.

use adelante_base::Day;
use adelante_wire::WeekdayHours;

use super::DemoOptions;
use super::dice::Dice;

/// Days ahead for which visits are booked.
const AHEAD_DAYS: i64 = 14;

/// A master as far as the plan cares.
pub(super) struct Master {
    /// Seven entries, Monday first.
    pub(super) week: Vec<WeekdayHours>,
    /// Indexes of the services the master does, with their lengths in minutes.
    pub(super) services: Vec<(usize, u16)>,
}

/// What becomes of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Done and paid.
    Paid,
    /// Done, a part paid: a debt.
    PartPaid,
    /// Done and not paid yet.
    Owed,
    /// A part paid before, the rest after.
    Prepaid,
    /// Paid by mistake by another method: voided and paid again.
    Voided,
    /// Called off.
    Cancelled,
    /// The client did not come.
    NoShow,
    /// It is still ahead.
    Ahead,
}

/// A visit of the plan.
pub(super) struct PlannedVisit {
    pub(super) day: Day,
    pub(super) start_min: u16,
    pub(super) end_min: u16,
    pub(super) master: usize,
    /// Indexes of services.
    pub(super) services: Vec<usize>,
    /// Day on which it is booked.
    pub(super) booked_on: Day,
    pub(super) fate: Fate,
}

/// The first day of the salon's past.
pub(super) fn first_day(demo: &DemoOptions) -> Day {
    demo.today.plus_days(-i64::from(demo.months) * 365 / 12 - 1)
}

/// All visits, by day.
pub(super) fn visits(demo: &DemoOptions, masters: &[Master], dice: &Dice) -> Vec<PlannedVisit> {
    if demo.months == 0 {
        return Vec::new();
    }
    let first = first_day(demo).plus_days(1);
    let days = demo.today.days_since(first) + AHEAD_DAYS;
    let mut visits = Vec::new();
    for day in (0..=days).map(|offset| first.plus_days(offset)) {
        for (master, about) in masters.iter().enumerate() {
            day_of(demo, first, day, master, about, dice, &mut visits);
        }
    }
    visits
}

/// A master's visits of a day, one after the other with gaps.
fn day_of(
    demo: &DemoOptions,
    first: Day,
    day: Day,
    master: usize,
    about: &Master,
    dice: &Dice,
    visits: &mut Vec<PlannedVisit>,
) {
    let Some(hours) = about.week.get(usize::from(day.weekday())).filter(|hours| hours.working) else { return };
    let ahead = day.days_since(demo.today);
    // The days ahead fill up as they come nearer.
    let busy = if ahead < 0 { 88 } else { u32::try_from(80 - ahead * 5).unwrap_or(0) };
    let mut at = hours.start_min;
    loop {
        let services = services(about, dice);
        let length: u16 = services.iter().map(|(_, minutes)| minutes).sum();
        if at < hours.break_end_min
            && at + length > hours.break_start_min
            && hours.break_end_min > hours.break_start_min
        {
            at = hours.break_end_min;
        }
        if length == 0 || at + length > hours.end_min {
            return;
        }
        if dice.percent(busy) {
            // Today's and later visits were all booked before today.
            let earliest_lead = i64::max(0, ahead + 1);
            let lead = earliest_lead + i64::from(dice.low(12));
            let booked_on = day.plus_days(-lead).max(first);
            visits.push(PlannedVisit {
                day,
                start_min: at,
                end_min: at + length,
                master,
                services: services.iter().map(|(index, _)| *index).collect(),
                booked_on,
                fate: if ahead >= 0 { Fate::Ahead } else { fate(dice) },
            });
            at += length;
        }
        at += [0, 0, 5, 15, 30][dice.below(5) as usize];
        if !dice.percent(busy) {
            at += 15;
        }
        at = at.div_ceil(5) * 5;
    }
}

/// One service mostly, two sometimes.
fn services(about: &Master, dice: &Dice) -> Vec<(usize, u16)> {
    let count = if dice.percent(18) { 2 } else { 1 };
    let mut chosen: Vec<(usize, u16)> = Vec::new();
    for _ in 0..count {
        if let Some(service) = dice.pick(&about.services)
            && !chosen.contains(service)
        {
            chosen.push(*service);
        }
    }
    chosen
}

fn fate(dice: &Dice) -> Fate {
    match dice.below(1000) {
        0..830 => Fate::Paid,
        830..860 => Fate::PartPaid,
        860..875 => Fate::Owed,
        875..895 => Fate::Prepaid,
        895..899 => Fate::Voided,
        899..960 => Fate::Cancelled,
        _ => Fate::NoShow,
    }
}

#[cfg(test)]
mod tests {
    use adelante_base::vocabulary::Language;

    use super::*;

    fn demo(seed: u64, months: u32) -> DemoOptions {
        DemoOptions {
            seed,
            clients: 10,
            staff: 4,
            months,
            visits_only: false,
            language: Language::Ru,
            country: "KZ".to_owned(),
            today: "2026-11-21".parse().unwrap(),
        }
    }

    fn masters() -> Vec<Master> {
        let week = (0..7)
            .map(|weekday| WeekdayHours {
                weekday,
                working: weekday != 0,
                start_min: 600,
                end_min: 1200,
                break_start_min: 840,
                break_end_min: 870,
            })
            .collect();
        vec![Master { week, services: vec![(0, 30), (1, 60), (2, 150)] }]
    }

    #[test]
    fn visits_lie_within_hours_outside_breaks_and_never_overlap() {
        let visits = visits(&demo(3, 2), &masters(), &Dice::new(3));
        assert!(visits.len() > 200, "{}", visits.len());
        for visit in &visits {
            assert_ne!(visit.day.weekday(), 0);
            assert!(visit.start_min >= 600 && visit.end_min <= 1200);
            assert!(visit.end_min <= 840 || visit.start_min >= 870, "{}–{}", visit.start_min, visit.end_min);
        }
        for pair in visits.windows(2).filter(|pair| pair[0].day == pair[1].day) {
            assert!(pair[0].end_min <= pair[1].start_min);
        }
    }

    #[test]
    fn what_is_ahead_was_booked_before_today() {
        let demo = demo(3, 1);
        let visits = visits(&demo, &masters(), &Dice::new(3));
        let ahead: Vec<_> = visits.iter().filter(|visit| visit.day >= demo.today).collect();
        assert!(!ahead.is_empty());
        assert!(ahead.iter().all(|visit| visit.fate == Fate::Ahead && visit.booked_on < demo.today));
        assert!(visits.iter().all(|visit| visit.booked_on <= visit.day));
        assert!(super::visits(&self::demo(3, 0), &masters(), &Dice::new(3)).is_empty());
    }
}
