//! Stretches within one day, in minutes after its midnight.

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

    const DAY: u16 = 96;

    fn minutes(intervals: &[Interval]) -> Vec<bool> {
        (0..DAY).map(|minute| intervals.iter().any(|i| i.start_min <= minute && minute < i.end_min)).collect()
    }

    fn intervals() -> impl Strategy<Value = Vec<Interval>> {
        prop::collection::vec((0..=DAY, 0..=DAY).prop_map(|(start_min, end_min)| Interval { start_min, end_min }), 0..7)
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
    }
}
