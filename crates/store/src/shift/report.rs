//! What a shift took, and what became of its drawer.
//!
//! A drawer changes by what its own shift posts, and by what another register posts while that
//! shift is open (cash carried over). What the books learn of a closed shift later belongs to the
//! drawer's next opening.

use adelante_base::vocabulary::MethodKind;
use adelante_base::{CashMovementId, Day, Money, ShiftId, StaffMemberId, Timestamp};
use rusqlite::{Connection, Row, named_params};

use super::Shift;
use crate::StoreError;
use crate::appointment::money;
use crate::operation::parsed;

/// What a kind of event did to the drawer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawerSum {
    /// Kind of the ledger's transactions.
    pub kind: String,
    /// A receipt was given for them.
    pub by_receipt: bool,
    /// Into the drawer, ≥ 0.
    pub into: Money,
    /// Out of it, ≥ 0.
    pub out: Money,
}

/// Cash that was moved, as the shift's drawer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownMovement {
    /// Which.
    pub id: CashMovementId,
    /// When.
    pub at: Timestamp,
    /// Business day.
    pub business_day: Day,
    /// Who: staff id, or `program`.
    pub actor: String,
    /// A word about it.
    pub note: String,
    /// Name of its kind, or empty.
    pub category: String,
    /// The other register of a transfer, or empty.
    pub other_register: String,
    /// Name of the staff member who was paid, or empty.
    pub staff: String,
    /// Into this drawer +, out of it −.
    pub amount: Money,
    /// It takes another one back.
    pub is_reversal: bool,
    /// It was taken back.
    pub reversed: bool,
}

/// Money of a shift by a method, both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turnover {
    /// Kind.
    pub kind: MethodKind,
    /// Name.
    pub name: String,
    /// Taken, tips included.
    pub taken: Money,
    /// Given back, ≥ 0.
    pub returned: Money,
    /// Number of payments.
    pub count: u32,
}

/// What each kind of event did to the shift's drawer; a kind may come more than once.
///
/// # Errors
/// What SQLite says.
pub fn drawer(connection: &Connection, shift: &Shift) -> Result<Vec<DrawerSum>, StoreError> {
    while_open(connection, shift, include_str!("drawer.sql"), |row| {
        Ok(DrawerSum {
            kind: row.get("kind")?,
            by_receipt: row.get("by_receipt")?,
            into: money(row, "in_minor")?,
            out: money(row, "out_minor")?,
        })
    })
}

/// What was put into the shift's drawer and taken out of it, oldest first.
///
/// # Errors
/// What SQLite says.
pub fn movements(connection: &Connection, shift: &Shift) -> Result<Vec<ShownMovement>, StoreError> {
    let mut all = while_open(connection, shift, include_str!("movements.sql"), |row| {
        Ok(ShownMovement {
            id: parsed(row, "id")?,
            at: Timestamp::from_millis(row.get("at")?),
            business_day: parsed(row, "business_day")?,
            actor: row.get("actor")?,
            note: row.get("note")?,
            category: row.get("category")?,
            other_register: row.get("other_register")?,
            staff: row.get("staff")?,
            amount: money(row, "amount_minor")?,
            is_reversal: row.get("is_reversal")?,
            reversed: row.get("reversed")?,
        })
    })?;
    all.sort_by_key(|movement| (movement.at, movement.id));
    Ok(all)
}

/// Asks the same of the shift itself and of every other register's shift that was open with it.
fn while_open<T>(
    connection: &Connection,
    shift: &Shift,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let (id, register) = (shift.id.to_string(), shift.register_id.to_string());
    let opened_at = shift.opened_at.millis();
    let closed_at = shift.closed_at.map_or(i64::MAX, Timestamp::millis);
    let mut near = connection.prepare_cached(include_str!("near.sql"))?;
    let others = near.query_map(
        named_params! { ":register": register, ":opened_at": opened_at, ":closed_at": closed_at },
        |row| row.get::<_, String>("id"),
    )?;
    let mut found = Vec::new();
    for one in std::iter::once(Ok(id.clone())).chain(others) {
        let params = named_params! {
            ":near": one?, ":shift": id, ":register": register, ":opened_at": opened_at, ":closed_at": closed_at,
        };
        for row in connection.prepare_cached(sql)?.query_map(params, &read)? {
            found.push(row?);
        }
    }
    Ok(found)
}

/// Money of a shift by method, both ways.
///
/// # Errors
/// What SQLite says.
pub fn turnover(connection: &Connection, id: ShiftId) -> Result<Vec<Turnover>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("turnover.sql"))?;
    let rows = all.query_map([id.to_string()], |row| {
        Ok(Turnover {
            kind: parsed(row, "kind")?,
            name: row.get("name")?,
            taken: money(row, "taken_minor")?,
            returned: money(row, "returned_minor")?,
            count: row.get("payments")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Tips of a shift by staff member.
///
/// # Errors
/// What SQLite says.
pub fn tips(connection: &Connection, id: ShiftId) -> Result<Vec<(StaffMemberId, String, Money)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("tips.sql"))?;
    let rows = all.query_map([id.to_string()], |row| {
        Ok((parsed(row, "staff_id")?, row.get("name")?, money(row, "amount_minor")?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Discounts on the visits that a shift took money for: how many lines, and their sum.
///
/// # Errors
/// What SQLite says.
pub fn discounts(connection: &Connection, id: ShiftId) -> Result<(u32, Money), StoreError> {
    let mut sum = connection.prepare_cached(include_str!("discounts.sql"))?;
    Ok(sum.query_row([id.to_string()], |row| Ok((row.get("lines")?, money(row, "amount_minor")?)))?)
}
