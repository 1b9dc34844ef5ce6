//! Reports: sums of the ledger by day, account and owner, and the entries behind them.

use adelante_base::{AppointmentId, Day, EntryId, Money, ReceiptId, Timestamp};
use rusqlite::{Connection, Row, named_params};

use crate::StoreError;
use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::receipt::number_text;

/// Sum of an account's entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountSum {
    /// Account, by its name in the ledger.
    pub account: String,
    /// Whose; empty for the salon's, and for visits, certificates and packages all together.
    pub owner: String,
    /// Debit +, credit −.
    pub amount: Money,
}

/// Services of a category that were sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sold {
    /// The category, or empty.
    pub category: String,
    /// Its name.
    pub name: String,
    /// By the price list, VAT inside.
    pub list_price: Money,
    /// By their price.
    pub price: Money,
    /// VAT inside the price.
    pub vat: Money,
}

/// What came and went, by account and owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Kind of the events; empty where all are together.
    pub kind: String,
    /// Account.
    pub account: String,
    /// Whose.
    pub owner: String,
    /// Debits, ≥ 0.
    pub debit: Money,
    /// Credits, ≥ 0.
    pub credit: Money,
}

/// Sums of income and costs by account over days, both inclusive.
///
/// # Errors
/// What SQLite says.
pub fn results(connection: &Connection, from: Day, to: Day) -> Result<Vec<AccountSum>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("results.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, read_sum)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was sold over days, by category of the price list.
///
/// # Errors
/// What SQLite says.
pub fn sold(connection: &Connection, from: Day, to: Day) -> Result<Vec<Sold>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("sold.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok(Sold {
            category: row.get("category")?,
            name: row.get("name")?,
            list_price: money(row, "list_price_minor")?,
            price: money(row, "price_minor")?,
            vat: money(row, "vat_minor")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Balance of every account at the end of a day: the cached balances less what came later.
///
/// # Errors
/// What SQLite says.
pub fn balances(connection: &Connection, day: Day) -> Result<Vec<AccountSum>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("balances.sql"))?;
    let rows = all.query_map(named_params! { ":day": day.to_string() }, read_sum)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What came to each place of money and left it.
///
/// # Errors
/// What SQLite says.
pub fn flow_by_place(connection: &Connection, from: Day, to: Day) -> Result<Vec<Flow>, StoreError> {
    flow(connection, include_str!("flow_by_place.sql"), from, to)
}

/// What money came or went for: the other side of every event that moved money.
///
/// # Errors
/// What SQLite says.
pub fn flow_by_reason(connection: &Connection, from: Day, to: Day) -> Result<Vec<Flow>, StoreError> {
    flow(connection, include_str!("flow_by_reason.sql"), from, to)
}

fn flow(connection: &Connection, sql: &str, from: Day, to: Day) -> Result<Vec<Flow>, StoreError> {
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok(Flow {
            kind: row.get("kind")?,
            account: row.get("account")?,
            owner: row.get("owner")?,
            debit: money(row, "debit_minor")?,
            credit: money(row, "credit_minor")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Which entries.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// From; `None`: from the beginning.
    pub from: Option<Day>,
    /// To, inclusive.
    pub to: Day,
    /// Account; empty: whatever stands against money.
    pub account: String,
    /// Whose; `None`: everybody's.
    pub owner: Option<String>,
    /// Only of transactions that moved money.
    pub money_only: bool,
    /// Only of these kinds of events; empty: of all.
    pub events: Vec<String>,
    /// At most so many.
    pub limit: u32,
}

/// An entry with what it is about.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Which.
    pub id: EntryId,
    /// Business day.
    pub business_day: Day,
    /// When.
    pub at: Timestamp,
    /// Kind of event.
    pub event: String,
    /// What it is about.
    pub what: String,
    /// Client or counterparty.
    pub party: String,
    /// Who: staff id, `program`, or empty where it is not known.
    pub actor: String,
    /// Receipt.
    pub receipt_id: Option<ReceiptId>,
    /// Its number, or empty.
    pub receipt_number: String,
    /// Visit.
    pub appointment_id: Option<AppointmentId>,
    /// Debit +, credit −.
    pub amount: Money,
}

/// Entries behind a figure, latest first; how many there are, and their sum.
///
/// # Errors
/// What SQLite says.
pub fn entries(connection: &Connection, wanted: &Wanted) -> Result<(Vec<Shown>, u32, Money), StoreError> {
    let from = wanted.from.map_or_else(String::new, |day| day.to_string());
    let to = wanted.to.to_string();
    let events = if wanted.events.is_empty() { String::new() } else { format!(",{},", wanted.events.join(",")) };
    let mut sum = connection.prepare_cached(include_str!("entries_sum.sql"))?;
    let (total, whole) = sum.query_row(
        named_params! {
            ":from": from, ":to": to, ":account": wanted.account, ":owner": wanted.owner,
            ":money_only": wanted.money_only, ":events": events,
        },
        |row| Ok((row.get("total")?, money(row, "amount_minor")?)),
    )?;
    let mut all = connection.prepare_cached(include_str!("entries.sql"))?;
    let rows = all.query_map(
        named_params! {
            ":from": from, ":to": to, ":account": wanted.account, ":owner": wanted.owner,
            ":money_only": wanted.money_only, ":events": events, ":limit": wanted.limit,
        },
        read_shown,
    )?;
    Ok((rows.collect::<Result<_, _>>()?, total, whole))
}

/// Lines that were sold, with their price of the list, what was taken off it and the VAT.
///
/// # Errors
/// What SQLite says.
pub fn sold_lines(connection: &Connection, wanted: &Wanted) -> Result<Vec<(Shown, Money, Money, Money)>, StoreError> {
    let from = wanted.from.map_or_else(String::new, |day| day.to_string());
    let mut all = connection.prepare_cached(include_str!("sold_lines.sql"))?;
    let rows = all.query_map(
        named_params! { ":from": from, ":to": wanted.to.to_string(), ":category": wanted.owner },
        |row| {
            let (list, price) = (money(row, "amount_minor")?, money(row, "price_minor")?);
            let off = list.minus(price).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, list.minor()))?;
            Ok((read_shown(row)?, list, off, money(row, "vat_minor")?))
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_sum(row: &Row<'_>) -> rusqlite::Result<AccountSum> {
    Ok(AccountSum { account: row.get("account")?, owner: row.get("owner")?, amount: money(row, "amount_minor")? })
}

fn read_shown(row: &Row<'_>) -> rusqlite::Result<Shown> {
    let receipt_id: Option<ReceiptId> = parsed_or_null(row, "receipt_id")?;
    let receipt_number = match &receipt_id {
        Some(_) => number_text(&row.get::<_, String>("prefix")?, row.get("series")?, row.get("number")?),
        None => String::new(),
    };
    Ok(Shown {
        id: parsed(row, "id")?,
        business_day: parsed(row, "business_day")?,
        at: Timestamp::from_millis(row.get("at")?),
        event: row.get("event")?,
        what: row.get("what")?,
        party: row.get("party")?,
        actor: row.get("actor")?,
        receipt_id,
        receipt_number,
        appointment_id: parsed_or_null(row, "appointment_id")?,
        amount: money(row, "amount_minor")?,
    })
}
