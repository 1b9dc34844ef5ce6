//! Balance of accounts at the end of a day. Everything together is zero.

use adelante_base::Money;
use adelante_base::vocabulary::AccountClass;
use adelante_domain::ledger::Account;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::finance::{Names, report};
use adelante_wire::{BalanceRow, BalanceSheet, GetBalance};

use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

impl Query for GetBalance {
    type Output = BalanceSheet;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<BalanceSheet> {
        let names = Names::read(connection)?;
        let mut rows = Vec::new();
        for sum in report::balances(connection, self.day)? {
            rows.push(BalanceRow {
                class: class(&sum.account, &sum.owner)?,
                name: names.of(connection, &sum.owner)?,
                method_kind: names.method_kind(&sum.owner),
                account: sum.account,
                owner: sum.owner,
                amount_minor: sum.amount,
            });
        }
        rows.sort_by(|a, b| (a.class, &a.account, &a.name, &a.owner).cmp(&(b.class, &b.account, &b.name, &b.owner)));
        let of = |wanted: AccountClass| {
            Money::sum(rows.iter().filter(|row| row.class == wanted).map(|row| row.amount_minor))
        };
        let profit = of(AccountClass::Income)?.plus(of(AccountClass::Expense)?)?.negated();
        Ok(BalanceSheet {
            assets_minor: of(AccountClass::Asset)?,
            liabilities_minor: of(AccountClass::Liability)?.negated(),
            equity_minor: of(AccountClass::Equity)?.negated().plus(profit)?,
            profit_minor: profit,
            difference_minor: Money::sum(rows.iter().map(|row| row.amount_minor))?,
            rows,
        })
    }
}

/// The class of an account; visits, certificates and packages are many, and each kind is together
/// under one that has no owner.
fn class(account: &str, owner: &str) -> Result<AccountClass> {
    match account {
        "visit_prepaid" | "certificates_outstanding" | "packages_outstanding" => Ok(AccountClass::Liability),
        "client_receivable" => Ok(AccountClass::Asset),
        _ => Account::named(account, owner).map(Account::class).ok_or_else(|| EngineError::not_found("account")),
    }
}
