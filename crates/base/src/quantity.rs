//! Quantities of goods: whole thousandths of the unit (0.250 l is 250).

use serde::{Deserialize, Serialize};

/// An amount of goods in thousandths of its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", ts(type = "number"))]
#[serde(transparent)]
pub struct Quantity(i64);

impl Quantity {
    /// One whole unit.
    pub const ONE: Self = Self(1_000);

    /// So many thousandths of the unit.
    #[must_use]
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The number of thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Sum of two quantities, `None` if it does not fit.
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_add_up_to_units() {
        let quarter = Quantity::from_thousandths(250);
        let half = quarter.plus(quarter).unwrap();
        assert_eq!(half.plus(half), Some(Quantity::ONE));
        assert_eq!(Quantity::from_thousandths(i64::MAX).plus(Quantity::ONE), None);
    }
}
