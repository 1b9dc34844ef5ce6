//! Shifts: opened and closed, both facts.

pub mod report;

use adelante_base::vocabulary::MethodKind;
use adelante_base::{Day, Money, PaymentMethodId, RegisterId, ShiftId, Timestamp};
use adelante_domain::cash::Count;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::{from_json, money, to_json};
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

/// What was counted when a shift was closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// The drawer; none where nobody counted.
    pub counted: Option<Money>,
    /// Value and number of notes and coins, where they were counted.
    pub pieces: Vec<(Money, u32)>,
    /// Why it was over or short, or empty.
    pub reason: String,
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

/// Opens a shift, with the drawer as it was counted.
///
/// # Errors
/// What SQLite says.
pub fn open(
    door: &Door<'_>,
    register: RegisterId,
    business_day: Day,
    count: Option<&Count>,
) -> Result<(ShiftId, u32), StoreError> {
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
            ("float_minor", counted(count)),
            ("float_count", pieces(count)?),
        ],
    )?;
    Ok((id, number))
}

/// Closes a shift, for good: `drawer` is what the books expect, `count` what lay in it.
///
/// # Errors
/// What SQLite says.
pub fn close(
    door: &Door<'_>,
    id: ShiftId,
    drawer: Money,
    count: Option<&Count>,
    reason: &str,
) -> Result<(), StoreError> {
    door.insert(
        "shift_close",
        &[
            ("id", id.to_string().into()),
            ("closed_at", door.at().millis().into()),
            ("closed_by", door.actor().to_owned().into()),
            ("drawer_minor", drawer.minor().into()),
            ("counted_minor", counted(count)),
            ("count", pieces(count)?),
            ("reason", (!reason.is_empty()).then(|| reason.to_owned()).into()),
        ],
    )
}

/// Whether a register's drawer was ever counted.
///
/// # Errors
/// What SQLite says.
pub fn was_counted(connection: &Connection, register: RegisterId) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached(include_str!("was_counted.sql"))?.exists([register.to_string()])?)
}

/// What was counted at the close of a shift; nothing where it is open.
///
/// # Errors
/// What SQLite says.
pub fn closing(connection: &Connection, id: ShiftId) -> Result<Closing, StoreError> {
    let sql = "SELECT counted_minor, count, reason FROM shift_close WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id.to_string()], |row| {
        Ok(Closing {
            counted: money_or_null(row, "counted_minor")?,
            pieces: from_json(row, "count")?,
            reason: row.get::<_, Option<String>>("reason")?.unwrap_or_default(),
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

fn counted(count: Option<&Count>) -> Value {
    count.map(|count| count.counted().minor()).into()
}

fn pieces(count: Option<&Count>) -> Result<Value, StoreError> {
    to_json(count.map(Count::pieces).unwrap_or_default())
}

fn money_or_null(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Money>> {
    if row.get_ref(column)? == rusqlite::types::ValueRef::Null { Ok(None) } else { money(row, column).map(Some) }
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
        closed_drawer: money_or_null(row, "drawer_minor")?,
        receipts: row.get("receipts")?,
    })
}
