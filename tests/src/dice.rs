//! Seeded chance.

use adelante_base::{IdSource, SeededIds};

/// Chance from a seed: the same seed gives the same throws.
pub struct Dice(SeededIds);

impl Dice {
    /// Dice of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(SeededIds::new(seed))
    }

    /// A number from 0 up to, not including, `bound`.
    #[must_use]
    pub fn below(&self, bound: u64) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_le_bytes(bytes) % bound.max(1)
    }

    /// Sixteen bytes as an id that nobody else has.
    #[must_use]
    pub fn id(&self) -> String {
        let mut bytes = [0; 16];
        self.0.fill(&mut bytes);
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        // The form of a UUID, version 7, whose time is as random as the rest.
        format!("{}-{}-7{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
    }
}
