//! Workbooks of Excel and LibreOffice, through calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use adelante_base::Day;
use adelante_domain::client_import::Cell;
use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, Sheet as Tab, SheetType, SheetVisible, Xls, XlsError, Xlsb,
    Xlsx, XlsxError,
};

use crate::sheet::{Rows, Sheet, SheetError};

/// Reads .xlsx and .xlsm cell by cell: a table of 100 000 rows needs no second copy.
///
/// # Errors
/// [`SheetError`].
pub(super) fn xlsx(bytes: &[u8]) -> Result<Sheet, SheetError> {
    guarded(|| {
        let failed = |error: XlsxError| match error {
            XlsxError::Password => SheetError::Protected,
            other => SheetError::Damaged(other.to_string()),
        };
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
        for name in in_order(book.sheets_metadata()) {
            let mut rows = Rows::default();
            let mut cells = book.worksheet_cells_reader(&name).map_err(failed)?;
            while let Some(cell) = cells.next_cell().map_err(failed)? {
                let (row, column) = cell.get_position();
                rows.put(row as usize, column as usize, from_ref(cell.get_value()))?;
            }
            if let Some(sheet) = rows.sheet(&name) {
                return Ok(sheet);
            }
        }
        Err(SheetError::NoRows)
    })
}

/// Reads the binary form of .xlsx.
///
/// # Errors
/// [`SheetError`].
pub(super) fn xlsb(bytes: &[u8]) -> Result<Sheet, SheetError> {
    guarded(|| whole(Xlsb::new(Cursor::new(bytes)), |error| SheetError::Damaged(error.to_string())))
}

/// Reads LibreOffice's form.
///
/// # Errors
/// [`SheetError`].
pub(super) fn ods(bytes: &[u8]) -> Result<Sheet, SheetError> {
    guarded(|| {
        whole(Ods::new(Cursor::new(bytes)), |error| match error {
            OdsError::Password => SheetError::Protected,
            other => SheetError::Damaged(other.to_string()),
        })
    })
}

/// Reads the form of Excel before 2007.
///
/// # Errors
/// [`SheetError`].
pub(super) fn xls(bytes: &[u8]) -> Result<Sheet, SheetError> {
    guarded(|| {
        whole(Xls::new(Cursor::new(bytes)), |error| match error {
            XlsError::Password => SheetError::Protected,
            other => SheetError::Damaged(other.to_string()),
        })
    })
}

/// The library takes some malformed files for impossible and panics; to a person such a file
/// is damaged, and the desk goes on.
fn guarded(read: impl FnOnce() -> Result<Sheet, SheetError>) -> Result<Sheet, SheetError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(SheetError::Damaged("unreadable structure".into())))
}

fn whole<'a, R: Reader<Cursor<&'a [u8]>>>(
    book: Result<R, R::Error>,
    failed: impl Fn(R::Error) -> SheetError,
) -> Result<Sheet, SheetError> {
    let mut book = book.map_err(&failed)?;
    for name in in_order(book.sheets_metadata()) {
        let range = book.worksheet_range(&name).map_err(&failed)?;
        let Some((first_row, first_column)) = range.start() else { continue };
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            rows.put(row + first_row as usize, column + first_column as usize, from_data(value))?;
        }
        if let Some(sheet) = rows.sheet(&name) {
            return Ok(sheet);
        }
    }
    Err(SheetError::NoRows)
}

/// Names of the tables, those that the person sees first.
fn in_order(tabs: &[Tab]) -> Vec<String> {
    let mut tables: Vec<&Tab> = tabs.iter().filter(|tab| tab.typ == SheetType::WorkSheet).collect();
    tables.sort_by_key(|tab| tab.visible != SheetVisible::Visible);
    tables.into_iter().map(|tab| tab.name.clone()).collect()
}

fn from_ref(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => text_cell(text),
        DataRef::String(text) => text_cell(text),
        DataRef::Int(number) => whole_number(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(date) => date_cell(date),
        DataRef::DateTimeIso(text) => iso_cell(text),
        DataRef::DurationIso(text) => text_cell(text),
        DataRef::Error(error) => Cell::Text(error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

fn from_data(value: &Data) -> Cell {
    match value {
        Data::String(text) => text_cell(text),
        Data::Int(number) => whole_number(*number),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(date) => date_cell(date),
        Data::DateTimeIso(text) => iso_cell(text),
        Data::DurationIso(text) => text_cell(text),
        Data::Error(error) => Cell::Text(error.to_string()),
        Data::Empty => Cell::Empty,
    }
}

fn text_cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// Whole numbers beyond 2^53 (card numbers) would lose digits as a float: they stay text.
fn whole_number(number: i64) -> Cell {
    match i32::try_from(number) {
        Ok(small) => Cell::Number(f64::from(small)),
        Err(_) => number
            .to_string()
            .parse()
            .ok()
            .filter(|_| number.unsigned_abs() < 1 << 53)
            .map_or_else(|| Cell::Text(number.to_string()), Cell::Number),
    }
}

/// A date of a date-formatted cell (calamine knows the workbook's epoch, 1900 or 1904). A
/// time without a date stays a time; a length of time stays a number.
fn date_cell(date: &ExcelDateTime) -> Cell {
    let serial = date.as_f64();
    if date.is_duration() || !(0.0..3_000_000.0).contains(&serial) {
        return Cell::Number(serial);
    }
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    if serial < 1.0 && year < 1904 {
        return Cell::Text(format!("{hour:02}:{minute:02}"));
    }
    Day::new(i32::from(year), u32::from(month), u32::from(day)).map_or(Cell::Number(serial), Cell::Date)
}

fn iso_cell(text: &str) -> Cell {
    text.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| text_cell(text), Cell::Date)
}
