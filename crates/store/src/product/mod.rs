//! Goods on the price list, and what came in and went out of each.

use adelante_base::vocabulary::{ProductUnit, StockKind};
use adelante_base::{BillLineId, Day, Money, ProductId, Quantity, StockMovementId, Timestamp};
use adelante_domain::stock::Shelf;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A product as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Which.
    pub id: ProductId,
    /// Name.
    pub name: String,
    /// Category, or empty.
    pub category: String,
    /// What it is counted in.
    pub unit: ProductUnit,
    /// Barcode, or empty.
    pub barcode: String,
    /// Price of one unit.
    pub price: Money,
    /// Below it the product is running out.
    pub min: Quantity,
    /// Who delivers it, or empty.
    pub supplier: String,
}

/// Goods that came in (+) or went out (−).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Which.
    pub id: StockMovementId,
    /// Of what.
    pub product_id: ProductId,
    /// Why.
    pub kind: StockKind,
    /// Business day.
    pub business_day: Day,
    /// When.
    pub at: Timestamp,
    /// Staff id, or `program`.
    pub actor: String,
    /// How much.
    pub quantity: Quantity,
    /// What it is worth.
    pub cost: Money,
    /// The line of a bill that it was sold by.
    pub item_id: Option<BillLineId>,
    /// A word about it.
    pub note: String,
    /// The movement that this one answers.
    pub reverses: Option<StockMovementId>,
}

/// Puts a product on the list.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, product: &Product) -> Result<(), StoreError> {
    let mut columns = columns(product);
    columns.extend([("id", product.id.to_string().into()), ("created_at", door.at().millis().into())]);
    door.insert("product", &columns)
}

/// Changes a product; what was sold stays as it was.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, product: &Product) -> Result<(), StoreError> {
    door.update("product", &product.id.to_string(), &columns(product))
}

fn columns(product: &Product) -> Vec<(&'static str, Value)> {
    vec![
        ("name", product.name.clone().into()),
        ("category", product.category.clone().into()),
        ("unit", product.unit.as_str().to_owned().into()),
        ("barcode", product.barcode.clone().into()),
        ("price_minor", product.price.minor().into()),
        ("min_milli", product.min.thousandths().into()),
        ("supplier", product.supplier.clone().into()),
    ]
}

/// A product, retired or not.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: ProductId) -> Result<Option<Product>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// The products on the list with what there is of each, by category and name.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<(Product, Shelf)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("list.sql"))?;
    let rows = all.query_map([], |row| Ok((read(row)?, read_shelf(row)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What there is of a product, from the cache that both doors keep.
///
/// # Errors
/// What SQLite says.
pub fn shelf(connection: &Connection, id: ProductId) -> Result<Shelf, StoreError> {
    let mut find =
        connection.prepare_cached("SELECT quantity_milli, cost_minor FROM product_stock WHERE product_id = ?1")?;
    Ok(find.query_row([id.to_string()], read_shelf).optional()?.unwrap_or_default())
}

/// The last delivery of a product.
///
/// # Errors
/// What SQLite says.
pub fn last_delivery(connection: &Connection, id: ProductId) -> Result<Shelf, StoreError> {
    let mut find = connection.prepare_cached(include_str!("last_delivery.sql"))?;
    Ok(find.query_row([id.to_string()], read_shelf).optional()?.unwrap_or_default())
}

/// Writes what came in or went out.
///
/// # Errors
/// What SQLite says.
pub fn insert_movement(door: &Door<'_>, movement: &Movement) -> Result<(), StoreError> {
    door.insert(
        "stock_movement",
        &[
            ("id", movement.id.to_string().into()),
            ("product_id", movement.product_id.to_string().into()),
            ("kind", movement.kind.as_str().to_owned().into()),
            ("business_day", movement.business_day.to_string().into()),
            ("at", movement.at.millis().into()),
            ("actor", movement.actor.clone().into()),
            ("quantity_milli", movement.quantity.thousandths().into()),
            ("cost_minor", movement.cost.minor().into()),
            ("item_id", movement.item_id.map(|id| id.to_string()).into()),
            ("note", movement.note.clone().into()),
            ("reverses", movement.reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// The movements of a product, latest first.
///
/// # Errors
/// What SQLite says.
pub fn movements(connection: &Connection, id: ProductId, limit: u16) -> Result<Vec<Movement>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("movements.sql"))?;
    let rows = all.query_map(named_params! { ":product_id": id.to_string(), ":limit": limit }, |row| {
        Ok(Movement {
            id: parsed(row, "id")?,
            product_id: id,
            kind: parsed(row, "kind")?,
            business_day: parsed(row, "business_day")?,
            at: Timestamp::from_millis(row.get("at")?),
            actor: row.get("actor")?,
            quantity: Quantity::from_thousandths(row.get("quantity_milli")?),
            cost: money(row, "cost_minor")?,
            item_id: parsed_or_null(row, "item_id")?,
            note: row.get("note")?,
            reverses: parsed_or_null(row, "reverses")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Product> {
    Ok(Product {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        category: row.get("category")?,
        unit: parsed(row, "unit")?,
        barcode: row.get("barcode")?,
        price: money(row, "price_minor")?,
        min: Quantity::from_thousandths(row.get("min_milli")?),
        supplier: row.get("supplier")?,
    })
}

fn read_shelf(row: &Row<'_>) -> rusqlite::Result<Shelf> {
    Ok(Shelf { quantity: Quantity::from_thousandths(row.get("quantity_milli")?), cost: money(row, "cost_minor")? })
}
