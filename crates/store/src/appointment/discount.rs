//! Discounts that were given, with who gave them.

use adelante_base::vocabulary::ItemKind;
use adelante_base::{AppointmentId, Day, Money, Timestamp};
use rusqlite::{Connection, named_params};

use super::money;
use crate::StoreError;
use crate::operation::{parsed, parsed_or_null};

/// A discount on a line of a bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Visit.
    pub appointment_id: AppointmentId,
    /// Its day.
    pub day: Day,
    /// Client's name, or empty.
    pub client: String,
    /// Service, product or package.
    pub service: String,
    /// What it is, where it is no service.
    pub item: Option<ItemKind>,
    /// Price before it.
    pub before: Money,
    /// Discount.
    pub discount: Money,
    /// Why.
    pub reason: String,
    /// Who gave it: staff id, or `program`.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// The discounts on visits of a range of days, latest first. Cancelled visits do not count.
///
/// # Errors
/// What SQLite says.
pub fn between(connection: &Connection, from: Day, to: Day) -> Result<Vec<Given>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("discounts.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok(Given {
            appointment_id: parsed(row, "appointment_id")?,
            day: parsed(row, "day")?,
            client: row.get("client")?,
            service: row.get("service")?,
            item: parsed_or_null(row, "kind")?,
            before: money(row, "before_minor")?,
            discount: money(row, "discount_minor")?,
            reason: row.get("discount_reason")?,
            actor: row.get("actor")?,
            at: Timestamp::from_millis(row.get("at")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
