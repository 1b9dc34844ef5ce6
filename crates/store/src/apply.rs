//! The apply door: what others did comes in as it was written, and is merged by policy.
//!
//! No command runs here. The operation and its changes are inserted verbatim; a fact is
//! inserted if absent; a merge group is written only where the operation's clock is above the
//! group's. Whatever the order of arrival, stores that have seen the same operations hold the
//! same rows. Triggers guard but do not report.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, named_params, params_from_iter};

use crate::derived::{self, Made};
use crate::door::chain::{self, Link};
use crate::log::{Columns, Logged, Verb};
use crate::operation::{self, Change, Operation};
use crate::tables::Table;
use crate::{Store, StoreError};

/// An operation on its way from one store to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Envelope {
    /// The operation, byte for byte.
    pub operation: Operation,
    /// Its changes; a fact's after image is its row.
    pub changes: Vec<(Change, Columns)>,
}

/// The operation with that id, ready to travel.
///
/// # Errors
/// [`StoreError::NotFound`], and what SQLite says.
pub fn export(connection: &Connection, id: adelante_base::OperationId) -> Result<Envelope, StoreError> {
    let operation = operation::find(connection, id)?.ok_or(StoreError::NotFound { what: "operation" })?;
    let mut changes = Vec::new();
    for change in operation::changes(connection, id)? {
        let after = match change.after_columns()? {
            Some(after) => after,
            None => row_columns(connection, change.table, &change.row)?
                .ok_or(StoreError::NotFound { what: change.table.name })?,
        };
        changes.push((change, after));
    }
    Ok(Envelope { operation, changes })
}

/// A row's columns as the log has them: without the id, without NULLs.
///
/// # Errors
/// What SQLite says.
pub fn row_columns(connection: &Connection, table: &Table, id: &str) -> Result<Option<Columns>, StoreError> {
    let names: Vec<&str> = table.columns().collect();
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", names.join(", "), table.name);
    let mut find = connection.prepare_cached(&sql)?;
    let found = find.query_row([id], |row| {
        let mut columns = Columns::new();
        for name in &names {
            let value = crate::log::json(row.get_ref(*name)?)?;
            if !value.is_null() {
                columns.insert((*name).to_owned(), value);
            }
        }
        Ok(columns)
    });
    Ok(found.optional()?)
}

impl Store {
    /// Applies an operation of another device. One that was seen before changes nothing.
    ///
    /// Returns the topics that are stale now.
    ///
    /// # Errors
    /// [`StoreError::NotApplicable`] where the chain does not continue, a hash does not fit
    /// or a fact is there with other bytes; then nothing is written.
    pub fn apply(&self, envelope: &Envelope) -> Result<Vec<&'static str>, StoreError> {
        let mut writer = self.writer();
        writer.begin_clean()?;
        let transaction = writer.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if operation::find(&transaction, envelope.operation.id)?.is_some() {
            return Ok(Vec::new());
        }
        check(&transaction, envelope)?;
        crate::local::open_door(&transaction, "apply")?;
        operation::insert(&transaction, &envelope.operation)?;
        let mut touched = Vec::new();
        for (change, after) in &envelope.changes {
            operation::insert_change(&transaction, change)?;
            merge(&transaction, &envelope.operation, change, after)?;
            touched.push(Logged {
                table: change.table,
                row: change.row.clone(),
                verb: change.verb.clone(),
                before: change.before_columns()?,
                after: after.clone(),
            });
        }
        let head = Link { device_seq: envelope.operation.device_seq, hash: hash_of(&envelope.operation)? };
        chain::set_head(&transaction, envelope.operation.device, &head)?;
        derived::refresh(&transaction, &touched, Made::Elsewhere)?;
        crate::local::close_door(&transaction, envelope.operation.hlc)?;
        transaction.commit()?;
        let mut topics: Vec<&'static str> = touched.iter().map(|entry| entry.table.topic).collect();
        topics.sort_unstable();
        topics.dedup();
        Ok(topics)
    }
}

/// The operation continues its device's chain, and every hash fits what it covers.
fn check(connection: &Connection, envelope: &Envelope) -> Result<(), StoreError> {
    let refuse = |why: &str| Err(StoreError::NotApplicable { why: why.to_owned() });
    let operation = &envelope.operation;
    let head = chain::head(connection, operation.device)?;
    if operation.device_seq != head.device_seq + 1 || operation.prev_hash != head.hash {
        return refuse("it does not continue its device's chain");
    }
    let mut hashes = Vec::new();
    for (change, after) in &envelope.changes {
        let text = match &change.after {
            Some(text) => text.clone(),
            None => serde_json::to_string(after)?,
        };
        let (table, verb) = (change.table.name, change.verb.as_str());
        let hash = chain::change_hash(&change.salt, table, &change.row, verb, change.before.as_deref(), &text);
        if hash != *change.hash {
            return refuse("a change was altered");
        }
        hashes.push(change.hash.clone());
    }
    if chain::operation_hash(operation, &hashes) != *operation.hash {
        return refuse("the operation was altered");
    }
    Ok(())
}

fn hash_of(operation: &Operation) -> Result<chain::Hash, StoreError> {
    operation.hash.as_slice().try_into().map_err(|_| StoreError::BadValue { what: "operation.hash".to_owned() })
}

fn merge(connection: &Connection, operation: &Operation, change: &Change, after: &Columns) -> Result<(), StoreError> {
    match change.verb {
        Verb::Insert => merge_insert(connection, change, after),
        Verb::Update => merge_update(connection, operation, change, after),
    }
}

fn merge_insert(connection: &Connection, change: &Change, after: &Columns) -> Result<(), StoreError> {
    if let Some(present) = row_columns(connection, change.table, &change.row)? {
        if change.table.is_append_only() && present != *after {
            return Err(StoreError::NotApplicable { why: format!("{} is there with other bytes", change.table.name) });
        }
        return Ok(());
    }
    let names: Vec<&str> = change.table.columns().collect();
    let marks = vec!["?"; names.len() + 1].join(", ");
    let sql = format!("INSERT INTO {} (id, {}) VALUES ({marks})", change.table.name, names.join(", "));
    let values = names.iter().map(|name| after.get(*name).map_or(rusqlite::types::Value::Null, crate::log::sql));
    let id = rusqlite::types::Value::from(change.row.clone());
    connection.prepare_cached(&sql)?.execute(params_from_iter(std::iter::once(id).chain(values)))?;
    Ok(())
}

fn merge_update(
    connection: &Connection,
    operation: &Operation,
    change: &Change,
    after: &Columns,
) -> Result<(), StoreError> {
    for group in change.table.groups() {
        if !group.columns.iter().any(|column| after.contains_key(*column)) {
            continue;
        }
        if newer_is_there(connection, operation, change, group.name)? {
            continue;
        }
        let sets: Vec<String> = group.columns.iter().map(|column| format!("{column} = ?")).collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?", change.table.name, sets.join(", "));
        let values =
            group.columns.iter().map(|name| after.get(*name).map_or(rusqlite::types::Value::Null, crate::log::sql));
        let id = rusqlite::types::Value::from(change.row.clone());
        let rows = connection.prepare_cached(&sql)?.execute(params_from_iter(values.chain(std::iter::once(id))))?;
        if rows == 0 {
            return Err(StoreError::NotApplicable { why: format!("{} to be changed is not there", change.table.name) });
        }
        set_clock(connection, operation, change, group.name)?;
    }
    Ok(())
}

/// Whether the group was written by somebody later than this operation.
fn newer_is_there(
    connection: &Connection,
    operation: &Operation,
    change: &Change,
    group: &str,
) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached(include_str!("newer.sql"))?;
    Ok(find.exists(named_params! {
        ":tbl": change.table.name, ":row": change.row, ":grp": group, ":hlc": operation.hlc.to_string(),
        ":device": operation.device.to_string(), ":device_seq": operation.device_seq,
    })?)
}

fn set_clock(connection: &Connection, operation: &Operation, change: &Change, group: &str) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("door/set_clock.sql"))?.execute(named_params! {
        ":tbl": change.table.name, ":row": change.row, ":grp": group, ":hlc": operation.hlc.to_string(),
        ":device": operation.device.to_string(), ":device_seq": operation.device_seq,
    })?;
    Ok(())
}
