//! Simulations in one process, with the real engine and the real store: power cuts at every
//! point of a till's day, a disk that gets full at every level, and random days of money against
//! a reference model. Everything is seeded; `tests/README.md` says how to run them longer.
#![expect(clippy::unwrap_used, reason = "a test that cannot do its work must fail")]
#![expect(clippy::print_stdout, reason = "how much was tried is what a person wants to read")]

mod cuts;
mod disk;
mod full;
mod model;
mod till;
mod vfs;

/// A number from the environment.
fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is not a number")))
}
