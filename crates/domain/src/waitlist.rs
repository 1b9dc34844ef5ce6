//! Who on the waitlist fits a freed hole in the calendar, and who is asked first (B9–B11).

pub use adelante_base::vocabulary::{MatchReason, PartOfDay};
use adelante_base::{Day, StaffMemberId, Timestamp};

use crate::loyalty::Tier;

/// Minutes for which a freed hole is held for whom it was offered to; then the next is asked.
pub const HOLD_MIN: u16 = 15;
const NOON_MIN: u16 = 12 * 60;
const EVENING_MIN: u16 = 17 * 60;

/// Minutes after midnight from which, and before which, a visit in this part of a day may begin.
#[must_use]
pub const fn bounds(part: PartOfDay) -> (u16, u16) {
    match part {
        PartOfDay::Any => (0, u16::MAX),
        PartOfDay::Morning => (0, NOON_MIN),
        PartOfDay::Afternoon => (NOON_MIN, EVENING_MIN),
        PartOfDay::Evening => (EVENING_MIN, u16::MAX),
    }
}

/// Somebody who waits for a place, as one hole sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How long the hole's staff member takes for what is wanted, everything that keeps them
    /// busy counted; `None` where they do not do it.
    pub duration_min: Option<u16>,
    /// The staff member asked for; `None` for anybody.
    pub staff_id: Option<StaffMemberId>,
    /// The first day that suits; `None` for any.
    pub from_day: Option<Day>,
    /// The last day that suits; `None` for any.
    pub to_day: Option<Day>,
    /// The part of the day that suits.
    pub part: PartOfDay,
    /// Since when the client waits.
    pub created_at: Timestamp,
    /// The client's tier.
    pub tier: Tier,
    /// Weekday (0 = Monday) and minutes after midnight at which the client usually comes.
    pub usual: Option<(u8, u16)>,
}

/// Free time of one staff member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// Its day.
    pub day: Day,
    /// Where it begins, minutes after midnight.
    pub start_min: u16,
    /// Where it ends (not included); beyond 1440 on the next day.
    pub end_min: u16,
    /// Whose time it is.
    pub staff_id: StaffMemberId,
}

/// Somebody who fits a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Which of the entries.
    pub index: usize,
    /// Why here, in the order that the ranking looks at them.
    pub reasons: Vec<MatchReason>,
    /// When the visit would begin: the client's usual time where the hole has it, else the
    /// first that suits.
    pub start_min: u16,
}

/// Whether a visit for this entry has room in the hole and suits the client.
#[must_use]
pub fn fits(entry: &Entry, hole: &Hole) -> bool {
    starts(entry, hole).is_some()
}

/// Everybody who fits, whom to ask first on top: the higher tier, then who asked for this
/// staff member, then whose usual time it is, then who has waited longest (the earlier entry
/// of two at the same moment).
#[must_use]
pub fn rank(entries: &[Entry], hole: &Hole) -> Vec<Match> {
    let mut fitting: Vec<(usize, &Entry, (u16, u16))> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| starts(entry, hole).map(|starts| (index, entry, starts)))
        .collect();
    let longest = fitting.iter().min_by_key(|(index, entry, _)| (entry.created_at, *index)).map(|(index, ..)| *index);
    fitting.sort_by_key(|(index, entry, starts)| {
        let wishes = (asked_for(entry, hole), usual_start(entry, hole, *starts).is_some());
        (std::cmp::Reverse((entry.tier, wishes)), entry.created_at, *index)
    });
    let matched = fitting.into_iter().map(|(index, entry, starts)| {
        let usual = usual_start(entry, hole, starts);
        let reasons = [
            (MatchReason::Tier, entry.tier > Tier::Bronze),
            (MatchReason::AskedStaff, asked_for(entry, hole)),
            (MatchReason::UsualTime, usual.is_some()),
            (MatchReason::WaitsLongest, longest == Some(index)),
        ];
        let reasons = reasons.into_iter().filter_map(|(reason, is_so)| is_so.then_some(reason)).collect();
        Match { index, reasons, start_min: usual.unwrap_or(starts.0) }
    });
    matched.collect()
}

/// Until when a hole offered at this moment is held.
#[must_use]
pub const fn held_until(offered_at: Timestamp) -> Timestamp {
    offered_at.plus_seconds(HOLD_MIN as i64 * 60)
}

/// The first and the last minute at which the visit may begin, where there are any.
fn starts(entry: &Entry, hole: &Hole) -> Option<(u16, u16)> {
    let duration = entry.duration_min.filter(|duration| *duration > 0)?;
    let staff_suits = entry.staff_id.is_none_or(|wished| wished == hole.staff_id);
    let day_suits = entry.from_day.is_none_or(|from| from <= hole.day) && entry.to_day.is_none_or(|to| hole.day <= to);
    let (from, before) = bounds(entry.part);
    let first = hole.start_min.max(from);
    let last = hole.end_min.checked_sub(duration)?.min(before - 1);
    (staff_suits && day_suits && first <= last).then_some((first, last))
}

fn asked_for(entry: &Entry, hole: &Hole) -> bool {
    entry.staff_id == Some(hole.staff_id)
}

/// The client's usual time, where the visit may begin then.
fn usual_start(entry: &Entry, hole: &Hole, (first, last): (u16, u16)) -> Option<u16> {
    let (weekday, start_min) = entry.usual?;
    (weekday == hole.day.weekday() && (first..=last).contains(&start_min)).then_some(start_min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use adelante_base::SeededIds;
    use proptest::prelude::*;

    const SATURDAY: &str = "2026-11-21";

    fn staff(seed: u64) -> StaffMemberId {
        StaffMemberId::new(&SeededIds::new(seed), Timestamp::from_millis(0))
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Saturday from 13:45 to 18:30.
    fn hole() -> Hole {
        Hole { day: day(SATURDAY), start_min: 825, end_min: 1110, staff_id: staff(1) }
    }

    /// An hour, any staff member, any time.
    fn entry(waits_since: i64) -> Entry {
        Entry {
            duration_min: Some(60),
            staff_id: None,
            from_day: None,
            to_day: None,
            part: PartOfDay::Any,
            created_at: Timestamp::from_millis(waits_since),
            tier: Tier::Bronze,
            usual: None,
        }
    }

    fn order(entries: &[Entry]) -> Vec<usize> {
        rank(entries, &hole()).iter().map(|found| found.index).collect()
    }

    #[test]
    fn who_wants_something_else_does_not_fit() {
        assert!(fits(&entry(0), &hole()));
        for (why, misfit) in [
            ("the staff member does not do it", Entry { duration_min: None, ..entry(0) }),
            ("nothing to do", Entry { duration_min: Some(0), ..entry(0) }),
            ("too long", Entry { duration_min: Some(286), ..entry(0) }),
            ("longer than the day", Entry { duration_min: Some(2_000), ..entry(0) }),
            ("another staff member", Entry { staff_id: Some(staff(2)), ..entry(0) }),
            ("from the next day", Entry { from_day: Some(day("2026-11-22")), ..entry(0) }),
            ("until the day before", Entry { to_day: Some(day("2026-11-20")), ..entry(0) }),
            ("in the morning", Entry { part: PartOfDay::Morning, ..entry(0) }),
            ("too long for the evening", Entry { part: PartOfDay::Evening, duration_min: Some(95), ..entry(0) }),
        ] {
            assert!(!fits(&misfit, &hole()), "{why}");
        }
        let only_that_day = Entry { from_day: Some(hole().day), to_day: Some(hole().day), ..entry(0) };
        assert!(fits(&only_that_day, &hole()));
        assert!(fits(&Entry { duration_min: Some(285), ..entry(0) }, &hole()));
    }

    #[test]
    fn a_visit_begins_when_it_suits_the_client() {
        let start = |entry: Entry| rank(&[entry], &hole())[0].start_min;
        assert_eq!(start(entry(0)), 825);
        assert_eq!(start(Entry { part: PartOfDay::Evening, ..entry(0) }), 17 * 60);
        assert_eq!(start(Entry { usual: Some((5, 14 * 60)), ..entry(0) }), 14 * 60);
        assert_eq!(start(Entry { usual: Some((4, 14 * 60)), ..entry(0) }), 825);
        // At the usual time the hole would be too short.
        assert_eq!(start(Entry { usual: Some((5, 18 * 60)), ..entry(0) }), 825);
    }

    #[test]
    fn tier_comes_before_wish_before_habit_before_waiting() {
        let longest = entry(1);
        let usual = Entry { usual: Some((5, 14 * 60)), ..entry(5) };
        let asked = Entry { staff_id: Some(staff(1)), ..entry(6) };
        let gold = Entry { tier: Tier::Gold, ..entry(7) };
        let platinum = Entry { tier: Tier::Platinum, ..entry(8) };
        let later = entry(2);
        let entries = [later, longest, usual, asked, gold, platinum];
        assert_eq!(order(&entries), [5, 4, 3, 2, 1, 0]);
        let reasons: Vec<_> = rank(&entries, &hole()).into_iter().map(|found| found.reasons).collect();
        assert_eq!(
            reasons,
            [
                vec![MatchReason::Tier],
                vec![MatchReason::Tier],
                vec![MatchReason::AskedStaff],
                vec![MatchReason::UsualTime],
                vec![MatchReason::WaitsLongest],
                vec![],
            ]
        );
    }

    #[test]
    fn who_does_not_fit_takes_no_place_from_who_waits_longest() {
        let entries = [Entry { duration_min: None, ..entry(1) }, entry(3), entry(2), entry(2)];
        let found = rank(&entries, &hole());
        assert_eq!(found.iter().map(|found| found.index).collect::<Vec<_>>(), [2, 3, 1]);
        assert_eq!(found[0].reasons, [MatchReason::WaitsLongest]);
        assert_eq!(found[1].reasons, []);
    }

    #[test]
    fn an_offer_is_held_for_a_quarter_of_an_hour() {
        assert_eq!(held_until(Timestamp::from_millis(1_000)).millis(), 901_000);
    }

    prop_compose! {
        fn any_entry()(
            duration in prop::option::of(0u16..400), wish in 0u64..3, from in prop::option::of(-3i64..3),
            to in prop::option::of(-3i64..3), part in 0usize..4, since in 0i64..5, tier in 0usize..4,
            usual in prop::option::of((0u8..7, 0u16..1440)),
        ) -> Entry {
            Entry {
                duration_min: duration,
                staff_id: (wish > 0).then(|| staff(wish)),
                from_day: from.map(|days| day(SATURDAY).plus_days(days)),
                to_day: to.map(|days| day(SATURDAY).plus_days(days)),
                part: PartOfDay::ALL[part],
                created_at: Timestamp::from_millis(since),
                tier: Tier::ALL[tier],
                usual,
            }
        }
    }

    proptest! {
        #[test]
        fn all_who_fit_are_ranked_once_each_and_have_room(
            entries in prop::collection::vec(any_entry(), 0..12), start in 0u16..1440, length in 0u16..500,
        ) {
            let hole = Hole { start_min: start, end_min: start + length, ..hole() };
            let found = rank(&entries, &hole);
            let mut ranked: Vec<usize> = found.iter().map(|found| found.index).collect();
            ranked.sort_unstable();
            let fitting: Vec<usize> = (0..entries.len()).filter(|index| fits(&entries[*index], &hole)).collect();
            prop_assert_eq!(ranked, fitting);
            for found in &found {
                let entry = &entries[found.index];
                let (from, before) = bounds(entry.part);
                prop_assert!(hole.start_min <= found.start_min);
                prop_assert!(found.start_min + entry.duration_min.unwrap() <= hole.end_min);
                prop_assert!(from <= found.start_min && found.start_min < before);
            }
            prop_assert!(found.is_sorted_by(|a, b| entries[a.index].tier >= entries[b.index].tier));
            let waited = found.iter().filter(|found| found.reasons.contains(&MatchReason::WaitsLongest)).count();
            prop_assert_eq!(waited, usize::from(!found.is_empty()));
        }
    }
}
