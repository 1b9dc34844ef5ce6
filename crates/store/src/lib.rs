//! The salon's SQLite file: two doors in, one change log, one folder per noun.
//!
//! Begin with [`door`] (how anything is written), then [`tables`] (every synced table with its
//! merge policy). Reading goes through [`Store::read`]; writing through [`Store::write`] (what
//! is done here) or [`Store::apply`] (what others did). Nothing else can write a synced table:
//! generated triggers abort it.
//!
//! This crate must not know: commands, permissions, JSON of the contract, HTTP, what a screen
//! shows. It is the only crate that knows `rusqlite`.
#![deny(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::float_arithmetic)]

pub mod aggregate;
pub mod apply;
pub mod appointment;
pub mod backup;
pub mod bill;
pub mod cash;
pub mod client;
pub mod commission;
pub mod credit;
pub mod derived;
pub mod door;
pub mod error;
pub mod finance;
pub mod fiscal;
pub mod job;
pub mod key;
pub mod ledger;
pub mod local;
pub mod log;
pub mod open;
pub mod operation;
pub mod payroll;
pub mod product;
pub mod receipt;
pub mod resource;
pub mod salon;
pub mod schedule;
pub mod service;
pub mod shift;
pub mod staff;
pub mod standing_order;
mod table;
pub mod tables;
pub mod triggers;
pub mod undo;
pub mod verify;
pub mod waitlist;

pub use apply::Envelope;
pub use door::{Begin, Door, Outcome, Written};
pub use error::StoreError;
pub use key::Key;
pub use open::{Reader, Store};
pub use rusqlite::Connection;
pub use verify::Check;
