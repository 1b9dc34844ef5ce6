//! One row of the file as a client, with everything that was wrong in it.

use std::fmt;

use adelante_base::Day;
use rust_decimal::Decimal;

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

/// Words beside a phone that say more than 'this is a phone' (мама, whose number it is).
fn has_remark(text: &str) -> bool {
    const USUAL: &[&str] = &[
        "whatsapp",
        "wa",
        "viber",
        "telegram",
        "tg",
        "тел",
        "телефон",
        "моб",
        "мобильный",
        "дом",
        "раб",
        "сот",
        "tel",
        "phone",
        "mob",
        "mobile",
        "или",
        "або",
        "немесе",
        "or",
        "и",
        "e",
        "доб",
        "ватсап",
        "вотсап",
        "вайбер",
        "телеграм",
        "нет",
        "немає",
        "жоқ",
        "no",
        "none",
    ];
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).any(|word| !USUAL.contains(&word))
        && lower.chars().any(|c| c.is_ascii_digit())
}

/// `female`, `male` or empty, from a word of one of the four languages.
fn gender(text: &str) -> &'static str {
    let word = one_line(text).to_lowercase();
    let word = word.trim_end_matches('.');
    const FEMALE: &[&str] = &[
        "ж",
        "жен",
        "женский",
        "женщина",
        "жінка",
        "жін",
        "жіноча",
        "жіночий",
        "ә",
        "әйел",
        "қыз",
        "f",
        "female",
        "w",
        "woman",
        "fem",
    ];
    const MALE: &[&str] = &[
        "м",
        "муж",
        "мужской",
        "мужчина",
        "ч",
        "чол",
        "чоловік",
        "чоловіча",
        "чоловічий",
        "ер",
        "еркек",
        "ұл",
        "m",
        "male",
        "man",
    ];
    if FEMALE.contains(&word) {
        "female"
    } else if MALE.contains(&word) {
        "male"
    } else {
        ""
    }
}

/// A discount in basis points: `10%`, `10`, `5,5 %`, and `0,1` as a spreadsheet keeps 10 %.
fn discount_bp(text: &str) -> Option<u16> {
    let percent_sign = text.contains('%');
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    let number: Decimal = plain.trim_start_matches('-').replace(',', ".").parse().ok()?;
    let is_share = !percent_sign && number < Decimal::ONE;
    let bp = (number * Decimal::from(if is_share { 10_000 } else { 100 })).round();
    u16::try_from(bp).ok().filter(|bp| *bp <= crate::client::DISCOUNT_BP_MAX)
}

/// The sentence of a note that speaks of an allergy, unless it says there is none.
fn allergy_in(note: &str) -> Option<&str> {
    const STEMS: &[&str] = &["аллерг", "алерг", "allerg"];
    const NONE: &[&str] = &[
        "нет аллерг",
        "аллергии нет",
        "аллергий нет",
        "аллергия нет",
        "немає алерг",
        "алергії немає",
        "алергій немає",
        "no allerg",
        "no known allerg",
        "аллергия жоқ",
        "без аллерг",
        "без алерг",
        "not allergic",
    ];
    note.split(['\n', ';', '!', '?'])
        .flat_map(|part| part.split(". "))
        .map(|sentence| sentence.trim().trim_end_matches('.'))
        .find(|sentence| {
            let lower = sentence.to_lowercase();
            STEMS.iter().any(|stem| lower.contains(stem)) && !NONE.iter().any(|none| lower.contains(none))
        })
}

#[cfg(test)]
mod tests {
    use super::ImportField as F;
    use super::ImportProblemKind as K;
    use super::*;

    fn reading() -> Reading<'static> {
        Reading {
            region: "KZ",
            today: "2026-11-21".parse().unwrap(),
            date_order: DateOrder::DayFirst,
            labels: NoteLabels {
                phone: "Телефон из файла",
                email: "E-mail из файла",
                birthday: "Дата из файла",
                too_long: "Из файла",
            },
        }
    }

    fn read(columns: &[(F, &str)]) -> (ImportedClient, Vec<K>) {
        let fields: Vec<F> = columns.iter().map(|(field, _)| *field).collect();
        let cells: Vec<Cell> = columns.iter().map(|(_, text)| Cell::Text((*text).into())).collect();
        match read_row(&cells, &fields, &reading()) {
            RowOutcome::Ready(client, problems) => {
                (*client, problems.into_iter().map(|problem| problem.kind).collect())
            }
            other => panic!("not ready: {other:?}"),
        }
    }

    fn phones(client: &ImportedClient) -> Vec<&str> {
        client.phones.iter().map(Phone::as_str).collect()
    }

    #[test]
    fn a_row_of_an_old_program_becomes_a_card() {
        let (client, problems) = read(&[
            (F::FullName, "Васильева Елена Петровна"),
            (F::Phone, "8 701 123-45-67"),
            (F::Phone, "87011234567, 8 (702) 765-43-21"),
            (F::Birthday, "11.09.80"),
            (F::Note, "опаздывает"),
            (F::Gender, "Жен."),
            (F::Discount, "10%"),
            (F::Tags, "VIP; постоянный, vip"),
        ]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(
            (client.last_name.as_str(), client.first_name.as_str(), client.middle_name.as_str()),
            ("Васильева", "Елена", "Петровна")
        );
        assert_eq!(phones(&client), ["+77011234567", "+77027654321"]);
        assert_eq!(client.birthday, Day::new(1980, 9, 11));
        assert_eq!((client.gender, client.discount_bp), ("female", 1000));
        assert_eq!(client.tags, ["VIP", "постоянный"]);
        assert_eq!(client.note, "опаздывает");
    }

    #[test]
    fn what_cannot_be_understood_is_kept_in_the_note() {
        let (client, problems) = read(&[
            (F::FirstName, "Анна"),
            (F::Phone, "7,90328E+10"),
            (F::Email, "anna@"),
            (F::Birthday, "весной"),
            (F::Discount, "друзьям"),
            (F::Note, "кофе"),
        ]);
        assert_eq!(problems, [K::BadPhone, K::BadEmail, K::BadDate, K::BadDiscount]);
        assert_eq!(client.note, "кофе\nТелефон из файла: 7,90328E+10\nE-mail из файла: anna@\nДата из файла: весной");
    }

    #[test]
    fn an_allergy_in_the_note_is_proposed_and_the_note_stays() {
        for (note, warning) in [
            ("Аллергия: лак, краска IGORA", "Аллергия: лак, краска IGORA"),
            ("аллергия на аммиак!", "аллергия на аммиак"),
            ("алергія на латекс", "алергія на латекс"),
            ("peanut allergy", "peanut allergy"),
            ("Любит чай. У клиентки аллергия на хну. Опаздывает", "У клиентки аллергия на хну"),
            ("хнаға аллергиясы бар", "хнаға аллергиясы бар"),
        ] {
            let (client, problems) = read(&[(F::FirstName, "Анна"), (F::Note, note)]);
            assert_eq!((client.allergy.as_str(), client.note.as_str()), (warning, note));
            assert_eq!(problems, [K::AllergyInNote]);
        }
        for note in ["аллергии нет", "No known allergies", "алергії немає", "не звонить"]
        {
            assert_eq!(read(&[(F::FirstName, "Анна"), (F::Note, note)]).0.allergy, "", "{note}");
        }
    }

    #[test]
    fn formulas_tags_and_control_characters_stay_or_go_as_text() {
        let (client, _) =
            read(&[(F::FirstName, "<b>VIP</b>"), (F::LastName, "=1+1"), (F::Note, "'=cmd|' /C calc'!A0 😀\u{0}")]);
        assert_eq!((client.first_name.as_str(), client.last_name.as_str()), ("<b>VIP</b>", "=1+1"));
        assert_eq!(client.note, "=cmd|' /C calc'!A0 😀");
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_and_whole_in_the_note() {
        let long = "я".repeat(130);
        let (client, problems) = read(&[(F::FirstName, &long), (F::Note, &"н".repeat(5000))]);
        assert_eq!(client.first_name.chars().count(), NAME_LETTERS_MAX);
        assert_eq!(client.note.chars().count(), NOTE_LETTERS_MAX);
        assert_eq!(problems, [K::TooLong, K::TooLong]);
        let (client, _) = read(&[(F::FullName, &format!("Ли {long}"))]);
        assert_eq!(client.last_name, "Ли");
        assert!(client.note.contains(&long));
    }

    #[test]
    fn a_person_without_a_phone_is_kept_and_one_without_anything_is_rejected() {
        assert!(phones(&read(&[(F::FirstName, "Анна")]).0).is_empty());
        assert_eq!(read(&[(F::Phone, "87011234567")]).0.first_name, "");
        let cells = [Cell::Empty, Cell::Text("x@example.com".into()), Cell::Text("12".into())];
        let RowOutcome::Rejected(problems) = read_row(&cells, &[F::FirstName, F::Email, F::Phone], &reading()) else {
            panic!()
        };
        assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [K::BadPhone, K::NoNameNoPhone]);
        assert_eq!(problems[0].column, Some(2));
        assert_eq!(
            read_row(&[Cell::Empty, Cell::Text("  ".into())], &[F::FirstName, F::Phone], &reading()),
            RowOutcome::Blank
        );
    }

    #[test]
    fn numbers_and_dates_of_a_spreadsheet_are_understood() {
        let cells = [
            Cell::Text("Анна".into()),
            Cell::Number(77_011_234_567.0),
            Cell::Number(35080.0),
            Cell::Number(0.1),
            Cell::Number(1042.0),
        ];
        let fields = [F::FirstName, F::Phone, F::Birthday, F::Discount, F::CardNumber];
        let RowOutcome::Ready(client, problems) = read_row(&cells, &fields, &reading()) else { panic!() };
        assert!(problems.is_empty());
        assert_eq!(phones(&client), ["+77011234567"]);
        assert_eq!(
            (client.birthday, client.discount_bp, client.card_number.as_str()),
            (Day::new(1996, 1, 16), 1000, "1042")
        );
    }

    #[test]
    fn discounts_are_percent_or_share() {
        for (text, bp) in [
            ("10%", Some(1000)),
            ("10", Some(1000)),
            ("0,1", Some(1000)),
            ("5,5 %", Some(550)),
            ("0,5%", Some(50)),
            ("1", Some(100)),
            ("0", Some(0)),
            ("100", Some(10_000)),
            ("101", None),
            ("да", None),
        ] {
            assert_eq!(discount_bp(text), bp, "{text}");
        }
    }

    #[test]
    fn whose_number_it_is_is_kept_and_whatsapp_is_not_news() {
        let (client, problems) = read(&[(F::FirstName, "Анна"), (F::Phone, "+7 7019988005 (мама)")]);
        assert_eq!(
            (phones(&client), client.note.as_str()),
            (vec!["+77019988005"], "Телефон из файла: +7 7019988005 (мама)")
        );
        assert!(problems.is_empty());
        assert_eq!(read(&[(F::FirstName, "Анна"), (F::Phone, "+7 7019988005 / WhatsApp")]).0.note, "");
    }

    #[test]
    fn gender_is_known_in_four_languages() {
        for word in ["Ж", "жен", "Женский", "Жіноча", "Әйел", "Female", "F"] {
            assert_eq!(gender(word), "female", "{word}");
        }
        for word in ["М", "муж.", "Мужской", "Чоловік", "Ер", "Male"] {
            assert_eq!(gender(word), "male", "{word}");
        }
        assert_eq!(gender("не указан"), "");
    }

    #[test]
    fn debug_shows_no_personal_data() {
        let (client, _) = read(&[(F::FirstName, "Анна")]);
        assert_eq!(format!("{client:?}"), "ImportedClient(…)");
    }
}
