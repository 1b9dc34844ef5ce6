//! Free start times within one day, in minutes after its midnight.

/// Minutes of one day from `start_min` up to, but not including, `end_min`. Where the end is
/// not after the start there is nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// First minute, after midnight.
    pub start_min: u16,
    /// First minute that no longer belongs to it.
    pub end_min: u16,
}

impl Interval {
    /// Whether two intervals share a minute.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        let start = if self.start_min > other.start_min { self.start_min } else { other.start_min };
        let end = if self.end_min < other.end_min { self.end_min } else { other.end_min };
        start < end
    }

    const fn is_empty(self) -> bool {
        self.end_min <= self.start_min
    }
}

/// The start times, in minutes after midnight, at which a visit of `duration_min` fits into
/// the working `hours` without touching a `busy` minute. Starts are offered every `step_min`
/// minutes counted from midnight (10:00, 10:15 …), and also right when a working stretch or
/// a gap begins, so that a gap of exactly the visit's length is never missed.
#[must_use]
pub fn free_starts(hours: &[Interval], busy: &[Interval], duration_min: u16, step_min: u16) -> Vec<u16> {
    let step = step_min.max(1);
    let duration = duration_min.max(1);
    let mut starts = Vec::new();
    for gap in subtract(hours, busy) {
        let Some(latest) = gap.end_min.checked_sub(duration).filter(|latest| *latest >= gap.start_min) else {
            continue;
        };
        starts.push(gap.start_min);
        let on_step = (u32::from(gap.start_min) / u32::from(step) + 1) * u32::from(step);
        let on_step = (on_step..=u32::from(latest)).step_by(usize::from(step));
        starts.extend(on_step.filter_map(|minute| u16::try_from(minute).ok()));
    }
    starts
}

/// The same minutes in order, without overlaps, touching intervals joined.
#[must_use]
pub fn normalise(intervals: &[Interval]) -> Vec<Interval> {
    let mut sorted: Vec<Interval> = intervals.iter().copied().filter(|interval| !interval.is_empty()).collect();
    sorted.sort_unstable();
    let mut joined: Vec<Interval> = Vec::with_capacity(sorted.len());
    for interval in sorted {
        match joined.last_mut() {
            Some(last) if interval.start_min <= last.end_min => last.end_min = last.end_min.max(interval.end_min),
            _ => joined.push(interval),
        }
    }
    joined
}

/// The minutes of `from` that are not in `minus`, normalised.
#[must_use]
pub fn subtract(from: &[Interval], minus: &[Interval]) -> Vec<Interval> {
    let minus = normalise(minus);
    let mut left = Vec::new();
    for interval in normalise(from) {
        let mut start_min = interval.start_min;
        for taken in minus.iter().filter(|taken| taken.overlaps(interval)) {
            if taken.start_min > start_min {
                left.push(Interval { start_min, end_min: taken.start_min });
            }
            start_min = start_min.max(taken.end_min);
        }
        if start_min < interval.end_min {
            left.push(Interval { start_min, end_min: interval.end_min });
        }
    }
    left
}

/// The minutes that are in both, normalised.
#[must_use]
pub fn intersect(a: &[Interval], b: &[Interval]) -> Vec<Interval> {
    let b = normalise(b);
    let mut both = Vec::new();
    for interval in normalise(a) {
        for other in b.iter().filter(|other| other.overlaps(interval)) {
            both.push(Interval {
                start_min: interval.start_min.max(other.start_min),
                end_min: interval.end_min.min(other.end_min),
            });
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn span(start_min: u16, end_min: u16) -> Interval {
        Interval { start_min, end_min }
    }

    #[test]
    fn a_visit_fits_where_nobody_is_booked() {
        let hours = [span(540, 780), span(840, 1080)];
        let busy = [span(600, 660)];
        assert_eq!(free_starts(&hours, &busy, 60, 30), [540, 660, 690, 720, 840, 870, 900, 930, 960, 990, 1020]);
    }

    #[test]
    fn a_gap_of_exactly_the_length_is_offered_though_it_begins_off_the_step() {
        assert_eq!(free_starts(&[span(540, 720)], &[span(540, 605), span(650, 720)], 45, 15), [605]);
    }

    #[test]
    fn nothing_fits_into_a_full_day_or_a_day_off() {
        assert!(free_starts(&[span(540, 600)], &[span(500, 700)], 30, 15).is_empty());
        assert!(free_starts(&[], &[], 30, 15).is_empty());
        assert!(free_starts(&[span(540, 600)], &[], 61, 15).is_empty());
    }

    const DAY: u16 = 96;

    fn minutes(intervals: &[Interval]) -> Vec<bool> {
        (0..DAY).map(|minute| intervals.iter().any(|i| i.start_min <= minute && minute < i.end_min)).collect()
    }

    fn intervals() -> impl Strategy<Value = Vec<Interval>> {
        prop::collection::vec((0..=DAY, 0..=DAY).prop_map(|(start_min, end_min)| span(start_min, end_min)), 0..7)
    }

    proptest! {
        #[test]
        fn interval_algebra_agrees_with_counting_minutes(a in intervals(), b in intervals()) {
            let (in_a, in_b) = (minutes(&a), minutes(&b));
            let left: Vec<bool> = in_a.iter().zip(&in_b).map(|(a, b)| *a && !*b).collect();
            let both: Vec<bool> = in_a.iter().zip(&in_b).map(|(a, b)| *a && *b).collect();
            prop_assert_eq!(minutes(&normalise(&a)), in_a);
            prop_assert_eq!(minutes(&subtract(&a, &b)), left);
            prop_assert_eq!(minutes(&intersect(&a, &b)), both);
            for result in [normalise(&a), subtract(&a, &b), intersect(&a, &b)] {
                prop_assert!(result.iter().all(|i| i.start_min < i.end_min));
                prop_assert!(result.windows(2).all(|pair| pair[0].end_min <= pair[1].start_min));
            }
        }

        #[test]
        fn free_starts_are_those_whose_every_minute_is_free(
            hours in intervals(), busy in intervals(), duration in 1u16..40, step in 1u16..20,
        ) {
            let free: Vec<bool> = minutes(&hours).iter().zip(minutes(&busy)).map(|(open, taken)| *open && !taken).collect();
            let fits = |start: u16| (start..start + duration).all(|minute| free.get(usize::from(minute)).copied().unwrap_or(false));
            let begins = |start: u16| start == 0 || !free[usize::from(start) - 1];
            let expected: Vec<u16> = (0..DAY).filter(|start| fits(*start) && (start % step == 0 || begins(*start))).collect();
            prop_assert_eq!(free_starts(&hours, &busy, duration, step), expected);
        }
    }
}
