//! Opening the salon's file: key, pragmas, migrations and triggers, then one writer and a few
//! readers.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::log::Log;
use crate::{Key, StoreError, triggers};

mod embedded {
    refinery::embed_migrations!("../../migrations/local");
}

/// Readers kept open; more at once are opened and closed as they come.
const READERS_KEPT: usize = 4;

/// A command pays for one sync, its own commit: the journal is carried into the file by the upkeep
/// ([`Store::checkpoint`]). Where nobody does that, the command that fills this many pages does.
const JOURNAL_PAGES: u32 = 16_000;

/// The salon's file, open.
pub struct Store {
    path: PathBuf,
    key: Key,
    writer: Mutex<Writer>,
    readers: Mutex<Vec<Connection>>,
}

pub(crate) struct Writer {
    pub(crate) connection: Connection,
    pub(crate) log: Log,
}

impl Writer {
    /// Nothing is left over from an operation that failed, even where its rollback failed too.
    pub(crate) fn begin_clean(&mut self) -> Result<(), StoreError> {
        let _ = self.log.take();
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the file, making it where there is none, and brings it to this version's schema
    /// in one transaction.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`], [`StoreError::Damaged`], [`StoreError::TooNew`] and what
    /// SQLite says. The file is never changed by a failed opening.
    pub fn open(path: &Path, key: &Key) -> Result<Self, StoreError> {
        let mut connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "wal_autocheckpoint", JOURNAL_PAGES)?;
        migrate(&mut connection)?;
        let log = Log::default();
        log.install(&connection)?;
        connection.set_prepared_statement_cache_capacity(256);
        Ok(Self {
            path: path.to_owned(),
            key: key.clone(),
            writer: Mutex::new(Writer { connection, log }),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// Whether opening would change the schema of an existing salon (a backup goes before). A
    /// file whose making was cut off has no schema yet, and nothing to keep.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn needs_migration(path: &Path, key: &Key) -> Result<bool, StoreError> {
        if !path.exists() {
            return Ok(false);
        }
        let connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        Ok((1..newest()).contains(&schema_version(&connection)?))
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key the file is opened with: for backups and for the owner's printed sheet.
    #[must_use]
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// A reading connection: sees the last commit, waits for nobody.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn read(&self) -> Result<Reader<'_>, StoreError> {
        let kept = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match kept {
            Some(connection) => connection,
            None => self.new_reader()?,
        };
        Ok(Reader { connection: Some(connection), store: self })
    }

    pub(crate) fn new_reader(&self) -> Result<Connection, StoreError> {
        let connection = connect(&self.path, &self.key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "query_only", true)?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(connection)
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries the journal into the file, as far as nobody still reads from it. Commands go on meanwhile.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        let connection = connect(&self.path, &self.key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// For filling a new file quickly (the demo salon): commits are not synced one by one
    /// until [`Store::durable`] is called. A power cut meanwhile may lose the file, which
    /// nobody has seen yet.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn unsafe_bulk(&self) -> Result<(), StoreError> {
        self.writer().connection.pragma_update(None, "synchronous", "OFF")?;
        Ok(())
    }

    /// Ends [`Store::unsafe_bulk`]: everything is on the disk when this returns.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn durable(&self) -> Result<(), StoreError> {
        let writer = self.writer();
        writer.connection.pragma_update(None, "synchronous", "FULL")?;
        writer.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Direct access to the writing connection, for tests that inject faults or count syncs.
    #[doc(hidden)]
    pub fn with_writer<T>(&self, body: impl FnOnce(&mut Connection) -> T) -> T {
        body(&mut self.writer().connection)
    }
}

/// A borrowed reading connection.
pub struct Reader<'s> {
    connection: Option<Connection>,
    store: &'s Store,
}

impl Deref for Reader<'_> {
    type Target = Connection;
    #[expect(clippy::unreachable, reason = "the connection is taken out in drop only")]
    fn deref(&self) -> &Connection {
        match &self.connection {
            Some(connection) => connection,
            None => unreachable!(),
        }
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            let mut kept = self.store.readers.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.len() < READERS_KEPT {
                kept.push(connection);
            }
        }
    }
}

/// Opens a connection with the key and the pragmas every connection has.
pub(crate) fn connect(path: &Path, key: &Key, flags: OpenFlags) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // What is wrong is said by the error; SQLCipher would write lines of its own to stderr.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    connection.execute_batch(&key.pragma())?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    // The first read is where a wrong key or a file that is no database shows.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    Ok(connection)
}

/// Drops the triggers, migrates and makes them anew, all in one transaction.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let version = schema_version(connection)?;
    if version > newest() {
        return Err(StoreError::TooNew { version });
    }
    if version == newest() && triggers::hash_in_file(connection)? == triggers::expected_hash() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    triggers::drop_all(&transaction)?;
    for migration in embedded::migrations::runner().get_migrations() {
        let number = migration_number(migration.version())?;
        if number > version {
            let sql = migration.sql().unwrap_or_default();
            transaction.execute_batch(sql).map_err(|error| match StoreError::from(error) {
                // A broken page shows when the migration comes to it.
                damaged @ StoreError::Damaged { .. } => damaged,
                other => StoreError::Migration { detail: other.to_string() },
            })?;
        }
    }
    transaction.pragma_update(None, "user_version", newest())?;
    triggers::regenerate(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// The schema version of a file (0: empty).
pub(crate) fn schema_version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// The newest schema this version of the program knows.
#[must_use]
pub fn newest() -> u32 {
    static NEWEST: LazyLock<u32> = LazyLock::new(|| {
        let migrations = embedded::migrations::runner();
        let numbers =
            migrations.get_migrations().iter().filter_map(|migration| migration_number(migration.version()).ok());
        numbers.max().unwrap_or(0)
    });
    *NEWEST
}

fn migration_number(version: impl TryInto<u32>) -> Result<u32, StoreError> {
    version.try_into().map_err(|_| StoreError::Migration { detail: "a migration's number does not fit".to_owned() })
}
