//! The desk around the engine, with real files: demo, import, keeping, the system's keychain.

mod common;
mod demo;
mod import;
mod keeping;
#[cfg(target_os = "linux")]
mod keychain;
