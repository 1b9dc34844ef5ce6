//! What the books begin with.

use adelante_base::{Day, OpeningBalanceId, Timestamp};
use rusqlite::Connection;

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A document as stored; its lines are the entries of the transaction with its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: OpeningBalanceId,
    /// When it was written.
    pub at: Timestamp,
    /// Who: staff id, or `program`.
    pub actor: String,
    /// On which day.
    pub business_day: Day,
    /// A word about it; of a reversal: why.
    pub note: String,
    /// The document that this one takes back.
    pub reverses: Option<OpeningBalanceId>,
    /// A shift was closed after it was written.
    pub closed_since: bool,
}

/// Writes a document.
///
/// # Errors
/// What SQLite says.
pub fn insert(
    door: &Door<'_>,
    id: OpeningBalanceId,
    business_day: Day,
    note: &str,
    reverses: Option<OpeningBalanceId>,
) -> Result<(), StoreError> {
    door.insert(
        "opening_balance",
        &[
            ("id", id.to_string().into()),
            ("at", door.at().millis().into()),
            ("actor", door.actor().to_owned().into()),
            ("business_day", business_day.to_string().into()),
            ("note", note.to_owned().into()),
            ("reverses", reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// All documents, latest first.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<Document>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("openings.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(Document {
            id: parsed(row, "id")?,
            at: Timestamp::from_millis(row.get("at")?),
            actor: row.get("actor")?,
            business_day: parsed(row, "business_day")?,
            note: row.get("note")?,
            reverses: parsed_or_null(row, "reverses")?,
            closed_since: row.get("closed_since")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
