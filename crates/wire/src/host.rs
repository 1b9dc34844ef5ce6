//! What a desk's own program does around the engine: backups, practice, checks.

use adelante_base::Timestamp;

crate::dto! {
    /// A backup file.
    pub struct Backup {
        /// File name.
        pub file_name: String,
        /// Made at.
        pub at: Timestamp,
        /// Bytes.
        pub size: u64,
        /// Why: `daily`, `shift`, `migration`, `import`, `manual`, `before_restore`.
        pub why: String,
        /// It was opened and checked after it was made.
        pub verified: bool,
    }

    /// The backups.
    pub struct BackupList {
        /// Latest first.
        pub backups: Vec<Backup>,
        /// Folder they lie in.
        pub folder: String,
        /// A second folder (a USB stick), or empty.
        pub second_folder: String,
    }

    /// Makes a backup now.
    pub struct MakeBackup {}

    /// Chooses a second folder for backups (a USB stick); empty for none.
    pub struct SetBackupFolder {
        /// Path.
        pub folder: String,
    }

    /// Puts a backup in the place of the salon's file. The present file is kept beside it.
    pub struct RestoreBackup {
        /// File name from the list, or a full path.
        pub file_name: String,
        /// The printed key of a backup from another PC; empty: this PC's key.
        #[serde(default)]
        pub database_key: String,
    }

    /// Opens the salon's file with the printed key, where this PC has lost it (stage `damaged`,
    /// code `wrong_key`).
    pub struct EnterDatabaseKey {
        /// As printed by the wizard.
        pub database_key: String,
    }

    /// What the check of the file found.
    pub struct Verified {
        /// All lines are in order.
        pub ok: bool,
        /// One line per check.
        pub lines: Vec<VerifyLine>,
    }

    /// One check.
    pub struct VerifyLine {
        /// `integrity`, `foreign_keys`, `ledger`, `caches`, `chain`, `receipts`, `triggers`.
        pub check: String,
        /// In order.
        pub ok: bool,
        /// How many things were looked at.
        pub count: u64,
        /// What is wrong, or empty.
        pub detail: String,
    }
}
