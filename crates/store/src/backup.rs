//! Backups by SQLite's online API: the desk goes on while one is made.

use std::path::Path;
use std::time::Duration;

use rusqlite::OpenFlags;
use rusqlite::backup::Backup;

use crate::{Check, Key, Store, StoreError, open, verify};

/// Pages copied at a time.
const PAGES_PER_STEP: i32 = 4_096;

impl Store {
    /// Copies the whole file, encrypted with the same key, to `destination` (which must not
    /// exist), in one consistent state.
    ///
    /// # Errors
    /// What SQLite says; a half-made copy is removed.
    pub fn backup_to(&self, destination: &Path) -> Result<(), StoreError> {
        let made = self.copy_to(destination);
        if made.is_err() && destination.exists() {
            std::fs::remove_file(destination)?;
        }
        made
    }

    fn copy_to(&self, destination: &Path) -> Result<(), StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut target = open::connect(destination, self.key(), flags)?;
        let source = self.read()?;
        Backup::new(&source, &mut target)?.run_to_completion(PAGES_PER_STEP, Duration::from_millis(1), None)?;
        target.pragma_update(None, "journal_mode", "DELETE")?;
        drop(target);
        std::fs::File::open(destination)?.sync_all()?;
        Ok(())
    }

    /// Opens a file (a backup) and checks it as [`Store::verify`] does.
    ///
    /// # Errors
    /// As [`Store::open`]; the file is not changed.
    pub fn verify_file(path: &Path, key: &Key) -> Result<Vec<Check>, StoreError> {
        let connection = open::connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "query_only", true)?;
        verify::run(&connection)
    }
}
