//! A client as a list shows one: name, phone, what was spent in all.

use adelante_base::{ClientId, Money};
use rusqlite::{Connection, OptionalExtension};

use crate::StoreError;
use crate::appointment::money;

/// Name, phone and worth of a client.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name as shown.
    pub name: String,
    /// Main phone, E.164, or empty.
    pub phone: String,
    /// Total of the completed visits.
    pub spent: Money,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact(…)")
    }
}

/// A client who was not retired.
///
/// # Errors
/// What SQLite says.
pub fn contact(connection: &Connection, id: ClientId) -> Result<Option<Contact>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("contact.sql"))?;
    let found = find.query_row([id.to_string()], |row| {
        Ok(Contact { name: row.get("name")?, phone: row.get("phone")?, spent: money(row, "spent_minor")? })
    });
    Ok(found.optional()?)
}
