//! What the triggers report: every insert and update of a synced table, in order.
//!
//! The triggers call two SQL functions that only the store's own writing connection has
//! (docs/adr/0006). What they report is kept here until the door writes it to `change` in the
//! same transaction.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use serde_json::{Map, Value};

use crate::tables::{Policy, Table};

/// JSON object of column values.
pub type Columns = Map<String, Value>;

/// What happened to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verb {
    /// It is new.
    Insert,
    /// Some of its groups were written.
    Update,
}

impl Verb {
    /// As stored.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Insert => "insert",
            Self::Update => "update",
        }
    }
}

/// One reported change.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    /// Table.
    pub table: &'static Table,
    /// Row id.
    pub row: String,
    /// What happened.
    pub verb: Verb,
    /// Touched groups as they were; `None` for inserts.
    pub before: Option<Columns>,
    /// Touched groups (or the whole new row) as they are. For facts this is not stored again.
    pub after: Columns,
}

/// The reports of the running operation, shared with the connection's functions.
#[derive(Debug, Clone, Default)]
pub struct Log(Arc<Mutex<Vec<Logged>>>);

impl Log {
    fn entries(&self) -> MutexGuard<'_, Vec<Logged>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes all that was reported.
    #[must_use]
    pub fn take(&self) -> Vec<Logged> {
        std::mem::take(&mut *self.entries())
    }

    /// How much was reported so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether nothing was reported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Gives a connection the two functions that the triggers call.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn install(&self, connection: &Connection) -> rusqlite::Result<()> {
        let flags = FunctionFlags::SQLITE_UTF8;
        let log = self.clone();
        connection.create_scalar_function("log_insert", -1, flags, move |context| {
            log.entries().push(inserted(context)?);
            Ok(0)
        })?;
        let log = self.clone();
        connection.create_scalar_function("log_update", -1, flags, move |context| {
            if let Some(entry) = updated(context)? {
                log.entries().push(entry);
            }
            Ok(0)
        })
    }
}

/// `log_insert(table, id, column values in the registry's order …)`.
fn inserted(context: &Context<'_>) -> rusqlite::Result<Logged> {
    let (table, row) = subject(context)?;
    let mut after = Columns::new();
    for (index, column) in table.columns().enumerate() {
        let value = json(context.get_raw(index + 2))?;
        if !value.is_null() {
            after.insert(column.to_owned(), value);
        }
    }
    Ok(Logged { table, row, verb: Verb::Insert, before: None, after })
}

/// `log_update(table, id, old and new of each group column in the registry's order …)`.
/// Reports whole groups: a group of which one column differs is reported with all of them.
fn updated(context: &Context<'_>) -> rusqlite::Result<Option<Logged>> {
    let (table, row) = subject(context)?;
    let (mut before, mut after) = (Columns::new(), Columns::new());
    let mut index = 2;
    let Policy::ColumnLww(groups) = table.policy else {
        return Err(rusqlite::Error::UserFunctionError("facts are never updated".into()));
    };
    for group in groups {
        let span = index..index + 2 * group.columns.len();
        index = span.end;
        let differs = span.clone().step_by(2).any(|at| context.get_raw(at) != context.get_raw(at + 1));
        if differs {
            for (column, at) in group.columns.iter().zip(span.step_by(2)) {
                before.insert((*column).to_owned(), json(context.get_raw(at))?);
                after.insert((*column).to_owned(), json(context.get_raw(at + 1))?);
            }
        }
    }
    Ok((!after.is_empty()).then_some(Logged { table, row, verb: Verb::Update, before: Some(before), after }))
}

fn subject(context: &Context<'_>) -> rusqlite::Result<(&'static Table, String)> {
    let name: String = context.get(0)?;
    let table = Table::named(&name)
        .ok_or_else(|| rusqlite::Error::UserFunctionError(format!("not a synced table: {name}").into()))?;
    Ok((table, context.get(1)?))
}

/// A column value as JSON: texts, whole numbers and nothing else.
pub(crate) fn json(value: ValueRef<'_>) -> rusqlite::Result<Value> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::from(number)),
        ValueRef::Text(_) => Ok(Value::from(value.as_str()?)),
        ValueRef::Real(_) | ValueRef::Blob(_) => {
            Err(rusqlite::Error::UserFunctionError("synced columns are text, integer or null".into()))
        }
    }
}

/// The same back to SQLite.
pub(crate) fn sql(value: &Value) -> rusqlite::types::Value {
    match value {
        Value::String(text) => text.clone().into(),
        Value::Number(number) => number.as_i64().into(),
        Value::Bool(yes) => i64::from(*yes).into(),
        Value::Null | Value::Array(_) | Value::Object(_) => rusqlite::types::Value::Null,
    }
}
