//! Backups, restore and the check of the file, as commands.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use adelante_domain::permission::Permission;
use adelante_engine::Caller;
use adelante_store::Key;
use adelante_wire::table::Call;
use adelante_wire::{
    AppState, Backup, BackupList, CommandError, Done, EnterDatabaseKey, ErrorCode, MakeBackup, RestoreBackup,
    SetBackupFolder, Verified, VerifyLine,
};

use crate::backup::{self, Shelf, Why};
use crate::desk::{State, ask, input, internal, opened_state};
use crate::errors::store_error;
use crate::opening::{self, Opened};
use crate::preferences::Preferences;
use crate::restore::Aside;
use crate::{Desk, key, restore};

/// Seconds between two daily backups.
const DAY_SECONDS: i64 = 24 * 3600;

impl Desk {
    pub(crate) fn list_backups(&self, call: &Call, caller: &Caller) -> Result<BackupList, CommandError> {
        self.permit_or_nobody(call, caller, Permission::Backups)?;
        let shelf = Shelf::beside(self.file());
        Ok(BackupList {
            backups: shelf.list(),
            folder: shelf.folder().display().to_string(),
            second_folder: self.preferences().second_backup_folder,
        })
    }

    pub(crate) fn make_backup(&self, call: &Call, caller: &Caller) -> Result<Backup, CommandError> {
        let MakeBackup {} = input(call)?;
        self.permit(call, caller, Permission::Backups)?;
        let state = self.read();
        self.backup_now(state.salon()?, Why::Manual)
    }

    pub(crate) fn set_backup_folder(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let SetBackupFolder { folder } = input(call)?;
        self.permit(call, caller, Permission::Backups)?;
        self.read().salon()?;
        let folder = folder.trim().to_owned();
        if !folder.is_empty() && !Path::new(&folder).is_dir() {
            return Err(CommandError::new(ErrorCode::NotFound).with("what", "folder"));
        }
        self.prefer(|preferences| preferences.second_backup_folder = folder)?;
        Ok(Done {})
    }

    /// One action: the backup is checked, the present file goes aside, the backup takes its
    /// place, a new engine with a device identity of its own takes over.
    pub(crate) fn restore_backup(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let wanted: RestoreBackup = input(call)?;
        self.permit_or_nobody(call, caller, Permission::Backups)?;
        let backup = self.find_backup(&wanted.file_name)?;
        let (key, changed) = self.key_of_backup(&backup, &wanted.database_key)?;
        let mut state = self.write();
        if let State::Broken(error) = &*state
            && matches!(error.code, ErrorCode::AlreadyRunning | ErrorCode::UnsafeFolder)
        {
            return Err(error.clone());
        }
        let aside = match &*state {
            State::Salon(opened) => {
                backup::make(opened.engine.store(), Why::BeforeRestore, self.options.clock.now())?;
                Aside::Replaced
            }
            State::Practice { .. } => return Err(CommandError::new(ErrorCode::NotInPractice)),
            State::Broken(_) => Aside::Damaged,
        };
        restore::decide(self.file(), &backup, &key, changed)?;
        // From here on the restore is decided. The file must be closed before it is moved.
        *state = State::Broken(internal("a restore was cut off: start the program again"));
        restore::finish_as(&self.options, aside)?;
        *state = opened_state(&self.options, &self.listeners);
        let answer = state.engine().and_then(|engine| engine.after_restore().map_err(|error| error.0));
        drop(state);
        self.imports.clear();
        self.listeners.replaced();
        answer.map(|()| Done {})
    }

    /// Opens the file with the key that the owner printed, where this PC has lost it.
    pub(crate) fn enter_database_key(&self, call: &Call) -> Result<Done, CommandError> {
        let EnterDatabaseKey { database_key } = input(call)?;
        let mut state = self.write();
        let State::Broken(error) = &*state else {
            return Err(CommandError::new(ErrorCode::BadInput).with("detail", "the file is open"));
        };
        if !matches!(error.code, ErrorCode::WrongKey | ErrorCode::Damaged) {
            return Err(error.clone());
        }
        let opened = opening::open_with_typed(&self.options, &key::parse_printed(&database_key)?)?;
        self.listeners.follow(&opened.engine);
        *state = State::Salon(opened);
        drop(state);
        *self.preferences.lock().unwrap_or_else(PoisonError::into_inner) = Preferences::read(self.file());
        self.listeners.replaced();
        Ok(Done {})
    }

    pub(crate) fn verify(&self, call: &Call, caller: &Caller) -> Result<Verified, CommandError> {
        self.permit(call, caller, Permission::Backups)?;
        let state = self.read();
        let checks = state.engine()?.store().verify().map_err(|error| store_error(&error, self.file()))?;
        let lines: Vec<VerifyLine> = checks
            .into_iter()
            .map(|check| VerifyLine {
                check: check.name.to_owned(),
                ok: check.ok,
                count: check.count,
                detail: check.detail,
            })
            .collect();
        Ok(Verified { ok: lines.iter().all(|line| line.ok), lines })
    }

    /// Makes a backup and copies it to the second folder, if one is chosen. A stick that is not
    /// plugged in does not spoil the backup; the owner is warned.
    pub(crate) fn backup_now(&self, opened: &Opened, why: Why) -> Result<Backup, CommandError> {
        let store = opened.engine.store();
        let made = backup::make(store, why, self.options.clock.now());
        self.backup_failed.store(made.is_err(), Ordering::Relaxed);
        let made = made?;
        let second = self.preferences().second_backup_folder;
        if !second.is_empty() {
            let copied = backup::copy_to_second(self.file(), &made.file_name, Path::new(&second), store.key());
            if let Err(error) = copied {
                tracing::warn!(code = error.code.as_str(), "no copy in the second backup folder");
                self.backup_failed.store(true, Ordering::Relaxed);
            }
        }
        Ok(made)
    }

    /// A backup that nobody waits for: a failure is remembered and shown.
    pub(crate) fn backup_quietly(&self, why: Why) {
        let state = self.read();
        let Ok(opened) = state.salon() else { return };
        if let Err(error) = self.backup_now(opened, why) {
            tracing::warn!(code = error.code.as_str(), why = why.as_str(), "no backup");
        }
    }

    /// Makes the daily backup where a day has gone by and there is a salon to keep.
    pub(crate) fn daily_backup(&self) {
        let due = self.options.clock.now().plus_seconds(-DAY_SECONDS);
        if Shelf::beside(self.file()).latest().is_none_or(|latest| latest <= due) && self.has_salon() {
            self.backup_quietly(Why::Daily);
        }
    }

    fn has_salon(&self) -> bool {
        let state = self.read();
        let Ok(opened) = state.salon() else { return false };
        let call = Call { command: String::new(), input: serde_json::Value::Null, request_id: None, session_id: None };
        let seen = ask::<AppState>(&opened.engine, &call, &Caller::Program, "get_app_state", &serde_json::json!({}));
        seen.is_ok_and(|seen| !seen.salon_name.is_empty())
    }

    /// A name from the list, in either folder, or a full path.
    fn find_backup(&self, name: &str) -> Result<PathBuf, CommandError> {
        let second = self.preferences().second_backup_folder;
        let given = Path::new(name);
        let places = if given.is_absolute() {
            vec![given.to_path_buf()]
        } else if given.file_name().is_some_and(|only| only == given.as_os_str()) {
            let mut places = vec![Shelf::beside(self.file()).folder().join(name)];
            if !second.is_empty() {
                places.push(Path::new(&second).join(name));
            }
            places
        } else {
            Vec::new()
        };
        let found = places.into_iter().find(|path| path.is_file() && path != self.file());
        found.ok_or_else(|| CommandError::new(ErrorCode::NotFound).with("what", "backup"))
    }

    /// The key that opens a backup, and whether it is another one than this PC's.
    fn key_of_backup(&self, backup: &Path, typed: &str) -> Result<(Key, bool), CommandError> {
        let kept = key::find(self.file(), self.options.key_file.as_deref(), self.options.keychain)?;
        if !typed.trim().is_empty() {
            let typed = key::parse_printed(typed)?;
            let changed = kept.first().is_none_or(|found| found.key != typed);
            backup::check(backup, &typed)?;
            return Ok((typed, changed));
        }
        let mut refused = CommandError::new(ErrorCode::WrongKey).with("file", backup.display());
        for (index, found) in kept.iter().enumerate() {
            match backup::check(backup, &found.key) {
                Ok(()) => return Ok((found.key.clone(), index > 0)),
                Err(error) if error.code == ErrorCode::WrongKey => refused = error,
                Err(error) => return Err(error),
            }
        }
        Err(refused)
    }

    /// What this PC remembers beside the file.
    pub(crate) fn preferences(&self) -> Preferences {
        self.preferences.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes what this PC remembers.
    pub(crate) fn prefer(&self, change: impl FnOnce(&mut Preferences)) -> Result<(), CommandError> {
        let mut preferences = self.preferences.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changed = preferences.clone();
        change(&mut changed);
        changed.write(self.file())?;
        *preferences = changed;
        Ok(())
    }
}
