//! Half-open spans of absolute minutes, and linear sweeps over sorted lists of them.
//!
//! A list is *normal* when its spans are in order, none is empty, and none touches the next.
//! [`normalise`] makes a list normal; the other functions ask for normal lists and give them.

/// Minutes since 1970 UTC from `start` up to, but not including, `end`. Where the end is not
/// after the start there is nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First minute.
    pub start: i64,
    /// First minute that no longer belongs to it.
    pub end: i64,
}

impl Span {
    /// All of time, as far as a salon is concerned; moving it by days does not overflow.
    pub(crate) const ALWAYS: Self = Self { start: i64::MIN / 4, end: i64::MAX / 4 };

    /// From `start` up to, but not including, `end`.
    #[must_use]
    pub const fn new(start: i64, end: i64) -> Self {
        Self { start, end }
    }

    /// Its length in minutes.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        if self.is_empty() { 0 } else { self.end - self.start }
    }

    /// Whether there is no minute in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether two spans share a minute.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// The same span so many minutes later.
    #[must_use]
    pub const fn moved(self, minutes: i64) -> Self {
        Self { start: self.start + minutes, end: self.end + minutes }
    }
}

/// The same minutes as a normal list.
#[must_use]
pub fn normalise(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    spans.dedup_by(|next, kept| {
        let joins = next.start <= kept.end;
        if joins {
            kept.end = kept.end.max(next.end);
        }
        joins
    });
    spans
}

/// The minutes of `from` that are not in `minus`.
#[must_use]
pub fn subtract(from: &[Span], minus: &[Span]) -> Vec<Span> {
    let mut left = Vec::with_capacity(from.len());
    let mut minus = minus.iter().copied().peekable();
    for span in from {
        let mut start = span.start;
        while let Some(taken) = minus.peek().copied().filter(|taken| taken.start < span.end) {
            if taken.start > start {
                left.push(Span::new(start, taken.start));
            }
            start = start.max(taken.end);
            if taken.end > span.end {
                break;
            }
            minus.next();
        }
        if start < span.end {
            left.push(Span::new(start, span.end));
        }
    }
    left
}

/// The minutes that are in both.
#[must_use]
pub fn intersect(a: &[Span], b: &[Span]) -> Vec<Span> {
    intersect_moved(a, b, 0)
}

/// The minutes that are in `a` and, so many minutes later, in `b`.
pub(crate) fn intersect_moved(a: &[Span], b: &[Span], later: i64) -> Vec<Span> {
    let mut both = Vec::new();
    let (mut in_a, mut in_b) = (a.iter().copied().peekable(), b.iter().map(|span| span.moved(-later)).peekable());
    while let (Some(one), Some(other)) = (in_a.peek().copied(), in_b.peek().copied()) {
        let common = Span::new(one.start.max(other.start), one.end.min(other.end));
        if !common.is_empty() {
            both.push(common);
        }
        if one.end < other.end {
            in_a.next();
        } else {
            in_b.next();
        }
    }
    both
}

/// Whether every minute of `span` is in the list.
#[must_use]
pub fn contains(spans: &[Span], span: Span) -> bool {
    span.is_empty() || around(spans, span.start).is_some_and(|found| found.end >= span.end)
}

/// The span of the list that `minute` is in.
pub(crate) fn around(spans: &[Span], minute: i64) -> Option<Span> {
    let after = spans.partition_point(|span| span.start <= minute);
    after.checked_sub(1).and_then(|index| spans.get(index)).copied().filter(|span| minute < span.end)
}

/// The moments at which something may begin so that its part from `offset` on, `minutes` long,
/// lies inside one span of `free`.
pub(crate) fn starts_within(free: &[Span], offset: i64, minutes: i64) -> Vec<Span> {
    let fitting = free.iter().filter(|span| span.minutes() >= minutes);
    fitting.map(|span| Span::new(span.start - offset, span.end - minutes - offset + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTES: i64 = 60;

    fn counted(spans: &[Span]) -> Vec<bool> {
        (-5..MINUTES).map(|minute| spans.iter().any(|span| span.start <= minute && minute < span.end)).collect()
    }

    fn lists() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::vec((0..MINUTES, 0..MINUTES).prop_map(|(start, end)| Span::new(start, end)), 0..9)
    }

    fn is_normal(spans: &[Span]) -> bool {
        spans.iter().all(|span| !span.is_empty()) && spans.windows(2).all(|pair| pair[0].end < pair[1].start)
    }

    proptest! {
        #[test]
        fn sweeps_agree_with_counting_minutes(a in lists(), b in lists()) {
            let (in_a, in_b) = (counted(&a), counted(&b));
            let left: Vec<bool> = in_a.iter().zip(&in_b).map(|(a, b)| *a && !*b).collect();
            let both: Vec<bool> = in_a.iter().zip(&in_b).map(|(a, b)| *a && *b).collect();
            let (a, b) = (normalise(a), normalise(b));
            prop_assert_eq!(counted(&a), in_a);
            prop_assert_eq!(counted(&subtract(&a, &b)), left);
            prop_assert_eq!(counted(&intersect(&a, &b)), both);
            for list in [subtract(&a, &b), intersect(&a, &b), a, b] {
                prop_assert!(is_normal(&list), "{list:?}");
            }
        }

        #[test]
        fn a_span_is_contained_when_each_of_its_minutes_is(list in lists(), start in 0..50i64, minutes in 1..10i64) {
            let list = normalise(list);
            let each = (start..start + minutes).all(|minute| list.iter().any(|s| s.start <= minute && minute < s.end));
            prop_assert_eq!(contains(&list, Span::new(start, start + minutes)), each);
        }

        #[test]
        fn what_starts_within_lies_inside(list in lists(), offset in -5..20i64, minutes in 1..10i64) {
            let list = normalise(list);
            let starts = starts_within(&list, offset, minutes);
            for start in -40..100i64 {
                let part = Span::new(start + offset, start + offset + minutes);
                prop_assert_eq!(around(&starts, start).is_some(), contains(&list, part));
            }
        }
    }
}
