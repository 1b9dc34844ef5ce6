//! Kills the real program at random moments and looks at what is left.
//!
//! `cargo xtask test kill` kills it 300 times while it works and 60 times during its very first
//! start; `ADELANTE_KILLS=10000 cargo xtask test kill` ten thousand times. The seed is printed
//! and can be given by `ADELANTE_SEED`; the moments themselves depend on the machine.
#![expect(clippy::unwrap_used, reason = "a test that cannot do its work must fail")]
#![expect(clippy::print_stdout, reason = "the share of kills and the seed are what a person wants to read")]

mod client;
mod first_start;
mod job;
mod till;
mod work;
mod world;

use std::thread;

use work::Tally;

/// Kills in an ordinary run.
const KILLS: u64 = 300;
/// Salons worked in at the same time, each by a client of its own.
const LANES: u64 = 2;
/// The share of kills that must fall between a request and its answer, percent.
const BETWEEN_AT_LEAST: u64 = 30;

/// Every kind of work, as it is counted.
const KINDS: [&str; 21] = [
    "booking",
    "payment",
    "deposit",
    "import",
    "delivery",
    "write-off",
    "sale of goods",
    "certificate sold",
    "certificate redeemed",
    "package sold",
    "package session",
    "top-up",
    "payment from the balance",
    "points spent",
    "refund to the balance",
    "void",
    "cash in",
    "cash out",
    "pay run",
    "payout",
    "finance operation",
];

/// A number from the environment.
fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is not a number")))
}

#[test]
fn killed_while_it_works_nothing_acknowledged_is_lost_nothing_is_half_done_nothing_is_done_twice() {
    let (kills, seed) = (number("ADELANTE_KILLS", KILLS), number("ADELANTE_SEED", 1));
    let lanes: Vec<_> =
        (0..LANES).map(|lane| thread::spawn(move || work::lane(seed * LANES + lane, kills.div_ceil(LANES)))).collect();
    let mut tally = Tally::default();
    for lane in lanes {
        tally.add(&lane.join().expect("a lane found something wrong"));
    }
    let share = tally.between * 100 / tally.kills;
    println!(
        "killed {} times (seed {seed}), {share} % between request and answer; {} of these {} were committed",
        tally.kills, tally.committed, tally.between
    );
    for (kind, done) in &tally.done {
        println!(
            "{done:6} × {kind}, killed between request and answer: {}",
            tally.killed.get(kind).copied().unwrap_or_default()
        );
    }
    assert!(tally.kills >= kills);
    assert!(share >= BETWEEN_AT_LEAST, "only {share} % of the kills fell between request and answer");
    if kills >= KILLS {
        let missing: Vec<_> = KINDS.iter().filter(|kind| !tally.done.contains_key(**kind)).collect();
        assert!(missing.is_empty(), "never done: {missing:?}");
    }
}
