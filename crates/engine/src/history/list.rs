//! Lists of what was done.

use std::collections::HashMap;

use adelante_domain::permission::Permission;
use adelante_store::operation::{self, Operation};
use adelante_store::{Connection, staff};
use adelante_wire::{ErrorCode, History, HistoryChange, HistoryEntry, ListHistory, ListUndo, UndoList};
use serde_json::Value;

use super::undo::{is_undone, redoable, undoable};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Changes shown of one entry.
const CHANGES_SHOWN: usize = 50;
/// Entries of the undo list.
const UNDO_SHOWN: usize = 50;

impl Query for ListUndo {
    type Output = UndoList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<UndoList> {
        let Some(device) = adelante_store::local::known_device(connection)? else {
            return Ok(UndoList { undo: Vec::new(), redo: Vec::new() });
        };
        let people = people(connection)?;
        let shown = |operations: Vec<Operation>| {
            let first = operations.into_iter().take(UNDO_SHOWN);
            first.map(|operation| entry(connection, operation, &people, "", "")).collect::<Result<Vec<_>>>()
        };
        Ok(UndoList {
            undo: shown(undoable(connection, device, &context.actor.id)?)?,
            redo: shown(redoable(connection, device, &context.actor.id)?)?,
        })
    }
}

impl Query for ListHistory {
    type Output = History;
    const PERMISSION: Permission = Permission::HistoryRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<History> {
        if !(1..=200).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 200));
        }
        let known = adelante_store::tables::Table::named(&self.table).is_some();
        let whole_salon = self.table.is_empty() && self.row.is_empty();
        if !whole_salon && !known {
            return Err(EngineError::new(ErrorCode::BadInput).with("detail", "unknown table"));
        }
        let people = people(connection)?;
        let operations = operation::history(connection, &self.table, &self.row, self.offset, u32::from(self.limit))?;
        let entries =
            operations.into_iter().map(|operation| entry(connection, operation, &people, &self.table, &self.row));
        Ok(History { entries: entries.collect::<Result<_>>()? })
    }
}

fn people(connection: &Connection) -> Result<HashMap<String, String>> {
    Ok(staff::list(connection)?.into_iter().map(|member| (member.id.to_string(), member.staff.name)).collect())
}

fn entry(
    connection: &Connection,
    operation: Operation,
    people: &HashMap<String, String>,
    table: &str,
    row: &str,
) -> Result<HistoryEntry> {
    let operations = match operation.batch {
        Some(batch) => u32::try_from(operation::of_batch(connection, batch)?.len()).unwrap_or(u32::MAX),
        None => 1,
    };
    Ok(HistoryEntry {
        operation_id: operation.id,
        undone: is_undone(connection, &operation)?,
        changes: changes(connection, &operation, table, row)?,
        subject: subject(connection, &operation)?,
        kind: operation.kind,
        at: operation.at,
        who: people.get(&operation.actor).cloned().unwrap_or_default(),
        undo: operation.undo,
        reason: operation.reason.unwrap_or_default(),
        operations,
    })
}

/// Whom or what an operation was about: the name behind the first row that has one.
fn subject(connection: &Connection, operation: &Operation) -> Result<String> {
    if operation.batch.is_some() {
        return Ok(String::new());
    }
    for change in operation::changes(connection, operation.id)? {
        if let Some(name) = adelante_store::operation::row_name(connection, change.table.name, &change.row)? {
            return Ok(name);
        }
    }
    Ok(String::new())
}

/// Changed columns of an operation, of one table or one row where it is named.
fn changes(connection: &Connection, operation: &Operation, table: &str, row: &str) -> Result<Vec<HistoryChange>> {
    let mut shown = Vec::new();
    for change in operation::changes(connection, operation.id)? {
        let of_table = table.is_empty() || change.table.name == table;
        if !of_table || !(row.is_empty() || change.row == row) {
            continue;
        }
        let before = change.before_columns()?.unwrap_or_default();
        for (column, after) in change.after_columns()?.unwrap_or_default() {
            let was = before.get(&column);
            if was == Some(&after) || shown.len() >= CHANGES_SHOWN {
                continue;
            }
            shown.push(HistoryChange {
                table: change.table.name.to_owned(),
                row: change.row.clone(),
                column,
                before: was.and_then(text),
                after: text(&after),
            });
        }
    }
    Ok(shown)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
