//! What a desk's own program does around the engine: printing, backups, practice, checks.

use adelante_base::{ReceiptId, Timestamp};

crate::dto! {
    /// Renders a receipt to pictures, one per page.
    pub struct PreviewReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// `80mm` or `a4`.
        pub format: String,
    }

    /// Pages as PNG.
    pub struct Pages {
        /// Each base64.
        pub pages_base64: Vec<String>,
        /// Width of a page in pixels.
        pub width: u32,
        /// Height of the first page in pixels.
        pub height: u32,
    }

    /// Prints a receipt on the chosen printer, or a named one.
    pub struct PrintReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// `80mm` or `a4`.
        pub format: String,
        /// Printer; empty: the chosen one.
        #[serde(default)]
        pub printer: String,
    }

    /// A receipt as a PDF file.
    pub struct SaveReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// `80mm` or `a4`.
        pub format: String,
    }

    /// The system's printers.
    pub struct PrinterList {
        /// Names.
        pub printers: Vec<Printer>,
        /// The one chosen for receipts, or empty.
        pub receipt_printer: String,
        /// Every payment prints its receipt by itself.
        pub print_after_payment: bool,
    }

    /// A printer of the system.
    pub struct Printer {
        /// Name.
        pub name: String,
        /// The system's default.
        pub default: bool,
        /// `idle`, `printing`, `stopped` or `unknown`.
        pub state: String,
    }

    /// Chooses the printer for receipts on this device.
    pub struct ChoosePrinter {
        /// Name, empty for none.
        pub printer: String,
        /// Every payment prints its receipt by itself.
        #[serde(default)]
        pub print_after_payment: bool,
    }

    /// Prints a test page.
    pub struct TestPrint {
        /// Name.
        pub printer: String,
    }

    /// A job that was handed to the printer.
    pub struct Printed {
        /// What the system calls it.
        pub job: String,
    }

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
