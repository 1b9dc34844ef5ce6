//! Import of clients from a spreadsheet: read, look, run, and undo as one.

use adelante_base::{BatchId, ImportId};

use crate::ClientFields;

adelante_base::words! {
    /// What a column of the file is taken for.
    ImportField {
        /// Not imported.
        Skip = "skip",
        /// Family, first and middle name in one cell.
        FullName = "full_name",
        /// First name.
        FirstName = "first_name",
        /// Last name.
        LastName = "last_name",
        /// Patronymic.
        MiddleName = "middle_name",
        /// One or several phones.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Birthday.
        Birthday = "birthday",
        /// Gender.
        Gender = "gender",
        /// Allergies.
        Allergy = "allergy",
        /// Note.
        Note = "note",
        /// Source.
        Source = "source",
        /// Labels, separated by comma or semicolon.
        Tags = "tags",
        /// Discount in percent.
        Discount = "discount",
        /// Card number or the old program's id.
        CardNumber = "card_number",
    }

    /// What is wrong with a cell or a row, or worth a look.
    ImportProblemKind {
        /// The phone cannot be understood: kept in the note.
        BadPhone = "bad_phone",
        /// The e-mail cannot be understood: kept in the note.
        BadEmail = "bad_email",
        /// The date cannot be understood: kept in the note.
        BadDate = "bad_date",
        /// The discount cannot be understood: left out.
        BadDiscount = "bad_discount",
        /// Neither name nor phone: the row is rejected.
        NoNameNoPhone = "no_name_no_phone",
        /// The same phone in an earlier row: the row is merged into it or skipped.
        DuplicateInFile = "duplicate_in_file",
        /// A client with this phone exists: its empty fields are filled.
        DuplicateInSalon = "duplicate_in_salon",
        /// Several clients of the salon share this phone: rejected, to be decided by a person.
        Ambiguous = "ambiguous",
        /// A text was longer than allowed: the rest is in the note.
        TooLong = "too_long",
        /// The note speaks of an allergy: proposed as a warning.
        AllergyInNote = "allergy_in_note",
    }
}

crate::dto! {
    /// Reads a file and shows what an import would do. Nothing is written.
    pub struct ReadImport {
        /// Name of the file, for its ending.
        pub file_name: String,
        /// Its bytes, base64.
        pub content_base64: String,
    }

    /// Changes what the columns are taken for, and shows again.
    pub struct MapImport {
        /// The file that was read.
        pub import_id: ImportId,
        /// One entry per column.
        pub fields: Vec<ImportField>,
    }

    /// What the import would do.
    pub struct ImportPreview {
        /// Names this file in the next calls.
        pub import_id: ImportId,
        /// Name of the file.
        pub file_name: String,
        /// Name of the sheet, if it has one.
        pub sheet: String,
        /// Rows in the file (1-based number of the row with the headers; 0 where there is none).
        pub header_row: u32,
        /// The columns.
        pub columns: Vec<ImportColumn>,
        /// What would happen.
        pub counts: ImportCounts,
        /// The first 200 rows as they would be imported.
        pub rows: Vec<ImportRow>,
        /// The first 1000 problems.
        pub problems: Vec<ImportProblem>,
        /// How many problems there are in all.
        pub problem_count: u32,
    }

    /// A column of the file.
    pub struct ImportColumn {
        /// Letter as a spreadsheet shows it (A, B … AA).
        pub letter: String,
        /// Its header.
        pub header: String,
        /// What it is taken for.
        pub field: ImportField,
        /// Up to three values from it.
        pub samples: Vec<String>,
    }

    /// How many rows do what.
    #[derive(Default, Copy)]
    pub struct ImportCounts {
        /// Rows with anything in them.
        pub read: u32,
        /// New clients.
        pub created: u32,
        /// Known clients whose empty fields are filled.
        pub updated: u32,
        /// Nothing new in the row, or the same as an earlier row.
        pub skipped: u32,
        /// Cannot be imported.
        pub rejected: u32,
    }

    /// A row as it would be imported.
    pub struct ImportRow {
        /// Row number in the file, from 1.
        pub row: u32,
        /// The card.
        pub client: ClientFields,
        /// `created`, `updated`, `skipped` or `rejected`.
        pub outcome: String,
    }

    /// Something wrong or worth a look in the file.
    pub struct ImportProblem {
        /// Row number in the file, from 1.
        pub row: u32,
        /// Column letter; empty where it is about the whole row.
        pub column: String,
        /// What it is.
        pub kind: ImportProblemKind,
        /// What stood there, shortened.
        pub value: String,
    }

    /// Imports the file that was read, all or nothing.
    pub struct RunImport {
        /// The file that was read.
        pub import_id: ImportId,
    }

    /// What the import did. One undo takes all of it back.
    pub struct ImportReport {
        /// The batch to undo.
        pub batch_id: Option<BatchId>,
        /// Counts.
        pub counts: ImportCounts,
        /// Rejected rows with reasons, ≤ 1000.
        pub rejected: Vec<ImportProblem>,
    }

    /// Asks how far a running import is.
    pub struct ImportProgress {
        /// The file.
        pub import_id: ImportId,
    }

    /// How far it is.
    pub struct ImportState {
        /// Rows done.
        pub done: u32,
        /// Rows in all.
        pub total: u32,
        /// `read`, `running`, `done` or `gone`.
        pub stage: String,
    }

    /// A file for the person to save.
    pub struct FileOut {
        /// Proposed name.
        pub file_name: String,
        /// Media type.
        pub media_type: String,
        /// Its bytes, base64.
        pub content_base64: String,
    }

    /// Exports clients to Excel.
    pub struct ExportClients {
        /// Filter as in the list.
        #[serde(default)]
        pub text: String,
    }

    /// Rows that were understood and are ready to be written: the engine's part of an import.
    pub struct ImportClients {
        /// The rows, ≤ 200 000.
        pub rows: Vec<ReadyClient>,
    }

    /// A row that was understood.
    pub struct ReadyClient {
        /// Row number in the file, from 1.
        pub row: u32,
        /// The card.
        pub client: ClientFields,
    }
}
