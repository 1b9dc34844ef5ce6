//! Undo: the before values of an operation, applied as a new operation.
//!
//! Refused where a merge group that the operation wrote was written again since, or where a
//! row that it made is used by others now.

use adelante_base::OperationId;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, named_params};

use crate::log::{Columns, Verb};
use crate::operation::{self, Change, Operation};
use crate::{Door, Outcome, StoreError};

/// Which way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Back to the before values.
    Undo,
    /// Forward to the after values again.
    Redo,
}

/// What to do with the facts among an operation's changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// There must be none: facts are not inverted.
    Refused,
    /// The caller answers them by counter-facts.
    AnsweredByOthers,
}

impl Door<'_> {
    /// Applies the before (or after) values of an operation. `last` is the latest answer to
    /// it: the operation itself, or its last undo or redo; nothing may have changed since.
    ///
    /// # Errors
    /// [`StoreError::ChangedSince`], [`StoreError::StillUsed`], and what SQLite says.
    pub fn invert(
        &mut self,
        target: &Operation,
        last: &Operation,
        direction: Direction,
        facts: Facts,
        outcome: &dyn Fn() -> Outcome,
    ) -> Result<(), StoreError> {
        let mut changes = operation::changes(self.connection(), target.id)?;
        self.unchanged_since(&changes, target, last, direction)?;
        if direction == Direction::Undo {
            changes.reverse();
        }
        self.room_for(changes.len(), outcome)?;
        for change in &changes {
            if change.table.is_append_only() && facts == Facts::AnsweredByOthers {
                continue;
            }
            if change.table.is_append_only() {
                return Err(StoreError::StillUsed { what: change.table.name.to_owned() });
            }
            match (&change.verb, direction) {
                (Verb::Insert, Direction::Undo) => {
                    self.unused(change, target.id)?;
                    self.retire(change.table.name, &change.row)?;
                }
                (Verb::Insert, Direction::Redo) => {
                    self.update(change.table.name, &change.row, &[("retired_at", Value::Null)])?;
                }
                (Verb::Update, Direction::Undo) => self.write_back(change, change.before_columns()?)?,
                (Verb::Update, Direction::Redo) => self.write_back(change, change.after_columns()?)?,
            }
        }
        Ok(())
    }

    fn write_back(&self, change: &Change, columns: Option<Columns>) -> Result<(), StoreError> {
        let columns = columns.unwrap_or_default();
        let mut values = Vec::new();
        for column in change.table.columns() {
            if let Some(value) = columns.get(column) {
                values.push((column, crate::log::sql(value)));
            }
        }
        self.update(change.table.name, &change.row, &values)
    }

    /// Every group that the operation wrote still carries the clock of its last answer, or the
    /// very values of it: what was written since was taken back (undo, and undo once more).
    fn unchanged_since(
        &self,
        changes: &[Change],
        target: &Operation,
        last: &Operation,
        direction: Direction,
    ) -> Result<(), StoreError> {
        let mut since = self.connection().prepare_cached(include_str!("changed_since.sql"))?;
        for change in changes {
            for group in groups_of(change)? {
                let by = since
                    .query_row(
                        named_params! {
                            ":tbl": change.table.name, ":row": change.row, ":grp": group,
                            ":hlc": last.hlc.to_string(), ":device": last.device.to_string(),
                            ":device_seq": last.device_seq, ":first_hlc": target.hlc.to_string(),
                            ":batch": last.batch.map(|batch| batch.to_string()),
                        },
                        |row| crate::operation::parsed::<OperationId>(row, "id"),
                    )
                    .optional()?;
                if let Some(by) = by
                    && !self.stands_as_left(change, group, direction)?
                {
                    return Err(StoreError::ChangedSince { by });
                }
            }
        }
        Ok(())
    }

    /// Whether a group holds just what the operation (or its undo) left in it.
    fn stands_as_left(&self, change: &Change, group: &str, direction: Direction) -> Result<bool, StoreError> {
        let left = match (&change.verb, direction) {
            (Verb::Update, Direction::Redo) => change.before_columns()?,
            (Verb::Insert, _) | (Verb::Update, Direction::Undo) => change.after_columns()?,
        };
        let left = left.unwrap_or_default();
        let now = crate::apply::row_columns(self.connection(), change.table, &change.row)?.unwrap_or_default();
        let columns = change.table.groups().iter().filter(|one| one.name == group).flat_map(|one| one.columns);
        let null = serde_json::Value::Null;
        Ok(columns.into_iter().all(|name| left.get(*name).unwrap_or(&null) == now.get(*name).unwrap_or(&null)))
    }

    /// No living row of another operation refers to the row.
    fn unused(&self, change: &Change, target: OperationId) -> Result<(), StoreError> {
        for (table, column) in references_to(self.connection(), change.table.name)? {
            let living = if crate::tables::Table::named(&table).is_some_and(crate::tables::Table::is_append_only) {
                ""
            } else {
                "AND r.retired_at IS NULL"
            };
            let sql = format!(
                "SELECT 1 FROM {table} r WHERE r.{column} = ?1 {living} AND NOT EXISTS \
                 (SELECT 1 FROM change c WHERE c.tbl = '{table}' AND c.row = r.id AND c.verb = 'insert' AND c.operation = ?2)"
            );
            let used = self.connection().prepare_cached(&sql)?.exists([&change.row, &target.to_string()])?;
            if used {
                return Err(StoreError::StillUsed { what: table });
            }
        }
        Ok(())
    }
}

/// Names of the groups a change wrote; all of the row's for an insert.
fn groups_of(change: &Change) -> Result<Vec<&'static str>, StoreError> {
    let after = change.after_columns()?.unwrap_or_default();
    let written =
        |columns: &[&str]| change.verb == Verb::Insert || columns.iter().any(|name| after.contains_key(*name));
    Ok(change.table.groups().iter().filter(|group| written(group.columns)).map(|group| group.name).collect())
}

/// Which columns of which synced tables refer to a table.
fn references_to(connection: &rusqlite::Connection, target: &str) -> Result<Vec<(String, String)>, StoreError> {
    let mut found = Vec::new();
    for table in crate::tables::TABLES {
        let mut keys = connection
            .prepare_cached("SELECT \"from\" AS column_name FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2")?;
        let columns = keys.query_map([table.name, target], |row| row.get::<_, String>("column_name"))?;
        for column in columns {
            found.push((table.name.to_owned(), column?));
        }
    }
    Ok(found)
}
