//! Receipts and spreadsheets.
