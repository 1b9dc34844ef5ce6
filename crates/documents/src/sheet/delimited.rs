//! Comma, semicolon, tab or bar: text files, with the separator guessed.

use adelante_domain::client_import::Cell;
use csv::{ReaderBuilder, StringRecord};

use crate::sheet::{Rows, Sheet, SheetError};

const SEPARATORS: [u8; 4] = *b",;\t|";
/// Rows that the guess looks at.
const LOOK_AT: usize = 60;
/// A cell with more line breaks than this has lost its closing quote.
const MOST_BREAKS: usize = 200;

/// Reads a decoded text.
///
/// # Errors
/// [`SheetError::NoRows`], [`SheetError::TooLarge`], [`SheetError::Damaged`].
pub(super) fn read(file_name: &str, text: &str) -> Result<Sheet, SheetError> {
    let (told, text) = told_separator(text);
    let separator = told.unwrap_or_else(|| guess(text));
    let rows = match rows(text, separator, Quotes::Heeded)? {
        Some(rows) => rows,
        None => rows_without_quotes(text, separator)?,
    };
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    rows.sheet(name).ok_or(SheetError::NoRows)
}

/// Whether `"` holds a cell together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Heeded,
    Plain,
}

/// Excel's own first line `sep=;`.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let told = text.strip_prefix("sep=").and_then(|rest| {
        let separator = *rest.as_bytes().first()?;
        let rest = rest.get(1..)?;
        let rest = rest.strip_prefix('\r').unwrap_or(rest).strip_prefix('\n')?;
        SEPARATORS.contains(&separator).then_some((separator, rest))
    });
    told.map_or((None, text), |(separator, rest)| (Some(separator), rest))
}

/// The separator that gives most columns, in rows that agree on how many.
fn guess(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut reader = reader(text, separator, Quotes::Heeded);
        let widths: Vec<usize> =
            reader.records().take(LOOK_AT).filter_map(Result::ok).map(|record| record.len()).collect();
        let times = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let common = widths.iter().copied().max_by_key(|width| (times(width), *width));
        let common = common.unwrap_or(1);
        let agreeing = widths.iter().filter(|width| **width == common).count();
        (common - 1).min(30) * agreeing * agreeing
    };
    let mut best = (0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let points = score(separator);
        if points > best.0 {
            best = (points, separator);
        }
    }
    best.1
}

fn reader(text: &str, separator: u8, quotes: Quotes) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(quotes == Quotes::Heeded)
        .from_reader(text.as_bytes())
}

/// The rows; `None` where a quote was never closed and swallowed what follows it.
fn rows(text: &str, separator: u8, quotes: Quotes) -> Result<Option<Rows>, SheetError> {
    let mut rows = Rows::default();
    let mut record = StringRecord::new();
    let mut reader = reader(text, separator, quotes);
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|error| SheetError::Damaged(error.to_string()))? {
        for (column, field) in record.iter().enumerate() {
            if quotes == Quotes::Heeded && field.bytes().filter(|byte| *byte == b'\n').nth(MOST_BREAKS).is_some() {
                return Ok(None);
            }
            let cell = if field.is_empty() { Cell::Empty } else { Cell::Text(field.to_owned()) };
            rows.put(row, column, cell)?;
        }
        row += 1;
    }
    Ok(Some(rows))
}

fn rows_without_quotes(text: &str, separator: u8) -> Result<Rows, SheetError> {
    rows(text, separator, Quotes::Plain)?.ok_or_else(|| SheetError::Damaged("quotes".into()))
}
