//! The salon's rules: how its calendar works, and its till.

use adelante_base::vocabulary::DepositEnd;
use adelante_base::{Money, SalonId};
use serde::{Deserialize, Serialize};

use crate::{Door, StoreError};

/// How this salon's calendar works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarRules {
    /// Starts are offered every so many minutes.
    pub step_min: u16,
    /// Times that would leave a hole shorter than this are not offered; 0: off.
    pub gap_min: u16,
    /// Staff may change their own schedule.
    pub own_schedule: bool,
    /// Answers to 'How did you hear about us'; empty: the product's own.
    pub sources: Vec<String>,
}

impl Default for CalendarRules {
    fn default() -> Self {
        Self { step_min: 15, gap_min: 0, own_schedule: false, sources: Vec::new() }
    }
}

/// Sets the salon's rules.
///
/// # Errors
/// What SQLite says.
pub fn write(door: &Door<'_>, salon: SalonId, rules: &CalendarRules) -> Result<(), StoreError> {
    door.update("salon", &salon.to_string(), &[("calendar_rules", serde_json::to_string(rules)?.into())])
}

/// How this salon's till works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TillRules {
    /// Who may not see the drawer counts it without knowing what must lie in it.
    pub blind_count: bool,
    /// The highest discount a receptionist may give, basis points of the price.
    pub receptionist_discount_bp: u16,
    /// Over or short by more than this needs a reason.
    pub difference_without_reason_minor: Money,
    /// Clients earn points by what they pay and may pay with them.
    #[serde(default = "yes")]
    pub points: bool,
    /// A deposit goes back where the visit is called off at least so many hours before.
    pub deposit_free_hours: u16,
    /// What becomes of a deposit when the visit is called off later.
    pub deposit_late: DepositEnd,
    /// What becomes of a deposit when the client does not come.
    pub deposit_missed: DepositEnd,
    /// The part of a deposit that is kept where only a part is, basis points.
    pub deposit_part_bp: u16,
    /// How much of a certificate of another till is taken a day while this device has not synced;
    /// none: the product's limit.
    pub certificates_elsewhere_minor: Option<Money>,
}

const fn yes() -> bool {
    true
}

impl Default for TillRules {
    fn default() -> Self {
        Self {
            blind_count: true,
            receptionist_discount_bp: 1_000,
            difference_without_reason_minor: Money::ZERO,
            points: true,
            deposit_free_hours: 24,
            deposit_late: DepositEnd::Keep,
            deposit_missed: DepositEnd::Keep,
            deposit_part_bp: 5_000,
            certificates_elsewhere_minor: None,
        }
    }
}

/// Sets the rules of the salon's till.
///
/// # Errors
/// What SQLite says.
pub fn write_till(door: &Door<'_>, salon: SalonId, rules: &TillRules) -> Result<(), StoreError> {
    door.update("salon", &salon.to_string(), &[("till_rules", serde_json::to_string(rules)?.into())])
}
