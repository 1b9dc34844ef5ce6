//! Fiscal devices: what can be asked of one, what goes wrong with one, and how a document is
//! registered exactly once although answers get lost.
//!
//! Begin with [`FiscalDevice`], then [`register`], which every host uses: it asks by key before it
//! sends. Drivers: [`Simulator`], with faults, and [`Atol`], which was never run against a real device.

mod atol;
mod exactly_once;
mod simulator;

use adelante_base::Timestamp;
use adelante_base::fiscal::FiscalFault;
use adelante_domain::fiscal::{FiscalAnswer, FiscalReceipt};

pub use atol::Atol;
pub use exactly_once::{Registered, Task, register};
pub use simulator::Simulator;

/// Why nothing was registered, as far as one knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FiscalError {
    /// It cannot be reached: nothing was sent.
    #[error("the device cannot be reached: {0}")]
    Unreachable(String),
    /// It was asked and did not answer: the document may be registered. Ask by its key.
    #[error("the device did not answer")]
    NoAnswer,
    /// It works on something else, or still on this document.
    #[error("the device is busy")]
    Busy,
    /// It has no paper.
    #[error("the device has no paper")]
    PaperOut,
    /// Its clock is wrong.
    #[error("the device's clock is wrong")]
    ClockWrong,
    /// Its shift is open for more than 24 hours.
    #[error("the device's shift is open for more than 24 hours")]
    ShiftTooLong,
    /// Its shift is closed.
    #[error("the device's shift is closed")]
    ShiftClosed,
    /// It does not take the document; in its words.
    #[error("the device refused: {0}")]
    Refused(String),
    /// It says something that the driver does not understand: the document may be registered.
    #[error("the device's answer was not understood: {0}")]
    NotUnderstood(String),
}

impl FiscalError {
    /// The word people see it by.
    #[must_use]
    pub const fn fault(&self) -> FiscalFault {
        match self {
            Self::Unreachable(_) => FiscalFault::Unreachable,
            Self::NoAnswer => FiscalFault::NoAnswer,
            Self::Busy => FiscalFault::Busy,
            Self::PaperOut => FiscalFault::PaperOut,
            Self::ClockWrong => FiscalFault::ClockWrong,
            Self::ShiftTooLong => FiscalFault::ShiftTooLong,
            Self::ShiftClosed => FiscalFault::ShiftClosed,
            Self::Refused(_) => FiscalFault::Refused,
            Self::NotUnderstood(_) => FiscalFault::NotUnderstood,
        }
    }

    /// The device's own words, or empty.
    #[must_use]
    pub fn detail(&self) -> &str {
        match self {
            Self::Unreachable(text) | Self::Refused(text) | Self::NotUnderstood(text) => text,
            _ => "",
        }
    }

    /// Whether the document may be registered all the same.
    #[must_use]
    pub const fn is_uncertain(&self) -> bool {
        matches!(self, Self::NoAnswer | Self::NotUnderstood(_))
    }
}

/// What a device says of its shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShiftState {
    /// Open since then.
    Open(Timestamp),
    /// Closed.
    Closed,
    /// It does not say: whoever asks must remember.
    Unknown,
}

/// How a device stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceState {
    /// Its shift.
    pub shift: ShiftState,
    /// Reserved fiscal numbers: how many are left, of how many; where it has such.
    pub numbers: Option<(u32, u32)>,
}

/// What a device knows of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Nothing: the document never came.
    Nothing,
    /// It works on it.
    Working,
    /// Registered.
    Done(FiscalAnswer),
    /// It did not take it.
    Failed(FiscalError),
}

/// Who works at the device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Operator<'a> {
    /// Name.
    pub name: &'a str,
    /// Own tax id, or empty.
    pub tax_id: &'a str,
}

impl<'a> Operator<'a> {
    /// The cashier of a receipt.
    #[must_use]
    pub fn of(receipt: &'a FiscalReceipt) -> Self {
        Self { name: &receipt.cashier, tax_id: &receipt.cashier_tax_id }
    }
}

/// A device or service that registers documents with the state. Every document has a key, chosen
/// before it is sent; a device that was sent a key twice may register it twice, so whoever sends
/// asks first ([`register`] does).
pub trait FiscalDevice: Send + Sync {
    /// How it stands.
    ///
    /// # Errors
    /// Why it cannot work now.
    fn state(&self, at: Timestamp) -> Result<DeviceState, FiscalError>;

    /// What it knows of a key.
    ///
    /// # Errors
    /// [`FiscalError::Unreachable`], [`FiscalError::NoAnswer`], [`FiscalError::NotUnderstood`].
    fn ask(&self, key: &str) -> Result<Known, FiscalError>;

    /// Opens a shift.
    ///
    /// # Errors
    /// Any [`FiscalError`].
    fn open_shift(&self, key: &str, at: Timestamp, who: Operator<'_>) -> Result<FiscalAnswer, FiscalError>;

    /// Closes the shift (Z).
    ///
    /// # Errors
    /// Any [`FiscalError`].
    fn close_shift(&self, key: &str, at: Timestamp, who: Operator<'_>) -> Result<FiscalAnswer, FiscalError>;

    /// Registers a sale.
    ///
    /// # Errors
    /// Any [`FiscalError`].
    fn sell(&self, key: &str, at: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError>;

    /// Registers money that goes back.
    ///
    /// # Errors
    /// Any [`FiscalError`].
    fn refund(&self, key: &str, at: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError>;

    /// Registers the correction of a sale that was not registered in time.
    ///
    /// # Errors
    /// Any [`FiscalError`].
    fn correct(&self, key: &str, at: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError>;
}
