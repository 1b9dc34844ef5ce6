//! Devices at the desk. So far printers; the drawer, the scanner and fiscal devices will
//! stand beside them: a trait, drivers, and a simulator with faults.
//!
//! Begin with [`printer`]: what a printer can be asked, and what goes wrong with one; and with
//! [`receipt_printer`]: one that is spoken to directly, and opens the drawer.
//!
//! This crate must not know: receipts (it is handed a finished PDF, a picture or lines), the
//! database, the contract with the UI. A failed print is an error for the caller to show; it
//! never undoes a sale.

pub mod printer;
pub mod receipt_printer;

pub use printer::{
    Fault, FolderPrinter, Job, JobState, PrintError, Printer, PrinterEntry, PrinterState, SystemPrinters,
};
pub use receipt_printer::{Letters, Piece, Port, Ticket, drawer_kick};
