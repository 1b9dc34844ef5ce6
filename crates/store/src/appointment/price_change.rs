//! Prices that people changed, as the log has them; and what becomes of visits with a discount.

use adelante_base::vocabulary::PriceChangeKind;
use adelante_base::{AppointmentId, Day, Money, Timestamp};
use rusqlite::{Connection, named_params};

use super::money;
use crate::StoreError;
use crate::operation::{parsed, parsed_or_null};

/// A price that somebody changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceChange {
    /// Of what.
    pub kind: PriceChangeKind,
    /// Service, product or package.
    pub name: String,
    /// Price before.
    pub was: Money,
    /// Price after.
    pub now: Money,
    /// Why, or empty.
    pub reason: String,
    /// On which visit, and its day; of price lists none.
    pub visit: Option<(AppointmentId, Day)>,
    /// Client of the visit, or empty.
    pub client: String,
    /// Who: staff id, or `program`.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// The price changes from one moment (included) to another (not included), latest first.
///
/// # Errors
/// What SQLite says.
pub fn between(connection: &Connection, from: Timestamp, to: Timestamp) -> Result<Vec<PriceChange>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("price_changes.sql"))?;
    let rows = all.query_map(named_params! { ":first": first_id(from), ":last": first_id(to) }, |row| {
        let visit: Option<AppointmentId> = parsed_or_null(row, "appointment_id")?;
        let day: Option<Day> = parsed_or_null(row, "day")?;
        Ok(PriceChange {
            kind: parsed(row, "kind")?,
            name: row.get("name")?,
            was: money(row, "was_minor")?,
            now: money(row, "now_minor")?,
            reason: row.get("reason")?,
            visit: visit.zip(day),
            client: row.get("client")?,
            actor: row.get("actor")?,
            at: Timestamp::from_millis(row.get("at")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What every id that is made at this moment or later is not less than: ids begin with their
/// milliseconds, as UUIDs of version 7 do (RFC 9562).
fn first_id(at: Timestamp) -> String {
    let millis = format!("{:012x}", at.millis().max(0));
    let (high, low) = millis.split_at(8);
    format!("{high}-{low}")
}

/// Visits that are done, and after how many of them the client came again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CameBack {
    /// Visits.
    pub visits: u32,
    /// After which the client came again.
    pub came: u32,
}

/// Of the visits of a range of days: those with a discount, and those without; who came again
/// within so many days.
///
/// # Errors
/// What SQLite says.
pub fn came_back(
    connection: &Connection,
    (from, to): (Day, Day),
    days: u16,
) -> Result<(CameBack, CameBack), StoreError> {
    let mut counts = connection.prepare_cached(include_str!("discount_effect.sql"))?;
    let (from, to) = (from.to_string(), to.to_string());
    Ok(counts.query_row(named_params! { ":from": from, ":to": to, ":days": days }, |row| {
        let reduced = CameBack { visits: row.get("reduced")?, came: row.get("reduced_came")? };
        let whole = CameBack { visits: row.get("whole")?, came: row.get("whole_came")? };
        Ok((reduced, whole))
    })?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use adelante_base::{OperationId, SeededIds};

    #[test]
    fn ids_made_at_a_moment_are_not_before_it() {
        let ids = SeededIds::new(5);
        for millis in [0, 1, 1_700_000_000_000, 1_790_000_000_001] {
            let at = Timestamp::from_millis(millis);
            let id = OperationId::new(&ids, at).to_string();
            assert!(id >= first_id(at), "{id}");
            assert!(id < first_id(Timestamp::from_millis(millis + 1)), "{id}");
        }
    }
}
