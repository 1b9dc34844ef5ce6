//! Points: a currency of their own, whose balance is the sum of what came and went.

use adelante_base::vocabulary::PointKind;
use adelante_base::{AppointmentId, ClientId, Day, PaymentId, PointEntryId};
use rusqlite::Connection;

use crate::operation::parsed;
use crate::{Door, StoreError};

/// Points that came (+) or went (−).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointEntry {
    /// Whose.
    pub client_id: ClientId,
    /// For which visit.
    pub appointment_id: Option<AppointmentId>,
    /// For or by which payment.
    pub payment_id: Option<PaymentId>,
    /// Why.
    pub kind: PointKind,
    /// How many.
    pub points: i64,
    /// Business day.
    pub business_day: Day,
}

/// Writes points that came or went; none writes nothing.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, entry: &PointEntry) -> Result<(), StoreError> {
    if entry.points == 0 {
        return Ok(());
    }
    door.insert(
        "point_entry",
        &[
            ("id", PointEntryId::new(door.ids(), door.at()).to_string().into()),
            ("client_id", entry.client_id.to_string().into()),
            ("appointment_id", entry.appointment_id.map(|id| id.to_string()).into()),
            ("payment_id", entry.payment_id.map(|id| id.to_string()).into()),
            ("kind", entry.kind.as_str().to_owned().into()),
            ("points", entry.points.into()),
            ("business_day", entry.business_day.to_string().into()),
            ("at", door.at().millis().into()),
        ],
    )
}

/// How many points a client has.
///
/// # Errors
/// What SQLite says.
pub fn balance(connection: &Connection, client: ClientId) -> Result<i64, StoreError> {
    let sql = "SELECT coalesce(sum(points), 0) AS points FROM point_entry WHERE client_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([client.to_string()], |row| row.get("points"))?)
}

/// What a payment has earned and not given back yet, by client.
///
/// # Errors
/// What SQLite says.
pub fn earned_by(connection: &Connection, payment: PaymentId) -> Result<Vec<(ClientId, i64)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("earned_by.sql"))?;
    let rows = all.query_map([payment.to_string()], |row| Ok((parsed(row, "client_id")?, row.get("points")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
