//! Documents as other programs see them: text, fonts, codes, sizes; spreadsheets of real programs.

mod pages;
mod receipt;
mod samples;
mod sheet;
mod table;
