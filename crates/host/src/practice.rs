//! Practice on a copy: everything works as at the desk and nothing of it is kept.

use std::path::{Path, PathBuf};

use adelante_domain::permission::Permission;
use adelante_engine::Caller;
use adelante_store::Store;
use adelante_wire::table::Call;
use adelante_wire::{CommandError, Done, ErrorCode};

use crate::desk::{State, internal};
use crate::errors::store_error;
use crate::opening::start_engine;
use crate::{Desk, files};

impl Desk {
    /// Makes a copy of the salon and works with it until practice ends or the program does.
    pub(crate) fn start_practice(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        self.permit(call, caller, Permission::CalendarRead)?;
        let path = practice_file(self.file());
        let mut state = self.write();
        let salon = state.salon()?.engine.store();
        let told = |error: std::io::Error| files::failed("make the practice copy", &error);
        files::remove_database(&path).map_err(told)?;
        salon.backup_to(&path).map_err(|error| store_error(&error, &path))?;
        let store = Store::open(&path, salon.key()).map_err(|error| store_error(&error, &path))?;
        let copy = start_engine(&self.options, store)?;
        copy.after_restore().map_err(|error| error.0)?;
        self.listeners.follow(&copy);
        let before = std::mem::replace(&mut *state, State::Broken(internal("practice begins")));
        *state = match before {
            State::Salon(kept) => State::Practice { copy, kept },
            other => other,
        };
        drop(state);
        self.imports.clear();
        self.listeners.replaced();
        Ok(Done {})
    }

    /// Back to the salon; the copy is removed.
    pub(crate) fn stop_practice(&self) -> Result<Done, CommandError> {
        let mut state = self.write();
        if !matches!(&*state, State::Practice { .. }) {
            return Err(CommandError::new(ErrorCode::BadInput).with("detail", "nobody is practising"));
        }
        let before = std::mem::replace(&mut *state, State::Broken(internal("practice ends")));
        *state = match before {
            State::Practice { kept, .. } => State::Salon(kept),
            other => other,
        };
        drop(state);
        self.imports.clear();
        self.listeners.replaced();
        files::remove_database(&practice_file(self.file()))
            .map_err(|error| files::failed("remove the practice copy", &error))?;
        Ok(Done {})
    }
}

/// `adelante.db.practice`: what a program that was killed left there is overwritten next time.
fn practice_file(salon: &Path) -> PathBuf {
    files::beside(salon, ".practice")
}
