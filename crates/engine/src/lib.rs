//! The engine: what can be done with a salon's file, by whom, and what undo means for it.
//!
//! Begin with [`command`] (what every command declares) and [`router`] (from a command's name
//! to its code). Each noun has a folder; a mutation decides with `domain`, writes with `store`,
//! and is undone by rule, not by hand.
//!
//! This crate must not know: Tauri, HTTP, files, printers, async, the language of a sentence.
//! Hosts (the desktop, the command line, the bridge, tests) hand in a clock, randomness and a
//! caller, and get JSON of the contract back.
#![deny(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::float_arithmetic)]

pub mod appointment;
pub mod client;
pub mod command;
pub mod credit;
pub mod error;
pub mod history;
pub mod money;
pub mod payroll;
pub mod people;
pub mod product;
pub mod resource;
pub mod router;
pub mod salon;
pub mod schedule;
pub mod service;
pub mod staff;
pub mod standing_order;
pub mod waitlist;

use std::sync::{Arc, Mutex, PoisonError};

use adelante_base::{Clock, IdSource, StaffMemberId, Timestamp};
use adelante_store::{Store, StoreError};
use adelante_wire::table::Event;

pub use command::{Actor, Context, Mutation, Query, Undo};
pub use error::EngineError;

/// Who a call comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// The session named in the call decides.
    Session,
    /// The program itself (the command line without `--as`): everything is allowed.
    Program,
    /// A staff member, as the command line's `--as` says.
    Staff(StaffMemberId),
}

type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// A salon's file with everything that can be done with it.
pub struct Engine {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn IdSource>,
    pub(crate) app_version: String,
    pub(crate) sessions: Mutex<people::session::Sessions>,
    listeners: Mutex<Vec<Listener>>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine over an open file.
    ///
    /// # Errors
    /// What the store says.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn IdSource>,
        app_version: &str,
    ) -> Result<Self, StoreError> {
        store.write_local(|connection| {
            adelante_store::local::device(connection, clock.now(), ids.as_ref()).map(|_| ())
        })?;
        Ok(Self {
            store,
            clock,
            ids,
            app_version: app_version.to_owned(),
            sessions: Mutex::default(),
            listeners: Mutex::default(),
        })
    }

    /// The file.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Where ids come from.
    #[must_use]
    pub fn ids(&self) -> &dyn IdSource {
        self.ids.as_ref()
    }

    /// Calls `listener` after every commit, with the topics that are stale now.
    pub fn on_event(&self, listener: Box<dyn Fn(&Event) + Send + Sync>) {
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// Tells every listener.
    pub fn tell(&self, event: &Event) {
        for listener in self.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(event);
        }
    }

    pub(crate) fn tell_progress(&self, done: usize, total: usize) {
        let figure = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (done, total) = (figure(done), figure(total));
        self.tell(&Event { kind: "import_progress".to_owned(), topics: Vec::new(), done, total });
    }

    pub(crate) fn tell_stale(&self, topics: &[&'static str]) {
        if topics.is_empty() {
            return;
        }
        let mut topics: Vec<String> = topics.iter().map(|topic| (*topic).to_owned()).collect();
        topics.push("history".to_owned());
        self.tell(&Event { kind: "stale".to_owned(), topics, done: 0, total: 0 });
    }
}
