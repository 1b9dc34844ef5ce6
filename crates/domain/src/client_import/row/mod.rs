//! One row of the file as a client, with everything that was wrong in it.

#[cfg(test)]
mod tests;
mod words;

use std::fmt;

use adelante_base::Day;

use words::{allergy_in, discount_bp, gender, has_remark};

use super::date::{DateOrder, read_birthday};
use super::text::{add_line, clean, one_line, shorten};
use super::{Cell, ImportField, ImportProblemKind};
use crate::client::{
    ALLERGY_LETTERS_MAX, CARD_NUMBER_LETTERS_MAX, EMAIL_LETTERS_MAX, NAME_LETTERS_MAX, NOTE_LETTERS_MAX, PHONES_MAX,
    SOURCE_LETTERS_MAX, TAG_LETTERS_MAX, TAGS_MAX, is_email, split_full_name,
};
use crate::phone::{Phone, normalise, split_phones};

/// How the file is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// ISO 3166 code of the salon's country: how phones without a plus are read.
    pub region: &'a str,
    /// Today: no birthday is later, and two-digit years count back from it.
    pub today: Day,
    /// What [`super::guess_date_order`] found in the column of birthdays.
    pub date_order: DateOrder,
    /// Words for what is kept in the note.
    pub labels: NoteLabels<'a>,
}

/// Words, in the salon's language, before what could not be understood and is kept in the
/// note: 'Phone from the file'.
#[derive(Debug, Clone, Copy)]
pub struct NoteLabels<'a> {
    /// Before a phone.
    pub phone: &'a str,
    /// Before an e-mail.
    pub email: &'a str,
    /// Before a birthday.
    pub birthday: &'a str,
    /// Before a text that was too long for its field.
    pub too_long: &'a str,
}

/// A client as the file has it. Empty texts mean 'not known'.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ImportedClient {
    /// Last name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// Patronymic or middle name.
    pub middle_name: String,
    /// Phones, the first is the main one.
    pub phones: Vec<Phone>,
    /// E-mail.
    pub email: String,
    /// Birthday.
    pub birthday: Option<Day>,
    /// `female`, `male` or empty.
    pub gender: &'static str,
    /// Allergies and warnings.
    pub allergy: String,
    /// Note, with what could not be understood.
    pub note: String,
    /// Source.
    pub source: String,
    /// Labels.
    pub tags: Vec<String>,
    /// Discount in basis points.
    pub discount_bp: u16,
    /// Card number or the old program's id.
    pub card_number: String,
}

impl fmt::Debug for ImportedClient {
    /// Names the kind only: a card never enters a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ImportedClient(…)")
    }
}

/// Something wrong or worth a look in a row.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    /// Column, counted from 0; `None` where it is about the whole row.
    pub column: Option<usize>,
    /// What it is.
    pub kind: ImportProblemKind,
    /// What stood there, at most 80 letters: for the person's screen, never for a log.
    pub value: String,
}

impl Problem {
    pub(super) fn new(column: Option<usize>, kind: ImportProblemKind, value: &str) -> Self {
        Self { column, kind, value: shorten(value, 80) }
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Problem({} in column {:?})", self.kind, self.column)
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOutcome {
    /// A client, with what was wrong in some cells.
    Ready(Box<ImportedClient>, Vec<Problem>),
    /// Nothing to call the person by: neither a name nor a phone.
    Rejected(Vec<Problem>),
    /// Nothing in it.
    Blank,
}

/// Makes a client of a row. `fields` says what each column holds; columns beyond it are
/// skipped.
#[must_use]
pub fn read_row(cells: &[Cell], fields: &[ImportField], reading: &Reading<'_>) -> RowOutcome {
    if cells.iter().all(Cell::is_blank) {
        return RowOutcome::Blank;
    }
    let mut reader = RowReader { client: ImportedClient::default(), problems: Vec::new(), kept: Vec::new(), reading };
    for (column, (cell, field)) in cells.iter().zip(fields).enumerate() {
        if !cell.is_blank() {
            reader.read_cell(column, cell, *field);
        }
    }
    reader.finish()
}

struct RowReader<'a> {
    client: ImportedClient,
    problems: Vec<Problem>,
    /// Lines for the end of the note.
    kept: Vec<String>,
    reading: &'a Reading<'a>,
}

impl RowReader<'_> {
    fn read_cell(&mut self, column: usize, cell: &Cell, field: ImportField) {
        let text = cell.text();
        match field {
            ImportField::Skip => {}
            ImportField::FullName => self.full_name(column, &one_line(&text)),
            ImportField::FirstName => self.client.first_name = self.limited(column, &text, NAME_LETTERS_MAX),
            ImportField::LastName => self.client.last_name = self.limited(column, &text, NAME_LETTERS_MAX),
            ImportField::MiddleName => self.client.middle_name = self.limited(column, &text, NAME_LETTERS_MAX),
            ImportField::Phone => self.phones(column, &text),
            ImportField::Email => self.email(column, &one_line(&text)),
            ImportField::Birthday => self.birthday(column, cell),
            ImportField::Gender => self.client.gender = gender(&text),
            ImportField::Allergy => add_line(&mut self.client.allergy, &one_line(&text)),
            ImportField::Note => self.note(column, &clean(&text)),
            ImportField::Source => self.client.source = self.limited(column, &text, SOURCE_LETTERS_MAX),
            ImportField::Tags => self.tags(column, &clean(&text)),
            ImportField::Discount => self.discount(column, &one_line(&text)),
            ImportField::CardNumber => self.client.card_number = self.limited(column, &text, CARD_NUMBER_LETTERS_MAX),
        }
    }

    fn full_name(&mut self, column: usize, text: &str) {
        let name = split_full_name(text);
        let parts =
            [self.limited(column, &name.last, NAME_LETTERS_MAX), self.limited(column, &name.first, NAME_LETTERS_MAX)];
        let middle = self.limited(column, &name.middle, NAME_LETTERS_MAX);
        let [last, first] = parts;
        let client = &mut self.client;
        for (target, part) in
            [(&mut client.last_name, last), (&mut client.first_name, first), (&mut client.middle_name, middle)]
        {
            if target.is_empty() {
                *target = part;
            }
        }
    }

    /// A one-line text within its limit; a longer one is cut, and whole in the note.
    fn limited(&mut self, column: usize, text: &str, letters_max: usize) -> String {
        let text = one_line(text);
        if text.chars().count() <= letters_max {
            return text;
        }
        self.problems.push(Problem::new(Some(column), ImportProblemKind::TooLong, &text));
        let cut = shorten(&text, letters_max);
        self.keep(self.reading.labels.too_long, &text);
        cut
    }

    fn phones(&mut self, column: usize, cell: &str) {
        let text = clean(cell);
        for piece in split_phones(&text) {
            match normalise(&piece, self.reading.region) {
                Ok(phone) if self.client.phones.contains(&phone) => {}
                Ok(phone) if self.client.phones.len() < PHONES_MAX => self.client.phones.push(phone),
                Ok(_) => {
                    self.problems.push(Problem::new(Some(column), ImportProblemKind::TooLong, &piece));
                    self.keep(self.reading.labels.phone, &piece);
                }
                Err(_) => {
                    self.problems.push(Problem::new(Some(column), ImportProblemKind::BadPhone, &piece));
                    self.keep(self.reading.labels.phone, &piece);
                }
            }
        }
        if has_remark(&text) {
            self.keep(self.reading.labels.phone, &one_line(&text));
        }
    }

    fn email(&mut self, column: usize, text: &str) {
        for piece in text
            .split([',', ';', ' '])
            .map(|piece| piece.trim_start_matches("mailto:"))
            .filter(|piece| !piece.is_empty())
        {
            let good = is_email(piece) && piece.chars().count() <= EMAIL_LETTERS_MAX;
            if good && self.client.email.is_empty() {
                self.client.email = piece.to_owned();
            } else if piece != self.client.email && piece.chars().any(char::is_alphanumeric) {
                if !good {
                    self.problems.push(Problem::new(Some(column), ImportProblemKind::BadEmail, piece));
                }
                self.keep(self.reading.labels.email, piece);
            }
        }
    }

    fn birthday(&mut self, column: usize, cell: &Cell) {
        match read_birthday(cell, self.reading.date_order, self.reading.today) {
            Ok(birthday) => self.client.birthday = birthday,
            Err(_) => {
                let text = one_line(&cell.text());
                self.problems.push(Problem::new(Some(column), ImportProblemKind::BadDate, &text));
                self.keep(self.reading.labels.birthday, &text);
            }
        }
    }

    fn note(&mut self, column: usize, text: &str) {
        add_line(&mut self.client.note, text);
        if let Some(warning) = allergy_in(text) {
            self.problems.push(Problem::new(Some(column), ImportProblemKind::AllergyInNote, warning));
            add_line(&mut self.client.allergy, warning);
        }
    }

    fn tags(&mut self, column: usize, text: &str) {
        for tag in text.split([',', ';', '|', '\n']).map(str::trim).filter(|tag| !tag.is_empty()) {
            let known = self.client.tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase());
            if known {
                continue;
            }
            if self.client.tags.len() < TAGS_MAX {
                let tag = self.limited(column, tag, TAG_LETTERS_MAX);
                self.client.tags.push(tag);
            } else {
                self.problems.push(Problem::new(Some(column), ImportProblemKind::TooLong, tag));
                self.keep(self.reading.labels.too_long, tag);
            }
        }
    }

    fn discount(&mut self, column: usize, text: &str) {
        match discount_bp(text) {
            Some(discount_bp) => self.client.discount_bp = discount_bp,
            None => self.problems.push(Problem::new(Some(column), ImportProblemKind::BadDiscount, text)),
        }
    }

    fn keep(&mut self, label: &str, text: &str) {
        self.kept.push(format!("{label}: {text}"));
    }

    fn finish(mut self) -> RowOutcome {
        for line in std::mem::take(&mut self.kept) {
            add_line(&mut self.client.note, &line);
        }
        for (text, letters_max) in
            [(&mut self.client.note, NOTE_LETTERS_MAX), (&mut self.client.allergy, ALLERGY_LETTERS_MAX)]
        {
            if text.chars().count() > letters_max {
                self.problems.push(Problem::new(None, ImportProblemKind::TooLong, text));
                *text = shorten(text, letters_max);
            }
        }
        let nameless = self.client.first_name.is_empty() && self.client.last_name.is_empty();
        if nameless && self.client.phones.is_empty() {
            self.problems.push(Problem::new(None, ImportProblemKind::NoNameNoPhone, &self.client.email));
            return RowOutcome::Rejected(self.problems);
        }
        RowOutcome::Ready(Box::new(self.client), self.problems)
    }
}
