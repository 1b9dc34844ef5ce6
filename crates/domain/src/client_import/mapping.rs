//! What each column holds: by its header first, by its values where the header says nothing.

use std::collections::BTreeSet;

use super::header::{Meaning, meaning};
use super::{Cell, ImportField};
use crate::client::is_email;
use crate::phone::{normalise, split_phones};
use crate::search_text::words;

/// Guesses what the columns hold. `header` is the row with the headers, if there is one;
/// `sample` some rows below it; `region` an ISO 3166 code for phones. One entry per column.
///
/// A header that is known decides. A field that only one column can hold goes to the first
/// such column. Values decide for the rest, and only what they cannot be mistaken for: phones
/// and e-mails anywhere; names and birthdays in files without headers.
#[must_use]
pub fn guess_fields(header: Option<&[Cell]>, sample: &[Vec<Cell>], region: &str) -> Vec<ImportField> {
    let width = header.map_or(0, <[Cell]>::len).max(sample.iter().map(Vec::len).max().unwrap_or(0));
    let meanings: Vec<Option<Meaning>> = (0..width)
        .map(|column| header.and_then(|row| row.get(column)).and_then(|cell| meaning(&cell.text())))
        .collect();
    let has_last_name = meanings.contains(&Some(Meaning::Field(ImportField::LastName)));
    let has_full_name = meanings.contains(&Some(Meaning::Field(ImportField::FullName)));

    let mut taken = BTreeSet::new();
    let mut fields = vec![ImportField::Skip; width];
    for (column, meaning) in meanings.iter().enumerate() {
        let field = match meaning {
            Some(Meaning::Field(field)) => *field,
            Some(Meaning::Name) if has_last_name || has_full_name => ImportField::FirstName,
            Some(Meaning::Name) => name_by_values(sample, column),
            Some(Meaning::Known) | None => continue,
        };
        if field.may_repeat() || taken.insert(field) {
            fields[column] = field;
        }
    }
    taken.extend(fields.iter().copied());
    for column in 0..width {
        if meanings[column].is_some() {
            continue;
        }
        let guessed = by_values(sample, column, region, header.is_none()).filter(|field| !taken.contains(field));
        if let Some(field) = guessed {
            // Two columns of phones in a file without headers are two phones.
            if !field.may_repeat() || header.is_some() {
                taken.insert(field);
            }
            fields[column] = field;
        }
    }
    one_name(&mut fields);
    fields
}

/// A whole name where most values are of several words, else the first name.
fn name_by_values(sample: &[Vec<Cell>], column: usize) -> ImportField {
    let values = values(sample, column);
    let several = values.iter().filter(|value| value.split_whitespace().count() > 1).count();
    if several * 2 > values.len() { ImportField::FullName } else { ImportField::FirstName }
}

/// Two columns of names without headers: the whole name yields to its parts.
fn one_name(fields: &mut [ImportField]) {
    let has = |field| fields.contains(&field);
    if has(ImportField::FullName) && has(ImportField::FirstName) && has(ImportField::LastName) {
        for field in fields.iter_mut().filter(|field| **field == ImportField::FullName) {
            *field = ImportField::Skip;
        }
    }
}

fn by_values(sample: &[Vec<Cell>], column: usize, region: &str, without_headers: bool) -> Option<ImportField> {
    let values = values(sample, column);
    if values.is_empty() {
        return None;
    }
    let most = |fits: &dyn Fn(&str) -> bool| values.iter().filter(|value| fits(value)).count() * 10 >= values.len() * 7;
    if most(&|value| is_email(value)) {
        return Some(ImportField::Email);
    }
    if most(&|value| is_phone(value, region)) {
        return Some(ImportField::Phone);
    }
    if !without_headers {
        return None;
    }
    let dates = sample.iter().filter_map(|row| row.get(column)).filter(|cell| matches!(cell, Cell::Date(_))).count();
    if dates * 10 >= values.len() * 7 || most(&looks_like_date) {
        return Some(ImportField::Birthday);
    }
    if most(&looks_like_name) {
        return Some(name_by_values(sample, column));
    }
    None
}

fn values(sample: &[Vec<Cell>], column: usize) -> Vec<String> {
    let cells = sample.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_blank());
    cells.map(|cell| cell.text().trim().to_owned()).collect()
}

/// A number that can be called, of at least ten digits: sums and ids are shorter.
fn is_phone(value: &str, region: &str) -> bool {
    let pieces = split_phones(value);
    let digits = |piece: &String| piece.chars().filter(char::is_ascii_digit).count();
    !pieces.is_empty() && pieces.iter().any(|piece| digits(piece) >= 9 && normalise(piece, region).is_ok())
}

fn looks_like_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split(['.', '/', '-']).collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn looks_like_name(value: &str) -> bool {
    let words = words(value);
    (1..=4).contains(&words.len())
        && value.chars().next().is_some_and(char::is_uppercase)
        && !value.chars().any(|c| c.is_ascii_digit() || "@<>=:;!?".contains(c))
}

#[cfg(test)]
mod tests {
    use super::ImportField as F;
    use super::*;

    fn row(cells: &[&str]) -> Vec<Cell> {
        cells.iter().map(|text| Cell::Text((*text).into())).collect()
    }

    fn guess(header: &str, sample: &[&[&str]]) -> Vec<F> {
        let header = row(&header.split(';').collect::<Vec<_>>());
        let sample: Vec<Vec<Cell>> = sample.iter().map(|cells| row(cells)).collect();
        guess_fields(Some(&header), &sample, "KZ")
    }

    #[test]
    fn the_23_columns_of_square() {
        let fields = guess(
            "Reference ID;First Name;Last Name;Email Address;Phone Number;Nickname;Company Name;Street Address 1;Street Address 2;City;State;Postal Code;Birthday;Memo;Square Customer ID;Creation Source;First Visit;Last Visit;Transaction Count;Lifetime Spend;Email Subscription Status;Instant Profile;Blocked from online booking",
            &[&[
                "REF0",
                "Ботагөз",
                "Смағұлова",
                "",
                "16462046642",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "+7 другой номер",
                "97EF3B167B2D7E6C",
                "Directory",
                "2022-03-01",
                "2024-11-02",
                "20",
                "$7,528.05",
                "unsubscribed",
                "No",
                "No",
            ]],
        );
        let mut expected = vec![F::Skip; 23];
        expected[..5].copy_from_slice(&[F::CardNumber, F::FirstName, F::LastName, F::Email, F::Phone]);
        expected[12] = F::Birthday;
        expected[13] = F::Note;
        assert_eq!(fields, expected);
    }

    #[test]
    fn fresha_has_two_phone_columns_and_both_count() {
        let fields = guess(
            "Client ID;First Name;Last Name;Email;Mobile Number;Telephone;Gender;Date of Birth;City;Note;Blocked;Added",
            &[],
        );
        assert_eq!(
            fields,
            [
                F::CardNumber,
                F::FirstName,
                F::LastName,
                F::Email,
                F::Phone,
                F::Phone,
                F::Gender,
                F::Birthday,
                F::Skip,
                F::Note,
                F::Skip,
                F::Skip
            ]
        );
    }

    #[test]
    fn yclients_writes_whole_names_under_name() {
        let header = "Имя;Телефон;Email;Категории;Дата рождения;Пол;Скидка;Карта;Комментарий;Продано;Визитов;Первый визит;Последний визит";
        let expected = |name| {
            [
                name,
                F::Phone,
                F::Email,
                F::Tags,
                F::Birthday,
                F::Gender,
                F::Discount,
                F::CardNumber,
                F::Note,
                F::Skip,
                F::Skip,
                F::Skip,
                F::Skip,
            ]
        };
        assert_eq!(guess(header, &[&["Кузнецова Ольга"], &["Иванова Алина"], &["Анна"]]), expected(F::FullName));
        assert_eq!(guess(header, &[&["Ольга"], &["Алина"]]), expected(F::FirstName));
    }

    #[test]
    fn old_programs_abbreviate() {
        assert_eq!(
            guess("№;ФИО;Тел.;Моб. тел.;Д.р.;Прим.;Сумма;Посл. посещение", &[]),
            [F::Skip, F::FullName, F::Phone, F::Phone, F::Birthday, F::Note, F::Skip, F::Skip]
        );
    }

    #[test]
    fn ukrainian_and_kazakh_headers_are_known() {
        assert_eq!(
            guess("Прізвище;Ім'я;По батькові;Телефон;Стать;Знижка, %;Джерело", &[]),
            [F::LastName, F::FirstName, F::MiddleName, F::Phone, F::Gender, F::Discount, F::Source]
        );
        assert_eq!(
            guess("Аты;Тегі;Ұялы телефон;E-mail;Туған күні;Ескерту;Жынысы", &[]),
            [F::FirstName, F::LastName, F::Phone, F::Email, F::Birthday, F::Note, F::Gender]
        );
    }

    #[test]
    fn a_column_of_phones_is_one_whatever_its_header_unless_phones_are_known() {
        let sample: &[&[&str]] = &[&["Анна", "8 701 123 45 67", "87021234567"], &["Ольга", "+77011234568", ""]];
        assert_eq!(guess("Имя;Контакт;Ещё", sample)[1..], [F::Phone, F::Skip]);
        assert_eq!(guess("Имя;Телефон;Ещё", sample)[1..], [F::Phone, F::Skip]);
    }

    #[test]
    fn dates_of_visits_never_become_birthdays() {
        assert_eq!(guess("Имя;Когда была", &[&["Анна", "12.05.24"], &["Ольга", "13.05.24"]]), [F::FirstName, F::Skip]);
    }

    #[test]
    fn a_file_without_headers_is_understood_by_its_values() {
        let sample: Vec<Vec<Cell>> = [
            ["Кузнецова Ольга", "8 701 123 45 67", "a@example.com", "11.09.1980", "1200"],
            ["Иванова Алина", "87011234568", "", "12.05.1990", "300"],
        ]
        .iter()
        .map(|cells| row(cells))
        .collect();
        assert_eq!(guess_fields(None, &sample, "KZ"), [F::FullName, F::Phone, F::Email, F::Birthday, F::Skip]);
    }
}
