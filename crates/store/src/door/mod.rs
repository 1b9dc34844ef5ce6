//! The write door: one command, one transaction, rows and the record of the change together.
//!
//! [`Store::write`] begins, answers a repeated request with its first result, runs the body,
//! and closes: what the triggers reported becomes `change` rows, the `operation` row continues
//! this device's hash chain, derived caches are rebuilt, and one commit makes all of it
//! durable. Nothing is told to anybody before that commit.

pub mod chain;
mod finish;

use adelante_base::{BatchId, DeviceId, Hlc, IdSource, OperationId, RequestId, Timestamp};
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, params_from_iter};
use serde_json::Value as Json;

use crate::log::{Log, Logged};
use crate::{Store, StoreError};

/// An operation has at most this many changes; more is a batch.
pub const CHANGES_MAX: usize = 1_000;

/// What an operation is before it runs.
#[derive(Clone, Copy)]
pub struct Begin<'a> {
    /// Chosen by the caller before it asked.
    pub request_id: RequestId,
    /// Kind, past tense.
    pub kind: &'static str,
    /// What undo means for it: `inverse`, `compensate`, `mixed`, `never`.
    pub undo: &'static str,
    /// Staff id, or `program`.
    pub actor: &'a str,
    /// Now.
    pub at: Timestamp,
    /// SHA-256 of the command's name and input: the same request must bring the same body.
    pub body_hash: [u8; 32],
    /// Version of the program.
    pub app_version: &'a str,
    /// Where ids and salts come from.
    pub ids: &'a dyn IdSource,
}

/// What a body hands back besides its rows.
pub struct Outcome {
    /// The answer, ≤ 4 KB: stored with the operation for whoever asks again.
    pub result: Json,
    /// Reason given by the person, or none.
    pub reason: Option<String>,
    /// The operation that this one undoes or redoes.
    pub undo_of: Option<OperationId>,
    /// Overrides the declared undo, where the command decides it by what it did.
    pub undo: Option<&'static str>,
}

impl Outcome {
    /// Only an answer.
    #[must_use]
    pub const fn of(result: Json) -> Self {
        Self { result, reason: None, undo_of: None, undo: None }
    }

    /// With a reason.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = (!reason.is_empty()).then(|| reason.to_owned());
        self
    }
}

/// What a write did.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The answer.
    pub result: Json,
    /// Topics whose readers are stale now; empty where nothing changed or the request was
    /// answered before.
    pub topics: Vec<&'static str>,
}

/// The open door: the only way to write a synced row.
pub struct Door<'c> {
    transaction: Transaction<'c>,
    log: Log,
    begin: Begin<'c>,
    device: DeviceId,
    operation: OperationId,
    first_operation: OperationId,
    hlc: Hlc,
    batch: Option<BatchId>,
    part: u32,
    topics: Vec<&'static str>,
}

impl Store {
    /// Runs one command through the write door.
    ///
    /// # Errors
    /// What the body refuses with, or what the store says; in both cases nothing is written.
    pub fn write<E: From<StoreError>>(
        &self,
        begin: Begin<'_>,
        body: impl FnOnce(&mut Door<'_>) -> Result<Outcome, E>,
    ) -> Result<Written, E> {
        let mut writer = self.writer();
        writer.begin_clean()?;
        let log = writer.log.clone();
        let transaction =
            writer.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        if let Some(result) = answered(&transaction, &begin)? {
            return Ok(Written { result, topics: Vec::new() });
        }
        let mut door = Door::open(transaction, log, begin)?;
        let outcome = body(&mut door)?;
        Ok(door.close(outcome)?)
    }
}

/// The stored result of a request that was answered before.
fn answered(connection: &Connection, begin: &Begin<'_>) -> Result<Option<Json>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("answered.sql"))?;
    let mut rows = find.query([begin.request_id.to_string()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let same_actor = row.get::<_, String>("actor")? == begin.actor;
    let same_body = row.get::<_, Vec<u8>>("body_hash")? == begin.body_hash;
    if !(same_actor && same_body) {
        return Err(StoreError::RequestIdReused);
    }
    Ok(Some(serde_json::from_str(&row.get::<_, String>("result")?)?))
}

impl<'c> Door<'c> {
    fn open(transaction: Transaction<'c>, log: Log, begin: Begin<'c>) -> Result<Self, StoreError> {
        let (device, last): (DeviceId, Hlc) = crate::local::device(&transaction, begin.at, begin.ids)?;
        let operation = OperationId::new(begin.ids, begin.at);
        let door = Self {
            hlc: last.next(begin.at),
            transaction,
            log,
            begin,
            device,
            operation,
            first_operation: operation,
            batch: None,
            part: 1,
            topics: Vec::new(),
        };
        crate::local::open_door(&door.transaction, "write")?;
        Ok(door)
    }

    /// Now, as the caller says.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.begin.at
    }

    /// Where ids come from.
    #[must_use]
    pub fn ids(&self) -> &'c dyn IdSource {
        self.begin.ids
    }

    /// Who asks: a staff id, or `program`.
    #[must_use]
    pub const fn actor(&self) -> &'c str {
        self.begin.actor
    }

    /// This device.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// The operation that the whole command is known by; of a batch, the first.
    #[must_use]
    pub const fn first_operation(&self) -> OperationId {
        self.first_operation
    }

    /// Whether the PC's clock stands more than a minute before the last saved operation.
    #[must_use]
    pub fn clock_is_back(&self) -> bool {
        self.begin.at.plus_seconds(60) < self.hlc.at()
    }

    /// The connection, to read with. Writing past [`Door::insert`] and [`Door::update`] is
    /// possible for local tables only; triggers refuse the rest.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.transaction
    }

    /// Inserts a row into a synced table.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn insert(&self, table: &'static str, columns: &[(&'static str, Value)]) -> Result<(), StoreError> {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "));
        let values = params_from_iter(columns.iter().map(|(_, value)| value));
        self.transaction.prepare_cached(&sql)?.execute(values)?;
        Ok(())
    }

    /// Updates columns of one row of a synced table. Columns that stay the same are not
    /// reported as changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such row, and what SQLite says.
    pub fn update(&self, table: &'static str, id: &str, columns: &[(&'static str, Value)]) -> Result<(), StoreError> {
        let sets: Vec<String> = columns.iter().map(|(name, _)| format!("{name} = ?")).collect();
        let sql = format!("UPDATE {table} SET {} WHERE id = ?", sets.join(", "));
        let id = Value::from(id.to_owned());
        let values = params_from_iter(columns.iter().map(|(_, value)| value).chain(std::iter::once(&id)));
        if self.transaction.prepare_cached(&sql)?.execute(values)? == 0 {
            return Err(StoreError::NotFound { what: table });
        }
        Ok(())
    }

    /// Takes a row out of the lists. Synced rows are never deleted.
    ///
    /// # Errors
    /// As [`Door::update`].
    pub fn retire(&self, table: &'static str, id: &str) -> Result<(), StoreError> {
        self.update(table, id, &[("retired_at", self.at().millis().into())])
    }

    /// In a batch: ends this operation where it is nearly full and begins the next one of the
    /// same batch. Call it between two things that each are whole.
    ///
    /// # Errors
    /// As closing an operation.
    pub fn room_for(&mut self, changes: usize, outcome: impl FnOnce() -> Outcome) -> Result<(), StoreError> {
        if self.log.len() + changes <= CHANGES_MAX {
            return Ok(());
        }
        let batch = *self.batch.get_or_insert_with(|| BatchId::from_uuid(self.first_operation.uuid()));
        let logged = self.log.take();
        self.record(logged, &outcome(), Some(batch))?;
        self.part += 1;
        self.operation = OperationId::new(self.begin.ids, self.begin.at);
        self.hlc = self.hlc.next(self.begin.at);
        Ok(())
    }

    /// The batch, where more than one operation was needed.
    #[must_use]
    pub const fn batch(&self) -> Option<BatchId> {
        self.batch
    }

    fn close(mut self, outcome: Outcome) -> Result<Written, StoreError> {
        let logged = self.log.take();
        if logged.is_empty() && self.part == 1 {
            // Nothing differs: nothing to record, and asking again gives the same answer.
            return Ok(Written { result: outcome.result, topics: Vec::new() });
        }
        self.record(logged, &outcome, self.batch)?;
        crate::local::close_door(&self.transaction, self.hlc)?;
        let topics = std::mem::take(&mut self.topics);
        self.transaction.commit()?;
        Ok(Written { result: outcome.result, topics })
    }

    fn note_topics(&mut self, logged: &[Logged]) {
        for entry in logged {
            if !self.topics.contains(&entry.table.topic) {
                self.topics.push(entry.table.topic);
            }
        }
    }
}
