//! The calendar's rules of the salon.

use adelante_base::SalonId;
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
