//! What the lines of a bank statement could be.

use std::collections::BTreeSet;

use adelante_base::{BankAccountId, Day, FinanceOperationId, Money};
use adelante_domain::permission::Permission;
use adelante_store::finance::operation::{self, Place};
use adelante_store::finance::{self, Counterparty, Terms, statement};
use adelante_store::{Connection, cash};
use adelante_wire::{
    BankLine, CashDirection, CashPurpose, ErrorCode, LineAct, LineReason, LineSuggested, MatchStatement, MethodKind,
    PlaceKind, StatementMatched,
};

use super::accounts::living;
use super::shown_place;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Lines of one statement.
pub(super) const LINES_MAX: usize = 2_000;
/// Days between an operation and its line.
const DAYS_APART: i64 = 3;
/// Words by which a line is known for an acquirer's settlement, in the languages of the region.
const SETTLEMENT: [&str; 12] = [
    "эквайринг",
    "еквайринг",
    "acquiring",
    "возмещение по картам",
    "расчеты по картам",
    "оплата по картам",
    "відшкодування",
    "merchant",
    "settlement",
    "kaspi pay",
    "сауда эквайринг",
    "pos-терминал",
];

impl Query for MatchStatement {
    type Output = StatementMatched;
    const PERMISSION: Permission = Permission::FinanceWrite;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<StatementMatched> {
        if self.lines.len() > LINES_MAX {
            return Err(EngineError::new(ErrorCode::TooManyRows).with("max", LINES_MAX));
        }
        let account = living(connection, self.bank_account_id)?;
        let mut matcher = Matcher::read(connection, account.id, &self.lines)?;
        let lines = self.lines.iter().map(|line| matcher.suggest(connection, line)).collect::<Result<_>>()?;
        Ok(StatementMatched { lines })
    }
}

/// What is known when lines are looked at, one after the other.
struct Matcher {
    account: BankAccountId,
    operations: Vec<(FinanceOperationId, Day, Money)>,
    counterparties: Vec<Counterparty>,
    terms: Vec<Terms>,
    categories: Vec<cash::Category>,
    seen: BTreeSet<String>,
}

impl Matcher {
    fn read(connection: &Connection, account: BankAccountId, lines: &[BankLine]) -> Result<Self> {
        let first = lines.iter().map(|line| line.day).min();
        let last = lines.iter().map(|line| line.day).max();
        let place = Place { kind: PlaceKind::BankAccount, owner: account.to_string() };
        let operations = match (first, last) {
            (Some(first), Some(last)) => {
                operation::unmatched(connection, &place, first.plus_days(-DAYS_APART), last.plus_days(DAYS_APART))?
            }
            _ => Vec::new(),
        };
        Ok(Self {
            account,
            operations,
            counterparties: finance::counterparties(connection)?,
            terms: finance::terms(connection)?,
            categories: cash::categories(connection)?,
            seen: BTreeSet::new(),
        })
    }

    fn suggest(&mut self, connection: &Connection, line: &BankLine) -> Result<LineSuggested> {
        let nothing = |act, reason| LineSuggested {
            act,
            reason,
            category_id: None,
            counterparty_id: None,
            operation_id: None,
            place: None,
        };
        let again = !self.seen.insert(line.reference.clone());
        if again || statement::is_known(connection, self.account, &line.reference)? {
            return Ok(nothing(LineAct::Skip, LineReason::Duplicate));
        }
        let counterparty = self.counterparty(line);
        let counterparty_id = counterparty.map(|one| one.id);
        let last = counterparty.and_then(|one| one.last_category);
        if let Some(operation) = self.same_operation(line) {
            let same = nothing(LineAct::Match, LineReason::SameOperation);
            return Ok(LineSuggested { operation_id: Some(operation), counterparty_id, ..same });
        }
        if let Some((kind, owner)) = self.settlement(line) {
            let settled = nothing(LineAct::Transfer, LineReason::Settlement);
            return Ok(LineSuggested { place: Some(shown_place(kind, &owner)), ..settled });
        }
        let goes = if line.amount_minor.is_negative() { CashDirection::Out } else { CashDirection::In };
        let fits = |one: &&cash::Category| one.direction == goes && one.purpose != CashPurpose::Bank;
        let known = last.and_then(|id| self.categories.iter().find(|one| one.id == id)).filter(fits);
        if let Some(known) = known {
            let of_them = nothing(LineAct::Record, LineReason::Counterparty);
            return Ok(LineSuggested { category_id: Some(known.id), counterparty_id, ..of_them });
        }
        let plain = match goes {
            CashDirection::Out => CashPurpose::Expense,
            CashDirection::In => CashPurpose::Income,
        };
        let category = self.categories.iter().rfind(|one| one.direction == goes && one.purpose == plain);
        let unknown = nothing(LineAct::Record, LineReason::Unknown);
        Ok(LineSuggested { category_id: category.map(|one| one.id), counterparty_id, ..unknown })
    }

    /// Whose line it is: by tax id, else by name.
    fn counterparty(&self, line: &BankLine) -> Option<&Counterparty> {
        find_counterparty(&self.counterparties, line)
    }

    /// An operation of the same sum near the day, the nearest first; each is one line at most.
    fn same_operation(&mut self, line: &BankLine) -> Option<FinanceOperationId> {
        let near = self.operations.iter().enumerate().filter(|(_, (_, day, amount))| {
            *amount == line.amount_minor && line.day.days_since(*day).abs() <= DAYS_APART
        });
        let (index, _) = near.min_by_key(|(_, (id, day, _))| (line.day.days_since(*day).abs(), *id))?;
        Some(self.operations.swap_remove(index).0)
    }

    /// The method whose money comes with the line: by the acquirer's words; among several methods
    /// that arrive at this account, the one that the line names, else the first card.
    fn settlement(&self, line: &BankLine) -> Option<(PlaceKind, String)> {
        if !line.amount_minor.is_positive() {
            return None;
        }
        let text = format!("{} {}", line.counterparty, line.purpose).to_lowercase();
        if !SETTLEMENT.iter().any(|word| text.contains(word)) {
            return None;
        }
        let arrives = |one: &&Terms| one.kind != MethodKind::Transfer && one.bank_account_id == Some(self.account);
        let named = |one: &&Terms| !one.name.is_empty() && text.contains(&one.name.to_lowercase());
        let of_account = || self.terms.iter().filter(arrives);
        let all = || self.terms.iter().filter(|one| one.kind != MethodKind::Transfer);
        let found = of_account().find(named).or_else(|| of_account().next()).or_else(|| all().next())?;
        Some((PlaceKind::CardClearing, found.method_id.to_string()))
    }
}

/// A counterparty by the line's tax id, else by its name.
pub(super) fn find_counterparty<'a>(known: &'a [Counterparty], line: &BankLine) -> Option<&'a Counterparty> {
    let (tax_id, name) = (line.tax_id.trim(), line.counterparty.trim().to_lowercase());
    let by_tax = known.iter().find(|one| !tax_id.is_empty() && one.tax_id == tax_id);
    let same_name = |one: &&Counterparty| {
        !name.is_empty() && one.name.to_lowercase() == name && (tax_id.is_empty() || one.tax_id.is_empty())
    };
    by_tax.or_else(|| known.iter().find(same_name))
}
