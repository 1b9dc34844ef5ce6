//! Documents and spreadsheets: receipts and shift reports as PDF, as pictures and as plain lines,
//! the printer's test page, the recovery sheet, Excel and CSV in and out.
//!
//! Begin with [`receipt`] (what a receipt says and how it is drawn) and [`sheet`] (how
//! somebody's spreadsheet is read without trusting it). `page` holds what all PDFs share:
//! fonts, wrapping, a canvas drawn from the top.
//!
//! This crate must not know: the database, the contract with the UI, printers, what time it
//! is. It is handed plain structs and bytes and gives back bytes; a host reads and writes
//! the files. The same document gives the same bytes.

mod amount;
mod error;
pub mod excel;
mod gift_certificate;
mod logo;
mod page;
pub mod pages;
mod payroll_sheet;
pub mod receipt;
mod recovery_sheet;
pub mod sheet;
mod shift_report;
pub mod statement;
mod test_page;
mod words;

pub use amount::{Currency, format_money};
pub use error::DocumentError;
pub use gift_certificate::{GiftCertificate, gift_certificate};
pub use logo::Logo;
pub use page::plain::PlainLine;
pub use page::text::sanitise;
pub use payroll_sheet::{PayrollRow, PayrollSheet, payroll_columns, payroll_sheet, payroll_title};
pub use receipt::{
    Fiscal, Format, ReceiptDocument, ReceiptLine, ReceiptPayment, ReceiptTip, Seller, Stamp, Vat, VisitSums,
    plain_receipt, render_pdf,
};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use shift_report::{DrawerReport, Moved, ShiftPaper, Turnover, plain_shift_report, shift_report_pdf};
pub use test_page::{TestPage, test_page};

pub(crate) use words::Words;
