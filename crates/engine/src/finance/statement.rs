//! Bringing a bank statement in, all or nothing, and taking it back as one.

use adelante_base::{BankStatementId, CounterpartyId, Day, FinanceOperationId};
use adelante_domain::finance::{self as rules, FinanceRefusal, For};
use adelante_domain::ledger::{Account, Transaction};
use adelante_domain::permission::Permission;
use adelante_store::finance::operation::{self, Operation, Place};
use adelante_store::finance::{self, BankAccount, Counterparty, statement};
use adelante_store::{Connection, Door, Outcome};
use adelante_wire::{
    DecidedLine, Done, ErrorCode, FinanceKind, ImportStatement, LineAct, ListStatements, PlaceKind, ReverseStatement,
    StatementImported, StatementList, StatementRow,
};

use super::accounts::living;
use super::matching::{LINES_MAX, find_counterparty};
use super::operation::{income_or_expense, reverse, write};
use super::{category, counterparty, dated, known_place, reason, stored};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};
use crate::money::shift::person;

/// Changes one line makes at most: a counterparty, an operation, a transaction, two entries, a line.
const CHANGES_PER_LINE: usize = 8;

impl Mutation for ImportStatement {
    type Output = StatementImported;
    const KIND: &'static str = "statement_imported";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Compensate("statement_reversed");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<StatementImported>> {
        filled("file_name", &self.file_name, 200)?;
        if self.lines.len() > LINES_MAX {
            return Err(EngineError::new(ErrorCode::TooManyRows).with("max", LINES_MAX));
        }
        let account = living(door.connection(), self.bank_account_id)?;
        let days = days(&self.lines).ok_or_else(|| EngineError::required("lines"))?;
        let id = BankStatementId::new(door.ids(), door.at());
        statement::insert(door, id, account.id, self.file_name.trim(), days, None)?;
        let known = finance::counterparties(door.connection())?;
        let mut import = Import { id, account, known, posted: 0, matched: 0, skipped: 0 };
        for line in &self.lines {
            door.room_for(CHANGES_PER_LINE, || Outcome::of(serde_json::Value::Null))?;
            import.line(context, door, line)?;
        }
        let Import { posted, matched, skipped, .. } = import;
        if posted + matched == 0 {
            return Err(EngineError::required("lines"));
        }
        Ok(Answer::of(StatementImported { statement_id: id, posted, matched, skipped }))
    }
}

/// First and last day of the lines that are brought in.
fn days(lines: &[DecidedLine]) -> Option<(Day, Day)> {
    let all = || lines.iter().filter(|line| line.act != LineAct::Skip).map(|line| line.line.day);
    Some((all().min()?, all().max()?))
}

struct Import {
    id: BankStatementId,
    account: BankAccount,
    known: Vec<Counterparty>,
    posted: u32,
    matched: u32,
    skipped: u32,
}

impl Import {
    fn line(&mut self, context: &Context<'_>, door: &Door<'_>, decided: &DecidedLine) -> Result<()> {
        let line = &decided.line;
        checked(decided)?;
        let known = statement::is_known(door.connection(), self.account.id, &line.reference)?;
        if decided.act == LineAct::Skip || known {
            self.skipped += 1;
            return Ok(());
        }
        let operation_id = if decided.act == LineAct::Match {
            self.matched += 1;
            self.existing(door.connection(), decided)?
        } else {
            dated(context, line.day)?;
            self.posted += 1;
            self.post(context, door, decided)?
        };
        let written = statement::Line {
            statement_id: self.id,
            bank_account_id: self.account.id,
            reference: &line.reference,
            amount: line.amount_minor,
            operation_id,
            posted: decided.act != LineAct::Match,
        };
        Ok(statement::insert_line(door, &written)?)
    }

    /// The operation that the line is: of this account, the same sum, no other line's.
    fn existing(&self, connection: &Connection, decided: &DecidedLine) -> Result<FinanceOperationId> {
        let not_found = || EngineError::not_found("finance_operation");
        let id = decided.operation_id.ok_or_else(not_found)?;
        let day = operation::get(connection, id)?.ok_or_else(not_found)?.business_day;
        let free = operation::unmatched(connection, &self.place(), day, day)?;
        let same = free.iter().any(|(one, _, amount)| *one == id && *amount == decided.line.amount_minor);
        if same { Ok(id) } else { Err(not_found()) }
    }

    fn place(&self) -> Place {
        Place { kind: PlaceKind::BankAccount, owner: self.account.id.to_string() }
    }

    fn post(&mut self, context: &Context<'_>, door: &Door<'_>, decided: &DecidedLine) -> Result<FinanceOperationId> {
        let line = &decided.line;
        let out = line.amount_minor.is_negative();
        let amount = if out { line.amount_minor.negated() } else { line.amount_minor };
        let mut new = Operation {
            id: FinanceOperationId::new(door.ids(), door.at()),
            kind: if out { FinanceKind::Expense } else { FinanceKind::Income },
            business_day: line.day,
            place: self.place(),
            to: None,
            category_id: None,
            client_id: None,
            counterparty_id: None,
            amount,
            document_number: line.document_number.trim().to_owned(),
            document_day: None,
            note: line.purpose.trim().to_owned(),
            statement_id: Some(self.id),
            reverses: None,
        };
        let posted = if decided.act == LineAct::Transfer {
            self.transfer(door.connection(), decided, &mut new)?
        } else {
            let found = category(door.connection(), decided.category_id.ok_or(FinanceRefusal::NothingFor)?)?;
            new.category_id = Some(found.id);
            new.counterparty_id = self.counterparty(door, decided)?;
            let what_for = For::Category(found.id, found.direction, found.purpose);
            income_or_expense(new.kind, Account::BankAccount(self.account.id), what_for, amount)?
        };
        write(context, door, &new, &posted)?;
        Ok(new.id)
    }

    /// Between this account and another place; drawers have their own movements.
    fn transfer(&self, connection: &Connection, decided: &DecidedLine, new: &mut Operation) -> Result<Transaction> {
        let other = decided.place.as_ref().ok_or(FinanceRefusal::SamePlace)?;
        let account = known_place(connection, other)?;
        let here = Account::BankAccount(self.account.id);
        if matches!(account, Account::Drawer(_)) {
            return Err(FinanceRefusal::InDrawer.into());
        }
        if account == here {
            return Err(FinanceRefusal::SamePlace.into());
        }
        let out = decided.line.amount_minor.is_negative();
        new.kind = FinanceKind::Transfer;
        let (from, to) = if out { (self.place(), stored(other)) } else { (stored(other), self.place()) };
        (new.place, new.to) = (from, Some(to));
        let (from, to) = if out { (here, account) } else { (account, here) };
        Ok(rules::money_transfer(from, to, new.amount)?)
    }

    /// Who it is: as decided, else known by tax id or name, else somebody new.
    fn counterparty(&mut self, door: &Door<'_>, decided: &DecidedLine) -> Result<Option<CounterpartyId>> {
        if let Some(id) = decided.counterparty_id {
            return Ok(Some(counterparty(door.connection(), id)?.id));
        }
        let line = &decided.line;
        if let Some(found) = find_counterparty(&self.known, line) {
            return Ok(Some(found.id));
        }
        if line.counterparty.trim().is_empty() {
            return Ok(None);
        }
        let new = Counterparty {
            id: CounterpartyId::new(door.ids(), door.at()),
            name: line.counterparty.trim().to_owned(),
            tax_id: line.tax_id.trim().to_owned(),
            note: String::new(),
            last_category: None,
        };
        finance::insert_counterparty(door, &new)?;
        self.known.push(new.clone());
        Ok(Some(new.id))
    }
}

/// Refuses a line that is none.
fn checked(decided: &DecidedLine) -> Result<()> {
    let line = &decided.line;
    filled("reference", &line.reference, 64)?;
    at_most("counterparty", &line.counterparty, 200)?;
    at_most("tax_id", &line.tax_id, 40)?;
    at_most("purpose", &line.purpose, 500)?;
    at_most("document_number", &line.document_number, 60)?;
    if line.amount_minor.is_zero() {
        return Err(EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"));
    }
    Ok(())
}

impl Mutation for ReverseStatement {
    type Output = Done;
    const KIND: &'static str = "statement_reversed";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Never("bring the statement in again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        reason(&self.reason)?;
        let all = statement::list(door.connection())?;
        let not_found = || EngineError::not_found("bank_statement");
        let found = all.into_iter().find(|one| one.id == self.statement_id).ok_or_else(not_found)?;
        if found.reversed {
            return Err(EngineError::new(ErrorCode::AlreadyReversed));
        }
        let id = BankStatementId::new(door.ids(), door.at());
        let days = (found.from, found.to);
        statement::insert(door, id, found.bank_account_id, &found.file_name, days, Some(found.id))?;
        for posted in operation::of_statement(door.connection(), found.id)? {
            door.room_for(CHANGES_PER_LINE, || Outcome::of(serde_json::Value::Null))?;
            let back = Operation { statement_id: None, ..posted };
            reverse(context, door, back, self.reason.trim())?;
        }
        Ok(Answer::of(Done {}).because(&self.reason))
    }
}

impl Query for ListStatements {
    type Output = StatementList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<StatementList> {
        let shown = |one: statement::Statement| -> Result<StatementRow> {
            Ok(StatementRow {
                statement_id: one.id,
                at: one.at,
                actor: person(connection, &one.actor)?,
                account: one.account,
                file_name: one.file_name,
                from_day: one.from,
                to_day: one.to,
                posted: one.posted,
                matched: one.matched,
                in_minor: one.came,
                out_minor: one.went,
                reversed: one.reversed,
            })
        };
        Ok(StatementList { statements: statement::list(connection)?.into_iter().map(shown).collect::<Result<_>>()? })
    }
}
