//! A salon in a folder of its own, opened as a desk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use adelante_base::id::SystemIds;
use adelante_base::vocabulary::Language;
use adelante_base::{Clock, RequestId, Timestamp};
use adelante_engine::Caller;
use adelante_host::key::KeychainUse;
use adelante_host::{Desk, DeskOptions, Upkeep};
use adelante_wire::CommandError;
use adelante_wire::table::Call;
use serde_json::{Value, json};

/// A clock that goes on by a second each time it is looked at.
#[derive(Debug)]
pub struct Seconds(AtomicI64);

impl Clock for Seconds {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.fetch_add(1_000, Ordering::Relaxed))
    }
}

pub struct Place {
    pub folder: tempfile::TempDir,
    clock: Arc<Seconds>,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), clock: Arc::new(Seconds(AtomicI64::new(1_795_243_500_000))) }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("adelante.db")
    }

    pub fn options(&self) -> DeskOptions {
        DeskOptions {
            file: self.file(),
            key_file: None,
            keychain: KeychainUse::Never,
            clock: self.clock.clone(),
            ids: Arc::new(SystemIds),
            app_version: "1.2.3".to_owned(),
            language: Language::Kk,
            upkeep: Upkeep::None,
        }
    }

    pub fn open(&self) -> Arc<Desk> {
        Desk::open(self.options())
    }

    /// A desk with a salon in it.
    pub fn salon(&self) -> Arc<Desk> {
        let desk = self.open();
        desk.ready().unwrap();
        let salon = json!({
            "name": "Аделанте", "country": "KZ", "currency": "KZT", "zone": "Asia/Almaty", "language": "ru",
            "opens_min": 540, "closes_min": 1260
        });
        ask(&desk, "create_salon", json!({ "salon": salon })).unwrap();
        desk
    }

    /// Files in the folder whose names contain `part`.
    pub fn files(&self, part: &str) -> Vec<PathBuf> {
        files(self.folder.path(), part)
    }
}

pub fn files(folder: &Path, part: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.file_name().unwrap().to_string_lossy().contains(part)).collect()
}

pub fn call(command: &str, input: Value) -> Call {
    let request_id = Some(RequestId::new(&SystemIds, Timestamp::from_millis(1_795_243_500_000)));
    Call { command: command.to_owned(), input, request_id, session_id: None }
}

/// Asks in the program's own name.
pub fn ask(desk: &Desk, command: &str, input: Value) -> Result<Value, CommandError> {
    desk.call(&call(command, input), Caller::Program)
}

pub fn client(desk: &Desk, name: &str) {
    ask(desk, "create_client", json!({ "client": { "first_name": name } })).unwrap();
}

pub fn names(desk: &Desk) -> Vec<String> {
    let page = ask(desk, "list_clients", json!({ "limit": 100 })).unwrap();
    let rows = page["clients"].as_array().unwrap();
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}
