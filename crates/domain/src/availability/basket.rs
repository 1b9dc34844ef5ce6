//! What the services of one visit are to each other.

use super::blocks::{Blocks, Part};
use super::choice::open;
use super::offer::Line;
use super::pool::{Need, Pool};
use super::span::{Span, intersect, starts_within};

/// Lets clean-up wait: where a staff member goes on with the same client before the clean-up
/// after the earlier service is over, both clean-ups are done after the later one. The lines
/// are in order of start.
pub fn postpone_clean_up(lines: &mut [Line]) {
    for count in 1..lines.len() {
        let (done, later) = lines.split_at_mut(count);
        let Some(line) = done.last_mut() else { continue };
        let gone = line.start + line.blocks.client_min();
        let clean = gone + i64::from(line.blocks.transition);
        let goes_on = |next: &&mut Line| next.staff == line.staff && gone <= next.start && next.start < clean;
        if let Some(next) = later.iter_mut().find(goes_on) {
            next.blocks.transition = next.blocks.transition.saturating_add(line.blocks.transition);
            line.blocks.transition = 0;
        }
    }
}

/// Of the starts at which each service of the visit fits for itself, those at which they fit
/// together: with clean-up, and with what the visit uses of the same resource at once.
pub(super) fn fitting_together(starts: &[Span], lines: &[Line], needs: &[Need], pool: &Pool) -> Vec<Span> {
    let mut left = starts.to_vec();
    for (line, need) in lines.iter().zip(needs) {
        let clean_up = line.clean_up();
        if !clean_up.is_empty() {
            let free = pool.staff.get(line.staff).map(super::pool::StaffTime::free).unwrap_or_default();
            left = intersect(&left, &starts_within(free, clean_up.start, clean_up.minutes()));
            for (resource, _) in need.resources.iter().filter(|(_, part)| *part == Part::Whole) {
                left = intersect(&left, &starts_within(&open(pool, *resource, 1), clean_up.start, clean_up.minutes()));
            }
        }
    }
    for (resource, used, count) in used_at_once(lines, needs) {
        left = intersect(&left, &starts_within(&open(pool, resource, count), used.start, used.minutes()));
    }
    left
}

impl Line {
    /// The minutes after the client is gone.
    fn clean_up(&self) -> Span {
        let gone = self.start + self.blocks.client_min();
        Span::new(gone, gone + i64::from(self.blocks.transition))
    }
}

/// When the visit itself needs more than one of a resource at once, and how many.
fn used_at_once(lines: &[Line], needs: &[Need]) -> Vec<(usize, Span, usize)> {
    let mut uses: Vec<(usize, Span)> = Vec::new();
    for (line, need) in lines.iter().zip(needs) {
        let while_there = Blocks { transition: 0, ..line.blocks };
        uses.extend(
            need.resources.iter().map(|(resource, part)| (*resource, while_there.part_span(line.start, *part))),
        );
    }
    let mut edges: Vec<(usize, i64)> = uses.iter().flat_map(|(r, used)| [(*r, used.start), (*r, used.end)]).collect();
    edges.sort_unstable();
    let pieces = edges.iter().zip(edges.iter().skip(1)).filter(|((r, from), (next_r, to))| r == next_r && from < to);
    let counted = pieces.map(|((resource, from), (_, to))| {
        let piece = Span::new(*from, *to);
        (*resource, piece, uses.iter().filter(|(r, used)| r == resource && used.overlaps(piece)).count())
    });
    counted.filter(|(_, _, count)| *count > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(staff: usize, start: i64, duration: u16, clean_up: u16) -> Line {
        Line { staff, start, blocks: Blocks::new(duration, 0, 0, clean_up) }
    }

    fn clean_ups(mut lines: Vec<Line>) -> Vec<u16> {
        postpone_clean_up(&mut lines);
        lines.iter().map(|line| line.blocks.transition).collect()
    }

    #[test]
    fn who_goes_on_with_the_client_cleans_up_at_the_end() {
        assert_eq!(clean_ups(vec![line(0, 0, 60, 10), line(0, 60, 30, 5), line(0, 90, 30, 5)]), [0, 0, 20]);
    }

    #[test]
    fn who_is_done_cleans_up_at_once() {
        assert_eq!(clean_ups(vec![line(0, 0, 60, 10), line(1, 60, 30, 5)]), [10, 5]);
    }

    #[test]
    fn while_another_serves_there_may_be_time_to_clean_up() {
        assert_eq!(clean_ups(vec![line(0, 0, 60, 10), line(1, 60, 30, 0), line(0, 90, 30, 5)]), [10, 0, 5]);
        assert_eq!(clean_ups(vec![line(0, 0, 60, 40), line(1, 60, 30, 0), line(0, 90, 30, 5)]), [0, 0, 45]);
    }
}
