//! Undo and redo: Ctrl+Z takes back this person's last action on this device; an action of
//! somebody else is taken back from the history, by permission.

use std::collections::BTreeSet;

use adelante_base::vocabulary::AppointmentStatus as Status;
use adelante_base::{Money, OperationId};
use adelante_domain::appointment::takes_time;
use adelante_domain::permission::Permission;
use adelante_store::operation::{self, Operation};
use adelante_store::undo::{Direction, Facts};
use adelante_store::{Connection, Door, Outcome, apply, appointment, bill, ledger, receipt};
use adelante_wire::{ErrorCode, Redo, Undo as UndoCommand, Undone};

use crate::appointment::change::keeps_what_is_paid;
use crate::appointment::{completion, living};
use crate::command::{Answer, Context, MIXED, Mutation, Undo};
use crate::error::{EngineError, Result};
use crate::money::deposit;

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
        answer_deposits(context, door, target, direction)?;
    }
    money_fits(door, &parts)?;
    Ok(Answer::of(Undone { kind: target.kind.clone(), operation_id: target.id }).answering(target.id))
}

/// Each posted fact of a status change is answered by its counter-fact. A change says more than the
/// status (when it began, whether to call): only one that made the visit done, or not done, counts.
fn answer_facts(context: &Context<'_>, door: &Door<'_>, target: &Operation, direction: Direction) -> Result<()> {
    for change in operation::changes(door.connection(), target.id)? {
        let (Some(before), Some(after)) = (change.before_columns()?, change.after_columns()?) else { continue };
        let (Some(was), Some(became)) = (before.get("status"), after.get("status")) else { continue };
        let (was, became) = (*was == Status::Completed.as_str(), *became == Status::Completed.as_str());
        let Ok(id) = change.row.parse() else { continue };
        if change.table.name != "appointment" || was == became {
            continue;
        }
        let visit = living(door.connection(), id)?;
        let done = if direction == Direction::Undo { was } else { became };
        if done {
            completion::post(context, door, &visit)?;
        } else {
            completion::reverse(context, door, &visit)?;
        }
    }
    Ok(())
}

/// A deposit that was kept is held again, and the other way round.
fn answer_deposits(context: &Context<'_>, door: &Door<'_>, target: &Operation, direction: Direction) -> Result<()> {
    for change in operation::changes(door.connection(), target.id)? {
        if change.table.name != "ledger_transaction" {
            continue;
        }
        if let Some((visit, kept)) = ledger::deposit_kept_by(door.connection(), &change.row)? {
            let amount = if direction == Direction::Undo { kept.negated() } else { kept };
            deposit::keep(context, door, visit, amount)?;
        }
    }
    Ok(())
}

/// Refuses what would contradict the money of a visit: a line cheaper than what was paid for it, a
/// visit that is done at other prices than were sold, one that is called off with money on it that the
/// salon does not keep.
fn money_fits(door: &Door<'_>, parts: &[Operation]) -> Result<()> {
    let mut visits = BTreeSet::new();
    for part in parts {
        for change in operation::changes(door.connection(), part.id)? {
            match change.table.name {
                "appointment" => _ = visits.insert(change.row),
                "appointment_service" | "bill_item" => {
                    let line = apply::row_columns(door.connection(), change.table, &change.row)?.unwrap_or_default();
                    visits.extend(line.get("appointment_id").and_then(|id| id.as_str()).map(ToOwned::to_owned));
                }
                _ => {}
            }
        }
    }
    for id in visits {
        let Ok(id) = id.parse() else { continue };
        // What was made by the operation is retired by now, and nothing else refers to it.
        let Ok(visit) = living(door.connection(), id) else { continue };
        let lines = appointment::lines(door.connection(), id)?;
        keeps_what_is_paid(door, &visit, &lines)?;
        let paid = appointment::sums(door.connection(), id)?.paid;
        if !takes_time(visit.status) && paid != ledger::deposit_kept(door.connection(), id)? {
            return Err(EngineError::new(ErrorCode::HasMoney).with("paid_minor", paid.minor()));
        }
        let items = bill::items(door.connection(), id)?;
        let prices = Money::sum(lines.iter().map(|line| line.price).chain(items.iter().map(|item| item.price)))?;
        let services = Money::sum(receipt::sale_lines(door.connection(), id)?.iter().map(|(_, line)| line.price))?;
        let sold =
            services.plus(Money::sum(bill::sales(door.connection(), id)?.iter().map(|(_, sale)| sale.price))?)?;
        if visit.status == Status::Completed && prices != sold {
            return Err(EngineError::new(ErrorCode::BadStatus).with("from", visit.status).with("to", visit.status));
        }
    }
    Ok(())
}
