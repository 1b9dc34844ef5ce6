//! Tables for Excel: the client list, the rows that an import refused.

use adelante_base::{Day, Money};
use adelante_domain::client_import::Cell;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::DocumentError;

/// What a column holds; decides how its cells look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Names, phones, notes. Never a formula, whatever it begins with.
    Text,
    /// Dates, shown as the reader's Excel shows dates.
    Date,
    /// Sums; with how many digits the currency counts its minor unit.
    Money {
        /// 2 for tenge and euro.
        digits: u8,
    },
    /// Plain numbers.
    Number,
}

/// A cell of a table.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text; what is beyond Excel's 32 767 letters is cut off.
    Text(String),
    /// A date.
    Date(Day),
    /// A sum.
    Money(Money),
    /// A number.
    Number(f64),
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text),
            Cell::Number(number) => Self::Number(number),
            Cell::Date(day) => Self::Date(day),
            Cell::Bool(_) => Self::Text(cell.text().into_owned()),
        }
    }
}

const MOST_LETTERS: usize = 32_767;
const LAST_ROW: u32 = 1_048_575;
/// Widths of columns, in letters.
const NARROWEST: usize = 9;
const WIDEST: usize = 48;

/// A workbook of one sheet: bold headers that stay in sight, a filter over them, columns as
/// wide as what they hold. Rows go to the disk as they come, so a hundred thousand need no
/// memory. Cells beyond the headers are left out.
///
/// # Errors
/// [`DocumentError::TooLong`] beyond Excel's 1 048 576 rows; [`DocumentError::Broken`] where
/// the disk is full.
pub fn write_table(
    sheet_name: &str,
    headers: &[String],
    kinds: &[ColumnKind],
    rows: impl IntoIterator<Item = Vec<Value>>,
) -> Result<Vec<u8>, DocumentError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().map_err(broken)?;
    sheet.set_name(usable_name(sheet_name)).map_err(broken)?;
    let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let formats: Vec<Format> = kinds.iter().map(|kind| format(*kind)).collect();
    let mut widths: Vec<usize> = headers.iter().map(|header| header.chars().count() + 3).collect();
    for (column, header) in (0u16..).zip(headers) {
        sheet.write_string_with_format(0, column, header, &bold).map_err(broken)?;
    }
    let mut last = 0;
    for cells in rows {
        if last == LAST_ROW {
            return Err(DocumentError::TooLong);
        }
        last += 1;
        for (index, value) in cells.iter().take(headers.len()).enumerate() {
            let column = u16::try_from(index).map_err(|_| DocumentError::TooLong)?;
            let kind = kinds.get(index).copied().unwrap_or(ColumnKind::Text);
            let written = write(sheet, (last, column), value, kind, formats.get(index)).map_err(broken)?;
            widths[index] = widths[index].max(written);
        }
    }
    for (column, width) in (0u16..).zip(&widths) {
        let letters = u16::try_from((*width).clamp(NARROWEST, WIDEST)).map_err(|_| DocumentError::TooLong)?;
        sheet.set_column_width(column, f64::from(letters) + 1.0).map_err(broken)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(broken)?;
    if let Some(last_column) = u16::try_from(headers.len()).ok().and_then(|count| count.checked_sub(1)) {
        sheet.autofilter(0, 0, last, last_column).map_err(broken)?;
    }
    book.save_to_buffer().map_err(broken)
}

fn broken(error: XlsxError) -> DocumentError {
    DocumentError::Broken(match error {
        XlsxError::RowColumnLimitError => return DocumentError::TooLong,
        XlsxError::IoError(error) => error.kind().to_string(),
        XlsxError::ZipError(_) => "zip".to_owned(),
        _ => "workbook".to_owned(),
    })
}

fn format(kind: ColumnKind) -> Format {
    match kind {
        ColumnKind::Text => Format::new().set_num_format("@"),
        // Number 14 is Excel's short date of the reader's own country.
        ColumnKind::Date => Format::new().set_num_format_index(14),
        ColumnKind::Money { digits: 0 } => Format::new().set_num_format("#,##0"),
        ColumnKind::Money { digits } => {
            Format::new().set_num_format(format!("#,##0.{}", "0".repeat(usize::from(digits.min(4)))))
        }
        ColumnKind::Number => Format::new(),
    }
}

/// Writes a cell; gives back about how many letters wide it is.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    kind: ColumnKind,
    format: Option<&Format>,
) -> Result<usize, XlsxError> {
    let plain = Format::new();
    let format = format.unwrap_or(&plain);
    match value {
        Value::Empty => return Ok(0),
        Value::Text(text) => {
            let text: String = text.chars().take(MOST_LETTERS).collect();
            // Always a string: a name like "=cmd|…" must never become a formula.
            sheet.write_string_with_format(row, column, &text, format)?;
            return Ok(text.lines().map(|line| line.chars().count()).max().unwrap_or(0));
        }
        Value::Date(day) => {
            let text = day.to_string();
            match ExcelDateTime::parse_from_str(&text) {
                Ok(date) if text.as_str() >= "1900-03-01" => {
                    sheet.write_datetime_with_format(row, column, date, format)?
                }
                // Excel's calendar begins in 1900, and wrongly: older dates stay texts.
                _ => sheet.write_string_with_format(row, column, &text, &plain)?,
            };
        }
        Value::Money(money) => {
            let digits = if let ColumnKind::Money { digits } = kind { digits.min(4) } else { 2 };
            sheet.write_number_with_format(row, column, major(*money, digits), format)?;
        }
        Value::Number(number) => {
            sheet.write_number_with_format(row, column, *number, format)?;
        }
    }
    Ok(12)
}

/// A sum in whole units, for Excel, whose numbers are floats.
#[expect(clippy::cast_precision_loss, reason = "money stays below 2^53, where floats are exact")]
fn major(money: Money, digits: u8) -> f64 {
    money.minor() as f64 / 10f64.powi(i32::from(digits))
}

/// A name that Excel takes for a sheet: at most 31 letters, none of `[]:*?/\`.
fn usable_name(name: &str) -> String {
    let clean: String =
        name.chars().map(|letter| if "[]:*?/\\'".contains(letter) { ' ' } else { letter }).take(31).collect();
    let clean = clean.trim();
    if clean.is_empty() { "Adelante".to_owned() } else { clean.to_owned() }
}
