//! What payment providers keep of a receipt's payments.

use adelante_base::{Money, PaymentMethodId, ReceiptId};
use rusqlite::{Connection, named_params};

use crate::StoreError;
use crate::appointment::money;
use crate::operation::parsed;

/// What of a receipt's payments by a method was taken and given back, and its fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fee {
    /// The method.
    pub method_id: PaymentMethodId,
    /// The whole fee that was taken.
    pub taken: Money,
    /// What of it is kept now.
    pub kept: Money,
    /// The payments that it was taken of, tips included.
    pub paid: Money,
    /// What of them was given back by now, ≥ 0.
    pub returned: Money,
}

/// Fees of a receipt by method, with everything that answered the receipt.
///
/// # Errors
/// What SQLite says.
pub fn of_receipt(connection: &Connection, receipt: ReceiptId) -> Result<Vec<Fee>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("fees.sql"))?;
    let rows = all.query_map(named_params! { ":receipt": receipt.to_string() }, |row| {
        Ok(Fee {
            method_id: parsed(row, "method_id")?,
            taken: money(row, "taken_minor")?,
            kept: money(row, "kept_minor")?,
            paid: money(row, "paid_minor")?,
            returned: money(row, "returned_minor")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
