//! What every desk program does around the engine: the window, the command line and the
//! browser bridge are thin shells over [`Desk`].
//!
//! Begin with [`desk`] (one object, one `call`), then [`opening`](DeskOptions) (folder, lock,
//! key, backup before a migration), [`backup`] and [`demo`].
//!
//! This crate must not know: SQL, Tauri, HTTP, async. It is the place for files, keychain,
//! printers and threads, so that the engine needs none of them.

pub mod backup;
pub mod demo;
pub mod desk;
mod errors;
mod events;
mod export;
mod files;
mod fiscal;
pub mod folder;
mod import;
pub mod key;
pub mod keychain;
mod opening;
mod payroll;
mod practice;
mod preferences;
mod price_export;
mod printing;
mod restore;
mod running;
mod safekeeping;
mod statement;
mod upkeep;
mod worker;

pub use desk::Desk;
pub use opening::{DeskOptions, Upkeep, system_language};
