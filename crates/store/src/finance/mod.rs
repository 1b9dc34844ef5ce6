//! Finance: bank accounts, counterparties, what payment methods cost, and who is who in reports.

pub mod fees;
pub mod opening;
pub mod operation;
pub mod report;
pub mod statement;

use std::collections::BTreeMap;

use adelante_base::vocabulary::MethodKind;
use adelante_base::{BankAccountId, CashCategoryId, CounterpartyId, PaymentMethodId};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// An account at a bank as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// Which.
    pub id: BankAccountId,
    /// Name.
    pub name: String,
    /// Its number, or empty.
    pub number: String,
}

/// A counterparty as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterparty {
    /// Which.
    pub id: CounterpartyId,
    /// Name.
    pub name: String,
    /// Tax id, or empty.
    pub tax_id: String,
    /// A word about it.
    pub note: String,
    /// What its last operation was for.
    pub last_category: Option<CashCategoryId>,
}

/// What a payment method costs and where its money arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Which method.
    pub method_id: PaymentMethodId,
    /// Its kind.
    pub kind: MethodKind,
    /// Its name.
    pub name: String,
    /// Basis points of each payment.
    pub fee_bp: u16,
    /// The account.
    pub bank_account_id: Option<BankAccountId>,
}

/// Adds a bank account.
///
/// # Errors
/// What SQLite says.
pub fn insert_account(door: &Door<'_>, account: &BankAccount) -> Result<(), StoreError> {
    door.insert(
        "bank_account",
        &[
            ("id", account.id.to_string().into()),
            ("name", account.name.clone().into()),
            ("number", account.number.clone().into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes a bank account.
///
/// # Errors
/// What SQLite says.
pub fn update_account(door: &Door<'_>, account: &BankAccount) -> Result<(), StoreError> {
    let columns = [("name", account.name.clone().into()), ("number", account.number.clone().into())];
    door.update("bank_account", &account.id.to_string(), &columns)
}

/// The salon's bank accounts, by name.
///
/// # Errors
/// What SQLite says.
pub fn accounts(connection: &Connection) -> Result<Vec<BankAccount>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("accounts.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(BankAccount { id: parsed(row, "id")?, name: row.get("name")?, number: row.get("number")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a counterparty.
///
/// # Errors
/// What SQLite says.
pub fn insert_counterparty(door: &Door<'_>, counterparty: &Counterparty) -> Result<(), StoreError> {
    door.insert(
        "counterparty",
        &[
            ("id", counterparty.id.to_string().into()),
            ("name", counterparty.name.clone().into()),
            ("tax_id", counterparty.tax_id.clone().into()),
            ("note", counterparty.note.clone().into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes a counterparty.
///
/// # Errors
/// What SQLite says.
pub fn update_counterparty(door: &Door<'_>, counterparty: &Counterparty) -> Result<(), StoreError> {
    let columns = [
        ("name", counterparty.name.clone().into()),
        ("tax_id", counterparty.tax_id.clone().into()),
        ("note", counterparty.note.clone().into()),
    ];
    door.update("counterparty", &counterparty.id.to_string(), &columns)
}

/// The salon's counterparties, by name.
///
/// # Errors
/// What SQLite says.
pub fn counterparties(connection: &Connection) -> Result<Vec<Counterparty>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("counterparties.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(Counterparty {
            id: parsed(row, "id")?,
            name: row.get("name")?,
            tax_id: row.get("tax_id")?,
            note: row.get("note")?,
            last_category: parsed_or_null(row, "last_category")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Terms of the methods that take money otherwise than in cash, in order.
///
/// # Errors
/// What SQLite says.
pub fn terms(connection: &Connection) -> Result<Vec<Terms>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("terms.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(Terms {
            method_id: parsed(row, "id")?,
            kind: parsed(row, "kind")?,
            name: row.get("name")?,
            fee_bp: row.get::<_, Option<u16>>("fee_bp")?.unwrap_or(0),
            bank_account_id: parsed_or_null(row, "bank_account_id")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets a method's terms.
///
/// # Errors
/// What SQLite says.
pub fn update_terms(
    door: &Door<'_>,
    method: PaymentMethodId,
    fee_bp: u16,
    account: Option<BankAccountId>,
) -> Result<(), StoreError> {
    let fee = (fee_bp > 0).then_some(i64::from(fee_bp));
    let columns = [("fee_bp", fee.into()), ("bank_account_id", account.map(|id| id.to_string()).into())];
    door.update("payment_method", &method.to_string(), &columns)
}

/// Names of everything that owns an account, retired or not.
#[derive(Debug, Default)]
pub struct Names {
    names: BTreeMap<String, String>,
    kinds: BTreeMap<String, MethodKind>,
}

impl Names {
    /// Reads them all but the clients', who are many.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn read(connection: &Connection) -> Result<Self, StoreError> {
        let mut all = connection.prepare_cached(include_str!("names.sql"))?;
        let mut names = Self::default();
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get("id")?;
            if let Some(kind) = parsed_or_null(row, "kind")? {
                names.kinds.insert(id.clone(), kind);
            }
            names.names.insert(id, row.get("name")?);
        }
        Ok(names)
    }

    /// The name of an owner; empty where it has none of its own.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn of(&self, connection: &Connection, owner: &str) -> Result<String, StoreError> {
        if owner.is_empty() {
            return Ok(String::new());
        }
        match self.names.get(owner) {
            Some(name) => Ok(name.clone()),
            None => client(connection, owner),
        }
    }

    /// The kind of a payment method.
    #[must_use]
    pub fn method_kind(&self, owner: &str) -> Option<MethodKind> {
        self.kinds.get(owner).copied()
    }
}

fn client(connection: &Connection, id: &str) -> Result<String, StoreError> {
    let mut find = connection.prepare_cached("SELECT name FROM client_index WHERE client_id = ?1")?;
    Ok(find.query_row([id], |row: &Row<'_>| row.get("name")).optional()?.unwrap_or_default())
}
