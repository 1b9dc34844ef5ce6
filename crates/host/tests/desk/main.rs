//! The desk around the engine, with real files: demo, import, keeping, the system's keychain.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

mod common;
mod demo;
mod import;
mod keeping;
#[cfg(target_os = "linux")]
mod keychain;
mod older;
mod printing;
