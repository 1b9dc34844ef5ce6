//! What becomes of a row of somebody's spreadsheet (C2).
//!
//! A host reads the file into [`Cell`]s. Here, in order: [`header`] finds the row with the
//! headers, [`mapping`] guesses what each column holds, [`row`] makes a client of a row with
//! every problem named, [`duplicates`] joins rows that are the same person. Nothing of a row
//! is lost silently: what cannot be understood is kept in the note.

pub mod cell;
pub mod date;
pub mod duplicates;
pub mod field;
pub mod header;
pub mod mapping;
pub mod row;
mod text;

pub use cell::Cell;
pub use date::{DateOrder, guess_date_order};
pub use duplicates::{Merged, MergedRow, merge_duplicates};
pub use field::{ImportField, ImportProblemKind};
pub use header::find_header;
pub use mapping::guess_fields;
pub use row::{ImportedClient, NoteLabels, Problem, Reading, RowOutcome, read_row};
