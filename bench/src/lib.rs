//! The figures that the project promises, measured: how long the desk's work takes, as a ratio
//! to a floor that does the bare minimum on the same kind of file in the same run.
//!
//! Begin with `benches/desk/main.rs` (the list of jobs), then [`floor`] (the SQL of the floors),
//! [`salon`] (100 000 clients and a year of visits) and [`figures`] (medians, one JSON line a
//! job). `cargo bench -p adelante-bench` runs all of it; README.md says what is measured and how.
//!
//! This crate must not be a dependency of anything.
#![expect(clippy::missing_panics_doc, reason = "a bench that cannot do its work must fail")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot do its work must fail")]

pub mod figures;
pub mod floor;
pub mod ledger;
pub mod salon;
pub mod syncs;
pub mod years;
