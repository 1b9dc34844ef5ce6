//! Errors of the store as the contract says them.

use std::path::Path;

use adelante_store::StoreError;
use adelante_wire::{CommandError, ErrorCode};

/// What the UI is told where opening, copying or checking `file` failed.
#[must_use]
pub fn store_error(error: &StoreError, file: &Path) -> CommandError {
    match error {
        StoreError::Damaged { detail } => {
            CommandError::new(ErrorCode::Damaged).with("file", file.display()).with("detail", detail)
        }
        StoreError::WrongKey => CommandError::new(ErrorCode::WrongKey).with("file", file.display()),
        StoreError::TooNew { version } => CommandError::new(ErrorCode::TooNew).with("version", version),
        StoreError::DiskFull => CommandError::new(ErrorCode::DiskFull),
        StoreError::Io(error) => crate::files::failed("the salon's file", error),
        StoreError::Busy => CommandError::new(ErrorCode::AlreadyRunning).with("file", file.display()),
        other => CommandError::new(ErrorCode::Internal).with("detail", other),
    }
}
