//! Money by chance against a reference model (the books of `book.rs`), step by step.

mod book;
mod office;
mod steps;
mod walk;

use std::collections::BTreeMap;
use std::thread;
use std::time::Instant;

use crate::number;
use walk::Walk;

/// Steps in an ordinary run, in all salons together.
const STEPS: u64 = 3_000;
/// Steps in one salon: then a new one is begun.
const STEPS_PER_SALON: u64 = 120;
/// Salons worked in at the same time.
const LANES: u64 = 2;

/// Works in one salon after the other; says how often each kind of step was done and refused.
fn lane(seed: u64, lane: u64, steps: u64) -> BTreeMap<&'static str, [u64; 2]> {
    let mut tally: BTreeMap<&'static str, [u64; 2]> = BTreeMap::new();
    for salon in 0..steps.div_ceil(STEPS_PER_SALON) {
        let seed = seed * 1_000_003 + salon * LANES + lane;
        let mut walk = Walk::new(seed);
        for _ in 0..STEPS_PER_SALON {
            walk.step();
        }
        for visit in 0..walk.book.visits.len() {
            walk.check_visit(visit);
        }
        // Caches, chains and receipts, by the product's own check.
        walk.salon.assert_sound();
        for (step, [done, refused]) in std::mem::take(&mut walk.tally) {
            let sum = tally.entry(step).or_default();
            *sum = [sum[0] + done, sum[1] + refused];
        }
    }
    tally
}

#[test]
fn whatever_is_done_with_money_the_ledger_stands_where_a_reference_model_says() {
    crate::vfs::install();
    let (steps, seed) = (number("ADELANTE_STEPS", STEPS), number("ADELANTE_SEED", 1));
    let begin = Instant::now();
    let mut tally: BTreeMap<&'static str, [u64; 2]> = BTreeMap::new();
    // All lanes are waited for, whatever one of them finds.
    let lanes: Vec<_> = thread::scope(|scope| {
        let each = steps.div_ceil(LANES);
        let lanes: Vec<_> = (0..LANES).map(|n| scope.spawn(move || lane(seed, n, each))).collect();
        lanes.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    for lane in lanes {
        for (step, [done, refused]) in lane.expect("a salon's books are wrong") {
            let sum = tally.entry(step).or_default();
            *sum = [sum[0] + done, sum[1] + refused];
        }
    }
    let all: u64 = tally.values().flatten().sum();
    let shown: Vec<String> =
        tally.iter().map(|(step, [done, refused])| format!("{step} {done} (refused {refused})")).collect();
    println!("{all} steps of money (seed {seed}) in {:.0?}: {}", begin.elapsed(), shown.join(", "));
    assert!(all >= steps, "only {all} of {steps} steps");
    for (step, [done, _]) in &tally {
        assert!(*done > 0, "'{step}' was never possible");
    }
}
