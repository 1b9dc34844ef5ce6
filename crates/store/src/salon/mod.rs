//! The salon, its registers and its payment methods.

pub mod rules;
pub mod template;

use adelante_base::fiscal::TaxCode;
use adelante_base::vocabulary::{Language, MethodKind};
use adelante_base::{PaymentMethodId, RegisterId, SalonId};
use chrono_tz::Tz;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::from_json;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// The salon as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salon {
    /// Its id.
    pub id: SalonId,
    /// Name on the sign.
    pub name: String,
    /// Legal name.
    pub legal_name: String,
    /// Tax id.
    pub tax_id: String,
    /// VAT inside prices, basis points.
    pub vat_bp: u16,
    /// Which tax that is; `None`: what the rate meant when it was written.
    pub tax_code: Option<TaxCode>,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// ISO 3166 code.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// Zone.
    pub zone: Tz,
    /// Minutes after midnight until which a sale belongs to the day before.
    pub closing_min: u16,
    /// Language.
    pub language: Language,
    /// Opens.
    pub opens_min: u16,
    /// Closes.
    pub closes_min: u16,
    /// Foot of receipts.
    pub receipt_footer: String,
    /// QR content.
    pub receipt_qr: String,
    /// How the calendar works; changed by [`rules::write`] alone.
    pub calendar: rules::CalendarRules,
    /// How the till works; changed by [`rules::write_till`] alone.
    pub till: rules::TillRules,
}

/// A register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Its id.
    pub id: RegisterId,
    /// Name.
    pub name: String,
    /// Prefix of receipt numbers.
    pub prefix: String,
}

/// A way to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Its id.
    pub id: PaymentMethodId,
    /// Kind.
    pub kind: MethodKind,
    /// Name, or empty for the kind's own.
    pub name: String,
}

/// Makes the salon.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, salon: &Salon) -> Result<(), StoreError> {
    let mut columns = columns(salon);
    columns.push(("id", salon.id.to_string().into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("salon", &columns)
}

/// Rewrites the salon's settings.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, salon: &Salon) -> Result<(), StoreError> {
    door.update("salon", &salon.id.to_string(), &columns(salon))
}

/// The salon, once it is made.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection) -> Result<Option<Salon>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    let found = find.query_row([], |row| {
        Ok(Salon {
            id: parsed(row, "id")?,
            name: row.get("name")?,
            legal_name: row.get("legal_name")?,
            tax_id: row.get("tax_id")?,
            vat_bp: row.get("vat_bp")?,
            tax_code: parsed_or_null(row, "tax_code")?,
            address: row.get("address")?,
            phone: row.get("phone")?,
            country: row.get("country")?,
            currency: row.get("currency")?,
            zone: parsed(row, "zone")?,
            closing_min: row.get("closing_min")?,
            language: parsed(row, "language")?,
            opens_min: row.get("opens_min")?,
            closes_min: row.get("closes_min")?,
            receipt_footer: row.get("receipt_footer")?,
            receipt_qr: row.get("receipt_qr")?,
            calendar: from_json(row, "calendar_rules")?,
            till: from_json(row, "till_rules")?,
        })
    });
    Ok(found.optional()?)
}

/// Adds a register for this device.
///
/// # Errors
/// What SQLite says.
pub fn insert_register(door: &Door<'_>, register: &Register) -> Result<(), StoreError> {
    door.insert(
        "register",
        &[
            ("id", register.id.to_string().into()),
            ("device_id", door.device().to_string().into()),
            ("name", register.name.clone().into()),
            ("prefix", register.prefix.clone().into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Gives a register to this device (after a restored backup gave the device a new identity).
///
/// # Errors
/// What SQLite says.
pub fn take_register(door: &Door<'_>, register: RegisterId) -> Result<(), StoreError> {
    door.update("register", &register.to_string(), &[("device_id", door.device().to_string().into())])
}

/// The register this device works with: of its own the one that was chosen, or the first; where it
/// has none, the salon's first.
///
/// # Errors
/// What SQLite says.
pub fn register(connection: &Connection) -> Result<Option<Register>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("register.sql"))?;
    Ok(find.query_row([], read_register).optional()?)
}

/// The registers of this device, the first one first.
///
/// # Errors
/// What SQLite says.
pub fn registers_here(connection: &Connection) -> Result<Vec<Register>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("registers_here.sql"))?;
    let rows = all.query_map([], read_register)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a register has this prefix, or ever had it.
///
/// # Errors
/// What SQLite says.
pub fn prefix_known(connection: &Connection, prefix: &str) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached("SELECT 1 FROM register WHERE prefix = ?1")?;
    Ok(find.exists([prefix])?)
}

/// The salon's registers, by name.
///
/// # Errors
/// What SQLite says.
pub fn registers(connection: &Connection) -> Result<Vec<Register>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("registers.sql"))?;
    let rows = all.query_map([], read_register)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A register, retired or not.
///
/// # Errors
/// What SQLite says.
pub fn register_of(connection: &Connection, id: RegisterId) -> Result<Option<Register>, StoreError> {
    let mut find = connection.prepare_cached("SELECT id, name, prefix FROM register WHERE id = ?1")?;
    Ok(find.query_row([id.to_string()], read_register).optional()?)
}

/// Renames a register.
///
/// # Errors
/// What SQLite says.
pub fn rename_register(door: &Door<'_>, register: RegisterId, name: &str) -> Result<(), StoreError> {
    door.update("register", &register.to_string(), &[("name", name.to_owned().into())])
}

/// Adds a way to pay.
///
/// # Errors
/// What SQLite says.
pub fn insert_method(door: &Door<'_>, method: &Method, position: u8) -> Result<(), StoreError> {
    door.insert(
        "payment_method",
        &[
            ("id", method.id.to_string().into()),
            ("kind", method.kind.as_str().to_owned().into()),
            ("name", method.name.clone().into()),
            ("position", i64::from(position).into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Ways to pay, in order.
///
/// # Errors
/// What SQLite says.
pub fn methods(connection: &Connection) -> Result<Vec<Method>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("methods.sql"))?;
    let rows = all.query_map(named_params! {}, |row| {
        Ok(Method { id: parsed(row, "id")?, kind: parsed(row, "kind")?, name: row.get("name")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_register(row: &Row<'_>) -> rusqlite::Result<Register> {
    Ok(Register { id: parsed(row, "id")?, name: row.get("name")?, prefix: row.get("prefix")? })
}

fn columns(salon: &Salon) -> Vec<(&'static str, Value)> {
    vec![
        ("name", salon.name.clone().into()),
        ("legal_name", salon.legal_name.clone().into()),
        ("tax_id", salon.tax_id.clone().into()),
        ("vat_bp", i64::from(salon.vat_bp).into()),
        ("tax_code", salon.tax_code.map(|code| code.as_str().to_owned()).into()),
        ("address", salon.address.clone().into()),
        ("phone", salon.phone.clone().into()),
        ("country", salon.country.clone().into()),
        ("currency", salon.currency.clone().into()),
        ("zone", salon.zone.name().to_owned().into()),
        ("closing_min", i64::from(salon.closing_min).into()),
        ("language", salon.language.as_str().to_owned().into()),
        ("opens_min", i64::from(salon.opens_min).into()),
        ("closes_min", i64::from(salon.closes_min).into()),
        ("receipt_footer", salon.receipt_footer.clone().into()),
        ("receipt_qr", salon.receipt_qr.clone().into()),
    ]
}
