//! Money: whole minor units (tiyn, kopeck, cent) and nothing else. No float comes near it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in minor units of the salon's one currency, within ±(2^53 − 1) so that it is
/// exact in JSON and in TypeScript too. Arithmetic is checked: an overflow is an error.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", ts(type = "number"))]
#[serde(transparent)]
pub struct Money(i64);

/// Why a sum cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The result is beyond ±(2^53 − 1) minor units.
    #[error("the amount is too large")]
    TooLarge,
    /// Nothing to divide by: every weight is zero but the total is not.
    #[error("there is nothing to distribute the amount over")]
    NoWeights,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount: 2^53 − 1 minor units.
    pub const MAX: Self = Self((1 << 53) - 1);

    /// An amount of `minor` units.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond ±(2^53 − 1).
    pub const fn from_minor(minor: i64) -> Result<Self, MoneyError> {
        if minor > Self::MAX.0 || minor < -Self::MAX.0 {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self(minor))
    }

    /// The number of minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Sum of two amounts.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub const fn plus(self, other: Self) -> Result<Self, MoneyError> {
        Self::from_minor(self.0 + other.0)
    }

    /// Difference of two amounts.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub const fn minus(self, other: Self) -> Result<Self, MoneyError> {
        Self::from_minor(self.0 - other.0)
    }

    /// The same amount in the other direction.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(-self.0)
    }

    /// Sum of many amounts.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// Whether this is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether this is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}m", self.0)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_minor(i64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Distributes `total` over `weights` by largest remainder (Hamilton's method): each part is
/// the floor of its exact share, and the units left over go to the largest remainders, ties
/// to the first. The parts always make the whole; with `0 ≤ total ≤ Σ weights` every part is
/// between zero and its weight.
///
/// # Errors
/// [`MoneyError::NoWeights`] where the total is not zero but all weights are;
/// [`MoneyError::TooLarge`] where the weights do not fit.
pub fn allocate(total: Money, weights: &[Money]) -> Result<Vec<Money>, MoneyError> {
    let whole: i128 = weights.iter().map(|w| i128::from(w.0.max(0))).sum();
    if whole == 0 {
        return if total.is_zero() { Ok(vec![Money::ZERO; weights.len()]) } else { Err(MoneyError::NoWeights) };
    }
    let sign = if total.is_negative() { -1 } else { 1 };
    let amount = i128::from(total.0.abs());
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for (index, weight) in weights.iter().enumerate() {
        let exact = amount * i128::from(weight.0.max(0));
        parts.push(exact / whole);
        remainders.push((exact % whole, index));
    }
    let left = amount - parts.iter().sum::<i128>();
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, index) in remainders.into_iter().take(usize::try_from(left).map_err(|_| MoneyError::TooLarge)?) {
        parts[index] += 1;
    }
    parts
        .into_iter()
        .map(|part| i64::try_from(part * sign).map_err(|_| MoneyError::TooLarge).and_then(Money::from_minor))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    #[test]
    fn three_equal_lines_share_a_hundred_and_one_to_the_unit() {
        let parts = allocate(money(101), &[money(100), money(100), money(100)]).unwrap();
        assert_eq!(parts, [money(34), money(34), money(33)]);
    }

    #[test]
    fn beyond_the_safe_integer_is_refused() {
        assert_eq!(Money::from_minor(1 << 53), Err(MoneyError::TooLarge));
        assert_eq!(Money::MAX.plus(money(1)), Err(MoneyError::TooLarge));
        assert!(serde_json::from_str::<Money>("9007199254740992").is_err());
        assert!(serde_json::from_str::<Money>("1.5").is_err());
    }

    proptest! {
        #[test]
        fn parts_make_the_whole_and_never_exceed_their_line(
            weights in prop::collection::vec(0i64..1_000_000, 1..12), share in 0.0f64..=1.0,
        ) {
            let whole: i64 = weights.iter().sum();
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::float_arithmetic, reason = "test data")]
            let total = ((whole as f64) * share) as i64;
            let lines: Vec<Money> = weights.iter().map(|w| money(*w)).collect();
            let parts = allocate(money(total), &lines).unwrap();
            prop_assert_eq!(Money::sum(parts.iter().copied()).unwrap(), money(total));
            for (part, line) in parts.iter().zip(&lines) {
                prop_assert!(!part.is_negative() && part <= line);
            }
        }
    }
}
