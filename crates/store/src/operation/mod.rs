//! The log's rows: operations and their changes.

use adelante_base::{BatchId, DeviceId, Hlc, OperationId, RequestId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::StoreError;
use crate::log::{Columns, Verb};
use crate::tables::Table;

/// One saved action.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Its id.
    pub id: OperationId,
    /// The caller's request.
    pub request_id: RequestId,
    /// Kind, past tense.
    pub kind: String,
    /// `inverse`, `compensate`, `mixed` or `never`.
    pub undo: String,
    /// Staff id, or `program`.
    pub actor: String,
    /// Device that made it.
    pub device: DeviceId,
    /// Its number on that device, without gaps.
    pub device_seq: i64,
    /// When.
    pub at: Timestamp,
    /// When, in the order that everybody agrees on.
    pub hlc: Hlc,
    /// The operation that this one undoes or redoes.
    pub undo_of: Option<OperationId>,
    /// The batch it is part of.
    pub batch: Option<BatchId>,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// Version of the program.
    pub app_version: String,
    /// Schema it was written under.
    pub schema_version: u32,
    /// Hash of the command.
    pub body_hash: Vec<u8>,
    /// The answer, JSON.
    pub result: String,
    /// Hash of the device's operation before.
    pub prev_hash: Vec<u8>,
    /// Its own hash.
    pub hash: Vec<u8>,
}

/// One changed row of an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The operation.
    pub operation: OperationId,
    /// Its place in the operation, from 1.
    pub seq: i64,
    /// Table.
    pub table: &'static Table,
    /// Row id.
    pub row: String,
    /// What happened.
    pub verb: Verb,
    /// Touched groups before, JSON.
    pub before: Option<String>,
    /// Touched groups after, JSON; `None` for facts.
    pub after: Option<String>,
    /// Salt of the hash.
    pub salt: Vec<u8>,
    /// SHA-256(salt ‖ payload).
    pub hash: Vec<u8>,
}

impl Change {
    /// The before values.
    ///
    /// # Errors
    /// [`StoreError::BadValue`] where the log was altered.
    pub fn before_columns(&self) -> Result<Option<Columns>, StoreError> {
        Ok(self.before.as_deref().map(serde_json::from_str).transpose()?)
    }

    /// The after values; `None` for facts.
    ///
    /// # Errors
    /// [`StoreError::BadValue`] where the log was altered.
    pub fn after_columns(&self) -> Result<Option<Columns>, StoreError> {
        Ok(self.after.as_deref().map(serde_json::from_str).transpose()?)
    }
}

/// Writes an operation.
///
/// # Errors
/// What SQLite says.
pub fn insert(connection: &Connection, row: &Operation) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("insert.sql"))?.execute(named_params! {
        ":id": row.id.to_string(),
        ":request_id": row.request_id.to_string(),
        ":kind": row.kind,
        ":undo": row.undo,
        ":actor": row.actor,
        ":device": row.device.to_string(),
        ":device_seq": row.device_seq,
        ":at": row.at.millis(),
        ":hlc": row.hlc.to_string(),
        ":undo_of": row.undo_of.map(|id| id.to_string()),
        ":batch": row.batch.map(|id| id.to_string()),
        ":reason": row.reason,
        ":app_version": row.app_version,
        ":schema_version": row.schema_version,
        ":body_hash": row.body_hash,
        ":result": row.result,
        ":prev_hash": row.prev_hash,
        ":hash": row.hash,
    })?;
    Ok(())
}

/// Writes a change.
///
/// # Errors
/// What SQLite says.
pub fn insert_change(connection: &Connection, row: &Change) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("insert_change.sql"))?.execute(named_params! {
        ":operation": row.operation.to_string(),
        ":seq": row.seq,
        ":tbl": row.table.name,
        ":row": row.row,
        ":verb": row.verb.as_str(),
        ":before": row.before,
        ":after": row.after,
        ":salt": row.salt,
        ":hash": row.hash,
    })?;
    Ok(())
}

/// The operation with that id.
///
/// # Errors
/// What SQLite says.
pub fn find(connection: &Connection, id: OperationId) -> Result<Option<Operation>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE id = ?1");
    let mut find = connection.prepare_cached(sql)?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// The operations of a batch, in their device's order.
///
/// # Errors
/// What SQLite says.
pub fn of_batch(connection: &Connection, batch: BatchId) -> Result<Vec<Operation>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE batch = ?1 ORDER BY device, device_seq");
    list(connection, sql, rusqlite::params![batch.to_string()])
}

/// A device's operations after a number, in order; at most `limit`.
///
/// # Errors
/// What SQLite says.
pub fn of_device(connection: &Connection, device: &str, after: i64, limit: u32) -> Result<Vec<Operation>, StoreError> {
    let sql =
        concat!(include_str!("select.sql"), " WHERE device = ?1 AND device_seq > ?2 ORDER BY device_seq LIMIT ?3");
    list(connection, sql, rusqlite::params![device, after, limit])
}

/// A person's latest operations on a device, latest first.
///
/// # Errors
/// What SQLite says.
pub fn latest_of(connection: &Connection, device: &str, actor: &str, limit: u32) -> Result<Vec<Operation>, StoreError> {
    let sql =
        concat!(include_str!("select.sql"), " WHERE device = ?1 AND actor = ?2 ORDER BY device_seq DESC LIMIT ?3");
    list(connection, sql, rusqlite::params![device, actor, limit])
}

/// The latest operations of the salon, latest first; of one table or one row, where it is named.
///
/// # Errors
/// What SQLite says.
pub fn history(
    connection: &Connection,
    table: &str,
    row: &str,
    offset: u32,
    limit: u32,
) -> Result<Vec<Operation>, StoreError> {
    let sql = match (table, row) {
        ("", _) => concat!(include_str!("select.sql"), " ", include_str!("history_all.sql")),
        (_, "") => concat!(include_str!("select.sql"), " ", include_str!("history_table.sql")),
        _ => concat!(include_str!("select.sql"), " ", include_str!("history_row.sql")),
    };
    list(connection, sql, rusqlite::params![table, row, limit, offset])
}

/// The last undo or redo of an operation, if there was one.
///
/// # Errors
/// What SQLite says.
pub fn last_answer(connection: &Connection, id: OperationId) -> Result<Option<Operation>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE undo_of = ?1 ORDER BY hlc DESC, device_seq DESC LIMIT 1");
    let mut find = connection.prepare_cached(sql)?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// The changes of an operation, in order.
///
/// # Errors
/// What SQLite says.
pub fn changes(connection: &Connection, id: OperationId) -> Result<Vec<Change>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("changes.sql"))?;
    let mut rows = all.query([id.to_string()])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(read_change(row)?);
    }
    Ok(changes)
}

/// The name people know a row by: a client's, a service's, a staff member's; of a visit or a
/// receipt its client's. `None` for rows without one.
///
/// # Errors
/// What SQLite says.
pub fn row_name(connection: &Connection, table: &str, row: &str) -> Result<Option<String>, StoreError> {
    let sql = match table {
        "client" => include_str!("name_of_client.sql"),
        "appointment" => include_str!("../appointment/guest.sql"),
        "receipt" => include_str!("name_of_receipt.sql"),
        "service" => "SELECT name FROM service WHERE id = ?1",
        "staff_member" => "SELECT name FROM staff_member WHERE id = ?1",
        "resource" => "SELECT name FROM resource WHERE id = ?1",
        "register" => "SELECT name FROM register WHERE id = ?1",
        "cash_category" => "SELECT name FROM cash_category WHERE id = ?1",
        "work_hours" => include_str!("name_of_work_hours.sql"),
        "shift_pattern" => include_str!("name_of_shift_pattern.sql"),
        "schedule_day" => include_str!("name_of_schedule_day.sql"),
        "time_off" => include_str!("name_of_time_off.sql"),
        "waitlist_entry" => include_str!("name_of_waitlist_entry.sql"),
        "standing_order" => include_str!("name_of_standing_order.sql"),
        "group_event" => include_str!("name_of_group_event.sql"),
        _ => return Ok(None),
    };
    let found = connection.prepare_cached(sql)?.query_row([row], |row| row.get("name")).optional()?;
    Ok(found.filter(|name: &String| !name.is_empty()))
}

fn list(connection: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Operation>, StoreError> {
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(params, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Operation> {
    Ok(Operation {
        id: parsed(row, "id")?,
        request_id: parsed(row, "request_id")?,
        kind: row.get("kind")?,
        undo: row.get("undo")?,
        actor: row.get("actor")?,
        device: parsed(row, "device")?,
        device_seq: row.get("device_seq")?,
        at: Timestamp::from_millis(row.get("at")?),
        hlc: parsed(row, "hlc")?,
        undo_of: parsed_or_null(row, "undo_of")?,
        batch: parsed_or_null(row, "batch")?,
        reason: row.get("reason")?,
        app_version: row.get("app_version")?,
        schema_version: row.get("schema_version")?,
        body_hash: row.get("body_hash")?,
        result: row.get("result")?,
        prev_hash: row.get("prev_hash")?,
        hash: row.get("hash")?,
    })
}

fn read_change(row: &Row<'_>) -> Result<Change, StoreError> {
    let name: String = row.get("tbl")?;
    let verb: String = row.get("verb")?;
    Ok(Change {
        operation: parsed(row, "operation")?,
        seq: row.get("seq")?,
        table: Table::named(&name).ok_or(StoreError::BadValue { what: "change.tbl".to_owned() })?,
        row: row.get("row")?,
        verb: if verb == "insert" { Verb::Insert } else { Verb::Update },
        before: row.get("before")?,
        after: row.get("after")?,
        salt: row.get("salt")?,
        hash: row.get("hash")?,
    })
}

/// A text column parsed into its type (an id, a date, a word).
///
/// # Errors
/// A conversion error that names the column, where the text is not of its form.
pub fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let index = row.as_ref().column_index(column)?;
    row.get_ref(index)?.as_str().ok().and_then(|text| text.parse().ok()).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(
            index,
            rusqlite::types::Type::Text,
            format!("{column} is not of its form").into(),
        )
    })
}

/// The same for a column that may be NULL.
///
/// # Errors
/// As [`parsed`].
pub fn parsed_or_null<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => parsed(row, column).map(Some),
    }
}
