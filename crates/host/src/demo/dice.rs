//! Chance that repeats itself: the same seed throws the same dice in the same order.

use adelante_base::IdSource;
use adelante_base::id::SeededIds;

/// Dice from a seed.
pub(super) struct Dice(SeededIds);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(SeededIds::new(seed))
    }

    /// A number from 0 to `sides` − 1; 0 where there are no sides.
    pub(super) fn below(&self, sides: u32) -> u32 {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        // Scaling instead of the remainder: no number comes more often than another by much.
        let scaled = (u64::from(u32::from_le_bytes(bytes)) * u64::from(sides)) >> 32;
        u32::try_from(scaled).unwrap_or(0)
    }

    /// True in so many of a hundred throws.
    pub(super) fn percent(&self, share: u32) -> bool {
        self.below(100) < share
    }

    /// One of several; `None` where there are none.
    pub(super) fn pick<'a, T>(&self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(u32::try_from(from.len()).unwrap_or(u32::MAX)) as usize)
    }

    /// Like [`Dice::below`], but low numbers come more often: a salon's regulars.
    pub(super) fn low(&self, sides: u32) -> u32 {
        self.below(sides).min(self.below(sides))
    }
}
