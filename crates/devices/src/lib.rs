//! Devices at the desk: printers, the drawer, fiscal devices; the scanner will stand beside them: a
//! trait, drivers, and a simulator with faults.
//!
//! Begin with [`printer`]: what a printer can be asked, and what goes wrong with one; then with
//! [`receipt_printer`]: one that is spoken to directly, and opens the drawer; and with [`fiscal`]:
//! how a document is registered with the state exactly once.
//!
//! This crate must not know: receipts beyond what the state is told (a printer is handed a
//! finished PDF, a picture or lines), the database, the contract with the UI. A failed print is an
//! error for the caller to show; it never undoes a sale.

pub mod fiscal;
pub mod printer;
pub mod receipt_printer;

pub use printer::{
    Fault, FolderPrinter, Job, JobState, PrintError, Printer, PrinterEntry, PrinterState, SystemPrinters,
};
pub use receipt_printer::{Letters, Piece, Port, Ticket, drawer_kick};
