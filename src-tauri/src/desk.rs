//! The desk behind the window: opened on a thread of its own while the web view starts.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use adelante_base::SystemClock;
use adelante_base::id::SystemIds;
use adelante_engine::Caller;
use adelante_host::key::KeychainUse;
use adelante_host::{Desk, DeskOptions, Upkeep, system_language};
use adelante_wire::table::{Call, Event};
use adelante_wire::{AppState, CommandError, ErrorCode};
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State};

use crate::window;

/// The event that tells the window what is stale.
const EVENT: &str = "adelante-event";

/// The desk, once it is open. Whoever calls before waits.
#[derive(Clone, Default)]
pub(crate) struct DeskHandle(Arc<(Mutex<Opening>, Condvar)>);

#[derive(Default)]
enum Opening {
    #[default]
    Soon,
    Open(Arc<Desk>),
    Closed,
}

impl DeskHandle {
    /// The desk; waits while it is being opened. `None`: the program is ending.
    fn desk(&self) -> Option<Arc<Desk>> {
        let (opening, changed) = &*self.0;
        let opening = opening.lock().unwrap_or_else(PoisonError::into_inner);
        let opening = changed.wait_while(opening, |opening| matches!(opening, Opening::Soon));
        match &*opening.unwrap_or_else(PoisonError::into_inner) {
            Opening::Open(desk) => Some(desk.clone()),
            _ => None,
        }
    }

    fn opened(&self, desk: Arc<Desk>) {
        self.change(|opening| {
            if matches!(opening, Opening::Soon) {
                *opening = Opening::Open(desk);
            }
        });
    }

    /// Lets the desk go once what it does by itself has ended; its file is closed when the last
    /// running call ends.
    pub(crate) fn close(&self) {
        let mut last = Opening::Closed;
        self.change(|opening| std::mem::swap(opening, &mut last));
        if let Opening::Open(desk) = last {
            desk.end_upkeep();
        }
    }

    fn change(&self, change: impl FnOnce(&mut Opening)) {
        let (opening, changed) = &*self.0;
        change(&mut opening.lock().unwrap_or_else(PoisonError::into_inner));
        changed.notify_all();
    }
}

/// The window's one entry: every command of the table.
#[tauri::command]
pub(crate) async fn call(call: Call, desk: State<'_, DeskHandle>) -> Result<Value, CommandError> {
    let desk = desk.inner().clone();
    let answered = tauri::async_runtime::spawn_blocking(move || match desk.desk() {
        Some(desk) => desk.call(&call, Caller::Session),
        None => Err(CommandError::new(ErrorCode::Internal).with("detail", "the program is ending")),
    });
    answered
        .await
        .unwrap_or_else(|_| Err(CommandError::new(ErrorCode::Internal).with("detail", "the command broke off")))
}

/// Whether the program opens the salon of this user, not a named file.
pub(crate) fn is_the_usual_salon() -> bool {
    named_file("ADELANTE_DB").is_none()
}

/// Opens the desk on a thread, so that the web view starts at the same time.
pub(crate) fn open(app: &AppHandle, handle: &DeskHandle) -> tauri::Result<()> {
    let file = match named_file("ADELANTE_DB") {
        Some(file) => file,
        None => app.path().app_local_data_dir()?.join("adelante.db"),
    };
    let options = DeskOptions {
        file,
        key_file: named_file("ADELANTE_KEY_FILE"),
        keychain: KeychainUse::Allowed,
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        language: system_language(),
        upkeep: Upkeep::ByItself,
    };
    let (app, handle) = (app.clone(), handle.clone());
    std::thread::Builder::new().name("open the desk".to_owned()).spawn(move || {
        let desk = Desk::open(options);
        let (window, told) = (app.clone(), handle.clone());
        desk.on_event(move |event| {
            // No window any more: the program is ending.
            let _ = window.emit(EVENT, event);
            if changes_the_title(event) {
                retitle(&window, &told);
            }
        });
        handle.opened(desk);
    })?;
    Ok(())
}

fn changes_the_title(event: &Event) -> bool {
    event.kind == "replaced" || event.topics.iter().any(|topic| topic == "salon")
}

/// Puts the salon's name into the window's title; on a thread of its own, because whoever
/// tells of an event must not wait for the desk.
pub(crate) fn retitle(app: &AppHandle, handle: &DeskHandle) {
    let (app, handle) = (app.clone(), handle.clone());
    tauri::async_runtime::spawn_blocking(move || {
        let call = Call { command: "get_app_state".to_owned(), input: Value::Null, request_id: None, session_id: None };
        let answer = handle.desk().and_then(|desk| desk.call(&call, Caller::Session).ok());
        let state = answer.and_then(|answer| serde_json::from_value::<AppState>(answer).ok());
        if let Some(state) = state {
            window::set_title(&app, &state.salon_name);
        }
    });
}

fn named_file(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
