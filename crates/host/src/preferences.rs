//! What this PC remembers beside the salon's file (`FILE.desk.json`): things of the device, not
//! of the salon, that must be known even when the file cannot be opened.

use std::path::{Path, PathBuf};

use adelante_store::Key;
use adelante_wire::{CommandError, PrinterDevice};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::files::{self, Secrecy};

/// The preferences of a desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Printer for receipts; empty: none chosen.
    pub receipt_printer: String,
    /// How this PC prints, and whether that opens a drawer.
    pub device: PrinterDevice,
    /// Second folder for backups (a USB stick); empty: none.
    pub second_backup_folder: String,
    /// Four bytes of a hash of the key that last opened the file. Tells a damaged file from a
    /// wrong key, which look the same from outside; says nothing of the key itself.
    pub key_check: String,
}

impl Preferences {
    /// Reads them; what is missing or unreadable is as if nothing had been chosen.
    #[must_use]
    pub fn read(salon: &Path) -> Self {
        std::fs::read(path(salon)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps them.
    ///
    /// # Errors
    /// What the system says of the file.
    pub fn write(&self, salon: &Path) -> Result<(), CommandError> {
        let bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        files::write_whole(&path(salon), &bytes, Secrecy::Usual)
            .map_err(|error| files::failed("write the desk's preferences", &error))
    }

    /// Whether `key` is the one that opened the file before.
    #[must_use]
    pub fn knows(&self, key: &Key) -> bool {
        self.key_check == key_check(key)
    }
}

/// Four bytes of a hash of a key.
#[must_use]
pub fn key_check(key: &Key) -> String {
    let digest = Sha256::new_with_prefix(b"adelante key check").chain_update(key.bytes()).finalize();
    hex::encode(&digest[..4])
}

fn path(salon: &Path) -> PathBuf {
    files::beside(salon, ".desk.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_come_back_and_a_broken_file_is_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let salon = folder.path().join("adelante.db");
        assert_eq!(Preferences::read(&salon), Preferences::default());
        let key = Key::from_bytes([7; 32]);
        let chosen = Preferences {
            receipt_printer: "Xprinter".to_owned(),
            key_check: key_check(&key),
            ..Preferences::default()
        };
        chosen.write(&salon).unwrap();
        assert_eq!(Preferences::read(&salon), chosen);
        assert!(chosen.knows(&key));
        assert!(!chosen.knows(&Key::from_bytes([8; 32])));
        std::fs::write(path(&salon), "{").unwrap();
        assert_eq!(Preferences::read(&salon), Preferences::default());
    }
}
