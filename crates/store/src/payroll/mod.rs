//! Pay rates, pay runs with their slips, and what was paid to staff.

pub mod paid;

use adelante_base::{Day, Money, PayRateId, PayRunId, PaySlipId, StaffMemberId, Timestamp};
use adelante_domain::payroll::Rate;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::{money, money_or_zero};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// What somebody's time is paid by, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredRate {
    /// Row.
    pub id: PayRateId,
    /// Whose.
    pub staff_id: StaffMemberId,
    /// The rate.
    pub rate: Rate,
}

/// A pay run as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which.
    pub id: PayRunId,
    /// First business day.
    pub from: Day,
    /// Last one.
    pub to: Day,
    /// When it was confirmed.
    pub at: Timestamp,
    /// Staff id, or `program`.
    pub actor: String,
    /// A word about it.
    pub note: String,
    /// How many people.
    pub people: u32,
    /// All that was due.
    pub due: Money,
    /// Why it was cancelled; `None`: it stands.
    pub cancelled: Option<String>,
}

/// What a run says of one person, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Row.
    pub id: PaySlipId,
    /// Whose.
    pub staff_id: StaffMemberId,
    /// Commissions.
    pub commission: Money,
    /// For time.
    pub time: Money,
    /// Bonuses.
    pub bonus: Money,
    /// Deductions, ≥ 0.
    pub deduction: Money,
    /// Tips paid with it.
    pub tips: Money,
    /// Left of earlier runs, less advances.
    pub carried: Money,
    /// What was to be paid.
    pub due: Money,
    /// Every line, JSON.
    pub lines: String,
}

/// What all standing slips of a person say together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settled {
    /// Business days up to this one are paid for.
    pub until: Option<Day>,
    /// When the latest run was confirmed.
    pub at: Option<Timestamp>,
    /// Commissions that runs had.
    pub commission: Money,
    /// Time, bonuses and tips, less deductions.
    pub other: Money,
}

/// Writes what somebody's time is paid by from a day on; a rate of the same day is changed.
///
/// # Errors
/// What SQLite says.
pub fn set_rate(door: &Door<'_>, rate: &StoredRate) -> Result<(), StoreError> {
    let of_day = "SELECT id FROM pay_rate WHERE staff_id = ?1 AND from_day = ?2 AND retired_at IS NULL ORDER BY id";
    let mut find = door.connection().prepare_cached(of_day)?;
    let known: Option<String> =
        find.query_row([rate.staff_id.to_string(), rate.rate.from_day.to_string()], |row| row.get("id")).optional()?;
    let said = [("kind", rate.rate.kind.as_str().to_owned().into()), ("amount_minor", rate.rate.amount.minor().into())];
    if let Some(id) = known {
        return door.update("pay_rate", &id, &said);
    }
    let mut columns = vec![
        ("id", rate.id.to_string().into()),
        ("staff_id", rate.staff_id.to_string().into()),
        ("from_day", rate.rate.from_day.to_string().into()),
        ("created_at", door.at().millis().into()),
    ];
    columns.extend(said);
    door.insert("pay_rate", &columns)
}

/// All rates, latest first.
///
/// # Errors
/// What SQLite says.
pub fn rates(connection: &Connection) -> Result<Vec<StoredRate>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("rates.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(StoredRate {
            id: parsed(row, "id")?,
            staff_id: parsed(row, "staff_id")?,
            rate: Rate {
                from_day: parsed(row, "from_day")?,
                kind: parsed(row, "kind")?,
                amount: money(row, "amount_minor")?,
            },
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a run.
///
/// # Errors
/// What SQLite says.
pub fn insert_run(door: &Door<'_>, run: &Run, business_day: Day) -> Result<(), StoreError> {
    door.insert(
        "pay_run",
        &[
            ("id", run.id.to_string().into()),
            ("from_day", run.from.to_string().into()),
            ("to_day", run.to.to_string().into()),
            ("business_day", business_day.to_string().into()),
            ("at", run.at.millis().into()),
            ("actor", run.actor.clone().into()),
            ("note", run.note.clone().into()),
        ],
    )
}

/// Writes what a run says of one person.
///
/// # Errors
/// What SQLite says.
pub fn insert_slip(door: &Door<'_>, run: PayRunId, slip: &Slip) -> Result<(), StoreError> {
    door.insert(
        "pay_slip",
        &[
            ("id", slip.id.to_string().into()),
            ("pay_run_id", run.to_string().into()),
            ("staff_id", slip.staff_id.to_string().into()),
            ("commission_minor", slip.commission.minor().into()),
            ("time_minor", slip.time.minor().into()),
            ("bonus_minor", slip.bonus.minor().into()),
            ("deduction_minor", slip.deduction.minor().into()),
            ("tips_minor", slip.tips.minor().into()),
            ("carried_minor", slip.carried.minor().into()),
            ("due_minor", slip.due.minor().into()),
            ("lines", slip.lines.clone().into()),
        ],
    )
}

/// Writes that a run was cancelled.
///
/// # Errors
/// What SQLite says.
pub fn cancel_run(door: &Door<'_>, run: PayRunId, business_day: Day, reason: &str) -> Result<(), StoreError> {
    door.insert(
        "pay_run_cancel",
        &[
            ("id", PayRunId::new(door.ids(), door.at()).to_string().into()),
            ("pay_run_id", run.to_string().into()),
            ("business_day", business_day.to_string().into()),
            ("at", door.at().millis().into()),
            ("actor", door.actor().to_owned().into()),
            ("reason", reason.to_owned().into()),
        ],
    )
}

/// A run.
///
/// # Errors
/// What SQLite says.
pub fn run(connection: &Connection, id: PayRunId) -> Result<Option<Run>, StoreError> {
    let mut find = connection.prepare_cached(concat!(include_str!("run_select.sql"), " WHERE r.id = ?1"))?;
    Ok(find.query_row([id.to_string()], read_run).optional()?)
}

/// Runs, latest first.
///
/// # Errors
/// What SQLite says.
pub fn runs(connection: &Connection, limit: u16) -> Result<Vec<Run>, StoreError> {
    let sql = concat!(include_str!("run_select.sql"), " ORDER BY r.at DESC, r.id DESC LIMIT ?1");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([limit], read_run)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a run says of each person.
///
/// # Errors
/// What SQLite says.
pub fn slips(connection: &Connection, run: PayRunId) -> Result<Vec<Slip>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("slips.sql"))?;
    let rows = all.query_map([run.to_string()], |row| {
        Ok(Slip {
            id: parsed(row, "id")?,
            staff_id: parsed(row, "staff_id")?,
            commission: money(row, "commission_minor")?,
            time: money(row, "time_minor")?,
            bonus: money(row, "bonus_minor")?,
            deduction: money(row, "deduction_minor")?,
            tips: money(row, "tips_minor")?,
            carried: money(row, "carried_minor")?,
            due: money(row, "due_minor")?,
            lines: row.get("lines")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What all standing runs say of a person.
///
/// # Errors
/// What SQLite says.
pub fn settled(connection: &Connection, staff: StaffMemberId) -> Result<Settled, StoreError> {
    let mut find = connection.prepare_cached(include_str!("settled.sql"))?;
    Ok(find.query_row([staff.to_string()], |row| {
        Ok(Settled {
            until: parsed_or_null(row, "until")?,
            at: row.get::<_, Option<i64>>("at")?.map(Timestamp::from_millis),
            commission: money_or_zero(row, "commission_minor")?,
            other: money_or_zero(row, "other_minor")?,
        })
    })?)
}

fn read_run(row: &Row<'_>) -> rusqlite::Result<Run> {
    Ok(Run {
        id: parsed(row, "id")?,
        from: parsed(row, "from_day")?,
        to: parsed(row, "to_day")?,
        at: Timestamp::from_millis(row.get("at")?),
        actor: row.get("actor")?,
        note: row.get("note")?,
        people: row.get("people")?,
        due: money_or_zero(row, "due_minor")?,
        cancelled: row.get("cancel_reason")?,
    })
}
