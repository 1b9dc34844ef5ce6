//! Deposits: what became of one when its visit did not take place, and those that are held.

use adelante_base::vocabulary::DepositEnd;
use adelante_base::{AppointmentId, Day, Money};
use rusqlite::{Connection, OptionalExtension};

use super::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// What became of a deposit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ended {
    /// What was decided; `None` where there was nothing to decide.
    pub end: Option<DepositEnd>,
    /// What the rule had said.
    pub rule: Option<DepositEnd>,
}

/// A deposit that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// For which visit.
    pub appointment_id: AppointmentId,
    /// Client's name, or empty.
    pub client: String,
    /// Day of the visit.
    pub day: Day,
    /// Its start.
    pub start_min: u16,
    /// How much.
    pub held: Money,
    /// What the visit costs.
    pub total: Money,
    /// Business day on which money came first.
    pub since: Day,
}

/// Notes what became of a visit's deposit.
///
/// # Errors
/// What SQLite says.
pub fn write(door: &Door<'_>, id: AppointmentId, ended: Ended) -> Result<(), StoreError> {
    let text = |end: Option<DepositEnd>| end.map(|end| end.as_str().to_owned()).into();
    door.update("appointment", &id.to_string(), &[("deposit_end", text(ended.end)), ("deposit_rule", text(ended.rule))])
}

/// What became of a visit's deposit.
///
/// # Errors
/// What SQLite says.
pub fn ended(connection: &Connection, id: AppointmentId) -> Result<Ended, StoreError> {
    let mut find = connection.prepare_cached("SELECT deposit_end, deposit_rule FROM appointment WHERE id = ?1")?;
    let found = find.query_row([id.to_string()], |row| {
        Ok(Ended { end: parsed_or_null(row, "deposit_end")?, rule: parsed_or_null(row, "deposit_rule")? })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// The deposits that are held, by the day of the visit, at most 500.
///
/// # Errors
/// What SQLite says.
pub fn held(connection: &Connection) -> Result<Vec<Held>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("deposits.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(Held {
            appointment_id: parsed(row, "id")?,
            client: row.get("client")?,
            day: parsed(row, "day")?,
            start_min: row.get("start_min")?,
            held: money(row, "paid_minor")?,
            total: money(row, "total_minor")?,
            since: parsed(row, "since")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many deposits are held, and their sum.
///
/// # Errors
/// What SQLite says.
pub fn held_sum(connection: &Connection) -> Result<(u32, Money), StoreError> {
    let mut all = connection.prepare_cached(include_str!("deposits_sum.sql"))?;
    Ok(all.query_row([], |row| Ok((row.get("deposits")?, money(row, "held_minor")?)))?)
}
