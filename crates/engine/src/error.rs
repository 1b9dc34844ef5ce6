//! One error for the whole engine: a code of the contract with its facts, never personal data.

use adelante_base::MoneyError;
use adelante_domain::client::{Field, FieldError, FieldProblem};
use adelante_domain::ledger::LedgerError;
use adelante_domain::payment::PaymentRefusal;
use adelante_store::StoreError;
use adelante_wire::{CommandError, ErrorCode};

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq)]
pub struct EngineError(pub CommandError);

/// What a command returns.
pub type Result<T> = std::result::Result<T, EngineError>;

impl EngineError {
    /// A refusal without facts.
    #[must_use]
    pub const fn new(code: ErrorCode) -> Self {
        Self(CommandError::new(code))
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(self, name: &str, value: impl ToString) -> Self {
        Self(self.0.with(name, value))
    }

    /// The thing was not found.
    #[must_use]
    pub fn not_found(what: &'static str) -> Self {
        Self::new(ErrorCode::NotFound).with("what", what)
    }

    /// A field must be filled.
    #[must_use]
    pub fn required(field: &str) -> Self {
        Self::new(ErrorCode::Required).with("field", field)
    }

    /// A number outside what makes sense.
    #[must_use]
    pub fn out_of_range(field: &str, min: impl ToString, max: impl ToString) -> Self {
        Self::new(ErrorCode::OutOfRange).with("field", field).with("min", min).with("max", max)
    }

    fn internal(detail: impl ToString) -> Self {
        Self::new(ErrorCode::Internal).with("detail", detail)
    }
}

/// Refuses a text that is longer than `max` letters.
///
/// # Errors
/// [`ErrorCode::TooLong`].
pub fn at_most(field: &str, text: &str, max: usize) -> Result<()> {
    if text.chars().count() > max {
        return Err(EngineError::new(ErrorCode::TooLong).with("field", field).with("max", max));
    }
    Ok(())
}

/// Refuses an empty text and one that is longer than `max` letters.
///
/// # Errors
/// [`ErrorCode::Required`], [`ErrorCode::TooLong`].
pub fn filled(field: &str, text: &str, max: usize) -> Result<()> {
    if text.trim().is_empty() {
        return Err(EngineError::required(field));
    }
    at_most(field, text, max)
}

impl From<StoreError> for EngineError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged { detail } => Self::new(ErrorCode::Damaged).with("detail", detail),
            StoreError::WrongKey => Self::new(ErrorCode::WrongKey),
            StoreError::TooNew { version } => Self::new(ErrorCode::TooNew).with("version", version),
            StoreError::DiskFull => Self::new(ErrorCode::DiskFull),
            StoreError::RequestIdReused => Self::new(ErrorCode::RequestIdReused),
            StoreError::NotFound { what } => Self::not_found(what),
            StoreError::StillUsed { what } => Self::new(ErrorCode::StillUsed).with("what", what),
            StoreError::ChangedSince { by } => Self::new(ErrorCode::ChangedSince).with("operation", by),
            other => Self::internal(other),
        }
    }
}

impl From<FieldError> for EngineError {
    fn from(error: FieldError) -> Self {
        let field = error.field.as_str();
        match error.problem {
            FieldProblem::NameOrPhoneNeeded => Self::required(field),
            FieldProblem::TooLong { letters_max } => {
                Self::new(ErrorCode::TooLong).with("field", field).with("max", letters_max)
            }
            FieldProblem::TooMany { count_max } => Self::out_of_range(field, 0, count_max),
            FieldProblem::NotUnderstood if error.field == Field::Email => {
                Self::new(ErrorCode::BadEmail).with("field", field).with("value", "")
            }
            FieldProblem::NotUnderstood => Self::new(ErrorCode::BadInput).with("field", field).with("detail", field),
            FieldProblem::OutOfRange { from, to } => Self::out_of_range(field, from, to),
            FieldProblem::TooMuch { bp_max } => Self::out_of_range(field, 0, bp_max / 100),
        }
    }
}

impl From<PaymentRefusal> for EngineError {
    fn from(refusal: PaymentRefusal) -> Self {
        match refusal {
            PaymentRefusal::NotPositive => Self::new(ErrorCode::NotPositive).with("field", "amount"),
            PaymentRefusal::OverRemaining { asked, remaining } => Self::new(ErrorCode::OverRemaining)
                .with("asked_minor", asked.minor())
                .with("remaining_minor", remaining.minor()),
            PaymentRefusal::TenderedTooLittle { tendered, amount } => Self::new(ErrorCode::TenderedTooLittle)
                .with("tendered_minor", tendered.minor())
                .with("amount_minor", amount.minor()),
            PaymentRefusal::TenderedNotCash => Self::new(ErrorCode::TenderedNotCash),
            PaymentRefusal::Money(error) => error.into(),
        }
    }
}

impl From<MoneyError> for EngineError {
    fn from(_: MoneyError) -> Self {
        Self::out_of_range("amount", 0, adelante_base::Money::MAX.minor())
    }
}

impl From<LedgerError> for EngineError {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Unbalanced => Self::internal("ledger"),
            LedgerError::Money(error) => error.into(),
        }
    }
}

impl From<serde_json::Error> for EngineError {
    fn from(error: serde_json::Error) -> Self {
        Self::new(ErrorCode::BadInput).with("detail", error)
    }
}
