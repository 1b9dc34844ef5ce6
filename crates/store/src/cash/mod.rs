//! Cash that goes into a drawer or out of it otherwise than by a receipt: its kinds, and what
//! was moved.

use adelante_base::vocabulary::{CashDirection, CashPurpose};
use adelante_base::{CashCategoryId, CashMovementId, Day, DrawerOpeningId, Money, RegisterId, ShiftId, StaffMemberId};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A kind of cash in or out as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Which.
    pub id: CashCategoryId,
    /// Name.
    pub name: String,
    /// Which way.
    pub direction: CashDirection,
    /// What stands behind it.
    pub purpose: CashPurpose,
}

/// Cash that was moved, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Which.
    pub id: CashMovementId,
    /// Register whose drawer it is.
    pub register_id: RegisterId,
    /// Shift.
    pub shift_id: ShiftId,
    /// Business day.
    pub business_day: Day,
    /// Its kind; none of a transfer.
    pub category_id: Option<CashCategoryId>,
    /// The other register of a transfer.
    pub other_register_id: Option<RegisterId>,
    /// Into the drawer +, out of it −.
    pub amount: Money,
    /// A word about it.
    pub note: String,
    /// The movement that this one takes back.
    pub reverses: Option<CashMovementId>,
    /// The staff member who was paid.
    pub staff_id: Option<StaffMemberId>,
}

/// Adds a kind after the others.
///
/// # Errors
/// What SQLite says.
pub fn insert_category(door: &Door<'_>, category: &Category) -> Result<(), StoreError> {
    let next = "SELECT coalesce(max(position), 0) + 1 AS next FROM cash_category";
    let position: i64 = door.connection().prepare_cached(next)?.query_row([], |row| row.get("next"))?;
    door.insert(
        "cash_category",
        &[
            ("id", category.id.to_string().into()),
            ("name", category.name.clone().into()),
            ("direction", category.direction.as_str().to_owned().into()),
            ("purpose", category.purpose.as_str().to_owned().into()),
            ("position", position.into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes a kind; what was moved by it stays as it was posted.
///
/// # Errors
/// What SQLite says.
pub fn update_category(door: &Door<'_>, category: &Category) -> Result<(), StoreError> {
    let columns = [
        ("name", category.name.clone().into()),
        ("direction", category.direction.as_str().to_owned().into()),
        ("purpose", category.purpose.as_str().to_owned().into()),
    ];
    door.update("cash_category", &category.id.to_string(), &columns)
}

/// A kind that the salon still has.
///
/// # Errors
/// What SQLite says.
pub fn category(connection: &Connection, id: CashCategoryId) -> Result<Option<Category>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("category.sql"))?;
    Ok(find.query_row([id.to_string()], read_category).optional()?)
}

/// The salon's kinds, in order.
///
/// # Errors
/// What SQLite says.
pub fn categories(connection: &Connection) -> Result<Vec<Category>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("categories.sql"))?;
    let rows = all.query_map([], read_category)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes what was moved.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, movement: &Movement) -> Result<(), StoreError> {
    door.insert(
        "cash_movement",
        &[
            ("id", movement.id.to_string().into()),
            ("register_id", movement.register_id.to_string().into()),
            ("shift_id", movement.shift_id.to_string().into()),
            ("business_day", movement.business_day.to_string().into()),
            ("at", door.at().millis().into()),
            ("actor", door.actor().to_owned().into()),
            ("category_id", movement.category_id.map(|id| id.to_string()).into()),
            ("other_register_id", movement.other_register_id.map(|id| id.to_string()).into()),
            ("amount_minor", movement.amount.minor().into()),
            ("note", movement.note.clone().into()),
            ("reverses", movement.reverses.map(|id| id.to_string()).into()),
            ("staff_id", movement.staff_id.map(|id| id.to_string()).into()),
        ],
    )
}

/// Writes that a drawer was opened without a sale.
///
/// # Errors
/// What SQLite says.
pub fn insert_opening(door: &Door<'_>, id: DrawerOpeningId, register: RegisterId) -> Result<(), StoreError> {
    door.insert(
        "drawer_opening",
        &[
            ("id", id.to_string().into()),
            ("register_id", register.to_string().into()),
            ("at", door.at().millis().into()),
            ("actor", door.actor().to_owned().into()),
        ],
    )
}

/// A movement by id.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: CashMovementId) -> Result<Option<Movement>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    let found = find.query_row([id.to_string()], |row| {
        Ok(Movement {
            id,
            register_id: parsed(row, "register_id")?,
            shift_id: parsed(row, "shift_id")?,
            business_day: parsed(row, "business_day")?,
            category_id: parsed_or_null(row, "category_id")?,
            other_register_id: parsed_or_null(row, "other_register_id")?,
            amount: money(row, "amount_minor")?,
            note: row.get("note")?,
            reverses: parsed_or_null(row, "reverses")?,
            staff_id: parsed_or_null(row, "staff_id")?,
        })
    });
    Ok(found.optional()?)
}

/// Whether a movement was taken back; that happens in its own shift.
///
/// # Errors
/// What SQLite says.
pub fn is_reversed(connection: &Connection, movement: &Movement) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached("SELECT 1 FROM cash_movement WHERE shift_id = ?1 AND reverses = ?2")?;
    Ok(find.exists([movement.shift_id.to_string(), movement.id.to_string()])?)
}

fn read_category(row: &Row<'_>) -> rusqlite::Result<Category> {
    Ok(Category {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        direction: parsed(row, "direction")?,
        purpose: parsed(row, "purpose")?,
    })
}
