//! From a path to a running engine: folder, key, backup before a migration, store, engine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use adelante_base::{Clock, IdSource};
use adelante_engine::Engine;
use adelante_store::{Key, Store};
use adelante_wire::{CommandError, ErrorCode, Language};

use crate::backup::{self, Why};
use crate::errors::store_error;
use crate::key::{self, FoundKey, KeyPlace, KeychainUse};
use crate::preferences::{Preferences, key_check};
use crate::{files, folder, restore};

/// What a desk program is started with.
#[derive(Clone)]
pub struct DeskOptions {
    /// The salon's file; made where there is none.
    pub file: PathBuf,
    /// A key file that the person named.
    pub key_file: Option<PathBuf>,
    /// Whether the system's keychain may be asked.
    pub keychain: KeychainUse,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes ids, salts and keys.
    pub ids: Arc<dyn IdSource>,
    /// Version of the program.
    pub app_version: String,
    /// What the system speaks: the wizard's first language.
    pub language: Language,
    /// Whether backups and chores run by themselves.
    pub upkeep: Upkeep,
}

/// Whether the desk looks after the file by itself while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upkeep {
    /// On a thread of its own: a program that stays open.
    ByItself,
    /// Only what a command brings with it: a program that does one thing and ends.
    None,
}

/// A salon that is open.
pub(crate) struct Opened {
    pub(crate) engine: Engine,
    pub(crate) place: KeyPlace,
}

/// Opens the salon's file. The file is never changed by a failed opening.
pub(crate) fn open(options: &DeskOptions) -> Result<Opened, CommandError> {
    let file = options.file.as_path();
    restore::finish(options)?;
    let keys = key::find_or_make(file, options.key_file.as_deref(), options.keychain, &*options.ids)?;
    let mut refused = CommandError::new(ErrorCode::WrongKey).with("file", file.display());
    for found in &keys {
        match open_with(options, found) {
            Err(error) if error.code == ErrorCode::WrongKey => refused = error,
            answer => return answer,
        }
    }
    // A wrong key and a broken first page look the same. A key that opened the file before
    // is the right one, so then it is the file.
    let before = Preferences::read(file);
    if keys.iter().any(|found| before.knows(&found.key)) {
        refused = CommandError::new(ErrorCode::Damaged)
            .with("file", file.display())
            .with("detail", "the file is not a database any more");
    }
    Err(refused)
}

/// Opens the salon's file with a key that was typed in, and keeps the key if it fits.
pub(crate) fn open_with_typed(options: &DeskOptions, key: &Key) -> Result<Opened, CommandError> {
    let typed = FoundKey { key: key.clone(), place: KeyPlace::Keychain };
    let mut opened = open_with(options, &typed)?;
    opened.place = key::keep(&options.file, options.key_file.as_deref(), options.keychain, key)?.place;
    Ok(opened)
}

fn open_with(options: &DeskOptions, found: &FoundKey) -> Result<Opened, CommandError> {
    let file = options.file.as_path();
    let key = &found.key;
    let told = |error| store_error(&error, file);
    if key::has_content(file) && Store::needs_migration(file, key).map_err(told)? {
        backup::make_of_file(file, key, Why::Migration, options.clock.now())?;
    }
    let engine = start_engine(options, Store::open(file, key).map_err(told)?)?;
    let mut preferences = Preferences::read(file);
    if !preferences.knows(key) {
        preferences.key_check = key_check(key);
        preferences.write(file)?;
    }
    Ok(Opened { engine, place: found.place.clone() })
}

/// Starts an engine over a store.
pub(crate) fn start_engine(options: &DeskOptions, store: Store) -> Result<Engine, CommandError> {
    let file = store.path().to_path_buf();
    Engine::new(store, options.clock.clone(), options.ids.clone(), &options.app_version)
        .map_err(|error| store_error(&error, &file))
}

/// Makes the salon's folder and refuses one where the file would not be safe.
pub(crate) fn prepare_folder(file: &Path) -> Result<(), CommandError> {
    if let Some(kind) = folder::check(file) {
        return Err(CommandError::new(ErrorCode::UnsafeFolder)
            .with("file", file.display())
            .with("kind", kind.as_str()));
    }
    match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => {
            std::fs::create_dir_all(parent).map_err(|error| files::failed("make the salon's folder", &error))
        }
        _ => Ok(()),
    }
}

/// What the system speaks; English where it speaks none of ours.
#[must_use]
pub fn system_language() -> Language {
    let tag = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    tag.get(..2).and_then(|language| language.parse().ok()).unwrap_or(Language::En)
}
