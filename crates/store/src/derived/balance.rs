//! Balances of the ledger's accounts: sums of their entries.

use std::collections::BTreeMap;

use adelante_base::Money;
use adelante_domain::ledger::Account;
use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::log::Columns;

/// What an operation's entries add to each account and owner.
pub type Balances = BTreeMap<(String, String), Money>;

/// Counts a new entry in. The accounts of visits have one cached balance each, of all visits together:
/// there would be one for every visit, and the few entries of one are quickly summed.
///
/// # Errors
/// [`StoreError::BadValue`] where a sum is beyond what an amount can be.
pub fn count(balances: &mut Balances, entry: &Columns) -> Result<(), StoreError> {
    let text = |name: &str| entry.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let of_visits = Account::VISIT_ACCOUNTS.contains(&text("account"));
    let owner = if of_visits { "" } else { text("owner") };
    let bad = || StoreError::BadValue { what: "ledger_entry.amount_minor".to_owned() };
    let minor = entry.get("amount_minor").and_then(serde_json::Value::as_i64).ok_or_else(bad)?;
    let sum = balances.entry((text("account").to_owned(), owner.to_owned())).or_default();
    *sum = Money::from_minor(minor).and_then(|amount| sum.plus(amount)).map_err(|_| bad())?;
    Ok(())
}

/// Adds what was counted: one write for each account, however many entries it got.
///
/// # Errors
/// What SQLite says.
pub fn add(connection: &Connection, balances: &Balances) -> Result<(), StoreError> {
    let mut add = connection.prepare_cached(include_str!("balance_add.sql"))?;
    for ((account, owner), amount) in balances {
        add.execute(named_params! { ":account": account, ":owner": owner, ":amount": amount.minor() })?;
    }
    Ok(())
}

/// Counts accounts whose cached balance differs from the sum of entries.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row(include_str!("balance_wrong.sql"), [], |row| row.get("wrong"))?)
}
