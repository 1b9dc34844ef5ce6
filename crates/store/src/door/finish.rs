//! Closing an operation: aggregates made whole, derived caches rebuilt, the log written.

use std::collections::BTreeSet;

use adelante_base::{BatchId, RequestId};
use rusqlite::named_params;
use uuid::Uuid;

use super::chain::{self, Link};
use super::{CHANGES_MAX, Door, Outcome};
use crate::aggregate::{AGGREGATES, Aggregate};
use crate::derived::{self, Made};
use crate::log::{Columns, Logged, Verb};
use crate::tables::Table;
use crate::{StoreError, operation};

/// A result longer than this is a mistake of the command.
const RESULT_MAX: usize = 4_096;

impl Door<'_> {
    /// Writes the operation with its changes, clocks and caches.
    pub(super) fn record(
        &mut self,
        mut logged: Vec<Logged>,
        outcome: &Outcome,
        batch: Option<BatchId>,
    ) -> Result<(), StoreError> {
        self.complete_aggregates(&mut logged)?;
        if logged.len() > CHANGES_MAX {
            return Err(StoreError::TooManyChanges { changes: logged.len() });
        }
        let result = serde_json::to_string(&outcome.result)?;
        if result.len() > RESULT_MAX {
            return Err(StoreError::BadValue { what: "a command's result is over 4 KB".to_owned() });
        }
        let head = chain::head(&self.transaction, self.device)?;
        let device_seq = head.device_seq + 1;
        let mut hashes = Vec::with_capacity(logged.len());
        for (seq, entry) in (1..).zip(&logged) {
            let change = self.change_row(seq, entry)?;
            operation::insert_change(&self.transaction, &change)?;
            self.set_clock(entry, device_seq)?;
            hashes.push(change.hash);
        }
        let row = operation::Operation {
            id: self.operation,
            request_id: self.part_request_id(),
            kind: self.begin.kind.to_owned(),
            undo: outcome.undo.unwrap_or(self.begin.undo).to_owned(),
            actor: self.begin.actor.to_owned(),
            device: self.device,
            device_seq,
            at: self.begin.at,
            hlc: self.hlc,
            undo_of: outcome.undo_of,
            batch,
            reason: outcome.reason.clone(),
            app_version: self.begin.app_version.to_owned(),
            schema_version: crate::open::newest(),
            body_hash: self.begin.body_hash.to_vec(),
            result,
            prev_hash: head.hash.to_vec(),
            hash: Vec::new(),
        };
        let hash = chain::operation_hash(&row, &hashes);
        operation::insert(&self.transaction, &operation::Operation { hash: hash.to_vec(), ..row })?;
        chain::set_head(&self.transaction, self.device, &Link { device_seq, hash })?;
        derived::refresh(&self.transaction, &logged, Made::Here)?;
        self.note_topics(&logged);
        Ok(())
    }

    /// The request id of this part of a batch: the caller's for the first, derived from it
    /// for the others, so that each is unique and none is random.
    fn part_request_id(&self) -> RequestId {
        if self.part == 1 {
            return self.begin.request_id;
        }
        let derived = self.begin.request_id.uuid().as_u128() ^ (u128::from(self.part) << 80);
        RequestId::from_uuid(Uuid::from_u128(derived))
    }

    fn change_row(&self, seq: i64, entry: &Logged) -> Result<operation::Change, StoreError> {
        let mut salt = [0u8; 16];
        self.begin.ids.fill(&mut salt);
        let before = entry.before.as_ref().map(serde_json::to_string).transpose()?;
        let after = serde_json::to_string(&entry.after)?;
        let hash =
            chain::change_hash(&salt, entry.table.name, &entry.row, entry.verb.as_str(), before.as_deref(), &after);
        Ok(operation::Change {
            operation: self.operation,
            seq,
            table: entry.table,
            row: entry.row.clone(),
            verb: entry.verb.clone(),
            before,
            after: (!entry.table.is_append_only()).then_some(after),
            salt: salt.to_vec(),
            hash: hash.to_vec(),
        })
    }

    fn set_clock(&self, entry: &Logged, device_seq: i64) -> Result<(), StoreError> {
        let mut groups = touched_groups(entry).filter(|group| *group != ALL_GROUPS).peekable();
        if groups.peek().is_none() {
            return Ok(());
        }
        let mut set = self.transaction.prepare_cached(include_str!("set_clock.sql"))?;
        let device = self.device.to_string();
        let hlc = self.hlc.to_string();
        for group in groups {
            set.execute(named_params! {
                ":tbl": entry.table.name, ":row": entry.row, ":grp": group,
                ":hlc": hlc, ":device": device, ":device_seq": device_seq,
            })?;
        }
        Ok(())
    }

    /// Where a group that spans an aggregate was written on one of its rows, reports that
    /// group of every row of the aggregate (docs/adr/0004).
    fn complete_aggregates(&self, logged: &mut Vec<Logged>) -> Result<(), StoreError> {
        for aggregate in AGGREGATES {
            for parent in self.touched_parents(aggregate, logged)? {
                self.complete(aggregate, aggregate.parent, "id", &parent, logged)?;
                self.complete(aggregate, aggregate.child, aggregate.key, &parent, logged)?;
            }
        }
        Ok(())
    }

    /// Ids of the aggregates that were written, but not made, by this operation.
    fn touched_parents(&self, aggregate: &Aggregate, logged: &[Logged]) -> Result<BTreeSet<String>, StoreError> {
        let mut parents = BTreeSet::new();
        for entry in logged.iter().filter(|entry| touches(entry, aggregate.group)) {
            if entry.table.name == aggregate.parent {
                parents.insert(entry.row.clone());
            } else if entry.table.name == aggregate.child {
                let sql = format!("SELECT {} AS parent FROM {} WHERE id = ?1", aggregate.key, aggregate.child);
                let mut find = self.transaction.prepare_cached(&sql)?;
                parents.insert(find.query_row([&entry.row], |row| row.get("parent"))?);
            }
        }
        for entry in logged {
            if entry.table.name == aggregate.parent && entry.verb == Verb::Insert {
                parents.remove(&entry.row);
            }
        }
        Ok(parents)
    }

    fn complete(
        &self,
        aggregate: &Aggregate,
        table: &'static str,
        key: &str,
        parent: &str,
        logged: &mut Vec<Logged>,
    ) -> Result<(), StoreError> {
        let Some(table) = Table::named(table) else { return Ok(()) };
        let Some(group) = table.groups().iter().find(|group| group.name == aggregate.group) else {
            return Ok(());
        };
        let sql = format!("SELECT id, {} FROM {} WHERE {key} = ?1 ORDER BY id", group.columns.join(", "), table.name);
        let mut all = self.transaction.prepare_cached(&sql)?;
        let mut rows = all.query([parent])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get("id")?;
            let done = |entry: &Logged| entry.table.name == table.name && entry.row == id && touches(entry, group.name);
            if logged.iter().any(done) {
                continue;
            }
            let mut columns = Columns::new();
            for column in group.columns {
                columns.insert((*column).to_owned(), crate::log::json(row.get_ref(*column)?)?);
            }
            logged.push(Logged { table, row: id, verb: Verb::Update, before: Some(columns.clone()), after: columns });
        }
        Ok(())
    }
}

fn touches(entry: &Logged, group: &str) -> bool {
    touched_groups(entry).any(|name| name == group || name == ALL_GROUPS)
}

/// An insert writes all of a row's groups.
const ALL_GROUPS: &str = "*";

/// Names of the merge groups an entry wrote; [`ALL_GROUPS`] for an insert.
pub(crate) fn touched_groups(entry: &Logged) -> impl Iterator<Item = &'static str> {
    let insert = (entry.verb == Verb::Insert).then_some(ALL_GROUPS);
    let updated = entry.table.groups().iter().filter(|group| {
        entry.verb == Verb::Update && group.columns.iter().any(|column| entry.after.contains_key(*column))
    });
    insert.into_iter().chain(updated.map(|group| group.name))
}
