//! Money that was paid to staff: facts.

use adelante_base::vocabulary::{MethodKind, StaffPaymentKind};
use adelante_base::{Day, Money, PayRunId, PaymentMethodId, StaffMemberId, StaffPaymentId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::{money, money_or_zero};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A payment to a staff member as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// Which.
    pub id: StaffPaymentId,
    /// What was paid.
    pub kind: StaffPaymentKind,
    /// To whom.
    pub staff_id: StaffMemberId,
    /// Of wages: the run.
    pub pay_run_id: Option<PayRunId>,
    /// How.
    pub method_id: PaymentMethodId,
    /// Paid +, taken back −.
    pub amount: Money,
    /// Business day.
    pub business_day: Day,
    /// When.
    pub at: Timestamp,
    /// Staff id, or `program`.
    pub actor: String,
    /// A word about it.
    pub note: String,
    /// The payment that this one takes back.
    pub reverses: Option<StaffPaymentId>,
    /// Kind of the method.
    pub method: MethodKind,
    /// Its name, or empty.
    pub method_name: String,
    /// It was taken back.
    pub reversed: bool,
}

/// Writes a payment.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, paid: &Paid) -> Result<(), StoreError> {
    door.insert(
        "staff_payment",
        &[
            ("id", paid.id.to_string().into()),
            ("kind", paid.kind.as_str().to_owned().into()),
            ("staff_id", paid.staff_id.to_string().into()),
            ("pay_run_id", paid.pay_run_id.map(|id| id.to_string()).into()),
            ("method_id", paid.method_id.to_string().into()),
            ("amount_minor", paid.amount.minor().into()),
            ("business_day", paid.business_day.to_string().into()),
            ("at", paid.at.millis().into()),
            ("actor", paid.actor.clone().into()),
            ("note", paid.note.clone().into()),
            ("reverses", paid.reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// A payment.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: StaffPaymentId) -> Result<Option<Paid>, StoreError> {
    let mut find = connection.prepare_cached(concat!(include_str!("paid_select.sql"), " WHERE p.id = ?1"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// What was paid of a run, latest first.
///
/// # Errors
/// What SQLite says.
pub fn of_run(connection: &Connection, run: PayRunId) -> Result<Vec<Paid>, StoreError> {
    let sql = concat!(include_str!("paid_select.sql"), " WHERE p.pay_run_id = ?1 ORDER BY p.at DESC, p.id DESC");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([run.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was paid to a person, latest first.
///
/// # Errors
/// What SQLite says.
pub fn of_staff(connection: &Connection, staff: StaffMemberId, limit: u16) -> Result<Vec<Paid>, StoreError> {
    let sql = concat!(include_str!("paid_select.sql"), " WHERE p.staff_id = ?1 ORDER BY p.at DESC, p.id DESC LIMIT ?2");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(rusqlite::params![staff.to_string(), limit], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Wages and advances that a person got, less what was taken back.
///
/// # Errors
/// What SQLite says.
pub fn wages(connection: &Connection, staff: StaffMemberId) -> Result<Money, StoreError> {
    let mut find = connection.prepare_cached(include_str!("wages.sql"))?;
    Ok(find.query_row([staff.to_string()], |row| money_or_zero(row, "amount_minor"))?)
}

/// Tips of a person that were taken, or given back by a void, after a business day.
///
/// # Errors
/// What SQLite says.
pub fn tips_after(connection: &Connection, staff: StaffMemberId, day: Day) -> Result<Money, StoreError> {
    let mut find = connection.prepare_cached(include_str!("tips_after.sql"))?;
    Ok(find.query_row([staff.to_string(), day.to_string()], |row| money_or_zero(row, "amount_minor"))?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Paid> {
    Ok(Paid {
        id: parsed(row, "id")?,
        kind: parsed(row, "kind")?,
        staff_id: parsed(row, "staff_id")?,
        pay_run_id: parsed_or_null(row, "pay_run_id")?,
        method_id: parsed(row, "method_id")?,
        amount: money(row, "amount_minor")?,
        business_day: parsed(row, "business_day")?,
        at: Timestamp::from_millis(row.get("at")?),
        actor: row.get("actor")?,
        note: row.get("note")?,
        reverses: parsed_or_null(row, "reverses")?,
        method: parsed(row, "method_kind")?,
        method_name: row.get("method_name")?,
        reversed: row.get("reversed")?,
    })
}
