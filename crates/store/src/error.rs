//! What can go wrong between the engine and the file.

use rusqlite::ffi::{ErrorCode as Sqlite, SQLITE_IOERR_SHMSIZE};

/// An error of the store. Carries facts, never personal data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is not a database or its pages are broken. It is kept; a backup is offered.
    #[error("the database file is damaged: {detail}")]
    Damaged {
        /// What SQLite said.
        detail: String,
    },
    /// The key does not open the file (or it is not a database at all).
    #[error("the key does not open the database")]
    WrongKey,
    /// Made by a newer version of the program.
    #[error("the database was made by a newer version (schema {version})")]
    TooNew {
        /// Its schema version.
        version: u32,
    },
    /// No room left on the disk; nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// Another program holds the file.
    #[error("the database is busy")]
    Busy,
    /// The request id was used for something else or by somebody else.
    #[error("this request id was used for another command")]
    RequestIdReused,
    /// An operation would hold more than 1 000 changes: it must be a batch.
    #[error("the operation is too large: {changes} changes")]
    TooManyChanges {
        /// How many.
        changes: usize,
    },
    /// A row that must be there is not.
    #[error("not found: {what}")]
    NotFound {
        /// The noun.
        what: &'static str,
    },
    /// A stored text is not of its form: the file was altered outside the program.
    #[error("a stored value is not of its form: {what}")]
    BadValue {
        /// Which.
        what: String,
    },
    /// An operation from elsewhere cannot be applied.
    #[error("the operation cannot be applied: {why}")]
    NotApplicable {
        /// Why.
        why: String,
    },
    /// Undo would overwrite what somebody did since.
    #[error("changed since")]
    ChangedSince {
        /// The operation that changed it.
        by: adelante_base::OperationId,
    },
    /// Undo would retire a row that others still use.
    #[error("still used: {what}")]
    StillUsed {
        /// The table that uses it.
        what: String,
    },
    /// The ledger refused an unbalanced transaction.
    #[error("the ledger transaction does not balance")]
    Unbalanced,
    /// A migration failed; the file is as it was.
    #[error("migration failed: {detail}")]
    Migration {
        /// What refinery said.
        detail: String,
    },
    /// Anything else SQLite says.
    #[error("database: {0}")]
    Sqlite(rusqlite::Error),
    /// Files around the database.
    #[error("file: {0}")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // The index of the journal that cannot grow: a full disk is felt there first when a file is opened.
        if error.sqlite_error().is_some_and(|known| known.extended_code == SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(Sqlite::DatabaseCorrupt) => Self::Damaged { detail: error.to_string() },
            Some(Sqlite::NotADatabase) => Self::WrongKey,
            Some(Sqlite::DiskFull) => Self::DiskFull,
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => Self::Busy,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::BadValue { what: error.to_string() }
    }
}
