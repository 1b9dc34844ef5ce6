//! Money: shifts, the drawer, payments, receipts, voids, the checkout screen.

pub mod account;
pub mod bill;
pub mod cash;
pub mod cash_category;
pub mod checklist;
pub mod checkout;
pub mod count;
pub mod credit;
pub mod deposit;
pub mod deposits;
pub mod discount;
pub mod drawer;
pub mod elsewhere;
pub mod fiscal;
pub mod item_sale;
pub mod payment;
pub mod price_change;
pub mod print;
pub mod promise;
pub mod receipts;
pub mod refund;
pub mod registers;
pub mod session;
pub mod shift;
pub mod shift_report;
pub mod tax;
pub mod void;

use adelante_store::Connection;
use adelante_store::salon::{self, Register};
use adelante_store::shift::Shift;
use adelante_wire::ErrorCode;

use crate::error::{EngineError, Result};

/// This device's register.
pub(crate) fn register(connection: &Connection) -> Result<Register> {
    salon::register(connection)?.ok_or_else(|| EngineError::not_found("register"))
}

/// The open shift of a register; without one no money is taken.
pub(crate) fn open_shift(connection: &Connection, register: &Register) -> Result<Shift> {
    adelante_store::shift::current(connection, register.id)?.ok_or_else(|| EngineError::new(ErrorCode::NoShift))
}
