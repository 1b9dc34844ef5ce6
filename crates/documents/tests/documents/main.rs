//! Documents as other programs see them: text, fonts, codes, sizes; spreadsheets of real programs.
#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

mod pages;
mod paper;
mod receipt;
mod samples;
mod sheet;
mod shift_report;
mod table;
