//! Devices at the desk: printers and fiscal devices; the drawer and the scanner will stand beside
//! them: a trait, drivers, and a simulator with faults.
//!
//! Begin with [`printer`]: what a printer can be asked, and what goes wrong with one; then with
//! [`fiscal`]: how a document is registered with the state exactly once.
//!
//! This crate must not know: receipts beyond what the state is told (a printer is handed a
//! finished PDF), the database, the contract with the UI. A failed print is an error for the caller to show; it never undoes
//! a sale.

pub mod fiscal;
pub mod printer;

pub use printer::{
    Fault, FolderPrinter, Job, JobState, PrintError, Printer, PrinterEntry, PrinterState, SystemPrinters,
};
