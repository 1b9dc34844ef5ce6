//! Commissions that were posted: facts.

use adelante_base::vocabulary::CommissionEntry;
use adelante_base::{
    AppointmentId, AppointmentServiceId, BillLineId, CommissionId, CommissionRuleId, Day, Money, PayRunId, Quantity,
    StaffMemberId, Timestamp,
};
use adelante_domain::commission::What;
use rusqlite::{Connection, Row, named_params};

use crate::appointment::{money, money_or_zero};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A sum of commission as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commission {
    /// Which.
    pub id: CommissionId,
    /// Why it was posted.
    pub entry: CommissionEntry,
    /// Visit; none of what a tier changed.
    pub appointment_id: Option<AppointmentId>,
    /// Line of the bill: a booked service or goods.
    pub line_id: Option<BillLineId>,
    /// Who gets it.
    pub staff_id: StaffMemberId,
    /// Whose work or sale it is.
    pub main_staff_id: StaffMemberId,
    /// Day of the pay period it belongs to.
    pub business_day: Day,
    /// When the work was sold.
    pub origin_day: Day,
    /// When it was posted.
    pub at: Timestamp,
    /// What it is counted from.
    pub base: Money,
    /// The sum.
    pub amount: Money,
    /// By which rule.
    pub rule_id: CommissionRuleId,
    /// First day of the month whose tiers it counts in.
    pub tier_month: Option<Day>,
    /// How it came to be, JSON.
    pub formula: String,
    /// The run that settled a tier.
    pub pay_run_id: Option<PayRunId>,
}

/// A commission with the names that a person reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The fact.
    pub commission: Commission,
    /// Client's name, or empty.
    pub client: String,
    /// Name of the service or the product, or empty.
    pub service: String,
}

/// Commissions of a stretch of days, summed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Services done and goods sold by the person, by line.
    pub lines: u32,
    /// Base of the own work.
    pub base: Money,
    /// Commissions.
    pub amount: Money,
}

/// What a month has by a tiered rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierSum {
    /// Rule.
    pub rule_id: CommissionRuleId,
    /// First day of the month.
    pub month: Day,
    /// Base.
    pub base: Money,
    /// Posted, with what assistants got.
    pub accrued: Money,
}

/// What of a line of a bill was sold over a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoldLine {
    /// Line: a booked service or goods.
    pub line_id: BillLineId,
    /// Visit.
    pub appointment_id: AppointmentId,
    /// Who did or sold it.
    pub staff_id: StaffMemberId,
    /// What it was.
    pub what: What,
    /// Of goods: how much is left of it.
    pub quantity: Option<Quantity>,
    /// First day of its rows.
    pub day: Day,
    /// Price that is left of it.
    pub price: Money,
    /// Discount that the price had inside.
    pub discount: Money,
    /// It stands: it was not undone as a mistake.
    pub stands: bool,
}

/// Writes a commission.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, fact: &Commission) -> Result<(), StoreError> {
    door.insert(
        "commission",
        &[
            ("id", fact.id.to_string().into()),
            ("entry", fact.entry.as_str().to_owned().into()),
            ("appointment_id", fact.appointment_id.map(|id| id.to_string()).into()),
            ("line_id", fact.line_id.map(|id| id.to_string()).into()),
            ("staff_id", fact.staff_id.to_string().into()),
            ("main_staff_id", fact.main_staff_id.to_string().into()),
            ("business_day", fact.business_day.to_string().into()),
            ("origin_day", fact.origin_day.to_string().into()),
            ("at", fact.at.millis().into()),
            ("base_minor", fact.base.minor().into()),
            ("amount_minor", fact.amount.minor().into()),
            ("rule_id", fact.rule_id.to_string().into()),
            ("tier_month", fact.tier_month.map(|month| month.to_string()).into()),
            ("formula", fact.formula.clone().into()),
            ("pay_run_id", fact.pay_run_id.map(|id| id.to_string()).into()),
        ],
    )
}

/// The commissions of a visit, oldest first.
///
/// # Errors
/// What SQLite says.
pub fn of_visit(connection: &Connection, visit: AppointmentId) -> Result<Vec<Commission>, StoreError> {
    let sql = concat!(include_str!("fact_select.sql"), " WHERE c.appointment_id = ?1 ORDER BY c.at, c.id");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([visit.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a run settled of tiers.
///
/// # Errors
/// What SQLite says.
pub fn of_run(connection: &Connection, run: PayRunId) -> Result<Vec<Commission>, StoreError> {
    let sql = concat!(
        include_str!("fact_select.sql"),
        " WHERE c.pay_run_id = ?1 AND c.tier_month IS NOT NULL AND c.appointment_id IS NULL ORDER BY c.at, c.id"
    );
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([run.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a person's commissions of a stretch of days are, latest first.
///
/// # Errors
/// What SQLite says.
pub fn of_staff(connection: &Connection, staff: StaffMemberId, from: Day, to: Day) -> Result<Vec<Shown>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("of_staff.sql"))?;
    let params = named_params! { ":staff": staff.to_string(), ":from": from.to_string(), ":to": to.to_string() };
    let rows = all.query_map(params, |row| {
        Ok(Shown { commission: read(row)?, client: row.get("client")?, service: row.get("service")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sum of a person's commissions of a stretch of days.
///
/// # Errors
/// What SQLite says.
pub fn sum(connection: &Connection, staff: StaffMemberId, from: Day, to: Day) -> Result<Sum, StoreError> {
    let mut find = connection.prepare_cached(include_str!("sum.sql"))?;
    let params = named_params! { ":staff": staff.to_string(), ":from": from.to_string(), ":to": to.to_string() };
    Ok(find.query_row(params, |row| {
        Ok(Sum {
            lines: row.get("lines")?,
            base: money_or_zero(row, "base_minor")?,
            amount: money_or_zero(row, "amount_minor")?,
        })
    })?)
}

/// Sum of a person's commissions after a day.
///
/// # Errors
/// What SQLite says.
pub fn after(connection: &Connection, staff: StaffMemberId, day: Day) -> Result<Money, StoreError> {
    let sql = "SELECT sum(amount_minor) AS amount_minor FROM commission WHERE staff_id = ?1 AND business_day > ?2";
    let mut find = connection.prepare_cached(sql)?;
    Ok(find.query_row([staff.to_string(), day.to_string()], |row| money_or_zero(row, "amount_minor"))?)
}

/// What the months from `month` on have by tiered rules, of one's own work up to a business day.
///
/// # Errors
/// What SQLite says.
pub fn tier_sums(
    connection: &Connection,
    staff: StaffMemberId,
    month: Day,
    to: Day,
) -> Result<Vec<TierSum>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("tier_sums.sql"))?;
    let params = named_params! { ":staff": staff.to_string(), ":month": month.to_string(), ":to": to.to_string() };
    let rows = all.query_map(params, |row| {
        Ok(TierSum {
            rule_id: parsed(row, "rule_id")?,
            month: parsed(row, "tier_month")?,
            base: money(row, "base_minor")?,
            accrued: money(row, "amount_minor")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was sold over a stretch of days, by booked service; those of which nothing is left with it.
///
/// # Errors
/// What SQLite says.
pub fn sold(connection: &Connection, from: Day, to: Day) -> Result<Vec<SoldLine>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("sold.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok(SoldLine {
            line_id: parsed(row, "line_id")?,
            appointment_id: parsed(row, "appointment_id")?,
            staff_id: parsed(row, "staff_id")?,
            what: What::Service { service_id: parsed(row, "service_id")?, category_id: parsed(row, "category_id")? },
            quantity: None,
            day: parsed(row, "day")?,
            price: money(row, "price_minor")?,
            discount: money_or_zero(row, "discount_minor")?,
            stands: row.get("stands")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What goods were sold by somebody over a stretch of days, by item of a bill.
///
/// # Errors
/// What SQLite says.
pub fn sold_goods(connection: &Connection, from: Day, to: Day) -> Result<Vec<SoldLine>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("sold_goods.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok(SoldLine {
            line_id: parsed(row, "line_id")?,
            appointment_id: parsed(row, "appointment_id")?,
            staff_id: parsed(row, "staff_id")?,
            what: What::Product { product_id: parsed(row, "product_id")?, category: row.get("category")? },
            quantity: Some(Quantity::from_thousandths(row.get("quantity_milli")?)),
            day: parsed(row, "day")?,
            price: money(row, "price_minor")?,
            discount: money_or_zero(row, "discount_minor")?,
            stands: row.get("stands")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who assists at services that were sold over a stretch of days.
///
/// # Errors
/// What SQLite says.
pub fn assisted(
    connection: &Connection,
    from: Day,
    to: Day,
) -> Result<Vec<(AppointmentServiceId, StaffMemberId, u16)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("assisted.sql"))?;
    let rows = all.query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, |row| {
        Ok((parsed(row, "line_id")?, parsed(row, "staff_id")?, row.get("share_bp")?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Commission> {
    Ok(Commission {
        id: parsed(row, "id")?,
        entry: parsed(row, "entry")?,
        appointment_id: parsed_or_null(row, "appointment_id")?,
        line_id: parsed_or_null(row, "line_id")?,
        staff_id: parsed(row, "staff_id")?,
        main_staff_id: parsed(row, "main_staff_id")?,
        business_day: parsed(row, "business_day")?,
        origin_day: parsed(row, "origin_day")?,
        at: Timestamp::from_millis(row.get("at")?),
        base: money(row, "base_minor")?,
        amount: money(row, "amount_minor")?,
        rule_id: parsed(row, "rule_id")?,
        tier_month: parsed_or_null(row, "tier_month")?,
        formula: row.get("formula")?,
        pay_run_id: parsed_or_null(row, "pay_run_id")?,
    })
}
