//! What becomes of a row of somebody's spreadsheet.

pub mod cell;

pub use cell::Cell;
