//! The four parts of a booked service (E1, B15).

pub use adelante_base::vocabulary::BlockPart as Part;

use super::span::Span;

/// How the minutes of one booked service pass. While it is *active* and *finishing*, client
/// and staff member are both busy; while it is *processing* (a colour takes) the client waits
/// and the staff member may serve somebody else; in *transition* the client is gone and the
/// staff member cleans up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Blocks {
    /// Minutes with both, at the beginning; at least 1.
    pub active: u16,
    /// Minutes the client waits and the staff member is free.
    pub processing: u16,
    /// Minutes with both, at the end.
    pub finishing: u16,
    /// Minutes the staff member needs after the client is gone.
    pub transition: u16,
}

impl Blocks {
    /// A service for which the client stays `duration_min` (active, processing and finishing
    /// together). Where that leaves no active minute, processing is shortened first, then
    /// finishing; a visit lasts a minute at least.
    #[must_use]
    pub fn new(duration_min: u16, processing_min: u16, finishing_min: u16, transition_min: u16) -> Self {
        let duration = duration_min.max(1);
        let finishing = finishing_min.min(duration - 1);
        let processing = processing_min.min(duration - 1 - finishing);
        let active = duration - finishing - processing;
        Self { active, processing, finishing, transition: transition_min }
    }

    /// How long the client stays.
    #[must_use]
    pub fn client_min(&self) -> i64 {
        i64::from(self.active) + i64::from(self.processing) + i64::from(self.finishing)
    }

    /// When the client is there, for a service that begins at `start`.
    #[must_use]
    pub fn client_span(&self, start: i64) -> Span {
        Span::new(start, start + self.client_min())
    }

    /// When the staff member is busy: one span, or two around the processing. Clean-up belongs
    /// to the last.
    pub fn staff_spans(&self, start: i64) -> impl Iterator<Item = Span> + use<> {
        let gone = start + self.client_min();
        let free = self.part_span(start, Part::Processing);
        let released = gone + i64::from(self.transition);
        let (first, second) = if free.is_empty() {
            (Span::new(start, released), Span::new(released, released))
        } else {
            (Span::new(start, free.start), Span::new(free.end, released))
        };
        [first, second].into_iter().filter(|span| !span.is_empty())
    }

    /// When a part of it is, for a service that begins at `start`; empty where it has no such
    /// part.
    #[must_use]
    pub fn part_span(&self, start: i64, part: Part) -> Span {
        let active_end = start + i64::from(self.active);
        let processing_end = active_end + i64::from(self.processing);
        match part {
            Part::Whole => Span::new(start, start + self.client_min() + i64::from(self.transition)),
            Part::Active => Span::new(start, active_end),
            Part::Processing => Span::new(active_end, processing_end),
            Part::Finishing => Span::new(processing_end, start + self.client_min()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn busy(blocks: Blocks) -> Vec<Span> {
        blocks.staff_spans(100).collect()
    }

    #[test]
    fn while_a_colour_takes_the_staff_member_is_free() {
        let colour = Blocks::new(120, 45, 30, 10);
        assert_eq!(colour, Blocks { active: 45, processing: 45, finishing: 30, transition: 10 });
        assert_eq!(colour.client_span(100), Span::new(100, 220));
        assert_eq!(busy(colour), [Span::new(100, 145), Span::new(190, 230)]);
        assert_eq!(colour.part_span(100, Part::Processing), Span::new(145, 190));
        assert_eq!(colour.part_span(100, Part::Finishing), Span::new(190, 220));
        assert_eq!(colour.part_span(100, Part::Whole), Span::new(100, 230));
    }

    #[test]
    fn a_service_without_processing_is_one_piece() {
        assert_eq!(busy(Blocks::new(60, 0, 0, 15)), [Span::new(100, 175)]);
        assert_eq!(busy(Blocks::new(60, 0, 20, 0)), [Span::new(100, 160)]);
    }

    #[test]
    fn a_client_who_waits_to_the_end_needs_nobody_then() {
        assert_eq!(busy(Blocks::new(60, 40, 0, 0)), [Span::new(100, 120)]);
        assert_eq!(busy(Blocks::new(60, 40, 0, 5)), [Span::new(100, 120), Span::new(160, 165)]);
    }

    #[test]
    fn a_shortened_service_loses_processing_first() {
        let parts = |duration| {
            let blocks = Blocks::new(duration, 45, 30, 0);
            [blocks.active, blocks.processing, blocks.finishing]
        };
        assert_eq!(parts(76), [1, 45, 30]);
        assert_eq!(parts(60), [1, 29, 30]);
        assert_eq!(parts(20), [1, 0, 19]);
        assert_eq!(parts(0), [1, 0, 0]);
    }

    proptest! {
        #[test]
        fn the_client_stays_as_long_as_was_said(d in 1u16.., p: u16, f: u16, t: u16) {
            let blocks = Blocks::new(d, p, f, t);
            prop_assert_eq!(blocks.client_min(), i64::from(d));
            prop_assert!(blocks.active >= 1 && blocks.processing <= p && blocks.finishing <= f);
            let served: i64 = blocks.staff_spans(0).map(Span::minutes).sum();
            prop_assert_eq!(served, i64::from(d) - i64::from(blocks.processing) + i64::from(t));
        }
    }
}
