//! Paper: receipts and reports as pictures, files and prints, the printer of a device, the queue
//! of its prints, and how the salon's receipts look.

use adelante_base::{JobId, ReceiptId, ShiftId, Timestamp};

use crate::{CodePage, CommandError, Language, Paper, PrintMode, PrinterKind};

crate::dto! {
    /// Renders a receipt to pictures, one per page.
    pub struct PreviewReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
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

    /// Prints a receipt on the chosen printer, or a named one of the system. Printed again, it is
    /// marked as a copy.
    pub struct PrintReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
        pub format: String,
        /// Printer; empty: the chosen one.
        #[serde(default)]
        pub printer: String,
    }

    /// A receipt as a PDF file.
    pub struct SaveReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
        pub format: String,
    }

    /// The report of a shift as pictures, on paper or as a PDF: X while it is open, Z afterwards.
    pub struct PaperShiftReport {
        /// Which shift.
        pub shift_id: ShiftId,
        /// `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
        #[serde(default)]
        pub format: String,
    }

    /// The system's printers and what is chosen on this device.
    pub struct PrinterList {
        /// Names.
        pub printers: Vec<Printer>,
        /// The one of the system that is chosen for receipts, or empty.
        pub receipt_printer: String,
        /// Every payment prints its receipt by itself.
        pub print_after_payment: bool,
        /// How receipts are printed here.
        #[serde(default)]
        pub device: PrinterDevice,
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

    /// How a device prints. Every part that is left out is the default.
    #[serde(default)]
    pub struct PrinterDevice {
        /// How the printer is reached.
        pub kind: PrinterKind,
        /// Of a printer in the network: `host` or `host:port` (else 9100), ≤ 120.
        pub address: String,
        /// Of a printer at a port: `/dev/usb/lp0`, `COM3`, `\\PC\printer`, ≤ 200.
        pub path: String,
        /// The paper in it.
        pub paper: Paper,
        /// As a picture or as text; a printer of the system always gets a PDF.
        pub mode: PrintMode,
        /// Letters of the text mode.
        pub code_page: CodePage,
        /// Number by which the printer knows the code page (`ESC t n`): 17 and 46 at most makers.
        pub code_page_number: u8,
        /// A cash payment opens the drawer at the printer.
        pub open_drawer: bool,
        /// The printer cuts the paper.
        pub cut: bool,
        /// How many of each receipt, 1–5.
        pub copies: u8,
    }

    /// Chooses the printer for receipts on this device.
    pub struct ChoosePrinter {
        /// Name of a printer of the system, empty for none.
        pub printer: String,
        /// Every payment prints its receipt by itself.
        #[serde(default)]
        pub print_after_payment: bool,
        /// How receipts are printed here.
        #[serde(default)]
        pub device: PrinterDevice,
    }

    /// Prints a test page.
    pub struct TestPrint {
        /// Name of a printer of the system; empty: the chosen one.
        pub printer: String,
        /// How, before it is saved; none: as it is chosen.
        #[serde(default)]
        pub device: Option<PrinterDevice>,
    }

    /// Opens the drawer to see whether it opens; nothing is recorded.
    pub struct TestDrawer {
        /// How, before it is saved.
        pub device: PrinterDevice,
    }

    /// A job that was handed to the printer.
    pub struct Printed {
        /// What the system calls it; empty where the printer was spoken to directly.
        pub job: String,
    }

    /// What this device prints on, and the prints that wait or failed, oldest first.
    pub struct PrintQueue {
        /// The paper in the chosen printer.
        pub paper: Paper,
        /// A drawer hangs on it.
        pub opens_drawer: bool,
        /// The prints, at most 50.
        pub jobs: Vec<PrintJob>,
        /// How many were given up after several tries.
        pub failed: u32,
    }

    /// A print that waits or failed.
    pub struct PrintJob {
        /// Which.
        pub job_id: JobId,
        /// The receipt.
        pub receipt_id: ReceiptId,
        /// Its number.
        pub number: String,
        /// Wanted at.
        pub at: Timestamp,
        /// How often it was tried.
        pub tries: u32,
        /// Given up: waits for a person.
        pub failed: bool,
        /// Tried again at; none: at once, or never by itself.
        pub next_at: Option<Timestamp>,
        /// What went wrong at the last try.
        pub error: Option<CommandError>,
    }

    /// Names a print of the queue.
    pub struct PrintJobRef {
        /// Which.
        pub job_id: JobId,
    }

    /// How the salon's receipts look, beside its name and address.
    pub struct ReceiptTemplate {
        /// A text under the salon's name, ≤ 300; line breaks are kept.
        pub header: String,
        /// A text at the foot, ≤ 500.
        pub footer: String,
        /// What the QR code says or links to, ≤ 300; empty: the receipt's own facts.
        pub qr: String,
        /// The client's name stands on it.
        pub show_client: bool,
        /// Who did the service stands on it.
        pub show_staff: bool,
        /// Discounts stand on it.
        pub show_discount: bool,
        /// Language of the paper; none: the salon's.
        pub language: Option<Language>,
        /// The logo as `read_logo` made it: PNG in shades of grey, base64, ≤ 120 000 letters; empty: none.
        pub logo_base64: String,
    }

    /// Changes how the salon's receipts look. Receipts that were given stay as they are.
    pub struct SetReceiptTemplate {
        /// The whole as it shall be.
        pub template: ReceiptTemplate,
    }

    /// Asks how the salon's receipts look.
    pub struct GetReceiptTemplate {}

    /// Shows a sample receipt, with a template that need not be saved yet.
    pub struct PreviewTemplate {
        /// The template.
        pub template: ReceiptTemplate,
        /// The paper.
        pub paper: Paper,
    }

    /// Makes a logo for receipts of a picture.
    pub struct ReadLogo {
        /// PNG or JPEG, base64, ≤ 1 MB before.
        pub content_base64: String,
    }

    /// A logo as it is kept: PNG in shades of grey, at most 400 × 200 dots.
    pub struct Logo {
        /// Base64.
        pub logo_base64: String,
        /// Dots.
        pub width: u32,
        /// Dots.
        pub height: u32,
    }

    /// Opens the drawer of this device's register without a sale; recorded.
    pub struct OpenDrawer {}
}

impl Default for PrinterDevice {
    fn default() -> Self {
        Self {
            kind: PrinterKind::System,
            address: String::new(),
            path: String::new(),
            paper: Paper::Roll80,
            mode: PrintMode::Picture,
            code_page: CodePage::Cp866,
            code_page_number: 17,
            open_drawer: true,
            cut: true,
            copies: 1,
        }
    }
}
