//! One running program per salon file.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use adelante_wire::{CommandError, ErrorCode};

use crate::files;

/// Holds the salon file for this program. The system lets go when the program ends, however
/// it ends: a killed program leaves nothing to clean up.
#[derive(Debug)]
pub struct Running {
    _file: File,
}

impl Running {
    /// Takes the salon file for this program.
    ///
    /// # Errors
    /// `already_running` where another program has it; `internal` where the lock file beside
    /// the salon's file cannot be made.
    pub fn take(salon: &Path) -> Result<Self, CommandError> {
        let path = lock_path(salon);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| files::failed("lock", &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(CommandError::new(ErrorCode::AlreadyRunning).with("file", salon.display()))
            }
            Err(TryLockError::Error(error)) => Err(files::failed("lock", &error)),
        }
    }
}

fn lock_path(salon: &Path) -> PathBuf {
    files::beside(salon, ".lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_program_is_refused_until_the_first_one_ends() {
        let folder = tempfile::tempdir().unwrap();
        let salon = folder.path().join("adelante.db");
        let first = Running::take(&salon).unwrap();
        let refused = Running::take(&salon).unwrap_err();
        assert_eq!(refused.code, ErrorCode::AlreadyRunning);
        assert!(Running::take(&folder.path().join("other.db")).is_ok());
        drop(first);
        assert!(Running::take(&salon).is_ok());
    }
}
