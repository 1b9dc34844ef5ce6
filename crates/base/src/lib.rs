//! The words every other part of Adelante is written in: ids, money, quantities, time.
//!
//! Begin with [`money`] (amounts are whole minor units, checked arithmetic only) and
//! [`time`] (three kinds of time that are never mixed up).
//!
//! This crate must not know: files, databases, the network, JSON beyond `serde` derives, or
//! what a salon does. The only two places in the product that may ask the system for the
//! time or for randomness are [`clock::SystemClock`] and [`id::SystemIds`]; everything else
//! is handed a [`Clock`] and an [`IdSource`].
#![deny(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::float_arithmetic)]

pub mod clock;
pub mod fiscal;
pub mod hlc;
pub mod id;
pub mod money;
pub mod quantity;
pub mod time;
pub mod vocabulary;

pub use clock::{Clock, SystemClock};
pub use hlc::Hlc;
pub use id::*;
pub use money::{Money, MoneyError};
pub use quantity::Quantity;
pub use time::{Day, LocalSlot, Timestamp};
