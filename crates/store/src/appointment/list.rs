//! Visits by filters (B1): for lists, for closing the day, for the call list, for the risk.

use adelante_base::vocabulary::{AppointmentStatus, PaymentStatus};
use adelante_base::{AppointmentId, ClientId, Day, Money, ServiceId, StaffMemberId};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, ToSql};

use super::money;
use crate::StoreError;
use crate::operation::{parsed, parsed_or_null};

/// Which visits.
#[derive(Debug, Clone)]
pub struct Filter {
    /// From this date …
    pub from: Day,
    /// … to this one.
    pub to: Day,
    /// With this staff member.
    pub staff: Option<StaffMemberId>,
    /// Of this client.
    pub client: Option<ClientId>,
    /// With this service.
    pub service: Option<ServiceId>,
    /// In one of these statuses; empty: any.
    pub statuses: Vec<AppointmentStatus>,
    /// Paid so; empty: any.
    pub payments: Vec<PaymentStatus>,
    /// Only those to call.
    pub to_call: bool,
    /// Latest first.
    pub descending: bool,
    /// At most so many.
    pub limit: u16,
    /// After so many.
    pub offset: u32,
}

/// A visit of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: AppointmentId,
    /// Whose.
    pub client_id: Option<ClientId>,
    /// Client's name.
    pub client: String,
    /// Client's main phone, E.164.
    pub phone: String,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// End.
    pub end_min: u16,
    /// Services by name, in order.
    pub services: Vec<String>,
    /// Staff by id, in order of the services.
    pub staff: Vec<StaffMemberId>,
    /// Where it stands.
    pub status: AppointmentStatus,
    /// Total.
    pub total: Money,
    /// Paid.
    pub paid: Money,
    /// Source.
    pub source: String,
    /// Is to be called.
    pub to_call: bool,
    /// Its risk is let be.
    pub risk_ignored: bool,
    /// Made at, UTC milliseconds.
    pub created_at: i64,
}

/// The visits of one page.
///
/// # Errors
/// What SQLite says.
pub fn page(connection: &Connection, filter: &Filter) -> Result<Vec<Listed>, StoreError> {
    let mut all = connection.prepare_cached(concat!(
        include_str!("list.sql"),
        include_str!("list_where.sql"),
        "ORDER BY iif(:descending, a.day, '') DESC, iif(:descending, a.start_min, 0) DESC, a.day, a.start_min, a.id
         LIMIT :limit OFFSET :offset"
    ))?;
    let mut params = params(filter);
    params.extend([
        (":descending", Value::from(i64::from(filter.descending))),
        (":limit", i64::from(filter.limit).into()),
        (":offset", i64::from(filter.offset).into()),
    ]);
    let rows = all.query_map(named(&params).as_slice(), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many there are in all.
///
/// # Errors
/// What SQLite says.
pub fn count(connection: &Connection, filter: &Filter) -> Result<u32, StoreError> {
    let mut find =
        connection.prepare_cached(concat!(include_str!("list_count.sql"), include_str!("list_where.sql")))?;
    let params = params(filter);
    Ok(find.query_row(named(&params).as_slice(), |row| row.get("total"))?)
}

/// How many visits of a date are in no final state.
///
/// # Errors
/// What SQLite says.
pub fn unfinished(connection: &Connection, day: Day) -> Result<u32, StoreError> {
    let mut count = connection.prepare_cached(include_str!("unfinished.sql"))?;
    Ok(count.query_row([day.to_string()], |row| row.get("visits"))?)
}

/// How many visits of a date are done and not paid in full, and what is left to pay of them.
///
/// # Errors
/// What SQLite says.
pub fn unpaid(connection: &Connection, day: Day) -> Result<(u32, Money), StoreError> {
    let mut sum = connection.prepare_cached(include_str!("unpaid.sql"))?;
    Ok(sum.query_row([day.to_string()], |row| Ok((row.get("visits")?, money(row, "amount_minor")?)))?)
}

fn params(filter: &Filter) -> Vec<(&'static str, Value)> {
    vec![
        (":from", filter.from.to_string().into()),
        (":to", filter.to.to_string().into()),
        (":client", filter.client.map(|id| id.to_string()).into()),
        (":staff", filter.staff.map(|id| id.to_string()).into()),
        (":service", filter.service.map(|id| id.to_string()).into()),
        (":statuses", words(filter.statuses.iter().map(|status| status.as_str())).into()),
        (":payments", words(filter.payments.iter().map(|status| status.as_str())).into()),
        (":to_call", i64::from(filter.to_call).into()),
    ]
}

/// Words with a space on either side of each, so that one can be found whole.
fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.fold(String::new(), |list, word| format!("{list} {word} "))
}

fn named<'a>(params: &'a [(&'static str, Value)]) -> Vec<(&'a str, &'a dyn ToSql)> {
    params.iter().map(|(name, value)| (*name, value as &dyn ToSql)).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let list = |column: &str| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, String>(column)?.split('\u{1f}').map(str::to_owned).collect())
    };
    Ok(Listed {
        id: parsed(row, "id")?,
        client_id: parsed_or_null(row, "client_id")?,
        client: row.get("client")?,
        phone: row.get("phone")?,
        day: parsed(row, "day")?,
        start_min: row.get("start_min")?,
        end_min: row.get("end_min")?,
        services: list("services")?,
        staff: list("staff")?.iter().filter_map(|id| id.parse().ok()).collect(),
        status: parsed(row, "status")?,
        total: money(row, "total_minor")?,
        paid: money(row, "paid_minor")?,
        source: row.get("source")?,
        to_call: row.get("to_call")?,
        risk_ignored: row.get("risk_ignored")?,
        created_at: row.get("created_at")?,
    })
}
