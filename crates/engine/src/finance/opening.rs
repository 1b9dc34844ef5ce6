//! What there was when the books began: one document, taken back as a whole.

use adelante_base::vocabulary::OpeningKind;
use adelante_base::{Money, OpeningBalanceId, TransactionId};
use adelante_domain::finance::{self as rules, OPENING_LINES_MAX, OpeningLine};
use adelante_domain::ledger::{Account, Entry, Transaction};
use adelante_domain::permission::Permission;
use adelante_store::finance::opening::{self, Document};
use adelante_store::finance::{self, Names};
use adelante_store::ledger::{Named, Place};
use adelante_store::{Connection, Door, client, ledger as entries, salon, shift};
use adelante_wire::{
    ErrorCode, ListOpeningBalances, OpeningDocument, OpeningList, OpeningPosted, OpeningRow, PostOpeningBalances,
    ReverseOpeningBalances,
};

use super::{dated, left_of_client, reason};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::money::shift::person;

impl Mutation for PostOpeningBalances {
    type Output = OpeningPosted;
    const KIND: &'static str = "opening_balances_posted";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Compensate("opening_balances_reversed");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<OpeningPosted>> {
        at_most("note", &self.note, 500)?;
        dated(context, self.business_day)?;
        if self.lines.len() > OPENING_LINES_MAX {
            return Err(EngineError::out_of_range("lines", 1, OPENING_LINES_MAX));
        }
        let line = |line: &adelante_wire::OpeningEntry| OpeningLine {
            kind: line.kind,
            owner: line.owner.clone(),
            amount: line.amount_minor,
        };
        let posted = rules::opening(&self.lines.iter().map(line).collect::<Vec<_>>())?;
        for entry in posted.entries() {
            known(door.connection(), entry.account)?;
        }
        let id = OpeningBalanceId::new(door.ids(), door.at());
        opening::insert(door, id, self.business_day, self.note.trim(), None)?;
        post(door, id, None, self.business_day, &posted)?;
        Ok(Answer::of(OpeningPosted { opening_id: id }))
    }
}

impl Mutation for ReverseOpeningBalances {
    type Output = OpeningPosted;
    const KIND: &'static str = "opening_balances_reversed";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Never("post the opening balances again");

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<OpeningPosted>> {
        reason(&self.reason)?;
        let all = opening::list(door.connection())?;
        let not_found = || EngineError::not_found("opening_balance");
        let found = all.iter().find(|one| one.id == self.opening_id).ok_or_else(not_found)?;
        if found.reverses.is_some() || all.iter().any(|one| one.reverses == Some(found.id)) {
            return Err(EngineError::new(ErrorCode::AlreadyReversed));
        }
        if found.closed_since {
            return Err(EngineError::new(ErrorCode::BooksClosed));
        }
        let begun = entries::entries(door.connection(), TransactionId::from_uuid(found.id.uuid()))?;
        for entry in &begun {
            closed_drawer(door.connection(), entry.account)?;
            if let Account::ClientBalance(client) = entry.account {
                left_of_client(door.connection(), client, entry.amount.negated())?;
            }
        }
        let id = OpeningBalanceId::new(door.ids(), door.at());
        // Dated as the document: the books never began with it.
        opening::insert(door, id, found.business_day, self.reason.trim(), Some(found.id))?;
        post(door, id, Some(found.id), found.business_day, &rules::opening_reversed(&begun)?)?;
        Ok(Answer::of(OpeningPosted { opening_id: id }).because(&self.reason))
    }
}

fn post(
    door: &Door<'_>,
    id: OpeningBalanceId,
    reverses: Option<OpeningBalanceId>,
    business_day: adelante_base::Day,
    posted: &Transaction,
) -> Result<()> {
    let transaction = |id: OpeningBalanceId| TransactionId::from_uuid(id.uuid());
    let named = Named { id: transaction(id), reverses: reverses.map(transaction) };
    let place = Place { business_day, register: None, appointment_id: None, receipt_id: None };
    Ok(entries::post_named(door, named, posted, &place)?)
}

/// Refuses what the salon does not have.
fn known(connection: &Connection, account: Account) -> Result<()> {
    let found = match account {
        Account::Drawer(id) => salon::registers(connection)?.iter().any(|one| one.id == id),
        Account::BankAccount(id) => finance::accounts(connection)?.iter().any(|one| one.id == id),
        Account::CardClearing(id) => salon::methods(connection)?.iter().any(|one| one.id == id),
        Account::ClientDebt(id) | Account::ClientBalance(id) => client::get(connection, id)?.is_some(),
        _ => true,
    };
    if !found {
        return Err(EngineError::not_found("owner"));
    }
    closed_drawer(connection, account)
}

/// What lies in a drawer at the beginning is not told while its shift is open: the shift's own
/// report would take it for cash that came in.
fn closed_drawer(connection: &Connection, account: Account) -> Result<()> {
    let Account::Drawer(id) = account else { return Ok(()) };
    match shift::current(connection, id)? {
        Some(open) => Err(EngineError::new(ErrorCode::ShiftOpen).with("number", open.number)),
        None => Ok(()),
    }
}

impl Query for ListOpeningBalances {
    type Output = OpeningList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<OpeningList> {
        let all = opening::list(connection)?;
        let names = Names::read(connection)?;
        let begun = all.iter().filter(|one| one.reverses.is_none());
        let documents = begun.map(|one| document(connection, &names, &all, one)).collect::<Result<_>>()?;
        Ok(OpeningList { documents })
    }
}

fn document(connection: &Connection, names: &Names, all: &[Document], one: &Document) -> Result<OpeningDocument> {
    let posted = entries::entries(connection, TransactionId::from_uuid(one.id.uuid()))?;
    let mut lines = Vec::with_capacity(posted.len());
    for entry in &posted {
        lines.extend(row(connection, names, entry)?);
    }
    let answer = all.iter().find(|other| other.reverses == Some(one.id));
    let of_beginning = posted.iter().filter(|entry| entry.account == Account::OpeningBalance);
    Ok(OpeningDocument {
        opening_id: one.id,
        business_day: one.business_day,
        at: one.at,
        actor: person(connection, &one.actor)?,
        note: one.note.clone(),
        lines,
        total_minor: Money::sum(of_beginning.map(|entry| entry.amount))?.negated(),
        reversed_because: answer.map(|answer| answer.note.clone()),
        reversible: answer.is_none() && !one.closed_since,
    })
}

fn row(connection: &Connection, names: &Names, entry: &Entry) -> Result<Option<OpeningRow>> {
    let Ok(kind) = entry.account.name().parse::<OpeningKind>() else { return Ok(None) };
    let owner = entry.account.owner();
    let name = names.of(connection, &owner)?;
    let amount_minor = if kind == OpeningKind::ClientBalance { entry.amount.negated() } else { entry.amount };
    Ok(Some(OpeningRow { kind, name, owner, amount_minor }))
}
