//! What a client has with the salon: certificates, packages, points.

pub mod package;
pub mod points;

use adelante_base::{BillLineId, CertificateId, ClientId, Day, Money, RegisterId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A gift certificate as it was sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Which.
    pub id: CertificateId,
    /// Code: capital letters and digits.
    pub code: String,
    /// The item of a bill that it was sold by.
    pub item_id: BillLineId,
    /// Who bought it.
    pub client_id: Option<ClientId>,
    /// Sold on.
    pub business_day: Day,
    /// Worth.
    pub value: Money,
    /// Last day.
    pub valid_until: Option<Day>,
    /// Where it was sold.
    pub register_id: Option<RegisterId>,
}

/// A certificate with what is left of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// It.
    pub certificate: Certificate,
    /// What is left.
    pub left: Money,
    /// Name of who bought it, or empty.
    pub client: String,
}

/// Writes a certificate that was sold.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, certificate: &Certificate) -> Result<(), StoreError> {
    door.insert(
        "certificate",
        &[
            ("id", certificate.id.to_string().into()),
            ("code", certificate.code.clone().into()),
            ("item_id", certificate.item_id.to_string().into()),
            ("client_id", certificate.client_id.map(|id| id.to_string()).into()),
            ("business_day", certificate.business_day.to_string().into()),
            ("value_minor", certificate.value.minor().into()),
            ("valid_until", certificate.valid_until.map(|day| day.to_string()).into()),
            ("register_id", certificate.register_id.map(|id| id.to_string()).into()),
        ],
    )
}

/// A certificate.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: CertificateId) -> Result<Option<Held>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE c.id = ?1");
    Ok(connection.prepare_cached(sql)?.query_row([id.to_string()], read).optional()?)
}

/// The certificate with this code that has most left: codes are made apart on several PCs.
///
/// # Errors
/// What SQLite says.
pub fn by_code(connection: &Connection, code: &str) -> Result<Option<Held>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE c.code = ?1 ORDER BY left_minor DESC, c.id LIMIT 1");
    Ok(connection.prepare_cached(sql)?.query_row([code], read).optional()?)
}

/// Whether an item that still stands on some bill, or a certificate, has this code.
///
/// # Errors
/// What SQLite says.
pub fn code_is_taken(connection: &Connection, code: &str) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached(include_str!("code_taken.sql"))?.exists([code])?)
}

/// The certificate that an item of a bill has become.
///
/// # Errors
/// What SQLite says.
pub fn of_item(connection: &Connection, item: BillLineId) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE c.item_id = ?1 ORDER BY c.id");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([item.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Certificates whose code or buyer's name contains a text, latest first.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection, code: &str, folded: &str, limit: u16) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " ", include_str!("list.sql"));
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(named_params! { ":code": code, ":folded": folded, ":limit": limit }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Certificates that a client has bought and that are not spent, latest first.
///
/// # Errors
/// What SQLite says.
pub fn bought_by(connection: &Connection, client: ClientId) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " ", include_str!("bought_by.sql"));
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([client.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What payments of a business day took of a certificate, without what went back.
///
/// # Errors
/// What SQLite says.
pub fn taken_on(connection: &Connection, id: CertificateId, day: Day) -> Result<Money, StoreError> {
    let mut find = connection.prepare_cached(include_str!("taken_on.sql"))?;
    Ok(find.query_row([id.to_string(), day.to_string()], |row| money(row, "taken_minor"))?)
}

/// How many certificates there are, and what is left of all of them.
///
/// # Errors
/// What SQLite says.
pub fn outstanding(connection: &Connection) -> Result<(u32, Money), StoreError> {
    let mut find = connection.prepare_cached(include_str!("outstanding.sql"))?;
    Ok(find.query_row([], |row| Ok((row.get("certificates")?, money(row, "left_minor")?)))?)
}

/// Certificates with something left whose last day is before `day`.
///
/// # Errors
/// What SQLite says.
pub fn ended(connection: &Connection, day: Day) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE c.valid_until < ?1 AND b.amount_minor < 0 ORDER BY c.id");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([day.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Held> {
    Ok(Held {
        certificate: Certificate {
            id: parsed(row, "id")?,
            code: row.get("code")?,
            item_id: parsed(row, "item_id")?,
            client_id: parsed_or_null(row, "client_id")?,
            business_day: parsed(row, "business_day")?,
            value: money(row, "value_minor")?,
            valid_until: parsed_or_null(row, "valid_until")?,
            register_id: parsed_or_null(row, "register_id")?,
        },
        left: money(row, "left_minor")?,
        client: row.get("client")?,
    })
}
