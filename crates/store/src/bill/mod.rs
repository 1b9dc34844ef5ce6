//! What stands on a visit's bill beside the booked services, and what of it was sold.

use adelante_base::vocabulary::ItemKind;
use adelante_base::{
    AppointmentId, BillLineId, ClientId, Day, ItemSaleId, Money, MoneyError, PackageOfferId, ProductId, Quantity,
    StaffMemberId,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::{money, money_or_zero};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// An item of a bill as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub id: BillLineId,
    /// On which visit's bill.
    pub appointment_id: AppointmentId,
    /// What it is.
    pub kind: ItemKind,
    /// Of goods: which.
    pub product_id: Option<ProductId>,
    /// Of a package: which offer.
    pub offer_id: Option<PackageOfferId>,
    /// Who sold it.
    pub seller_id: Option<StaffMemberId>,
    /// How much; one of everything but goods.
    pub quantity: Quantity,
    /// Price of the whole line before any discount.
    pub list_price: Money,
    /// Price of the whole line.
    pub price: Money,
    /// Discount that the price has inside; zero: none.
    pub discount: Money,
    /// Why it was given.
    pub discount_reason: String,
    /// Of a certificate: its code.
    pub code: String,
    /// Of a certificate: its last day.
    pub valid_until: Option<Day>,
}

impl Item {
    /// The price without the discount.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn price_before(&self) -> Result<Money, MoneyError> {
        self.price.plus(self.discount)
    }
}

/// An item that was sold (or, with the opposite sign, brought back).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemSale {
    /// On which visit's bill.
    pub appointment_id: AppointmentId,
    /// Which item.
    pub item_id: BillLineId,
    /// What it is.
    pub kind: ItemKind,
    /// Of goods: which.
    pub product_id: Option<ProductId>,
    /// Who sold it.
    pub seller_id: Option<StaffMemberId>,
    /// To whom.
    pub client_id: Option<ClientId>,
    /// Business day.
    pub business_day: Day,
    /// How much.
    pub quantity: Quantity,
    /// Price.
    pub price: Money,
    /// VAT rate.
    pub vat_bp: u16,
    /// VAT inside the price.
    pub vat: Money,
    /// What the goods had cost.
    pub cost: Money,
    /// The sale it answers.
    pub reverses: Option<ItemSaleId>,
}

/// Puts an item on a bill.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, item: &Item) -> Result<(), StoreError> {
    let mut columns = columns(item);
    columns.extend([
        ("id", item.id.to_string().into()),
        ("appointment_id", item.appointment_id.to_string().into()),
        ("kind", item.kind.as_str().to_owned().into()),
        ("product_id", item.product_id.map(|id| id.to_string()).into()),
        ("offer_id", item.offer_id.map(|id| id.to_string()).into()),
        ("code", (!item.code.is_empty()).then(|| item.code.clone()).into()),
        ("valid_until", item.valid_until.map(|day| day.to_string()).into()),
        ("created_at", door.at().millis().into()),
    ]);
    door.insert("bill_item", &columns)
}

/// Changes an item of a bill: how much, at what price, who sold it.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, item: &Item) -> Result<(), StoreError> {
    door.update("bill_item", &item.id.to_string(), &columns(item))
}

fn columns(item: &Item) -> Vec<(&'static str, Value)> {
    let given = !item.discount.is_zero();
    vec![
        ("seller_id", item.seller_id.map(|id| id.to_string()).into()),
        ("quantity_milli", item.quantity.thousandths().into()),
        ("list_price_minor", item.list_price.minor().into()),
        ("price_minor", item.price.minor().into()),
        ("discount_minor", given.then_some(item.discount.minor()).into()),
        ("discount_reason", given.then(|| item.discount_reason.clone()).into()),
    ]
}

/// An item that still stands on its bill.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: BillLineId) -> Result<Option<Item>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE id = ?1 AND retired_at IS NULL");
    Ok(connection.prepare_cached(sql)?.query_row([id.to_string()], read).optional()?)
}

/// The items of a visit's bill, in the order in which they came on it.
///
/// # Errors
/// What SQLite says.
pub fn items(connection: &Connection, visit: AppointmentId) -> Result<Vec<Item>, StoreError> {
    let sql = concat!(
        include_str!("select.sql"),
        " WHERE appointment_id = ?1 AND retired_at IS NULL ORDER BY created_at, id"
    );
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([visit.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes that an item was sold.
///
/// # Errors
/// What SQLite says.
pub fn insert_sale(door: &Door<'_>, sale: &ItemSale) -> Result<(), StoreError> {
    door.insert(
        "item_sale",
        &[
            ("id", ItemSaleId::new(door.ids(), door.at()).to_string().into()),
            ("appointment_id", sale.appointment_id.to_string().into()),
            ("item_id", sale.item_id.to_string().into()),
            ("kind", sale.kind.as_str().to_owned().into()),
            ("product_id", sale.product_id.map(|id| id.to_string()).into()),
            ("seller_id", sale.seller_id.map(|id| id.to_string()).into()),
            ("client_id", sale.client_id.map(|id| id.to_string()).into()),
            ("business_day", sale.business_day.to_string().into()),
            ("quantity_milli", sale.quantity.thousandths().into()),
            ("price_minor", sale.price.minor().into()),
            ("vat_bp", i64::from(sale.vat_bp).into()),
            ("vat_minor", sale.vat.minor().into()),
            ("cost_minor", sale.cost.minor().into()),
            ("reverses", sale.reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// What of a visit's bill was sold and not reversed as a whole.
///
/// # Errors
/// What SQLite says.
pub fn sales(connection: &Connection, visit: AppointmentId) -> Result<Vec<(ItemSaleId, ItemSale)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("sales.sql"))?;
    let rows = all.query_map([visit.to_string()], |row| {
        let sale = ItemSale {
            appointment_id: visit,
            item_id: parsed(row, "item_id")?,
            kind: parsed(row, "kind")?,
            product_id: parsed_or_null(row, "product_id")?,
            seller_id: parsed_or_null(row, "seller_id")?,
            client_id: parsed_or_null(row, "client_id")?,
            business_day: parsed(row, "business_day")?,
            quantity: Quantity::from_thousandths(row.get("quantity_milli")?),
            price: money(row, "price_minor")?,
            vat_bp: row.get("vat_bp")?,
            vat: money(row, "vat_minor")?,
            cost: money(row, "cost_minor")?,
            reverses: None,
        };
        Ok((parsed(row, "id")?, sale))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Item> {
    Ok(Item {
        id: parsed(row, "id")?,
        appointment_id: parsed(row, "appointment_id")?,
        kind: parsed(row, "kind")?,
        product_id: parsed_or_null(row, "product_id")?,
        offer_id: parsed_or_null(row, "offer_id")?,
        seller_id: parsed_or_null(row, "seller_id")?,
        quantity: Quantity::from_thousandths(row.get("quantity_milli")?),
        list_price: money(row, "list_price_minor")?,
        price: money(row, "price_minor")?,
        discount: money_or_zero(row, "discount_minor")?,
        discount_reason: row.get::<_, Option<String>>("discount_reason")?.unwrap_or_default(),
        code: row.get::<_, Option<String>>("code")?.unwrap_or_default(),
        valid_until: parsed_or_null(row, "valid_until")?,
    })
}
