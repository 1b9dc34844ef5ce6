//! Fiscal documents: what a receipt tells the state (54-FZ in Russia, PRRO in Ukraine, online
//! cash registers in Kazakhstan), how each line is said to be paid, and the legal limits.
//!
//! Begin with [`FiscalReceipt`]; [`mode`] says how a line is paid, [`limits`] how near the law is.

pub mod limits;
pub mod mode;

use adelante_base::fiscal::{FiscalKind, FiscalMoney, PaymentMode, PaymentSubject, TaxCode};
use adelante_base::{Money, MoneyError, Quantity, Timestamp};
use serde::{Deserialize, Serialize};

/// A receipt as a fiscal device registers it. Sums are positive, whichever way money goes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalReceipt {
    /// A sale, a refund, a correction.
    pub kind: FiscalKind,
    /// What was sold or comes back.
    pub lines: Vec<FiscalLine>,
    /// How it is paid; together the lines' sum.
    pub payments: Vec<FiscalPayment>,
    /// The lines' sum.
    pub total: Money,
    /// Who took the money (tag 1021).
    pub cashier: String,
    /// The cashier's own tax id (tag 1203), or empty.
    pub cashier_tax_id: String,
    /// Where the client's electronic receipt goes: mail or phone; or empty. Personal.
    pub contact: String,
}

impl std::fmt::Debug for FiscalReceipt {
    /// Kind and sum: names and contacts never enter a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FiscalReceipt").field("kind", &self.kind).field("total", &self.total).finish_non_exhaustive()
    }
}

/// A line of a fiscal receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalLine {
    /// What (tag 1030).
    pub name: String,
    /// Price of one.
    pub price: Money,
    /// How many.
    pub quantity: Quantity,
    /// Price times quantity, to the minor unit.
    pub amount: Money,
    /// Service or goods (tag 1212).
    pub subject: PaymentSubject,
    /// How it is paid (tag 1214).
    pub mode: PaymentMode,
    /// Its tax.
    pub tax: TaxCode,
    /// The rate of the day it was sold, basis points.
    pub rate_bp: u16,
    /// Marking code of a product (tag 1163), where it has one.
    pub marking: Option<String>,
}

/// A sum of a fiscal receipt by kind of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalPayment {
    /// Kind.
    pub kind: FiscalMoney,
    /// Sum.
    pub amount: Money,
}

/// What a device answers when it has registered a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalAnswer {
    /// Number of the fiscal document (tag 1040).
    pub number: String,
    /// Its sign (tag 1077).
    pub sign: String,
    /// Number of the fiscal storage (tag 1041), or empty.
    pub storage: String,
    /// Registration number of the device (tag 1037), or empty.
    pub registration: String,
    /// Number of the fiscal shift (tag 1038).
    pub shift_number: u32,
    /// When, by the device's clock.
    pub at: Timestamp,
    /// Text of the receipt's QR code, or empty.
    pub qr: String,
    /// Where a client can check it, or empty.
    pub url: String,
}

/// The longest wait between two tries.
const WAIT_MAX_SECONDS: i64 = 300;
/// The first one; it doubles from try to try.
const WAIT_SECONDS: i64 = 5;

/// When a document is tried again by itself after so many tries: it never gives up, for the law
/// wants every receipt registered.
#[must_use]
pub fn next_try(tries: u32, now: Timestamp) -> Timestamp {
    let doubled = WAIT_SECONDS.saturating_mul(1_i64.checked_shl(tries.min(16)).unwrap_or(i64::MAX));
    now.plus_seconds(doubled.min(WAIT_MAX_SECONDS))
}

/// The text of the QR code on a Russian receipt (order ЕД-7-20/662@, tag 1196): time to the minute,
/// sum, storage, document, sign, and 1 for a sale or 2 for its return.
#[must_use]
pub fn qr_text(kind: FiscalKind, wall_time: &str, total: Money, storage: &str, number: &str, sign: &str) -> String {
    let whole = total.minor() / 100;
    let part = total.minor() % 100;
    let n = if kind == FiscalKind::Refund { 2 } else { 1 };
    format!("t={wall_time}&s={whole}.{part:02}&fn={storage}&i={number}&fp={sign}&n={n}")
}

/// Why a fiscal receipt cannot be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotFiscal {
    /// It has no line, or one of nothing.
    #[error("a fiscal receipt needs lines of a positive sum")]
    Empty,
    /// Price times quantity is not the line's sum.
    #[error("price times quantity is not the sum of the line")]
    Line,
    /// Lines and payments differ.
    #[error("the payments are not the sum of the lines")]
    Unbalanced,
    /// Beyond what an amount can be.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl FiscalReceipt {
    /// Refuses what no device may be sent: 54-FZ wants price × quantity = amount to the minor
    /// unit, and lines and payments of one sum.
    ///
    /// # Errors
    /// [`NotFiscal`].
    pub fn check(&self) -> Result<(), NotFiscal> {
        if self.lines.is_empty() || self.lines.iter().any(|line| !line.amount.is_positive()) {
            return Err(NotFiscal::Empty);
        }
        if self.payments.iter().any(|payment| !payment.amount.is_positive()) {
            return Err(NotFiscal::Unbalanced);
        }
        for line in &self.lines {
            let whole = i128::from(line.price.minor()) * i128::from(line.quantity.thousandths());
            if whole != i128::from(line.amount.minor()) * 1_000 {
                return Err(NotFiscal::Line);
            }
        }
        let lines = Money::sum(self.lines.iter().map(|line| line.amount))?;
        let payments = Money::sum(self.payments.iter().map(|payment| payment.amount))?;
        if lines != self.total || payments != self.total { Err(NotFiscal::Unbalanced) } else { Ok(()) }
    }
}

/// Adds a sum to the payments of its kind; nothing is not added.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn add_payment(payments: &mut Vec<FiscalPayment>, kind: FiscalMoney, amount: Money) -> Result<(), MoneyError> {
    if amount.is_zero() {
        return Ok(());
    }
    match payments.iter_mut().find(|payment| payment.kind == kind) {
        Some(payment) => payment.amount = payment.amount.plus(amount)?,
        None => payments.push(FiscalPayment { kind, amount }),
    }
    payments.sort_unstable_by_key(|payment| payment.kind);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn receipt() -> FiscalReceipt {
        FiscalReceipt {
            kind: FiscalKind::Sale,
            lines: vec![FiscalLine {
                name: "Стрижка".to_owned(),
                price: money(1_000),
                quantity: Quantity::ONE,
                amount: money(1_000),
                subject: PaymentSubject::Service,
                mode: PaymentMode::FullPayment,
                tax: TaxCode::None,
                rate_bp: 0,
                marking: None,
            }],
            payments: vec![FiscalPayment { kind: FiscalMoney::Cash, amount: money(1_000) }],
            total: money(1_000),
            cashier: "Камила".to_owned(),
            cashier_tax_id: String::new(),
            contact: "gulnara@example.kz".to_owned(),
        }
    }

    #[test]
    fn price_times_quantity_is_the_sum_to_the_minor_unit() {
        assert_eq!(receipt().check(), Ok(()));
        let mut half = receipt();
        half.lines[0].quantity = Quantity::from_thousandths(500);
        assert_eq!(half.check(), Err(NotFiscal::Line));
        half.lines[0].price = money(2_000);
        assert_eq!(half.check(), Ok(()));
    }

    #[test]
    fn lines_and_payments_are_one_sum_and_nothing_is_refused() {
        let mut short = receipt();
        short.payments[0].amount = money(999);
        assert_eq!(short.check(), Err(NotFiscal::Unbalanced));
        let mut empty = receipt();
        empty.lines.clear();
        assert_eq!(empty.check(), Err(NotFiscal::Empty));
        let mut negative = receipt();
        negative.lines[0].amount = money(-1_000);
        assert_eq!(negative.check(), Err(NotFiscal::Empty));
    }

    #[test]
    fn whom_it_is_for_never_enters_a_log() {
        let shown = format!("{:?}", receipt());
        assert!(!shown.contains("Камила") && !shown.contains("example"), "{shown}");
    }

    #[test]
    fn waits_double_up_to_five_minutes_and_never_end() {
        let waits: Vec<i64> =
            (0..8).chain([400]).map(|tries| next_try(tries, Timestamp::from_millis(0)).millis() / 1_000).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300]);
    }

    #[test]
    fn the_qr_text_is_the_one_the_state_reads() {
        let text = qr_text(FiscalKind::Refund, "20260101T1200", money(120_005), "9999", "7", "123");
        assert_eq!(text, "t=20260101T1200&s=1200.05&fn=9999&i=7&fp=123&n=2");
    }

    #[test]
    fn payments_of_one_kind_are_one_sum() {
        let mut payments = Vec::new();
        add_payment(&mut payments, FiscalMoney::Electronic, money(5)).unwrap();
        add_payment(&mut payments, FiscalMoney::Cash, Money::ZERO).unwrap();
        add_payment(&mut payments, FiscalMoney::Electronic, money(7)).unwrap();
        assert_eq!(payments, [FiscalPayment { kind: FiscalMoney::Electronic, amount: money(12) }]);
    }
}
