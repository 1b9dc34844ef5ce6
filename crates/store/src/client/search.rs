//! Finding clients while typing.

use adelante_base::{ClientId, Day, Money};
use rusqlite::{Connection, Row, named_params};

use crate::StoreError;
use crate::operation::{parsed, parsed_or_null};

/// A client in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which client.
    pub id: ClientId,
    /// Name as shown.
    pub name: String,
    /// Main phone, E.164.
    pub phone: String,
    /// Allergies.
    pub allergy: String,
    /// Labels.
    pub tags: Vec<String>,
    /// Completed visits.
    pub visits: u32,
    /// Last completed visit.
    pub last_day: Option<Day>,
    /// Debt.
    pub debt: Money,
    /// Retired.
    pub retired: bool,
}

/// Clients whose folded name has, for every token, a word that begins with it.
///
/// # Errors
/// What SQLite says.
pub fn by_names(connection: &Connection, tokens: &[String], limit: u16) -> Result<Vec<Found>, StoreError> {
    let expression: Vec<String> = tokens.iter().map(|token| format!("\"{}\"*", token.replace('"', ""))).collect();
    matching(connection, include_str!("by_names.sql"), &expression.join(" AND "), limit)
}

/// Clients who have every one of these words in their folded name, whole.
///
/// # Errors
/// What SQLite says.
pub fn by_words(connection: &Connection, words: &[Vec<String>], limit: u16) -> Result<Vec<Found>, StoreError> {
    let any = |words: &Vec<String>| {
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
        format!("({})", quoted.join(" OR "))
    };
    let expression: Vec<String> = words.iter().map(any).collect();
    matching(connection, include_str!("by_names.sql"), &expression.join(" AND "), limit)
}

/// Clients with a phone or card that has these digits in a row (three at least).
///
/// # Errors
/// What SQLite says.
pub fn by_digits(connection: &Connection, digits: &str, limit: u16) -> Result<Vec<Found>, StoreError> {
    matching(connection, include_str!("by_digits.sql"), &format!("\"{}\"", digits.replace('"', "")), limit)
}

/// Every distinct word of the folded names, for the search that forgives a typo.
///
/// # Errors
/// What SQLite says.
pub fn vocabulary(connection: &Connection, mut each: impl FnMut(&str)) -> Result<(), StoreError> {
    let mut all = connection.prepare_cached("SELECT term FROM client_vocabulary")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        each(row.get_ref("term")?.as_str().unwrap_or_default());
    }
    Ok(())
}

/// A page of the list of clients.
///
/// # Errors
/// What SQLite says.
pub fn page(
    connection: &Connection,
    newest_first: NewestFirst,
    retired: bool,
    offset: u32,
    limit: u16,
) -> Result<Vec<Found>, StoreError> {
    let sql = match newest_first {
        NewestFirst::Yes => include_str!("page_newest.sql"),
        NewestFirst::No => include_str!("page_name.sql"),
    };
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(named_params! { ":retired": retired, ":limit": limit, ":offset": offset }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Order of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewestFirst {
    /// Newest cards first.
    Yes,
    /// By name.
    No,
}

/// How many living (or retired) clients there are.
///
/// # Errors
/// What SQLite says.
pub fn count(connection: &Connection, retired: bool) -> Result<u32, StoreError> {
    let mut find = connection.prepare_cached("SELECT count(*) AS clients FROM client_index WHERE retired = ?1")?;
    Ok(find.query_row([retired], |row| row.get("clients"))?)
}

fn matching(connection: &Connection, sql: &str, expression: &str, limit: u16) -> Result<Vec<Found>, StoreError> {
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(named_params! { ":match": expression, ":limit": limit }, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Found> {
    let tags: String = row.get("tags")?;
    Ok(Found {
        id: parsed(row, "client_id")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
        allergy: row.get("allergy")?,
        tags: serde_json::from_str(&tags).unwrap_or_default(),
        visits: row.get("visits")?,
        last_day: parsed_or_null(row, "last_day")?,
        debt: Money::from_minor(row.get("debt_minor")?).unwrap_or_default(),
        retired: row.get("retired")?,
    })
}
