//! Documents and spreadsheets: receipts as PDF and as pictures, the printer's test page, the
//! recovery sheet, Excel and CSV in and out.
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
mod page;
pub mod pages;
pub mod receipt;
mod recovery_sheet;
pub mod sheet;
mod test_page;
mod words;

pub use amount::{Currency, format_money};
pub use error::DocumentError;
pub use page::text::sanitise;
pub use receipt::{
    Fiscal, Format, ReceiptDocument, ReceiptLine, ReceiptPayment, ReceiptTip, Seller, Stamp, Vat, VisitSums, render_pdf,
};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use test_page::{TestPage, test_page};

pub(crate) use words::Words;
