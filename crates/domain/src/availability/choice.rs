//! Each service of a basket on its own: who could do it, and when it could begin.

use super::blocks::Blocks;
use super::pool::{Need, Pool};
use super::span::{Span, intersect, starts_within, subtract};

/// One staff member who may do a service.
#[derive(Debug)]
pub(super) struct Choice {
    pub staff: usize,
    pub blocks: Blocks,
    /// When the service could begin if it were alone, clean-up not considered.
    pub starts: Vec<Span>,
}

/// The choices for each service. Nothing begins while the clock shows times again
/// (`repeated`), because it could not be written down.
pub(super) fn choices(needs: &[Need], pool: &Pool, repeated: &[Span]) -> Vec<Vec<Choice>> {
    let client_free = subtract(&[Span::ALWAYS], &super::span::normalise(pool.client_busy.clone()));
    needs.iter().map(|need| choices_for(need, pool, &client_free, repeated)).collect()
}

fn choices_for(need: &Need, pool: &Pool, client_free: &[Span], repeated: &[Span]) -> Vec<Choice> {
    let open: Vec<Vec<Span>> = need.resources.iter().map(|(resource, _)| open(pool, *resource, 1)).collect();
    let mut choices: Vec<Choice> = Vec::with_capacity(need.staff.len());
    for (staff, blocks) in need.staff.iter().copied() {
        if choices.iter().any(|known| known.staff == staff) {
            continue;
        }
        let mut starts = served(pool, staff, blocks);
        starts = intersect(&starts, &starts_within(client_free, 0, blocks.client_min()));
        for ((_, part), open) in need.resources.iter().zip(&open) {
            let used = Blocks { transition: 0, ..blocks }.part_span(0, *part);
            if !used.is_empty() {
                starts = intersect(&starts, &starts_within(open, used.start, used.minutes()));
            }
        }
        choices.push(Choice { staff, blocks, starts: subtract(&starts, repeated) });
    }
    choices
}

/// When at least `wanted` of a resource are free; never where there is no such resource.
pub(super) fn open(pool: &Pool, resource: usize, wanted: usize) -> Vec<Span> {
    pool.resources.get(resource).map(|time| time.open(wanted)).unwrap_or_default()
}

/// When a staff member could begin a service, without the clean-up.
fn served(pool: &Pool, staff: usize, blocks: Blocks) -> Vec<Span> {
    let free = pool.staff.get(staff).map(super::pool::StaffTime::free).unwrap_or_default();
    let mut parts = Blocks { transition: 0, ..blocks }.staff_spans(0);
    let first = parts.next().map(|part| starts_within(free, part.start, part.minutes())).unwrap_or_default();
    parts.fold(first, |starts, part| intersect(&starts, &starts_within(free, part.start, part.minutes())))
}
