//! Backups of the salon's file: online copies, encrypted with the same key, each opened and
//! checked before it gets its name. A file in the folder is therefore a good one.
//!
//! Names carry the salon's file, the moment in UTC and the reason:
//! `adelante-20261121-064500-shift.db`.

use std::fs;
use std::path::{Path, PathBuf};

use adelante_base::Timestamp;
use adelante_store::{Key, Store};
use adelante_wire::{Backup, CommandError, ErrorCode};
use chrono::{DateTime, NaiveDateTime};

use crate::errors::store_error;
use crate::files;

/// How many are kept in a folder.
pub const KEPT: usize = 14;

/// A salon is reminded after so many seconds without a backup (the daily one failed twice).
pub const OLD_AFTER_SECONDS: i64 = 2 * 24 * 3600;

/// Why a backup is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Once a day.
    Daily,
    /// A shift was closed.
    Shift,
    /// The file is about to be brought to a newer schema.
    Migration,
    /// Clients are about to be imported.
    Import,
    /// A person asked.
    Manual,
    /// Another backup is about to take the file's place.
    BeforeRestore,
}

impl Why {
    const ALL: [Self; 6] = [Self::Daily, Self::Shift, Self::Migration, Self::Import, Self::Manual, Self::BeforeRestore];

    /// Its spelling in file names and in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Shift => "shift",
            Self::Migration => "migration",
            Self::Import => "import",
            Self::Manual => "manual",
            Self::BeforeRestore => "before_restore",
        }
    }
}

/// A folder with backups of one salon. Several salons' files may lie in one folder: the names
/// of their backups begin with the names of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    folder: PathBuf,
    stem: String,
}

impl Shelf {
    /// The folder `backups` beside a salon's file.
    #[must_use]
    pub fn beside(salon: &Path) -> Self {
        Self::at(&salon.with_file_name("backups"), salon)
    }

    /// Another folder (a USB stick) with backups of the same salon.
    #[must_use]
    pub fn at(folder: &Path, salon: &Path) -> Self {
        let stem = salon.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { folder: folder.to_path_buf(), stem }
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The backups, latest first.
    #[must_use]
    pub fn list(&self) -> Vec<Backup> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let mut backups: Vec<Backup> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let name = entry.file_name().into_string().ok()?;
                let (at, why) = self.parse(&name)?;
                let size = entry.metadata().ok()?.len();
                Some(Backup { file_name: name, at, size, why: why.as_str().to_owned(), verified: true })
            })
            .collect();
        backups.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.file_name.cmp(&a.file_name)));
        backups
    }

    /// When the latest backup was made.
    #[must_use]
    pub fn latest(&self) -> Option<Timestamp> {
        self.list().first().map(|backup| backup.at)
    }

    /// Makes a backup: `copy` writes it to the path it is given; then it is checked, named, and
    /// the oldest ones are dropped.
    fn put(
        &self,
        key: &Key,
        why: Why,
        now: Timestamp,
        copy: impl FnOnce(&Path) -> Result<(), CommandError>,
    ) -> Result<Backup, CommandError> {
        fs::create_dir_all(&self.folder).map_err(|error| files::failed("make the backup folder", &error))?;
        let (name, at) = self.free_name(why, now);
        let size = self.put_as(&name, key, copy)?;
        Ok(Backup { file_name: name, at, size, why: why.as_str().to_owned(), verified: true })
    }

    fn put_as(
        &self,
        name: &str,
        key: &Key,
        copy: impl FnOnce(&Path) -> Result<(), CommandError>,
    ) -> Result<u64, CommandError> {
        let (part, finished) = (self.folder.join(format!("{name}.part")), self.folder.join(name));
        let made = remove(&part).and_then(|()| copy(&part)).and_then(|()| check(&part, key)).and_then(|()| {
            if files::with_companions(&part)[1].exists() {
                return Err(CommandError::new(ErrorCode::Internal).with("detail", "the backup kept a log"));
            }
            fs::rename(&part, &finished)
                .and_then(|()| files::sync_folder(&finished))
                .and_then(|()| fs::metadata(&finished))
                .map_err(|error| files::failed("name the backup", &error))
        });
        if made.is_err() {
            // The stick may be gone: then there is nothing to remove either.
            let _ = files::remove_database(&part);
        }
        let size = made?.len();
        self.drop_oldest()?;
        Ok(size)
    }

    /// A name that no file in the folder has; its moment is moved on by seconds where needed.
    fn free_name(&self, why: Why, now: Timestamp) -> (String, Timestamp) {
        let mut at = Timestamp::from_millis(now.millis() - now.millis().rem_euclid(1_000));
        loop {
            let name = self.name(at, why);
            if !self.folder.join(&name).exists() {
                return (name, at);
            }
            at = at.plus_seconds(1);
        }
    }

    fn name(&self, at: Timestamp, why: Why) -> String {
        let moment = DateTime::from_timestamp_millis(at.millis()).unwrap_or_default();
        format!("{}-{}-{}.db", self.stem, moment.format("%Y%m%d-%H%M%S"), why.as_str())
    }

    fn parse(&self, name: &str) -> Option<(Timestamp, Why)> {
        let rest = name.strip_prefix(self.stem.as_str())?.strip_prefix('-')?.strip_suffix(".db")?;
        let (moment, why) = (rest.get(..15)?, rest.get(15..)?.strip_prefix('-')?);
        let moment = NaiveDateTime::parse_from_str(moment, "%Y%m%d-%H%M%S").ok()?;
        let why = Why::ALL.into_iter().find(|known| known.as_str() == why)?;
        Some((Timestamp::from_millis(moment.and_utc().timestamp_millis()), why))
    }

    /// Removes the oldest beyond what is kept, and what cut-off backups left behind.
    fn drop_oldest(&self) -> Result<(), CommandError> {
        for backup in self.list().into_iter().skip(KEPT) {
            remove(&self.folder.join(backup.file_name))?;
        }
        for entry in fs::read_dir(&self.folder).into_iter().flatten().filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let whole = name.find(".part").map(|end| &name[..end]);
            if whole.is_some_and(|whole| self.parse(whole).is_some()) {
                files::remove_if_there(&entry.path())
                    .map_err(|error| files::failed("drop a cut-off backup", &error))?;
            }
        }
        Ok(())
    }
}

/// Makes a backup of an open salon, checks it, drops the oldest ones.
///
/// # Errors
/// `disk_full`, `damaged` where the copy does not pass its check (it is removed), or what the
/// system says.
pub fn make(store: &Store, why: Why, now: Timestamp) -> Result<Backup, CommandError> {
    Shelf::beside(store.path())
        .put(store.key(), why, now, |part| store.backup_to(part).map_err(|error| store_error(&error, store.path())))
}

/// Makes a backup of a salon's file that nobody has open (before a migration): the file with
/// its log, which the check that follows works into the copy.
///
/// # Errors
/// As [`make`].
pub fn make_of_file(salon: &Path, key: &Key, why: Why, now: Timestamp) -> Result<Backup, CommandError> {
    Shelf::beside(salon).put(key, why, now, |part| {
        let (from, to) = (files::with_companions(salon), files::with_companions(part));
        for (from, to) in from.iter().zip(&to).take(2).filter(|(from, _)| from.exists()) {
            files::copy_durably(from, to).map_err(|error| files::failed("copy the salon's file", &error))?;
        }
        Ok(())
    })
}

/// Copies a finished backup into the second folder and checks the copy there.
///
/// # Errors
/// Where the folder is not there, is full, or the copy does not pass.
pub fn copy_to_second(salon: &Path, name: &str, second: &Path, key: &Key) -> Result<(), CommandError> {
    let from = Shelf::beside(salon).folder.join(name);
    let copied = Shelf::at(second, salon).put_as(name, key, |part| {
        files::copy_durably(&from, part).map_err(|error| files::failed("copy to the second backup folder", &error))
    });
    copied.map(|_| ())
}

/// Opens a backup and checks it: SQLite's integrity, the chain, the ledger.
///
/// # Errors
/// `wrong_key`, or `damaged` naming the first check that failed.
pub fn check(file: &Path, key: &Key) -> Result<(), CommandError> {
    let checks = Store::verify_file(file, key).map_err(|error| store_error(&error, file))?;
    match checks.iter().find(|check| !check.ok) {
        Some(failed) => Err(CommandError::new(ErrorCode::Damaged)
            .with("file", file.display())
            .with("detail", format!("{}: {}", failed.name, failed.detail))),
        None => Ok(()),
    }
}

fn remove(file: &Path) -> Result<(), CommandError> {
    files::remove_database(file).map_err(|error| files::failed("drop an old backup", &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Timestamp = Timestamp::from_millis(1_795_243_500_000);

    #[test]
    fn a_name_says_of_which_salon_when_and_why_and_reads_back() {
        let shelf = Shelf::beside(Path::new("/a/my salon.db"));
        for why in Why::ALL {
            let name = shelf.name(MOMENT, why);
            assert_eq!(shelf.parse(&name), Some((MOMENT, why)), "{name}");
        }
        assert_eq!(shelf.name(MOMENT, Why::Shift), "my salon-20261121-064500-shift.db");
        for other in [
            "my salon-20261121-064500-shift.db.part",
            "my salon-2-20261121-064500-shift.db",
            "other-20261121-064500-shift.db",
            "my salon-x-daily.db",
            "my salon-20261321-064500-daily.db",
            "notes.txt",
        ] {
            assert_eq!(shelf.parse(other), None, "{other}");
        }
    }

    #[test]
    fn two_backups_of_one_second_have_two_names() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::at(folder.path(), Path::new("a.db"));
        let (first, _) = shelf.free_name(Why::Shift, MOMENT);
        std::fs::write(folder.path().join(&first), "x").unwrap();
        let (second, at) = shelf.free_name(Why::Shift, Timestamp::from_millis(MOMENT.millis() + 999));
        assert_ne!(first, second);
        assert_eq!(shelf.parse(&second), Some((at, Why::Shift)));
    }

    #[test]
    fn the_latest_fourteen_of_a_salon_stay_and_other_files_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::at(folder.path(), Path::new("adelante.db"));
        for day in 0..20 {
            let at = MOMENT.plus_seconds(day * 86_400);
            std::fs::write(folder.path().join(shelf.name(at, Why::Daily)), "x").unwrap();
        }
        std::fs::write(folder.path().join("adelante-20200101-000000-daily.db.part-wal"), "x").unwrap();
        for other in ["notes of the owner.txt", "second salon-20200101-000000-daily.db"] {
            std::fs::write(folder.path().join(other), "x").unwrap();
        }
        shelf.drop_oldest().unwrap();
        let left = shelf.list();
        assert_eq!(left.len(), KEPT);
        assert!(left.windows(2).all(|pair| pair[0].at > pair[1].at));
        assert_eq!(shelf.latest(), Some(MOMENT.plus_seconds(19 * 86_400)));
        assert!(folder.path().join("notes of the owner.txt").exists());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), KEPT + 2);
    }
}
