//! Rules of commission, who assists, and the commissions that were posted.

pub mod fact;

use adelante_base::vocabulary::{CommissionBase, CommissionKind, TierWay};
use adelante_base::{AppointmentId, AppointmentServiceId, AssistantId, CommissionRuleId, Money, StaffMemberId};
use adelante_domain::commission::{Pay, Rule, Tier};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// Who assists at a booked service, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assistant {
    /// Row.
    pub id: AssistantId,
    /// Booked service.
    pub line_id: AppointmentServiceId,
    /// Who.
    pub staff_id: StaffMemberId,
    /// Share of the line's commission, basis points.
    pub share_bp: u16,
}

/// Adds a rule.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, rule: &Rule) -> Result<(), StoreError> {
    let mut columns = columns(rule)?;
    columns.push(("id", rule.id.to_string().into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("commission_rule", &columns)
}

/// Rewrites a rule; what was posted by it stays.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, rule: &Rule) -> Result<(), StoreError> {
    door.update("commission_rule", &rule.id.to_string(), &columns(rule)?)
}

/// The rules in use.
///
/// # Errors
/// What SQLite says.
pub fn rules(connection: &Connection) -> Result<Vec<Rule>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("rules.sql"))?;
    let mut rows = all.query([])?;
    let mut rules = Vec::new();
    while let Some(row) = rows.next()? {
        rules.push(read(row)?);
    }
    Ok(rules)
}

/// A rule, in use or not; and whether it is in use.
///
/// # Errors
/// What SQLite says.
pub fn rule(connection: &Connection, id: CommissionRuleId) -> Result<Option<(Rule, bool)>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("rule.sql"))?;
    let mut rows = find.query([id.to_string()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some((read(row)?, row.get::<_, Option<i64>>("retired_at")?.is_none())))
}

/// Adds somebody who assists.
///
/// # Errors
/// What SQLite says.
pub fn insert_assistant(door: &Door<'_>, assistant: &Assistant) -> Result<(), StoreError> {
    door.insert(
        "assistant",
        &[
            ("id", assistant.id.to_string().into()),
            ("line_id", assistant.line_id.to_string().into()),
            ("staff_id", assistant.staff_id.to_string().into()),
            ("share_bp", i64::from(assistant.share_bp).into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes the share of somebody who assists.
///
/// # Errors
/// What SQLite says.
pub fn update_assistant(door: &Door<'_>, id: AssistantId, share_bp: u16) -> Result<(), StoreError> {
    door.update("assistant", &id.to_string(), &[("share_bp", i64::from(share_bp).into())])
}

/// Who assists at the services of a visit.
///
/// # Errors
/// What SQLite says.
pub fn assistants(connection: &Connection, visit: AppointmentId) -> Result<Vec<Assistant>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("assistants.sql"))?;
    let rows = all.query_map([visit.to_string()], |row| {
        Ok(Assistant {
            id: parsed(row, "id")?,
            line_id: parsed(row, "line_id")?,
            staff_id: parsed(row, "staff_id")?,
            share_bp: row.get("share_bp")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The visit of a booked service, and whose work it is.
///
/// # Errors
/// What SQLite says.
pub fn visit_of(
    connection: &Connection,
    line: AppointmentServiceId,
) -> Result<Option<(AppointmentId, StaffMemberId)>, StoreError> {
    let mut find = connection.prepare_cached(
        "SELECT appointment_id, staff_id FROM appointment_service WHERE id = ?1 AND retired_at IS NULL",
    )?;
    let found = find
        .query_row([line.to_string()], |row| Ok((parsed(row, "appointment_id")?, parsed(row, "staff_id")?)))
        .optional()?;
    Ok(found)
}

fn columns(rule: &Rule) -> Result<Vec<(&'static str, Value)>, StoreError> {
    let (mut rate, mut fixed, mut tiers, mut way) = (Value::Null, Value::Null, Value::Null, Value::Null);
    let kind = match &rule.pay {
        Pay::Percent(rate_bp) => {
            rate = i64::from(*rate_bp).into();
            CommissionKind::Percent
        }
        Pay::Fixed(sum) => {
            fixed = sum.minor().into();
            CommissionKind::Fixed
        }
        Pay::Tiered(list, tier_way) => {
            let list: Vec<(i64, u16)> = list.iter().map(|tier| (tier.from.minor(), tier.rate_bp)).collect();
            tiers = serde_json::to_string(&list)?.into();
            way = tier_way.as_str().to_owned().into();
            CommissionKind::Tiered
        }
    };
    Ok(vec![
        ("staff_id", rule.staff_id.map(|id| id.to_string()).into()),
        ("role", rule.role.map(|role| role.as_str().to_owned()).into()),
        ("service_id", rule.service_id.map(|id| id.to_string()).into()),
        ("category_id", rule.category_id.map(|id| id.to_string()).into()),
        ("goods", rule.goods.then_some(1_i64).into()),
        ("product_id", rule.product_id.map(|id| id.to_string()).into()),
        ("product_category", rule.product_category.clone().into()),
        ("kind", kind.as_str().to_owned().into()),
        ("rate_bp", rate),
        ("fixed_minor", fixed),
        ("tiers", tiers),
        ("tier_way", way),
        ("base", rule.base.as_str().to_owned().into()),
        ("less_materials", i64::from(rule.less_materials).into()),
        ("assist_on_top", rule.assist_on_top.then_some(1_i64).into()),
        ("from_day", rule.from_day.to_string().into()),
    ])
}

fn read(row: &Row<'_>) -> Result<Rule, StoreError> {
    let pay = match parsed(row, "kind")? {
        CommissionKind::Percent => Pay::Percent(row.get("rate_bp")?),
        CommissionKind::Fixed => Pay::Fixed(money(row, "fixed_minor")?),
        CommissionKind::Tiered => {
            let list: Vec<(Money, u16)> = serde_json::from_str(&row.get::<_, String>("tiers")?)?;
            let way: TierWay = parsed(row, "tier_way")?;
            Pay::Tiered(list.into_iter().map(|(from, rate_bp)| Tier { from, rate_bp }).collect(), way)
        }
    };
    let base: CommissionBase = parsed(row, "base")?;
    Ok(Rule {
        id: parsed(row, "id")?,
        staff_id: parsed_or_null(row, "staff_id")?,
        role: parsed_or_null(row, "role")?,
        service_id: parsed_or_null(row, "service_id")?,
        category_id: parsed_or_null(row, "category_id")?,
        goods: row.get::<_, Option<bool>>("goods")?.unwrap_or(false),
        product_id: parsed_or_null(row, "product_id")?,
        product_category: row.get("product_category")?,
        pay,
        base,
        less_materials: row.get("less_materials")?,
        assist_on_top: row.get::<_, Option<bool>>("assist_on_top")?.unwrap_or(false),
        from_day: parsed(row, "from_day")?,
    })
}
