//! Income, expenses and transfers outside the drawer.

use adelante_base::vocabulary::{FinanceKind, PlaceKind};
use adelante_base::{
    BankStatementId, CashCategoryId, ClientId, CounterpartyId, Day, FinanceOperationId, Money, Timestamp,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A place of money as stored: the name of its account and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Kind.
    pub kind: PlaceKind,
    /// Register, bank account or method; empty for cash handed in at the bank.
    pub owner: String,
}

/// An operation as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Which.
    pub id: FinanceOperationId,
    /// What it is.
    pub kind: FinanceKind,
    /// Business day.
    pub business_day: Day,
    /// Where money came to or from.
    pub place: Place,
    /// Of a transfer: where it went.
    pub to: Option<Place>,
    /// What for.
    pub category_id: Option<CashCategoryId>,
    /// The client whose old debt or balance it is.
    pub client_id: Option<ClientId>,
    /// Who.
    pub counterparty_id: Option<CounterpartyId>,
    /// How much, > 0.
    pub amount: Money,
    /// Number of the document.
    pub document_number: String,
    /// Its date.
    pub document_day: Option<Day>,
    /// A word about it.
    pub note: String,
    /// The statement that it came from.
    pub statement_id: Option<BankStatementId>,
    /// The operation that this one takes back.
    pub reverses: Option<FinanceOperationId>,
}

/// An operation as a list shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The operation.
    pub operation: Operation,
    /// When it was written.
    pub at: Timestamp,
    /// Who: staff id, or `program`.
    pub actor: String,
    /// Name of its category.
    pub category: String,
    /// Name of the client.
    pub client: String,
    /// Name of the counterparty.
    pub counterparty: String,
    /// It was taken back.
    pub reversed: bool,
}

/// What to list.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// From.
    pub from: Day,
    /// To, inclusive.
    pub to: Day,
    /// Only of this kind.
    pub kind: Option<FinanceKind>,
    /// Only of this place.
    pub place: Option<Place>,
    /// At most so many.
    pub limit: u32,
}

/// Writes an operation.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, operation: &Operation) -> Result<(), StoreError> {
    let to = operation.to.as_ref();
    door.insert(
        "finance_operation",
        &[
            ("id", operation.id.to_string().into()),
            ("kind", operation.kind.as_str().to_owned().into()),
            ("at", door.at().millis().into()),
            ("actor", door.actor().to_owned().into()),
            ("business_day", operation.business_day.to_string().into()),
            ("place", operation.place.kind.as_str().to_owned().into()),
            ("place_owner", operation.place.owner.clone().into()),
            ("to_place", to.map(|place| place.kind.as_str().to_owned()).into()),
            ("to_owner", to.map(|place| place.owner.clone()).into()),
            ("category_id", operation.category_id.map(|id| id.to_string()).into()),
            ("client_id", operation.client_id.map(|id| id.to_string()).into()),
            ("counterparty_id", operation.counterparty_id.map(|id| id.to_string()).into()),
            ("amount_minor", operation.amount.minor().into()),
            ("document_number", operation.document_number.clone().into()),
            ("document_day", operation.document_day.map(|day| day.to_string()).into()),
            ("note", operation.note.clone().into()),
            ("statement_id", operation.statement_id.map(|id| id.to_string()).into()),
            ("reverses", operation.reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// An operation by id.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: FinanceOperationId) -> Result<Option<Operation>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("operation.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// Whether an operation was taken back, here or in the register whose drawer it touched.
///
/// # Errors
/// What SQLite says.
pub fn is_reversed(connection: &Connection, id: FinanceOperationId) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM ledger_transaction WHERE reverses = ?1")?.exists([id.to_string()])?)
}

/// Operations, latest day first, and how many there are.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection, wanted: &Wanted) -> Result<(Vec<Shown>, u32), StoreError> {
    let place = wanted.place.as_ref();
    let (from, to) = (wanted.from.to_string(), wanted.to.to_string());
    let kind = wanted.kind.map(FinanceKind::as_str);
    let (place, owner) = (place.map(|place| place.kind.as_str()), place.map(|place| place.owner.as_str()));
    let mut total = connection.prepare_cached(include_str!("operations_count.sql"))?;
    let total = total.query_row(
        named_params! { ":from": from, ":to": to, ":kind": kind, ":place": place, ":owner": owner },
        |row| row.get("total"),
    )?;
    let mut all = connection.prepare_cached(include_str!("operations.sql"))?;
    let rows = all.query_map(
        named_params! {
            ":from": from, ":to": to, ":kind": kind, ":place": place, ":owner": owner, ":limit": wanted.limit,
        },
        |row| {
            Ok(Shown {
                operation: read(row)?,
                at: Timestamp::from_millis(row.get("at")?),
                actor: row.get("actor")?,
                category: row.get("category")?,
                client: row.get("client")?,
                counterparty: row.get("counterparty")?,
                reversed: row.get("reversed")?,
            })
        },
    )?;
    Ok((rows.collect::<Result<_, _>>()?, total))
}

/// Operations of a place and a sum, both ways, that are no line of a statement yet and were not
/// taken back: id, day, onto the place + or from it −.
///
/// # Errors
/// What SQLite says.
pub fn unmatched(
    connection: &Connection,
    place: &Place,
    from: Day,
    to: Day,
) -> Result<Vec<(FinanceOperationId, Day, Money)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("unmatched.sql"))?;
    let rows = all.query_map(
        named_params! {
            ":place": place.kind.as_str(), ":owner": place.owner, ":from": from.to_string(), ":to": to.to_string(),
        },
        |row| Ok((parsed(row, "id")?, parsed(row, "business_day")?, money(row, "amount_minor")?)),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Operations that a statement posted and that were not taken back yet.
///
/// # Errors
/// What SQLite says.
pub fn of_statement(connection: &Connection, id: BankStatementId) -> Result<Vec<Operation>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("of_statement.sql"))?;
    let rows = all.query_map([id.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Operation> {
    let to = match parsed_or_null(row, "to_place")? {
        Some(kind) => Some(Place { kind, owner: row.get("to_owner")? }),
        None => None,
    };
    Ok(Operation {
        id: parsed(row, "id")?,
        kind: parsed(row, "kind")?,
        business_day: parsed(row, "business_day")?,
        place: Place { kind: parsed(row, "place")?, owner: row.get("place_owner")? },
        to,
        category_id: parsed_or_null(row, "category_id")?,
        client_id: parsed_or_null(row, "client_id")?,
        counterparty_id: parsed_or_null(row, "counterparty_id")?,
        amount: money(row, "amount_minor")?,
        document_number: row.get("document_number")?,
        document_day: parsed_or_null(row, "document_day")?,
        note: row.get("note")?,
        statement_id: parsed_or_null(row, "statement_id")?,
        reverses: parsed_or_null(row, "reverses")?,
    })
}
