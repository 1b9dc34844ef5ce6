//! The whole system from outside: the command line as scripts use it, bad files, damaged
//! databases, races, and messages that must keep decoding.
#![expect(clippy::unwrap_used, reason = "a test that cannot do its work must fail")]

mod damage;
mod demo;
mod import;
mod races;
mod wire;
mod words;
