//! Free times for a visit of one service or several.

use std::borrow::Cow;
use std::sync::Arc;

use super::blocks::Blocks;
use super::choice::choices;
use super::gap::without_small_holes;
use super::pool::{Need, Pool};
use super::search::Search;
use super::span::Span;
use super::wall_clock::WallClock;

/// How free times are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The salon's wall clock.
    pub clock: &'a WallClock,
    /// The gap filter: a time that leaves a hole shorter than this is not offered, unless its
    /// staff member has no other that day. 0 = no filter.
    pub min_hole: u16,
}

/// One service of an offered visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Who does it, by place in [`Pool::staff`].
    pub staff: usize,
    /// When it begins.
    pub start: i64,
    /// How its minutes pass. Clean-up may have been postponed:
    /// [`postpone_clean_up`](super::postpone_clean_up).
    pub blocks: Blocks,
}

/// A time at which the whole visit fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// When the visit begins.
    pub start: i64,
    /// When the client leaves.
    pub end: i64,
    /// Idle minutes of the first service's staff member right before; 0 leaves no hole.
    pub hole_before: i64,
    /// Idle minutes of the last service's staff member right after; 0 leaves no hole.
    pub hole_after: i64,
    /// The services, counted from the beginning of the visit.
    pub(super) lines: Arc<[Line]>,
}

impl Offer {
    /// The services in the order they were asked for.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line> + '_ {
        self.lines.iter().map(|line| Line { start: line.start + self.start, ..*line })
    }

    /// Who does the first service.
    #[must_use]
    pub fn first_staff(&self) -> usize {
        self.lines.first().map_or(0, |line| line.staff)
    }
}

/// The times at which a visit of all `needs` fits, in order of start and then of who does the
/// first service: at most one for each start and first staff member.
///
/// A visit is offered at every one of the `candidates` (absolute minutes) at which it fits,
/// and besides at every minute from which on it fits with this first staff member while a
/// minute earlier it does not; so a gap of exactly the right length is never missed. The
/// client never waits: each service begins when the one before it has ended for the client,
/// or together with it where it says so. Rooms and equipment are kept for the client's time
/// and, for a whole service, for the clean-up after it.
///
/// The services go to as few people as possible, and rather to the one who did the service
/// before. Up to four services every assignment is tried; in longer visits the search may
/// give up before it has seen unlikely ones.
#[must_use]
pub fn offers(needs: &[Need], pool: &Pool, candidates: &[i64], options: Options<'_>) -> Vec<Offer> {
    let repeated = reach(needs, pool).map(|reach| options.clock.second_comings(reach)).unwrap_or_default();
    let choices = choices(needs, pool, &repeated);
    let mut candidates = Cow::Borrowed(candidates);
    if !candidates.is_sorted_by(|one, next| one < next) {
        candidates.to_mut().sort_unstable();
        candidates.to_mut().dedup();
    }
    let mut found = Search::new(needs, pool, &choices, &candidates).run();
    found.sort_by_key(|offer| (offer.start, offer.first_staff()));
    without_small_holes(found, options)
}

/// From the first to the last free minute of anybody asked.
fn reach(needs: &[Need], pool: &Pool) -> Option<Span> {
    let asked = needs.iter().flat_map(|need| &need.staff).filter_map(|(staff, _)| pool.staff.get(*staff));
    let whole = asked.filter_map(|time| Some(Span::new(time.free().first()?.start, time.free().last()?.end)));
    whole.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
}
