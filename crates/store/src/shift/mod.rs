//! Shifts: opened and closed, both facts.

use adelante_base::vocabulary::MethodKind;
use adelante_base::{Day, Money, PaymentMethodId, RegisterId, ShiftId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::money;
use crate::operation::parsed;
use crate::{Door, StoreError};

/// A shift as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Which.
    pub id: ShiftId,
    /// Register.
    pub register_id: RegisterId,
    /// Number on the register.
    pub number: u32,
    /// Business day.
    pub business_day: Day,
    /// Opened.
    pub opened_at: Timestamp,
    /// By whom: staff id, or `program`.
    pub opened_by: String,
    /// Closed.
    pub closed_at: Option<Timestamp>,
    /// Cash in the drawer when it was closed.
    pub closed_drawer: Option<Money>,
    /// Receipts in it.
    pub receipts: u32,
}

/// Money of a shift by method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodSum {
    /// Method.
    pub method_id: PaymentMethodId,
    /// Kind.
    pub kind: MethodKind,
    /// Name.
    pub name: String,
    /// Sum less voids.
    pub total: Money,
    /// Number of payments.
    pub count: u32,
}

/// Opens a shift.
///
/// # Errors
/// What SQLite says.
pub fn open(door: &Door<'_>, register: RegisterId, business_day: Day) -> Result<(ShiftId, u32), StoreError> {
    let number: u32 = door
        .connection()
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 AS next FROM shift WHERE register_id = ?1")?
        .query_row([register.to_string()], |row| row.get("next"))?;
    let id = ShiftId::new(door.ids(), door.at());
    door.insert(
        "shift",
        &[
            ("id", id.to_string().into()),
            ("register_id", register.to_string().into()),
            ("number", i64::from(number).into()),
            ("business_day", business_day.to_string().into()),
            ("opened_at", door.at().millis().into()),
            ("opened_by", door.actor().to_owned().into()),
        ],
    )?;
    Ok((id, number))
}

/// Closes a shift, for good.
///
/// # Errors
/// What SQLite says.
pub fn close(door: &Door<'_>, id: ShiftId, drawer: Money) -> Result<(), StoreError> {
    door.insert(
        "shift_close",
        &[
            ("id", id.to_string().into()),
            ("closed_at", door.at().millis().into()),
            ("closed_by", door.actor().to_owned().into()),
            ("drawer_minor", drawer.minor().into()),
        ],
    )
}

/// The open shift of a register.
///
/// # Errors
/// What SQLite says.
pub fn current(connection: &Connection, register: RegisterId) -> Result<Option<Shift>, StoreError> {
    let sql = concat!(
        include_str!("select.sql"),
        " WHERE s.register_id = ?1 AND c.id IS NULL ORDER BY s.number DESC LIMIT 1"
    );
    let mut find = connection.prepare_cached(sql)?;
    Ok(find.query_row([register.to_string()], read).optional()?)
}

/// A shift by id.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: ShiftId) -> Result<Option<Shift>, StoreError> {
    let mut find = connection.prepare_cached(concat!(include_str!("select.sql"), " WHERE s.id = ?1"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// Shifts of a register, latest first.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection, register: RegisterId, limit: u16) -> Result<Vec<Shift>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE s.register_id = ?1 ORDER BY s.number DESC LIMIT ?2");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(rusqlite::params![register.to_string(), limit], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Money of a shift by method.
///
/// # Errors
/// What SQLite says.
pub fn by_method(connection: &Connection, id: ShiftId) -> Result<Vec<MethodSum>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("by_method.sql"))?;
    let rows = all.query_map([id.to_string()], |row| {
        Ok(MethodSum {
            method_id: parsed(row, "method_id")?,
            kind: parsed(row, "kind")?,
            name: row.get("name")?,
            total: money(row, "total_minor")?,
            count: row.get("payments")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Shift> {
    Ok(Shift {
        id: parsed(row, "id")?,
        register_id: parsed(row, "register_id")?,
        number: row.get("number")?,
        business_day: parsed(row, "business_day")?,
        opened_at: Timestamp::from_millis(row.get("opened_at")?),
        opened_by: row.get("opened_by")?,
        closed_at: row.get::<_, Option<i64>>("closed_at")?.map(Timestamp::from_millis),
        closed_drawer: row.get::<_, Option<i64>>("drawer_minor")?.and_then(|minor| Money::from_minor(minor).ok()),
        receipts: row.get("receipts")?,
    })
}
