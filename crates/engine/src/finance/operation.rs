//! Income, expenses and transfers outside the drawer, and back where they were a mistake.

use adelante_base::{CashMovementId, Day, FinanceOperationId, Money, TransactionId};
use adelante_domain::finance::{self as rules, FinanceRefusal, For};
use adelante_domain::ledger::{Account, Transaction};
use adelante_domain::permission::Permission;
use adelante_store::cash::{self, Movement};
use adelante_store::finance::operation::{self, Operation, Shown, Wanted};
use adelante_store::finance::{Names, operation::Place as StoredPlace};
use adelante_store::ledger::{Named, Place};
use adelante_store::{Connection, Door, client, ledger as entries};
use adelante_wire::{
    ErrorCode, FinanceKind, FinanceOperation, ListOperations, OperationList, OperationRecorded, RecordOperation,
    ReverseOperation,
};

use super::{category, counterparty, dated, known_place, left_of_client, named, range, reason, shown_place, stored};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::money::cash::lies_in;
use crate::money::shift::person;
use crate::money::{open_shift, register};

/// Operations that a list shows.
const SHOWN_MAX: u32 = 500;

impl Mutation for RecordOperation {
    type Output = OperationRecorded;
    const KIND: &'static str = "operation_recorded";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Compensate("operation_reversed");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<OperationRecorded>> {
        at_most("note", &self.note, 500)?;
        at_most("document_number", &self.document_number, 60)?;
        dated(context, self.business_day)?;
        if !self.amount_minor.is_positive() {
            return Err(FinanceRefusal::NotPositive.into());
        }
        if let Some(id) = self.counterparty_id {
            counterparty(door.connection(), id)?;
        }
        let posted = self.posted(context, door.connection())?;
        let operation = Operation {
            id: FinanceOperationId::new(door.ids(), door.at()),
            kind: self.kind,
            business_day: self.business_day,
            place: stored(&self.place),
            to: self.to_place.as_ref().filter(|_| self.kind == FinanceKind::Transfer).map(stored),
            category_id: self.category_id.filter(|_| self.kind != FinanceKind::Transfer),
            client_id: self.client_id.filter(|_| self.kind != FinanceKind::Transfer),
            counterparty_id: self.counterparty_id,
            amount: self.amount_minor,
            document_number: self.document_number.trim().to_owned(),
            document_day: self.document_day,
            note: self.note.trim().to_owned(),
            statement_id: None,
            reverses: None,
        };
        write(context, door, &operation, &posted)?;
        Ok(Answer::of(OperationRecorded { operation_id: operation.id }))
    }
}

trait Posted {
    fn posted(&self, context: &Context<'_>, connection: &Connection) -> Result<Transaction>;
}

impl Posted for RecordOperation {
    /// What the operation posts.
    fn posted(&self, context: &Context<'_>, connection: &Connection) -> Result<Transaction> {
        let place = known_place(connection, &self.place)?;
        if self.kind == FinanceKind::Transfer {
            let to = self.to_place.as_ref().ok_or(FinanceRefusal::SamePlace)?;
            let to = known_place(connection, to)?;
            return transfer(context, connection, (place, to), self.amount_minor, self.business_day);
        }
        if matches!(place, Account::Drawer(_)) {
            return Err(FinanceRefusal::InDrawer.into());
        }
        let what_for = match (self.category_id, self.client_id) {
            (Some(id), None) => {
                let found = category(connection, id)?;
                For::Category(found.id, found.direction, found.purpose)
            }
            (None, Some(id)) => {
                client::get(connection, id)?.ok_or_else(|| EngineError::not_found("client"))?;
                if self.kind == FinanceKind::Expense {
                    left_of_client(connection, id, self.amount_minor)?;
                }
                For::Client(id)
            }
            _ => return Err(FinanceRefusal::NothingFor.into()),
        };
        income_or_expense(self.kind, place, what_for, self.amount_minor)
    }
}

/// What income or an expense posts.
pub(super) fn income_or_expense(
    kind: FinanceKind,
    place: Account,
    what_for: For,
    amount: Money,
) -> Result<Transaction> {
    let answering = rules::answering(kind, what_for)?;
    Ok(match kind {
        FinanceKind::Income => rules::money_in(place, answering, amount)?,
        _ => rules::money_out(place, answering, amount)?,
    })
}

/// What a transfer posts. A drawer takes part in it today, here and in its open shift.
fn transfer(
    context: &Context<'_>,
    connection: &Connection,
    (from, to): (Account, Account),
    amount: Money,
    day: Day,
) -> Result<Transaction> {
    if from == to {
        return Err(FinanceRefusal::SamePlace.into());
    }
    match (from, to) {
        (Account::Drawer(_), Account::Drawer(_)) => return Err(FinanceRefusal::InDrawer.into()),
        (Account::Drawer(drawer), _) | (_, Account::Drawer(drawer)) => {
            let here = register(connection)?;
            if drawer != here.id {
                return Err(FinanceRefusal::InDrawer.into());
            }
            open_shift(connection, &here)?;
            if day != context.business_day()? {
                return Err(FinanceRefusal::BadDay.into());
            }
            if matches!(from, Account::Drawer(_)) {
                lies_in(context, connection, drawer, amount)?;
            }
        }
        _ => {}
    }
    Ok(rules::money_transfer(from, to, amount)?)
}

/// Writes an operation with its transaction, and the movement of the drawer that takes part in it.
pub(super) fn write(context: &Context<'_>, door: &Door<'_>, operation: &Operation, posted: &Transaction) -> Result<()> {
    operation::insert(door, operation)?;
    let drawer = posted.entries().iter().find(|entry| matches!(entry.account, Account::Drawer(_)));
    let mut at_register = None;
    if let Some(entry) = drawer {
        let here = register(door.connection())?;
        let shift = open_shift(door.connection(), &here)?;
        at_register = Some((here.id, shift.id));
        let movement = Movement {
            id: CashMovementId::from_uuid(operation.id.uuid()),
            register_id: here.id,
            shift_id: shift.id,
            business_day: context.business_day()?,
            category_id: None,
            other_register_id: None,
            amount: entry.amount,
            note: operation.note.clone(),
            reverses: operation.reverses.map(|id| CashMovementId::from_uuid(id.uuid())),
            staff_id: None,
        };
        cash::insert(door, &movement)?;
    }
    let named = Named {
        id: TransactionId::from_uuid(operation.id.uuid()),
        reverses: operation.reverses.map(|id| TransactionId::from_uuid(id.uuid())),
    };
    let place =
        Place { business_day: operation.business_day, register: at_register, appointment_id: None, receipt_id: None };
    Ok(entries::post_named(door, named, posted, &place)?)
}

impl Mutation for ReverseOperation {
    type Output = OperationRecorded;
    const KIND: &'static str = "operation_reversed";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Never("record the operation again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<OperationRecorded>> {
        reason(&self.reason)?;
        let found = operation::get(door.connection(), self.operation_id)?;
        let found = found.ok_or_else(|| EngineError::not_found("finance_operation"))?;
        if found.reverses.is_some() || operation::is_reversed(door.connection(), found.id)? {
            return Err(EngineError::new(ErrorCode::AlreadyReversed));
        }
        let operation_id = reverse(context, door, found, self.reason.trim())?;
        Ok(Answer::of(OperationRecorded { operation_id }).because(&self.reason))
    }
}

/// Answers an operation by its opposite, dated today.
pub(super) fn reverse(
    context: &Context<'_>,
    door: &Door<'_>,
    found: Operation,
    why: &str,
) -> Result<FinanceOperationId> {
    let posted = entries::entries(door.connection(), TransactionId::from_uuid(found.id.uuid()))?;
    let opposite = rules::money_reversed(&posted)?;
    // Cash that came into a drawer goes out of the same one, in the shift it came in.
    for entry in &posted {
        let Account::Drawer(drawer) = entry.account else { continue };
        crate::money::cash::reversible(door.connection(), CashMovementId::from_uuid(found.id.uuid()))?;
        lies_in(context, door.connection(), drawer, entry.amount)?;
    }
    let back = Operation {
        id: FinanceOperationId::new(door.ids(), door.at()),
        business_day: context.business_day()?,
        note: why.to_owned(),
        reverses: Some(found.id),
        ..found
    };
    write(context, door, &back, &opposite)?;
    Ok(back.id)
}

impl Query for ListOperations {
    type Output = OperationList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<OperationList> {
        range(self.from_day, self.to_day)?;
        let wanted = Wanted {
            from: self.from_day,
            to: self.to_day,
            kind: self.kind,
            place: self.place.as_ref().map(stored),
            limit: SHOWN_MAX,
        };
        let (found, total) = operation::list(connection, &wanted)?;
        let names = Names::read(connection)?;
        let operations = found.into_iter().map(|one| shown(connection, &names, one)).collect::<Result<_>>()?;
        Ok(OperationList { operations, total })
    }
}

fn shown(connection: &Connection, names: &Names, one: Shown) -> Result<FinanceOperation> {
    let place = |place: &StoredPlace| named(connection, names, shown_place(place.kind, &place.owner));
    let operation = one.operation;
    Ok(FinanceOperation {
        operation_id: operation.id,
        at: one.at,
        business_day: operation.business_day,
        actor: person(connection, &one.actor)?,
        kind: operation.kind,
        place: place(&operation.place)?,
        to_place: operation.to.as_ref().map(place).transpose()?,
        category: one.category,
        client: one.client,
        counterparty: one.counterparty,
        amount_minor: operation.amount,
        document_number: operation.document_number,
        document_day: operation.document_day,
        note: operation.note,
        is_reversal: operation.reverses.is_some(),
        reversed: one.reversed,
        from_statement: operation.statement_id.is_some(),
    })
}
