//! Cash that goes into a drawer, out of it, or to another one, and back where it was a mistake.

use adelante_base::vocabulary::CashDirection;
use adelante_base::{CashMovementId, Money, RegisterId, StaffPaymentId, TransactionId};
use adelante_domain::cash::answered_by;
use adelante_domain::ledger::{self, Transaction};
use adelante_domain::permission::Permission;
use adelante_store::cash::{self, Movement};
use adelante_store::ledger::{Named, Place};
use adelante_store::payroll::paid;
use adelante_store::salon::Register;
use adelante_store::shift::Shift;
use adelante_store::{Connection, Door, ledger as entries, shift};
use adelante_wire::{CashMoved, ErrorCode, MoveCash, ReverseCashMovement, TransferCash};

use super::count::in_drawer;
use super::registers::living;
use super::{cash_category, open_shift, register};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::payroll::pay::take_back;
use crate::salon::till::sees_drawer;

/// Movements are posted facts: they are answered, not edited.
const ANSWERED: Undo = Undo::Compensate("cash_movement_reversed");

impl Mutation for MoveCash {
    type Output = CashMoved;
    const KIND: &'static str = "cash_moved";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = ANSWERED;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<CashMoved>> {
        let category = cash_category::living(door.connection(), self.category_id)?;
        let (register, shift) = at_work(door.connection(), self.amount_minor, &self.note)?;
        let stands_behind = answered_by(category.purpose, category.id);
        let (amount, posted) = match category.direction {
            CashDirection::In => (self.amount_minor, ledger::cash_in(register.id, stands_behind, self.amount_minor)?),
            CashDirection::Out => {
                lies_in(context, door.connection(), register.id, self.amount_minor)?;
                (self.amount_minor.negated(), ledger::cash_out(register.id, stands_behind, self.amount_minor)?)
            }
        };
        let moved = Movement { category_id: Some(category.id), ..movement(context, door, &shift, amount, &self.note)? };
        write(door, &moved, &posted)
    }
}

impl Mutation for TransferCash {
    type Output = CashMoved;
    const KIND: &'static str = "cash_transferred";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = ANSWERED;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<CashMoved>> {
        let to = living(door.connection(), self.to_register_id)?;
        let (from, shift) = at_work(door.connection(), self.amount_minor, &self.note)?;
        if to.id == from.id {
            let same = EngineError::new(ErrorCode::BadInput).with("field", "to_register_id");
            return Err(same.with("detail", "the same register"));
        }
        lies_in(context, door.connection(), from.id, self.amount_minor)?;
        let posted = ledger::cash_transfer(from.id, to.id, self.amount_minor)?;
        let carried = movement(context, door, &shift, self.amount_minor.negated(), &self.note)?;
        write(door, &Movement { other_register_id: Some(to.id), ..carried }, &posted)
    }
}

impl Mutation for ReverseCashMovement {
    type Output = CashMoved;
    const KIND: &'static str = "cash_movement_reversed";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Never("move the cash again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<CashMoved>> {
        if self.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        at_most("reason", &self.reason, 500)?;
        let payment = StaffPaymentId::from_uuid(self.movement_id.uuid());
        if paid::get(door.connection(), payment)?.is_some() {
            context.actor.check(Permission::Payroll)?;
            let back = take_back(context, door, payment, &self.reason)?;
            let movement_id = CashMovementId::from_uuid(back.uuid());
            return Ok(Answer::of(CashMoved { movement_id }).because(&self.reason));
        }
        let (moved, shift) = reversible(door.connection(), self.movement_id)?;
        // What came in goes out again, if it is still there.
        let (drawer, needed) = match moved.other_register_id {
            Some(other) if moved.amount.is_negative() => (other, moved.amount.negated()),
            _ => (moved.register_id, moved.amount),
        };
        lies_in(context, door.connection(), drawer, needed)?;
        let posted = ledger::cash_reversed(&entries::entries(door.connection(), transaction_of(moved.id))?)?;
        let back = Movement {
            category_id: moved.category_id,
            other_register_id: moved.other_register_id,
            reverses: Some(moved.id),
            ..movement(context, door, &shift, moved.amount.negated(), &self.reason)?
        };
        Ok(write(door, &back, &posted)?.because(&self.reason))
    }
}

/// This device's register with its open shift, where the sum and the note can be moved at all.
fn at_work(connection: &Connection, amount: Money, note: &str) -> Result<(Register, Shift)> {
    if !amount.is_positive() {
        return Err(EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"));
    }
    at_most("note", note, 500)?;
    let register = register(connection)?;
    let shift = open_shift(connection, &register)?;
    Ok((register, shift))
}

/// Refuses to take more out of a drawer than lies in it by the books.
pub(crate) fn lies_in(context: &Context<'_>, connection: &Connection, drawer: RegisterId, needed: Money) -> Result<()> {
    let there = in_drawer(connection, drawer)?;
    if needed <= there || !needed.is_positive() {
        return Ok(());
    }
    let short = EngineError::new(ErrorCode::DrawerShort).with("asked_minor", needed.minor());
    Err(if sees_drawer(context) { short.with("drawer_minor", there.minor()) } else { short })
}

/// A movement of this register's open shift that was not taken back yet.
fn reversible(connection: &Connection, id: CashMovementId) -> Result<(Movement, Shift)> {
    let not_found = || EngineError::not_found("cash_movement");
    let moved = cash::get(connection, id)?.ok_or_else(not_found)?;
    let shift = shift::get(connection, moved.shift_id)?.ok_or_else(not_found)?;
    if shift.closed_at.is_some() {
        return Err(EngineError::new(ErrorCode::ShiftClosed).with("number", shift.number));
    }
    if shift.register_id != register(connection)?.id {
        return Err(not_found());
    }
    if moved.reverses.is_some() || cash::is_reversed(connection, &moved)? {
        return Err(EngineError::new(ErrorCode::AlreadyReversed));
    }
    Ok((moved, shift))
}

fn movement(context: &Context<'_>, door: &Door<'_>, shift: &Shift, amount: Money, note: &str) -> Result<Movement> {
    Ok(Movement {
        id: CashMovementId::new(door.ids(), door.at()),
        register_id: shift.register_id,
        shift_id: shift.id,
        business_day: context.business_day()?,
        category_id: None,
        other_register_id: None,
        amount,
        note: note.trim().to_owned(),
        reverses: None,
        staff_id: None,
    })
}

fn write(door: &Door<'_>, movement: &Movement, posted: &Transaction) -> Result<Answer<CashMoved>> {
    cash::insert(door, movement)?;
    let named = Named { id: transaction_of(movement.id), reverses: movement.reverses.map(transaction_of) };
    let place = Place {
        business_day: movement.business_day,
        register: Some((movement.register_id, movement.shift_id)),
        appointment_id: None,
        receipt_id: None,
    };
    entries::post_named(door, named, posted, &place)?;
    Ok(Answer::of(CashMoved { movement_id: movement.id }))
}

/// A movement and its transaction have the same id.
fn transaction_of(movement: CashMovementId) -> TransactionId {
    TransactionId::from_uuid(movement.uuid())
}
