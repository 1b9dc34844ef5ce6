//! Somebody's spreadsheet, read without trusting its name: Excel (.xlsx, .xlsm, .xlsb, .xls),
//! LibreOffice (.ods), and text (.csv, .tsv) in any of the encodings that old programs write.

mod delimited;
mod sniff;
mod workbook;

use adelante_domain::client_import::Cell;

/// The largest file: 50 MB.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// The largest that a packed file may unpack to: 512 MB.
pub const MAX_UNPACKED: u64 = 512 * 1024 * 1024;
/// Most rows of a sheet.
pub const MAX_ROWS: usize = 1_000_000;
/// Most columns of a sheet.
pub const MAX_COLUMNS: usize = 500;
/// Most cells that hold something or lie before one that does.
pub const MAX_CELLS: usize = 10_000_000;

/// A table as the file holds it.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// Name of the sheet; of a text file, the file's name without its ending.
    pub name: String,
    /// Rows from the first on. Blank rows are kept, so that index + 1 is the row that the
    /// person sees in Excel (a text file's blank lines are not rows). Rows may differ in
    /// length: empty cells at their end are left out.
    pub rows: Vec<Vec<Cell>>,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A web page, which some programs save under the name of a spreadsheet.
    WebPage,
    /// A phone's address book (vCard).
    AddressBook,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A text document (Word, RTF).
    TextDocument,
    /// An archive of other files.
    Archive,
    /// XML or JSON.
    Structured,
    /// Something that is neither text nor any known file.
    Unknown,
}

/// Which limit a file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// [`MAX_BYTES`].
    Bytes,
    /// [`MAX_UNPACKED`].
    Unpacked,
    /// [`MAX_ROWS`].
    Rows,
    /// [`MAX_COLUMNS`].
    Columns,
    /// [`MAX_CELLS`].
    Cells,
}

/// Why a file cannot be read as a table. Never holds anything of its content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No bytes, or nothing but spaces.
    #[error("the file is empty")]
    Empty,
    /// Something else under the name of a spreadsheet.
    #[error("the file is not a spreadsheet: {0:?}")]
    NotASheet(Found),
    /// A spreadsheet that is cut off or broken; says where.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Opens only with a password.
    #[error("the file has a password")]
    Protected,
    /// More than can be read.
    #[error("the file is too large: {0:?}")]
    TooLarge(Limit),
    /// A table without rows below its first.
    #[error("the table has no rows")]
    NoRows,
}

/// Reads the first sheet that holds at least a header and a row. What the file is decides
/// its content; its name gives only the name of the sheet of a text file.
///
/// # Errors
/// [`SheetError`] says what the person can do something about.
pub fn read_sheet(file_name: &str, bytes: &[u8]) -> Result<Sheet, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge(Limit::Bytes));
    }
    match sniff::kind(bytes)? {
        sniff::Kind::Xlsx => workbook::xlsx(bytes),
        sniff::Kind::Xlsb => workbook::xlsb(bytes),
        sniff::Kind::Ods => workbook::ods(bytes),
        sniff::Kind::Xls => workbook::xls(bytes),
        sniff::Kind::Text(text) => delimited::read(file_name, &text),
    }
}

/// Collects the cells of a sheet within the limits.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<Cell>>,
    cells: usize,
}

impl Rows {
    /// Puts a cell in its place; an empty one takes no room.
    fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), SheetError> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if row >= MAX_ROWS {
            return Err(SheetError::TooLarge(Limit::Rows));
        }
        if column >= MAX_COLUMNS {
            return Err(SheetError::TooLarge(Limit::Columns));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            if self.cells > MAX_CELLS {
                return Err(SheetError::TooLarge(Limit::Cells));
            }
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    /// The sheet, where there is a row below the first.
    fn sheet(self, name: &str) -> Option<Sheet> {
        let filled = self.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_blank())).take(2).count();
        (filled == 2).then(|| Sheet { name: name.to_owned(), rows: self.rows })
    }
}
