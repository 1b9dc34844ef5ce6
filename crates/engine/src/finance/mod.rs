//! Finance: where the salon's money is, what moves it outside the drawer, and reports on the
//! ledger. Begin with [`operation`], then [`profit`] for a report.

pub mod accounts;
pub mod balance;
pub mod entries;
pub mod fees;
pub mod flow;
pub mod matching;
pub mod opening;
pub mod operation;
pub mod places;
pub mod profit;
pub mod statement;

use adelante_base::vocabulary::MethodKind;
use adelante_base::{CashCategoryId, ClientId, CounterpartyId, Day, Money};
use adelante_domain::finance::{self as rules, FinanceRefusal};
use adelante_domain::ledger::Account;
use adelante_store::cash::{self, Category};
use adelante_store::finance::operation::Place;
use adelante_store::finance::{self, Counterparty, Names};
use adelante_store::{Connection, ledger, salon};
use adelante_wire::{ErrorCode, NamedPlace, PlaceKind, PlaceRef};

use crate::command::Context;
use crate::error::{EngineError, Result};

/// Days that a report covers at most.
pub(crate) const DAYS_MAX: i64 = 3_660;

impl From<FinanceRefusal> for EngineError {
    fn from(refusal: FinanceRefusal) -> Self {
        let bad = |why: &str| Self::new(ErrorCode::BadOperation).with("why", why);
        match refusal {
            FinanceRefusal::NotPositive => Self::new(ErrorCode::NotPositive).with("field", "amount_minor"),
            FinanceRefusal::WrongCategory => bad("category"),
            FinanceRefusal::NothingFor => bad("nothing_for"),
            FinanceRefusal::SamePlace => bad("place"),
            FinanceRefusal::InDrawer => bad("drawer"),
            FinanceRefusal::BadDay => bad("day"),
            FinanceRefusal::Twice => bad("twice"),
        }
    }
}

/// Refuses a range of days that ends before it begins, or is too long.
pub(crate) fn range(from: Day, to: Day) -> Result<()> {
    if (0..DAYS_MAX).contains(&to.days_since(from)) {
        return Ok(());
    }
    Err(EngineError::out_of_range("days", 1, DAYS_MAX))
}

/// Refuses a day that cannot be posted to.
pub(crate) fn dated(context: &Context<'_>, day: Day) -> Result<()> {
    Ok(rules::dated(day, context.business_day()?)?)
}

/// The account of a place that the salon has.
pub(crate) fn known_place(connection: &Connection, place: &PlaceRef) -> Result<Account> {
    let nowhere = || EngineError::not_found("money_place");
    let account = rules::place(place.kind, &place.owner).ok_or_else(nowhere)?;
    let known = match account {
        Account::Drawer(id) => salon::registers(connection)?.iter().any(|one| one.id == id),
        Account::BankAccount(id) => finance::accounts(connection)?.iter().any(|one| one.id == id),
        Account::CardClearing(id) | Account::Bank(id) => salon::methods(connection)?.iter().any(|one| one.id == id),
        _ => place.owner.is_empty(),
    };
    if known { Ok(account) } else { Err(nowhere()) }
}

/// A place as the store has it.
pub(crate) fn stored(place: &PlaceRef) -> Place {
    Place { kind: place.kind, owner: place.owner.clone() }
}

/// A place as the contract has it.
pub(crate) fn shown_place(kind: PlaceKind, owner: &str) -> PlaceRef {
    PlaceRef { kind, owner: owner.to_owned() }
}

/// A place with its name.
pub(crate) fn named(connection: &Connection, names: &Names, place: PlaceRef) -> Result<NamedPlace> {
    Ok(NamedPlace { name: names.of(connection, &place.owner)?, method_kind: names.method_kind(&place.owner), place })
}

/// A category that the salon still has.
pub(crate) fn category(connection: &Connection, id: CashCategoryId) -> Result<Category> {
    cash::category(connection, id)?.ok_or_else(|| EngineError::not_found("cash_category"))
}

/// A counterparty that the salon still has.
pub(crate) fn counterparty(connection: &Connection, id: CounterpartyId) -> Result<Counterparty> {
    let found = finance::counterparties(connection)?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| EngineError::not_found("counterparty"))
}

/// Refuses to take more of a client's balance than there is: bills are paid from it too.
pub(crate) fn left_of_client(connection: &Connection, client: ClientId, taken: Money) -> Result<()> {
    let left = ledger::balance(connection, Account::ClientBalance(client))?.negated();
    if taken <= left {
        return Ok(());
    }
    let short = EngineError::new(ErrorCode::CreditTooSmall).with("kind", MethodKind::Balance);
    Err(short.with("left_minor", left.minor()))
}

/// Refuses a missing or too long reason.
pub(crate) fn reason(text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(EngineError::new(ErrorCode::ReasonMissing));
    }
    crate::error::at_most("reason", text, 500)
}
