//! Undo and redo: Ctrl+Z takes back this person's last action on this device; an action of
//! somebody else is taken back from the history, by permission.

use adelante_base::OperationId;
use adelante_domain::permission::Permission;
use adelante_store::log::Columns;
use adelante_store::operation::{self, Operation};
use adelante_store::undo::{Direction, Facts};
use adelante_store::{Connection, Door, Outcome};
use adelante_wire::{ErrorCode, Redo, Undo as UndoCommand, Undone};

use crate::appointment::{completion, living};
use crate::command::{Answer, Context, MIXED, Mutation, Undo};
use crate::error::{EngineError, Result};

/// What the history calls an undo and a redo.
pub(crate) const UNDONE: &str = "operation_undone";
pub(crate) const REDONE: &str = "operation_redone";
/// How far back Ctrl+Z looks.
pub(crate) const LOOK_BACK: u32 = 200;

impl Mutation for UndoCommand {
    type Output = Undone;
    const KIND: &'static str = UNDONE;
    const PERMISSION: Permission = Permission::CalendarRead;
    const UNDO: Undo = Undo::Never("redo it instead");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Undone>> {
        let target = match self.operation_id {
            Some(id) => named(door.connection(), id)?,
            None => undoable(door.connection(), door.device(), &context.actor.id)?
                .into_iter()
                .next()
                .ok_or_else(|| EngineError::new(ErrorCode::NothingToUndo))?,
        };
        if target.actor != context.actor.id {
            context.actor.check(Permission::UndoOthers)?;
        }
        answer(context, door, &target, Direction::Undo)
    }
}

impl Mutation for Redo {
    type Output = Undone;
    const KIND: &'static str = REDONE;
    const PERMISSION: Permission = Permission::CalendarRead;
    const UNDO: Undo = Undo::Never("undo it instead");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Undone>> {
        let target = redoable(door.connection(), door.device(), &context.actor.id)?
            .into_iter()
            .next()
            .ok_or_else(|| EngineError::new(ErrorCode::NothingToUndo))?;
        answer(context, door, &target, Direction::Redo)
    }
}

/// What this person can undo on this device, latest first. A batch is named by its first
/// operation.
pub(crate) fn undoable(
    connection: &Connection,
    device: adelante_base::DeviceId,
    actor: &str,
) -> Result<Vec<Operation>> {
    let mut found = Vec::new();
    for done in operation::latest_of(connection, &device.to_string(), actor, LOOK_BACK)? {
        let first_of_batch = done.batch.is_none_or(|batch| batch.uuid() == done.id.uuid());
        if done.undo_of.is_none() && first_of_batch && can_be_undone(&done) && !is_undone(connection, &done)? {
            found.push(done);
        }
    }
    Ok(found)
}

/// What this person can redo, next first: what was undone since the last new action.
pub(crate) fn redoable(
    connection: &Connection,
    device: adelante_base::DeviceId,
    actor: &str,
) -> Result<Vec<Operation>> {
    let mut found: Vec<Operation> = Vec::new();
    for answer in operation::latest_of(connection, &device.to_string(), actor, LOOK_BACK)? {
        let Some(target) = answer.undo_of else { break };
        if answer.kind != UNDONE || found.iter().any(|known| known.id == target) {
            continue;
        }
        if let Some(undone) = operation::find(connection, target)?
            && is_undone(connection, &undone)?
        {
            found.push(undone);
        }
    }
    Ok(found)
}

/// Whether the last answer to an operation was an undo.
pub(crate) fn is_undone(connection: &Connection, done: &Operation) -> Result<bool> {
    Ok(operation::last_answer(connection, done.id)?.is_some_and(|answer| answer.kind == UNDONE))
}

fn can_be_undone(done: &Operation) -> bool {
    done.undo == "inverse" || done.undo == MIXED
}

/// The operation by id; of a batch, its first.
fn named(connection: &Connection, id: OperationId) -> Result<Operation> {
    let not_found = || EngineError::not_found("operation");
    let found = operation::find(connection, id)?.ok_or_else(not_found)?;
    let found = match found.batch {
        Some(batch) => operation::of_batch(connection, batch)?.into_iter().next().ok_or_else(not_found)?,
        None => found,
    };
    if found.undo_of.is_some() || !can_be_undone(&found) {
        return Err(EngineError::new(ErrorCode::CannotUndo).with("why", &found.undo).with("kind", &found.kind));
    }
    if is_undone(connection, &found)? {
        return Err(EngineError::new(ErrorCode::NothingToUndo));
    }
    Ok(found)
}

fn answer(
    context: &Context<'_>,
    door: &mut Door<'_>,
    target: &Operation,
    direction: Direction,
) -> Result<Answer<Undone>> {
    let mut parts = match target.batch {
        Some(batch) => operation::of_batch(door.connection(), batch)?,
        None => vec![target.clone()],
    };
    let last = operation::last_answer(door.connection(), target.id)?.unwrap_or_else(|| target.clone());
    let facts = if target.undo == MIXED { Facts::AnsweredByOthers } else { Facts::Refused };
    if direction == Direction::Undo {
        parts.reverse();
    }
    let id = target.id;
    for part in &parts {
        // The parts of a batch were written together: the batch's last answer speaks for all.
        let last = if last.id == target.id { part } else { &last };
        let link = move || Outcome { undo_of: Some(id), ..Outcome::of(serde_json::Value::Null) };
        door.invert(part, last, direction, facts, &link)?;
    }
    if target.undo == MIXED {
        answer_facts(context, door, target, direction)?;
    }
    Ok(Answer::of(Undone { kind: target.kind.clone(), operation_id: target.id }).answering(target.id))
}

/// Each posted fact of a status change is answered by its counter-fact.
fn answer_facts(context: &Context<'_>, door: &Door<'_>, target: &Operation, direction: Direction) -> Result<()> {
    for change in operation::changes(door.connection(), target.id)? {
        if change.table.name != "appointment" {
            continue;
        }
        let Ok(id) = change.row.parse() else { continue };
        let visit = living(door.connection(), id)?;
        // A visit's times are changed beside its status, and other visits of its series with it:
        // only what crossed 'completed' has posted anything.
        let completed = |columns: Option<Columns>| columns?.get("status").map(|status| status == "completed");
        let (before, after) = (completed(change.before_columns()?), completed(change.after_columns()?));
        let (Some(before), Some(after)) = (before, after) else { continue };
        if before == after {
            continue;
        }
        let post = after == (direction == Direction::Redo);
        if post {
            completion::post(context, door, &visit)?;
        } else {
            completion::reverse(context, door, &visit)?;
        }
    }
    Ok(())
}
