//! A visit's statuses and times.

use adelante_base::LocalSlot;
use adelante_base::vocabulary::AppointmentStatus as Status;

/// A visit has at most this many services.
pub const LINES_MAX: usize = 20;
/// The longest and the shortest service, in minutes.
pub const DURATION_MIN: std::ops::RangeInclusive<u16> = 5..=1_440;

/// Whether a visit in this status takes its staff member's time.
#[must_use]
pub const fn takes_time(status: Status) -> bool {
    !matches!(status, Status::Cancelled | Status::NoShow)
}

/// Whether a visit may still be rewritten and moved.
#[must_use]
pub const fn is_open(status: Status) -> bool {
    !matches!(status, Status::Completed | Status::Cancelled | Status::NoShow)
}

/// Whether one status may follow another. A completed visit can be taken back to open only
/// where no money is on it (checked by the caller); a cancelled one may be brought back.
#[must_use]
pub const fn may_follow(from: Status, to: Status) -> bool {
    match from {
        Status::Completed => is_open(to),
        Status::Cancelled | Status::NoShow => is_open(to) || matches!(to, Status::Cancelled | Status::NoShow),
        _ => true,
    }
}

/// Whether services of one staff member within the same visit overlap.
#[must_use]
pub fn overlaps_itself(slots: &[LocalSlot]) -> bool {
    slots.iter().enumerate().any(|(index, slot)| slots[index + 1..].iter().any(|other| slot.overlaps(*other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_completed_visit_is_not_cancelled_and_a_cancelled_one_comes_back() {
        assert!(!may_follow(Status::Completed, Status::Cancelled));
        assert!(!may_follow(Status::Cancelled, Status::Completed));
        assert!(may_follow(Status::Cancelled, Status::Booked));
        assert!(may_follow(Status::Booked, Status::Completed));
        assert!(may_follow(Status::Completed, Status::InProgress));
    }

    #[test]
    fn only_cancelled_and_missed_visits_free_the_time() {
        let free: Vec<_> = Status::ALL.iter().filter(|status| !takes_time(**status)).collect();
        assert_eq!(free, [&Status::Cancelled, &Status::NoShow]);
    }
}
