//! What the whole-system tests share: the real programs, run, asked and killed.
//!
//! Begin with [`Salon`] (a salon's file in a folder of its own and the command line on it),
//! then [`Server`] (`adelante serve`, spoken to over HTTP as a browser would). The test
//! binaries lie beside this: `it` (golden flows, bad files, races), `kill` and `sim` (which alone works inside).
//!
//! This crate must not know: how anything inside works. What it checks is what a person, a
//! script or a browser can see, and what `adelante verify` says.
#![expect(clippy::missing_panics_doc, reason = "a test that cannot do its work must fail")]
#![expect(clippy::unwrap_used, reason = "a test that cannot do its work must fail")]

pub mod cli;
pub mod dice;
pub mod http;
pub mod program;
pub mod server;

pub use cli::{Said, Salon};
pub use dice::Dice;
pub use http::{Answer, Bridge, Broken};
pub use server::Server;
