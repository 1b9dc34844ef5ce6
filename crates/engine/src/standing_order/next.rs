//! When an order's next visit is due, and whether it is booked already. No database here.

use adelante_base::Day;
use adelante_base::vocabulary::AppointmentStatus;
use adelante_domain::appointment::{is_open, takes_time};
use adelante_domain::series::next_due;
use adelante_store::standing_order::{Order, OrderVisit};

/// A visit so many days around the due date counts as the order's, however short its weeks.
const NEAR_DAYS: i64 = 3;
/// What comes next of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Next {
    /// The visit that is booked already.
    pub booked: Option<OrderVisit>,
    /// Its date, else the due one.
    pub day: Day,
}

/// The client's visits with the order's services are counted with whomever they are: who was
/// moved to another chair on a sick day has come, or will. A booked visit counts up to half
/// an order's weeks after the due date, so that one put off by some days is not booked twice.
/// A turn that was called off or missed is over: nobody is booked again a week later.
pub(super) fn next(order: &Order, visits: &[OrderVisit], made_on: Day, now: (Day, u16)) -> Next {
    let (today, minute) = now;
    let weeks = i64::from(order.every_weeks) * 7;
    let near = NEAR_DAYS.max(weeks / 2);
    let came = |visit: &&OrderVisit| {
        takes_time(visit.status) && (visit.day < today || visit.status == AppointmentStatus::Completed)
    };
    let lost = |visit: &&OrderVisit| {
        let instead = |other: &OrderVisit| takes_time(other.status) && other.day.days_since(visit.day).abs() <= near;
        !takes_time(visit.status) && visit.day.weekday() == order.weekday && !visits.iter().any(instead)
    };
    let last = visits.iter().filter(|visit| came(visit) || lost(visit)).map(|visit| visit.day).max();
    let last = last.unwrap_or_else(|| made_on.plus_days(-weeks));
    let earliest = if order.start_min > minute { today } else { today.plus_days(1) };
    let due = next_due(last, order.every_weeks, order.weekday, earliest);
    let until = due.plus_days(near);
    let coming = |visit: &&OrderVisit| is_open(visit.status) && (today..=until).contains(&visit.day);
    let booked = visits.iter().find(coming).copied();
    Next { booked, day: booked.map_or(due, |visit| visit.day) }
}

#[cfg(test)]
mod tests {
    use adelante_base::vocabulary::StandingMode;
    use adelante_base::{AppointmentId, SeededIds, StaffMemberId, Timestamp};

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Every four weeks on Saturday at 14:00.
    fn order() -> Order {
        let ids = SeededIds::new(1);
        Order {
            services: Vec::new(),
            staff_id: StaffMemberId::new(&ids, Timestamp::from_millis(0)),
            weekday: 5,
            start_min: 840,
            every_weeks: 4,
            mode: StandingMode::Make,
        }
    }

    fn visit(date: &str, status: AppointmentStatus) -> OrderVisit {
        let id = AppointmentId::new(&SeededIds::new(2), Timestamp::from_millis(0));
        OrderVisit { id, day: day(date), status }
    }

    /// On Saturday 2026-11-21 at noon, for an order of the day before.
    fn on_saturday(visits: &[OrderVisit]) -> Next {
        next(&order(), visits, day("2026-11-20"), (day("2026-11-21"), 720))
    }

    #[test]
    fn who_never_came_is_due_on_the_next_such_weekday() {
        assert_eq!(on_saturday(&[]).day, day("2026-11-21"));
        let later = next(&order(), &[], day("2026-11-20"), (day("2026-11-21"), 900));
        assert_eq!(later.day, day("2026-11-28"), "14:00 of today is over");
    }

    #[test]
    fn who_came_is_due_when_the_weeks_are_over() {
        use AppointmentStatus::{Completed, NoShow};
        assert_eq!(on_saturday(&[visit("2026-11-14", Completed)]).day, day("2026-12-12"));
        assert_eq!(on_saturday(&[visit("2026-11-21", Completed)]).day, day("2026-12-19"));
        assert_eq!(on_saturday(&[visit("2026-11-14", NoShow)]).day, day("2026-12-12"));
        assert_eq!(on_saturday(&[visit("2026-11-14", AppointmentStatus::Booked)]).day, day("2026-12-12"));
    }

    #[test]
    fn a_booked_visit_counts_also_when_it_was_put_off_by_some_days() {
        use AppointmentStatus::{Booked, Completed, Confirmed};
        let came = visit("2026-11-14", Completed);
        let put_off = visit("2026-12-17", Confirmed);
        assert_eq!(on_saturday(&[came, put_off]), Next { booked: Some(put_off), day: put_off.day });
        let today = visit("2026-11-21", Booked);
        assert_eq!(on_saturday(&[came, today]).booked, Some(today));
        let far = visit("2026-12-27", Booked);
        assert_eq!(on_saturday(&[came, far]), Next { booked: None, day: day("2026-12-12") });
    }

    #[test]
    fn a_turn_that_was_called_off_is_over_unless_another_day_was_found() {
        use AppointmentStatus::{Cancelled, Completed};
        let came = visit("2026-11-14", Completed);
        let called_off = visit("2026-12-12", Cancelled);
        assert_eq!(on_saturday(&[came, called_off]).day, day("2027-01-09"));
        let missed = [visit("2026-10-17", Completed), visit("2026-11-14", Cancelled)];
        assert_eq!(on_saturday(&missed).day, day("2026-12-12"), "also when its date is over");
        let instead = [visit("2026-11-07", Completed), visit("2026-11-14", Cancelled)];
        assert_eq!(on_saturday(&instead).day, day("2026-12-05"), "came a week before instead");
    }
}
