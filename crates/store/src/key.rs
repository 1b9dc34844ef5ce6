//! The key of the salon's file.

use std::fmt;

use adelante_base::IdSource;

/// The raw 256-bit key the whole file is encrypted with (SQLCipher). It lives in the system's
/// keychain and on the owner's printed sheet, never in the file and never in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// The key with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A new key.
    pub fn generate(ids: &dyn IdSource) -> Self {
        let mut bytes = [0; 32];
        ids.fill(&mut bytes);
        Self(bytes)
    }

    /// The bytes, to be kept in the keychain or printed once.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The pragma that opens a file with this key, without key derivation.
    pub(crate) fn pragma(&self) -> String {
        format!("PRAGMA key = \"x'{}'\";", hex::encode(self.0))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}
