//! Who does which service of the basket, for all starts at once.

use std::sync::Arc;

use super::basket::{fitting_together, postpone_clean_up};
use super::blocks::Blocks;
use super::choice::Choice;
use super::offer::{Line, Offer};
use super::pool::{Need, Pool, StaffTime};
use super::span::{Span, around, contains, intersect_moved, normalise, subtract};

/// How many partial assignments are looked at for each first staff member.
const MOST_STEPS: u32 = 5_000;

/// Goes through assignments from the most to the least wanted. Each takes the starts that it
/// fits and no better one did.
pub(super) struct Search<'a> {
    needs: &'a [Need],
    pool: &'a Pool,
    choices: &'a [Vec<Choice>],
    candidates: &'a [i64],
    /// The services assigned so far.
    steps: Vec<Step>,
    /// Starts that a better assignment has taken.
    taken: Vec<Span>,
    steps_left: u32,
    found: Vec<Offer>,
}

/// One assigned service, in minutes from the beginning of the visit.
#[derive(Clone, Copy)]
struct Step {
    staff: usize,
    blocks: Blocks,
    /// When it and what goes on together with it begins.
    from: i64,
    /// When the client is through with it and with what goes on together with it.
    until: i64,
}

/// Whom a service rather goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    SameAsBefore,
    InTheVisit,
    SomebodyElse,
}

impl<'a> Search<'a> {
    pub fn new(needs: &'a [Need], pool: &'a Pool, choices: &'a [Vec<Choice>], candidates: &'a [i64]) -> Self {
        let (steps, taken, found) = (Vec::with_capacity(needs.len()), Vec::new(), Vec::new());
        Self { needs, pool, choices, candidates, steps, taken, steps_left: 0, found }
    }

    pub fn run(mut self) -> Vec<Offer> {
        for first in self.choices.first().into_iter().flatten() {
            self.taken.clear();
            self.steps_left = MOST_STEPS;
            for people in 1..=self.needs.len() {
                self.assign(first, 0, &[Span::ALWAYS], people);
            }
        }
        self.found
    }

    /// Assigns the next service to `choice` and goes on, with exactly `people` in the visit.
    fn assign(&mut self, choice: &Choice, from: i64, starts: &[Span], people: usize) {
        let starts = intersect_moved(starts, &choice.starts, from);
        let nothing_new = starts.iter().all(|stretch| contains(&self.taken, *stretch));
        if nothing_new || self.steps_left == 0 {
            return;
        }
        self.steps_left -= 1;
        let together = self.steps.last().filter(|step| step.from == from).map_or(from, |step| step.until);
        let until = together.max(from + choice.blocks.client_min());
        self.steps.push(Step { staff: choice.staff, blocks: choice.blocks, from, until });
        self.go_on(&starts, people);
        self.steps.pop();
    }

    fn go_on(&mut self, starts: &[Span], people: usize) {
        let place = self.steps.len();
        let (Some(need), Some(choices)) = (self.needs.get(place), self.choices.get(place)) else {
            self.offer(starts);
            return;
        };
        let from = self.steps.last().map_or(0, |step| if need.with_previous { step.from } else { step.until });
        let known = self.people();
        let after_this = self.needs.len().saturating_sub(place + 1);
        for wish in [Wish::SameAsBefore, Wish::InTheVisit, Wish::SomebodyElse] {
            let with_this = known + usize::from(wish == Wish::SomebodyElse);
            if with_this > people || with_this + after_this < people {
                continue;
            }
            for choice in choices {
                let elsewhere = self.steps.iter().any(|step| step.from == from && step.staff == choice.staff);
                if self.wish(choice.staff) == wish && !elsewhere {
                    self.assign(choice, from, starts, people);
                }
            }
        }
    }

    fn wish(&self, staff: usize) -> Wish {
        if self.steps.last().is_some_and(|step| step.staff == staff) {
            Wish::SameAsBefore
        } else if self.steps.iter().any(|step| step.staff == staff) {
            Wish::InTheVisit
        } else {
            Wish::SomebodyElse
        }
    }

    /// How many people are in the visit so far.
    fn people(&self) -> usize {
        let again = |place: usize, staff: usize| self.steps.iter().take(place).any(|step| step.staff == staff);
        self.steps.iter().enumerate().filter(|(place, step)| !again(*place, step.staff)).count()
    }

    /// Every service has somebody: offers what is left of the starts.
    fn offer(&mut self, starts: &[Span]) {
        let of_step = |step: &Step| Line { staff: step.staff, start: step.from, blocks: step.blocks };
        let mut lines: Vec<Line> = self.steps.iter().map(of_step).collect();
        postpone_clean_up(&mut lines);
        let starts = fitting_together(starts, &lines, self.needs, self.pool);
        let new = subtract(&starts, &self.taken);
        if new.is_empty() {
            return;
        }
        let mut writer = Writer::new(lines.into(), self.pool);
        for stretch in &new {
            let begins = around(&starts, stretch.start).is_some_and(|whole| whole.start == stretch.start);
            let first = self.candidates.partition_point(|candidate| *candidate < stretch.start + i64::from(begins));
            let rest = self.candidates.iter().skip(first).copied().take_while(|candidate| *candidate < stretch.end);
            let begin = begins.then_some(stretch.start);
            self.found.extend(begin.into_iter().chain(rest).filter_map(|start| writer.offer(start)));
        }
        self.taken.extend(new);
        self.taken = normalise(std::mem::take(&mut self.taken));
    }
}

/// Makes offers of one assignment at growing starts.
struct Writer<'a> {
    lines: Arc<[Line]>,
    length: i64,
    /// When the last service's staff member is through.
    released: i64,
    before: Walk<'a>,
    after: Walk<'a>,
}

impl<'a> Writer<'a> {
    fn new(lines: Arc<[Line]>, pool: &'a Pool) -> Self {
        let free = |line: Option<&Line>| {
            let time = line.and_then(|line| pool.staff.get(line.staff));
            Walk { ahead: time.map(StaffTime::free).unwrap_or_default() }
        };
        let gone = |line: &Line| line.blocks.client_span(line.start).end;
        let length = lines.iter().map(gone).max().unwrap_or(0);
        let released =
            lines.last().and_then(|line| line.blocks.staff_spans(line.start).last()).map_or(0, |span| span.end);
        let (before, after) = (free(lines.first()), free(lines.last()));
        Self { lines, length, released, before, after }
    }

    fn offer(&mut self, start: i64) -> Option<Offer> {
        let released = start + self.released;
        let hole_before = start - self.before.around(start)?.start;
        let hole_after = self.after.around(released - 1)?.end - released;
        Some(Offer { start, end: start + self.length, hole_before, hole_after, lines: Arc::clone(&self.lines) })
    }
}

/// A list of spans that is walked through once, forward.
struct Walk<'a> {
    ahead: &'a [Span],
}

impl Walk<'_> {
    fn around(&mut self, minute: i64) -> Option<Span> {
        while let Some((first, rest)) = self.ahead.split_first() {
            if minute < first.end {
                return Some(*first).filter(|span| span.start <= minute);
            }
            self.ahead = rest;
        }
        None
    }
}
