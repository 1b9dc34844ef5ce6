//! One cell of a spreadsheet, as its file holds it.

use std::borrow::Cow;
use std::fmt;

use adelante_base::Day;

/// A cell, before anybody guesses what it means. Spreadsheets hold phones as numbers and
/// dates as texts; both come through as they are.
#[derive(Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing in it.
    #[default]
    Empty,
    /// A text, untouched.
    Text(String),
    /// A number: a price, a discount, and often a phone.
    Number(f64),
    /// A date of a cell with a date format; its time of day is dropped.
    Date(Day),
    /// Yes or no.
    Bool(bool),
}

impl Cell {
    /// The cell as a person reads it: numbers in full (77011234567, never 7.7011234567E10),
    /// dates as 2026-11-21.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(day) => Cow::Owned(day.to_string()),
            Self::Bool(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
        }
    }

    /// Whether there is nothing to read in it (spaces count as nothing).
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Bool(_) => false,
        }
    }
}

impl fmt::Debug for Cell {
    /// Names the kind only: cells hold names and phones, which never enter a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Text(_) => "Text(…)",
            Self::Number(_) => "Number(…)",
            Self::Date(_) => "Date(…)",
            Self::Bool(_) => "Bool(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_kept_as_a_number_reads_without_an_exponent() {
        assert_eq!(Cell::Number(7.701_123_456_7E10).text(), "77011234567");
        assert_eq!(Cell::Number(1E21).text(), "1000000000000000000000");
        assert_eq!(Cell::Number(12.5).text(), "12.5");
        assert_eq!(Cell::Number(-3.0).text(), "-3");
    }

    #[test]
    fn spaces_are_nothing_to_read_and_a_zero_is_something() {
        assert!(Cell::Text(" \u{a0}\t".into()).is_blank());
        assert!(Cell::Empty.is_blank());
        assert!(!Cell::Number(0.0).is_blank());
    }

    #[test]
    fn debug_shows_no_personal_data() {
        assert_eq!(format!("{:?}", Cell::Text("Анна".into())), "Text(…)");
    }
}
