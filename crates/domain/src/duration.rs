//! How long a service really takes for a client, from how long it took.

/// How many visits are looked at.
const VISITS: usize = 3;
/// Calendars count in steps of this many minutes.
const STEP_MIN: u16 = 5;

/// The length to propose for a client's next visit: the median of the last three actual
/// lengths in minutes (oldest first), to the nearest five minutes. `None` where there are
/// fewer than three: twice is not yet a habit.
#[must_use]
pub fn usual_minutes(actual: &[u16]) -> Option<u16> {
    let mut last: [u16; VISITS] = *actual.last_chunk()?;
    last.sort_unstable();
    let [_, median, _] = last;
    Some((median.saturating_add(STEP_MIN / 2) / STEP_MIN * STEP_MIN).max(STEP_MIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_middle_of_the_last_three_is_proposed() {
        assert_eq!(usual_minutes(&[60, 75, 240]), Some(75));
        assert_eq!(usual_minutes(&[300, 300, 300, 62, 58, 61]), Some(60));
        assert_eq!(usual_minutes(&[63, 10, 90]), Some(65));
        assert_eq!(usual_minutes(&[62, 10, 90]), Some(60));
        assert_eq!(usual_minutes(&[1, 0, 2]), Some(5));
    }

    #[test]
    fn two_visits_are_no_habit() {
        assert_eq!(usual_minutes(&[]), None);
        assert_eq!(usual_minutes(&[60, 90]), None);
    }

    proptest! {
        #[test]
        fn it_is_a_step_of_five_near_the_last_three(actual in prop::collection::vec(5u16..=1440, 3..9)) {
            let usual = usual_minutes(&actual).unwrap();
            let last = &actual[actual.len() - 3..];
            prop_assert_eq!(usual % 5, 0);
            prop_assert!(usual + 2 >= *last.iter().min().unwrap() && usual <= *last.iter().max().unwrap() + 2);
        }
    }
}
