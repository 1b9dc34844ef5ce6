//! Effects outside the database: written with the operation that wants them, done after its
//! commit, tried again, visible. A failed one never undoes what was saved.

use adelante_base::{JobId, OperationId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::operation::parsed;
use crate::{Door, Store, StoreError};

/// Tries before a job is left to a person.
pub const TRIES_MAX: u32 = 5;

/// Who does a kind of job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Only the device that made it (a print, a drawer, a fiscal device).
    Here,
    /// Once per salon, by the cloud (messages, mail).
    Hub,
}

impl Place {
    /// As stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Hub => "hub",
        }
    }
}

/// A job that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which.
    pub id: JobId,
    /// The operation that wants it.
    pub operation: OperationId,
    /// What is to be done: `print_receipt`.
    pub kind: String,
    /// With what, JSON: ids only, no personal data.
    pub payload: String,
    /// How often it was tried.
    pub tries: u32,
    /// Wanted at.
    pub made_at: Timestamp,
    /// Given up after [`TRIES_MAX`] tries: waits for a person.
    pub failed: bool,
    /// What the last try said.
    pub last_error: Option<String>,
    /// Not tried before; none: at once.
    pub next_at: Option<Timestamp>,
}

impl Job {
    /// How long to wait after another failed try: ten seconds, half a minute, two minutes, five.
    #[must_use]
    pub const fn wait_seconds(&self) -> i64 {
        match self.tries {
            0 => 10,
            1 => 30,
            2 => 120,
            _ => 300,
        }
    }
}

/// Wants something done after this operation's commit, but not after `not_after`.
///
/// # Errors
/// What SQLite says.
pub fn insert(
    door: &Door<'_>,
    kind: &'static str,
    place: Place,
    payload: &str,
    not_after: Option<Timestamp>,
) -> Result<JobId, StoreError> {
    let id = JobId::new(door.ids(), door.at());
    door.connection().prepare_cached(include_str!("insert.sql"))?.execute(named_params! {
        ":id": id.to_string(),
        ":operation": door.first_operation().to_string(),
        ":kind": kind,
        ":place": place.as_str(),
        ":payload": payload,
        ":not_after": not_after.map(Timestamp::millis),
        ":made_at": door.at().millis(),
    })?;
    Ok(id)
}

/// Jobs of this device that wait and are due, oldest first.
///
/// # Errors
/// What SQLite says.
pub fn waiting(connection: &Connection, place: Place, now: Timestamp, limit: u32) -> Result<Vec<Job>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("waiting.sql"))?;
    let rows =
        all.query_map(named_params! { ":place": place.as_str(), ":now": now.millis(), ":limit": limit }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Jobs of a kind that this device still has to do, and those wanted since a moment that it gave
/// up; oldest first.
///
/// # Errors
/// What SQLite says.
pub fn queue(connection: &Connection, kind: &str, since: Timestamp, limit: u32) -> Result<Vec<Job>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("queue.sql"))?;
    let rows = all.query_map(named_params! { ":kind": kind, ":since": since.millis(), ":limit": limit }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A job of this device that waits or was given up.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: JobId) -> Result<Option<Job>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    Ok(find.query_row(named_params! { ":id": id.to_string() }, read).optional()?)
}

/// When the next job that waits for its time is due.
///
/// # Errors
/// What SQLite says.
pub fn next_due(connection: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT min(next_at) AS due FROM job WHERE state = 'waiting' AND place = 'here'";
    let due: Option<i64> = connection.prepare_cached(sql)?.query_row([], |row| row.get("due"))?;
    Ok(due.map(Timestamp::from_millis))
}

/// How many jobs of a kind this device still has to do or has failed to do, of those wanted since
/// a moment.
///
/// # Errors
/// What SQLite says.
pub fn undone(connection: &Connection, kind: &str, since: Timestamp) -> Result<u32, StoreError> {
    let mut count = connection.prepare_cached(include_str!("undone.sql"))?;
    Ok(count.query_row(named_params! { ":kind": kind, ":since": since.millis() }, |row| row.get("jobs"))?)
}

impl Store {
    /// A job was done.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn job_done(&self, id: JobId, at: Timestamp) -> Result<(), StoreError> {
        self.write_local(|connection| {
            let sql = "UPDATE job SET state = 'done', done_at = ?2, last_error = NULL WHERE id = ?1";
            connection.prepare_cached(sql)?.execute(rusqlite::params![id.to_string(), at.millis()])?;
            Ok(())
        })
    }

    /// A job failed: it waits for another try at `next_at`, or, after [`TRIES_MAX`], for a
    /// person. `why` is what the device said.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn job_failed(&self, id: JobId, why: &str, next_at: Timestamp) -> Result<(), StoreError> {
        self.write_local(|connection| {
            connection.prepare_cached(include_str!("failed.sql"))?.execute(named_params! {
                ":id": id.to_string(), ":why": why, ":next_at": next_at.millis(), ":tries_max": TRIES_MAX,
            })?;
            Ok(())
        })
    }

    /// Somebody wants a job no more.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn job_dropped(&self, id: JobId) -> Result<(), StoreError> {
        self.write_local(|connection| {
            let sql = "UPDATE job SET state = 'expired' WHERE id = ?1 AND state IN ('waiting', 'failed')";
            connection.prepare_cached(sql)?.execute([id.to_string()])?;
            Ok(())
        })
    }

    /// Lets jobs go that nobody wants any more (no receipt is printed a week late).
    ///
    /// # Errors
    /// What SQLite says.
    pub fn expire_jobs(&self, now: Timestamp) -> Result<(), StoreError> {
        self.write_local(|connection| {
            let sql = "UPDATE job SET state = 'expired' WHERE state = 'waiting' AND not_after < ?1";
            connection.prepare_cached(sql)?.execute([now.millis()])?;
            Ok(())
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Job> {
    Ok(Job {
        id: parsed(row, "id")?,
        operation: parsed(row, "operation")?,
        kind: row.get("kind")?,
        payload: row.get("payload")?,
        tries: row.get("tries")?,
        made_at: Timestamp::from_millis(row.get("made_at")?),
        failed: row.get::<_, String>("state")? == "failed",
        last_error: row.get("last_error")?,
        next_at: row.get::<_, Option<i64>>("next_at")?.map(Timestamp::from_millis),
    })
}
