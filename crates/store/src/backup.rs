//! Backups by SQLite's online API: the desk goes on while one is made.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

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
        copy_pages(&source, &mut target)?;
        drop(target);
        std::fs::File::open(destination)?.sync_all()?;
        Ok(())
    }

    /// Opens a file (a backup) and checks it as [`Store::verify`] does. A file of an older
    /// schema is checked as a migrated copy, encrypted with the same key, that goes afterwards:
    /// so it is also known that this version can open it.
    ///
    /// # Errors
    /// As [`Store::open`]; the file is not changed.
    pub fn verify_file(path: &Path, key: &Key) -> Result<Vec<Check>, StoreError> {
        let connection = open::connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "query_only", true)?;
        match open::schema_version(&connection)? {
            version if version > open::newest() => Err(StoreError::TooNew { version }),
            version if version > 0 && version < open::newest() => verify_migrated(&connection, key),
            _ => verify::run(&connection),
        }
    }
}

/// Copies the pages of an open file to a new one and closes that log-free.
fn copy_pages(source: &Connection, target: &mut Connection) -> Result<(), StoreError> {
    Backup::new(source, target)?.run_to_completion(PAGES_PER_STEP, Duration::from_millis(1), None)?;
    target.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

fn verify_migrated(source: &Connection, key: &Key) -> Result<Vec<Check>, StoreError> {
    let folder = tempfile::tempdir()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut copy = open::connect(&folder.path().join("copy.db"), key, flags)?;
    copy_pages(source, &mut copy)?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    open::migrate(&mut copy)?;
    verify::run(&copy)
}
