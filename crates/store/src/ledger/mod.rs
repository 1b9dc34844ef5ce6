//! The ledger's rows.

use adelante_base::{AppointmentId, Day, EntryId, Money, ReceiptId, RegisterId, ShiftId, TransactionId};
use adelante_domain::ledger::{Account, Entry, Transaction};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use crate::appointment::money;
use crate::operation::parsed;
use crate::{Door, StoreError};

/// A transaction's own id, and the one it takes back.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// Its id.
    pub id: TransactionId,
    /// The transaction that it takes back.
    pub reverses: Option<TransactionId>,
}

/// Where a transaction belongs.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Business day.
    pub business_day: Day,
    /// Register and shift, where money moved.
    pub register: Option<(RegisterId, ShiftId)>,
    /// Visit.
    pub appointment_id: Option<AppointmentId>,
    /// Receipt.
    pub receipt_id: Option<ReceiptId>,
}

/// Posts a transaction. One without entries posts nothing.
///
/// # Errors
/// What SQLite says.
pub fn post(door: &Door<'_>, transaction: &Transaction, place: &Place) -> Result<(), StoreError> {
    let named = Named { id: TransactionId::new(door.ids(), door.at()), reverses: None };
    post_named(door, named, transaction, place)
}

/// Posts a transaction under an id that another fact knows it by.
///
/// # Errors
/// What SQLite says.
pub fn post_named(door: &Door<'_>, named: Named, transaction: &Transaction, place: &Place) -> Result<(), StoreError> {
    if transaction.entries().is_empty() {
        return Ok(());
    }
    let id = named.id;
    let text = |id: Option<String>| -> Value { id.into() };
    door.insert(
        "ledger_transaction",
        &[
            ("id", id.to_string().into()),
            ("kind", transaction.kind().to_owned().into()),
            ("at", door.at().millis().into()),
            ("business_day", place.business_day.to_string().into()),
            ("register_id", text(place.register.map(|(register, _)| register.to_string()))),
            ("shift_id", text(place.register.map(|(_, shift)| shift.to_string()))),
            ("appointment_id", text(place.appointment_id.map(|id| id.to_string()))),
            ("receipt_id", text(place.receipt_id.map(|id| id.to_string()))),
            ("reverses", text(named.reverses.map(|id| id.to_string()))),
        ],
    )?;
    let mut sum = Money::ZERO;
    for entry in transaction.entries() {
        sum = sum.plus(entry.amount).map_err(|_| StoreError::Unbalanced)?;
        door.insert(
            "ledger_entry",
            &[
                ("id", EntryId::new(door.ids(), door.at()).to_string().into()),
                ("transaction_id", id.to_string().into()),
                ("account", entry.account.name().to_owned().into()),
                ("owner", entry.account.owner().into()),
                ("amount_minor", entry.amount.minor().into()),
            ],
        )?;
    }
    // The type promised it; the door checks it once more before it is a fact.
    if sum.is_zero() { Ok(()) } else { Err(StoreError::Unbalanced) }
}

/// Balance of an account that belongs to no visit: the sum of its entries, from the cache that both
/// doors keep.
///
/// # Errors
/// What SQLite says.
pub fn balance(connection: &Connection, account: Account) -> Result<Money, StoreError> {
    let mut find =
        connection.prepare_cached("SELECT amount_minor FROM account_balance WHERE account = ?1 AND owner = ?2")?;
    let found = find.query_row([account.name(), &account.owner()], |row| money(row, "amount_minor"));
    Ok(found.optional()?.unwrap_or_default())
}

/// The entries of a transaction.
///
/// # Errors
/// What SQLite says.
pub fn entries(connection: &Connection, id: TransactionId) -> Result<Vec<Entry>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("entries.sql"))?;
    let mut rows = all.query([id.to_string()])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let (account, owner): (String, String) = (row.get("account")?, row.get("owner")?);
        let account = Account::named(&account, &owner)
            .ok_or_else(|| StoreError::BadValue { what: "ledger_entry.account".to_owned() })?;
        entries.push(Entry { account, amount: money(row, "amount_minor")? });
    }
    Ok(entries)
}

/// Whether any money was posted yet.
///
/// # Errors
/// What SQLite says.
pub fn any(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM ledger_transaction LIMIT 1")?.exists([])?)
}

/// Sum of a visit's entries of an account, from the facts: also what the running operation
/// has posted, which the cache does not have yet.
///
/// # Errors
/// What SQLite says.
pub fn sum(connection: &Connection, account: Account) -> Result<Money, StoreError> {
    let mut find = connection.prepare_cached(include_str!("sum.sql"))?;
    Ok(find.query_row([account.name(), &account.owner()], |row| money(row, "amount_minor"))?)
}

/// What the salon keeps of a visit's deposit, from the facts.
///
/// # Errors
/// What SQLite says.
pub fn deposit_kept(connection: &Connection, visit: AppointmentId) -> Result<Money, StoreError> {
    let mut find = connection.prepare_cached(include_str!("deposit_kept.sql"))?;
    Ok(find.query_row([visit.to_string()], |row| money(row, "kept_minor"))?)
}

/// Of a transaction that kept a deposit, or let it go: the visit, and how much was kept.
///
/// # Errors
/// What SQLite says.
pub fn deposit_kept_by(
    connection: &Connection,
    transaction: &str,
) -> Result<Option<(AppointmentId, Money)>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("deposit_kept_by.sql"))?;
    let found = find.query_row([transaction], |row| Ok((parsed(row, "appointment_id")?, money(row, "kept_minor")?)));
    Ok(found.optional()?)
}
