//! Putting a backup in the place of the salon's file, in steps that a power cut may fall
//! between: the checked copy gets the name `FILE.restoring`, and from that moment the restore
//! is decided and finished by the next start at the latest. The present file is kept aside.

use std::fs;
use std::path::{Path, PathBuf};

use adelante_base::Timestamp;
use adelante_store::Key;
use adelante_wire::CommandError;
use chrono::DateTime;

use crate::files::{self, Secrecy};
use crate::opening::DeskOptions;
use crate::{backup, key};

/// Why the present file goes aside: part of its new name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aside {
    /// It is damaged.
    Damaged,
    /// It is whole, a backup was wanted instead.
    Replaced,
}

/// Copies a backup beside the salon's file, checks the copy, and decides the restore. `changed`:
/// the backup's key where it is not the present one.
pub(crate) fn decide(salon: &Path, backup: &Path, key: &Key, changed: bool) -> Result<(), CommandError> {
    let restoring = restoring(salon);
    let part = files::beside(&restoring, ".part");
    let told = |error: std::io::Error| files::failed("copy the backup", &error);
    files::remove_database(&part).map_err(told)?;
    files::copy_durably(backup, &part).map_err(told)?;
    backup::check(&part, key)?;
    if changed {
        let text = format!("{}\n", hex::encode(key.bytes()));
        files::write_whole(&new_key(salon), text.as_bytes(), Secrecy::OwnerOnly).map_err(told)?;
    }
    fs::rename(&part, &restoring).and_then(|()| files::sync_folder(&restoring)).map_err(told)
}

/// Finishes a decided restore at the start of the program; nothing to do in most starts.
pub(crate) fn finish(options: &DeskOptions) -> Result<(), CommandError> {
    finish_as(options, Aside::Replaced)
}

/// Finishes a decided restore. The salon's file must not be open.
pub(crate) fn finish_as(options: &DeskOptions, aside: Aside) -> Result<(), CommandError> {
    let salon = options.file.as_path();
    let told = |error: std::io::Error| files::failed("restore the backup", &error);
    let (restoring, new_key) = (restoring(salon), new_key(salon));
    if !restoring.exists() {
        return Ok(());
    }
    let moved = free_aside(salon, aside, options.clock.now());
    // The database goes last: as long as it is there, a restart begins these steps again.
    let from = files::with_companions(salon);
    let to = files::with_companions(&moved);
    for (from, to) in from.iter().zip(&to).rev() {
        if from.exists() {
            fs::rename(from, to).map_err(told)?;
        }
    }
    if let Some(key) = key::read_key_file(&new_key)? {
        // The file that went aside keeps its own key, or nobody could ever open it again.
        for old in key::find(salon, options.key_file.as_deref(), options.keychain)?.iter().take(1) {
            key::keep(&moved, None, options.keychain, &old.key)?;
        }
        key::keep(salon, options.key_file.as_deref(), options.keychain, &key)?;
    }
    fs::rename(&restoring, salon).and_then(|()| files::sync_folder(salon)).map_err(told)?;
    files::remove_if_there(&new_key).map_err(told)
}

fn restoring(salon: &Path) -> PathBuf {
    files::beside(salon, ".restoring")
}

fn new_key(salon: &Path) -> PathBuf {
    files::beside(salon, ".restoring.key")
}

/// `adelante.db.damaged-20261121-064500`, with a later second where the name is taken.
fn free_aside(salon: &Path, aside: Aside, now: Timestamp) -> PathBuf {
    let word = match aside {
        Aside::Damaged => "damaged",
        Aside::Replaced => "replaced",
    };
    let mut at = now;
    loop {
        let moment = DateTime::from_timestamp_millis(at.millis()).unwrap_or_default();
        let path = files::beside(salon, &format!(".{word}-{}", moment.format("%Y%m%d-%H%M%S")));
        if !path.exists() {
            return path;
        }
        at = at.plus_seconds(1);
    }
}
