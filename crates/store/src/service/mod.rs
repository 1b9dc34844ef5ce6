//! Services and their categories.

pub mod own;

use adelante_base::fiscal::TaxCode;
use adelante_base::{Money, ServiceCategoryId, ServiceId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::{Need, from_json, minutes, or_zero, to_json};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A service as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Which.
    pub id: ServiceId,
    /// Category.
    pub category_id: ServiceCategoryId,
    /// Category's name.
    pub category: String,
    /// Name.
    pub name: String,
    /// The client's whole time, minutes.
    pub duration_min: u16,
    /// Of it the client waits and the hands are free.
    pub processing_min: u16,
    /// Of it hands on again.
    pub finishing_min: u16,
    /// Clean-up after it.
    pub transition_min: u16,
    /// Rooms and equipment it needs.
    pub resources: Vec<Need>,
    /// Price.
    pub price: Money,
    /// Colour index.
    pub colour: u8,
    /// Its tax; `None`: the salon's.
    pub tax_code: Option<TaxCode>,
    /// No longer offered.
    pub retired: bool,
}

/// Adds a service.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, service: &Service) -> Result<(), StoreError> {
    let mut columns = columns(service)?;
    columns.push(("id", service.id.to_string().into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("service", &columns)
}

/// Rewrites a service.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, service: &Service) -> Result<(), StoreError> {
    door.update("service", &service.id.to_string(), &columns(service)?)
}

/// The living category of that name, made where there is none.
///
/// # Errors
/// What SQLite says.
pub fn category(door: &Door<'_>, name: &str) -> Result<ServiceCategoryId, StoreError> {
    let mut find = door
        .connection()
        .prepare_cached("SELECT id FROM service_category WHERE name = ?1 AND retired_at IS NULL ORDER BY id")?;
    if let Some(id) = find.query_row([name], |row| parsed(row, "id")).optional()? {
        return Ok(id);
    }
    let position: i64 = door.connection().query_row(
        "SELECT coalesce(max(position), 0) + 1 AS next FROM service_category",
        [],
        |row| row.get("next"),
    )?;
    let id = ServiceCategoryId::new(door.ids(), door.at());
    door.insert(
        "service_category",
        &[
            ("id", id.to_string().into()),
            ("name", name.to_owned().into()),
            ("position", position.into()),
            ("created_at", door.at().millis().into()),
        ],
    )?;
    Ok(id)
}

/// The price list, by category and name.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<Service>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("list.sql"))?;
    let rows = all.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One service, also one no longer offered.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: ServiceId) -> Result<Option<Service>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

fn columns(service: &Service) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("category_id", service.category_id.to_string().into()),
        ("name", service.name.clone().into()),
        ("duration_min", i64::from(service.duration_min).into()),
        ("processing_min", minutes(service.processing_min)),
        ("finishing_min", minutes(service.finishing_min)),
        ("transition_min", minutes(service.transition_min)),
        ("resources", to_json(&service.resources)?),
        ("price_minor", service.price.minor().into()),
        ("colour", i64::from(service.colour).into()),
        ("tax_code", service.tax_code.map(|code| code.as_str().to_owned()).into()),
    ])
}

fn read(row: &Row<'_>) -> rusqlite::Result<Service> {
    Ok(Service {
        id: parsed(row, "id")?,
        category_id: parsed(row, "category_id")?,
        category: row.get("category")?,
        name: row.get("name")?,
        duration_min: row.get("duration_min")?,
        processing_min: or_zero(row, "processing_min")?,
        finishing_min: or_zero(row, "finishing_min")?,
        transition_min: or_zero(row, "transition_min")?,
        resources: from_json(row, "resources")?,
        price: Money::from_minor(row.get("price_minor")?).unwrap_or_default(),
        colour: row.get("colour")?,
        tax_code: parsed_or_null(row, "tax_code")?,
        retired: row.get::<_, Option<i64>>("retired_at")?.is_some(),
    })
}
