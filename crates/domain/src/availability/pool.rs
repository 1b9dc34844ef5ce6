//! What a visit needs, and what there is of it.

use super::blocks::{Blocks, Part};
use super::span::{Span, normalise, subtract};

/// One service of a basket: who may do it, and what else it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Who may do it, by place in [`Pool::staff`], and how long each takes.
    pub staff: Vec<(usize, Blocks)>,
    /// The rooms and equipment it needs one of, by place in [`Pool::resources`].
    pub resources: Vec<(usize, Part)>,
    /// Begins together with the service before it, not after it.
    pub with_previous: bool,
}

/// Who and what there is in the time that is looked at.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    /// Everybody who may be asked.
    pub staff: Vec<StaffTime>,
    /// Rooms and equipment.
    pub resources: Vec<ResourceTime>,
    /// When the client is elsewhere in the salon already.
    pub client_busy: Vec<Span>,
}

/// When a staff member works and is not taken.
#[derive(Debug, Clone, Default)]
pub struct StaffTime {
    free: Vec<Span>,
}

impl StaffTime {
    /// Works during `work` and is taken during `busy`; both in any order.
    #[must_use]
    pub fn new(work: Vec<Span>, busy: Vec<Span>) -> Self {
        Self { free: subtract(&normalise(work), &normalise(busy)) }
    }

    /// The free stretches, in order.
    #[must_use]
    pub fn free(&self) -> &[Span] {
        &self.free
    }
}

/// How many of a room or a piece of equipment are in use, and when.
#[derive(Debug, Clone)]
pub struct ResourceTime {
    units: usize,
    /// From which minute how many are in use, in order, from the beginning of time.
    in_use: Vec<(i64, usize)>,
}

impl ResourceTime {
    /// So many of it, used during `uses` (one of it each; they may overlap).
    #[must_use]
    pub fn new(units: u16, uses: &[Span]) -> Self {
        let uses = || uses.iter().filter(|used| !used.is_empty());
        let mut starts: Vec<i64> = uses().map(|used| used.start).collect();
        let mut ends: Vec<i64> = uses().map(|used| used.end).collect();
        starts.sort_unstable();
        ends.sort_unstable();
        let mut in_use = Vec::with_capacity(2 * starts.len() + 1);
        in_use.push((Span::ALWAYS.start, 0));
        let (mut starts, mut ends) = (starts.into_iter().peekable(), ends.into_iter().peekable());
        let mut count = 0usize;
        while let Some(end) = ends.peek().copied() {
            if let Some(start) = starts.next_if(|start| *start < end) {
                count += 1;
                in_use.push((start, count));
            } else {
                ends.next();
                count = count.saturating_sub(1);
                in_use.push((end, count));
            }
        }
        Self { units: usize::from(units), in_use }
    }

    /// When at least `wanted` of it are free.
    #[must_use]
    pub fn open(&self, wanted: usize) -> Vec<Span> {
        let ends = self.in_use.iter().skip(1).map(|(from, _)| *from).chain([Span::ALWAYS.end]);
        let steps = self.in_use.iter().zip(ends);
        let open = steps.filter(|((_, used), _)| used + wanted <= self.units);
        normalise(open.map(|((from, _), until)| Span::new(*from, until)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_second_of_two_chairs_is_free_while_one_is_used() {
        let chairs = ResourceTime::new(2, &[Span::new(10, 30), Span::new(20, 40)]);
        let within = |spans: Vec<Span>| super::super::span::intersect(&spans, &[Span::new(0, 50)]);
        assert_eq!(within(chairs.open(1)), [Span::new(0, 20), Span::new(30, 50)]);
        assert_eq!(within(chairs.open(2)), [Span::new(0, 10), Span::new(40, 50)]);
        assert_eq!(chairs.open(3), []);
        assert_eq!(ResourceTime::new(0, &[]).open(1), []);
    }

    proptest! {
        #[test]
        fn open_minutes_are_those_with_enough_left(
            uses in prop::collection::vec((0i64..40, 0i64..12), 0..9), units in 0u16..4, wanted in 1usize..4,
        ) {
            let uses: Vec<Span> = uses.into_iter().map(|(start, length)| Span::new(start, start + length)).collect();
            let open = ResourceTime::new(units, &uses).open(wanted);
            for minute in -3..60 {
                let used = uses.iter().filter(|used| used.start <= minute && minute < used.end).count();
                let found = open.iter().any(|span| span.start <= minute && minute < span.end);
                prop_assert_eq!(found, used + wanted <= usize::from(units), "minute {}", minute);
            }
        }
    }
}
