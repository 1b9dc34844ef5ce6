//! How the salon's receipts look: kept beside the salon, read only where paper is made.

use adelante_base::SalonId;
use adelante_base::vocabulary::Language;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use crate::appointment::from_json;
use crate::{Door, StoreError};

/// What stands on a receipt beside the salon's own facts, its footer and its QR code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Template {
    /// Under the salon's name.
    pub header: String,
    /// The client's name.
    pub show_client: bool,
    /// Who did it.
    pub show_staff: bool,
    /// Discounts.
    pub show_discount: bool,
    /// Language of the paper; none: the salon's.
    pub language: Option<Language>,
}

impl Default for Template {
    fn default() -> Self {
        Self { header: String::new(), show_client: false, show_staff: true, show_discount: true, language: None }
    }
}

/// The salon's template; before anybody set one, the product's.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, salon: SalonId) -> Result<Template, StoreError> {
    let mut find = connection.prepare_cached("SELECT receipt_template FROM salon WHERE id = ?1")?;
    let found = find.query_row([salon.to_string()], |row| from_json(row, "receipt_template")).optional()?;
    Ok(found.unwrap_or_default())
}

/// The salon's logo, PNG in base64; empty where it has none.
///
/// # Errors
/// What SQLite says.
pub fn logo(connection: &Connection, salon: SalonId) -> Result<String, StoreError> {
    let mut find = connection.prepare_cached("SELECT receipt_logo FROM salon WHERE id = ?1")?;
    let found: Option<Option<String>> =
        find.query_row([salon.to_string()], |row| row.get("receipt_logo")).optional()?;
    Ok(found.flatten().unwrap_or_default())
}

/// Sets the template with its footer, QR code and logo.
///
/// # Errors
/// What SQLite says.
pub fn write(
    door: &Door<'_>,
    salon: SalonId,
    template: &Template,
    (footer, qr): (&str, &str),
    logo: &str,
) -> Result<(), StoreError> {
    let logo = (!logo.is_empty()).then(|| logo.to_owned());
    let columns = [
        ("receipt_template", serde_json::to_string(template)?.into()),
        ("receipt_footer", footer.to_owned().into()),
        ("receipt_qr", qr.to_owned().into()),
        ("receipt_logo", logo.into()),
    ];
    door.update("salon", &salon.to_string(), &columns)
}
