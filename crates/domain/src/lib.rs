//! The salon's rules: pure functions and types, one file per noun.
//!
//! Begin with [`permission`] (who may do what), then [`phone`] and [`search_text`] (how the
//! desk finds a client), [`client_import`] (what becomes of a row of somebody's spreadsheet)
//! and [`availability`] (which start times are free).
//!
//! This crate must not know: SQL, JSON, files, the network, threads or async, the user's
//! language beyond [`adelante_base::vocabulary::Language`], or what time it is; "today"
//! and randomness are handed in. Everything here can be tested without setting anything up.
#![deny(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::float_arithmetic)]

pub mod account;
pub mod allocation;
pub mod appointment;
pub mod availability;
pub mod cash;
pub mod certificate;
pub mod client;
pub mod client_import;
pub mod commission;
pub mod country;
pub mod deposit;
pub mod discount;
pub mod duration;
pub mod finance;
pub mod fiscal;
pub mod item_name;
pub mod ledger;
pub mod loyalty;
pub mod membership;
pub mod one_line;
pub mod payment;
pub mod payroll;
pub mod permission;
pub mod phone;
pub mod pin;
pub mod risk;
pub mod schedule;
pub mod search_text;
pub mod series;
pub mod starter_services;
pub mod stock;
pub mod tax;
pub mod waitlist;
