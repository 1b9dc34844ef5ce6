//! Which row holds the headers, and what a header means.

mod words;

use super::{Cell, ImportField};
use crate::client::is_email;
use words::{FIELDS, KNOWN, NAME, QUALIFIERS};

/// Rows at the top of a file among which the headers are looked for.
const ROWS_SEARCHED: usize = 20;
/// Digits from which a cell is taken for a phone.
const PHONE_DIGITS: usize = 9;
/// So many people's rows above a row of headers mean that it is no such row: a title may name
/// the salon's own phone once or twice.
const PEOPLE: usize = 3;

/// What a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A field of the client.
    Field(ImportField),
    /// A name, in whole or in part: the other columns and the values decide.
    Name,
    /// Known, and nothing to import (visits, sums, dates of other things).
    Known,
}

/// The row with the headers, counted from 0: the one with the most known headers among the
/// first twenty, so that titles and group headings above it do no harm. `None` where the
/// file has no headers: then its first row is a person like the others.
#[must_use]
pub fn find_header(rows: &[Vec<Cell>]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(ROWS_SEARCHED).enumerate() {
        let found = if has_contact(row) { 0 } else { row.iter().filter(|cell| header_meaning(cell).is_some()).count() };
        if found > best.map_or(0, |(_, count)| count) {
            best = Some((index, found));
        }
    }
    let (index, found) = best?;
    let (above, below) = rows.split_at(index);
    let (row, below) = below.split_first()?;
    let people_above = above.iter().filter(|row| filled(row) > 1 && has_contact(row)).count();
    let sure =
        if found > 1 { people_above < PEOPLE } else { above.iter().all(|row| filled(row) < 2) && is_lone(row, below) };
    sure.then_some(index)
}

/// Whether the one known word of a row is a header: in a list of one or two columns unless it
/// stands below again, as a value would; in a wider one if what stands below is of its kind.
fn is_lone(row: &[Cell], below: &[Vec<Cell>]) -> bool {
    let Some((column, meaning)) = row.iter().enumerate().find_map(|(at, cell)| Some((at, header_meaning(cell)?)))
    else {
        return false;
    };
    let text = |cell: &Cell| key(&cell.text());
    let word = row.get(column).map(text);
    let mut values = below.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_blank()).take(ROWS_SEARCHED);
    if filled(row) < 3 {
        return row.iter().all(|cell| cell.is_blank() || matches!(cell, Cell::Text(_)))
            && !values.any(|cell| Some(text(cell)) == word);
    }
    let of_its_kind = |cell: &Cell| match meaning {
        Meaning::Field(ImportField::Phone | ImportField::Email) => is_contact(cell),
        Meaning::Field(ImportField::Birthday) => {
            matches!(cell, Cell::Date(_)) || cell.text().contains(|c: char| c.is_ascii_digit())
        }
        _ => false,
    };
    values.any(of_its_kind) && !row.iter().any(|cell| cell.text().contains(|c: char| c.is_ascii_digit()))
}

fn filled(row: &[Cell]) -> usize {
    row.iter().filter(|cell| !cell.is_blank()).count()
}

/// A person's row has a phone or an e-mail in it; a row of headers has neither.
fn has_contact(row: &[Cell]) -> bool {
    row.iter().any(is_contact)
}

fn is_contact(cell: &Cell) -> bool {
    let text = cell.text();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    match cell {
        Cell::Text(_) | Cell::Number(_) => digits >= PHONE_DIGITS || is_email(text.trim()),
        _ => false,
    }
}

fn header_meaning(cell: &Cell) -> Option<Meaning> {
    match cell {
        Cell::Text(text) => meaning(text),
        _ => None,
    }
}

/// What a header means; `None` where it is not known.
pub(super) fn meaning(header: &str) -> Option<Meaning> {
    let key = key(header);
    exact(&key).or_else(|| {
        let plain: Vec<&str> = key.split(' ').filter(|word| !QUALIFIERS.contains(word)).collect();
        let plain = plain.join(" ");
        if plain.is_empty() || plain == key { None } else { exact(&plain) }
    })
}

/// Lower case, ё as е, letters and digits only, words separated by one space.
pub(super) fn key(header: &str) -> String {
    let plain: String = header
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ё' => 'е',
            '\'' | '’' | 'ʼ' | '`' => '\'',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .filter(|c| *c != '\'')
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn exact(key: &str) -> Option<Meaning> {
    let listed = |names: &[&str]| names.contains(&key);
    if listed(NAME) {
        return Some(Meaning::Name);
    }
    if let Some((field, _)) = FIELDS.iter().find(|(_, names)| listed(names)) {
        return Some(Meaning::Field(*field));
    }
    listed(KNOWN).then_some(Meaning::Known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<Cell> {
        cells.iter().map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).into()) }).collect()
    }

    #[test]
    fn titles_and_group_headings_above_the_headers_are_passed_over() {
        let rows = [
            row(&["Клиентская база, филиал №1"]),
            row(&[]),
            row(&["Имя", "Телефон", "Email"]),
            row(&["Анна", "+77011234567", ""]),
        ];
        assert_eq!(find_header(&rows), Some(2));
        let rows = [
            row(&["Клиент", "", "Байланыс", "", "Басқа"]),
            row(&["Аты", "Тегі", "Телефон", "E-mail"]),
            row(&["Әсел", "Ли", "", ""]),
        ];
        assert_eq!(find_header(&rows), Some(1));
    }

    #[test]
    fn a_file_without_headers_has_none() {
        assert_eq!(
            find_header(&[row(&["Кузнецова Ольга", "+77011234567", "клиент"]), row(&["Ким Анна", "", ""])]),
            None
        );
        assert_eq!(find_header(&[]), None);
        assert_eq!(find_header(&[row(&["Телефон"]), row(&["87011234567"])]), Some(0));
    }

    #[test]
    fn a_person_is_never_taken_for_the_headers() {
        for rows in [
            &[["Ольга", "87011234567"], ["Гость", "87021234567"], ["Анна", ""]][..],
            &[["Гость", "anna@example.com"], ["Анна", ""]],
            &[["Анна", "Гость"], ["Ольга", "Гость"]],
            &[["Ольга", "Ким"], ["Гость", ""]],
            &[["Анна", "8701"], ["Ольга", "8702"], ["Вера", "8703"]],
        ] {
            let rows: Vec<Vec<Cell>> = rows.iter().map(|cells| row(cells)).collect();
            assert_eq!(find_header(&rows), None, "{:?}", rows[0][0].text());
        }
        // A list that was printed in pages: the headers of the second page are not the first's.
        let people = (0..5).map(|n| row(&["Анна", &format!("8701123456{n}")]));
        let rows: Vec<Vec<Cell>> = people.chain([row(&["Имя", "Телефон"])]).collect();
        assert_eq!(find_header(&rows), None);
        let numbers = [vec![Cell::Text("Гость".into()), Cell::Number(77_011_234_567.0)], row(&["Анна", ""])];
        assert_eq!(find_header(&numbers), None);
    }

    #[test]
    fn one_known_header_among_unknown_ones_is_enough_where_the_column_is_of_its_kind() {
        let wide = |values: [&str; 4]| [row(&["Кто", "Телефон", "Любит", "Не любит"]), row(&values)];
        assert_eq!(find_header(&wide(["Анна", "8 701 123 45 67", "чай", ""])), Some(0));
        assert_eq!(find_header(&wide(["Анна", "нет", "чай", ""])), None);
        assert_eq!(find_header(&[row(&["Ольга", "Ким", "Гость"]), row(&["Анна", "Ли", ""])]), None);
        let titled = [row(&["Салон, тел. 8 701 123 45 67"]), row(&["Телефон"]), row(&["87021234567"])];
        assert_eq!(find_header(&titled), Some(1));
        let titled = [row(&["Салон", "тел. 8 701 123 45 67"]), row(&["Имя", "Телефон"]), row(&["Анна", "87021234567"])];
        assert_eq!(find_header(&titled), Some(1));
    }

    #[test]
    fn qualifiers_do_not_hide_a_header_and_do_not_make_one() {
        assert_eq!(meaning("Телефон клиента (обязательно)"), Some(Meaning::Field(ImportField::Phone)));
        assert_eq!(meaning("Phone 2"), Some(Meaning::Field(ImportField::Phone)));
        assert_eq!(meaning("Ім'я клієнта"), Some(Meaning::Name));
        assert_eq!(meaning("СКИДКА, %"), Some(Meaning::Field(ImportField::Discount)));
        for other in [
            "Nickname",
            "Company Name",
            "Phone verified",
            "First Visit",
            "Creation Source",
            "Square Customer ID",
            "Поле 1",
            "Имя мастера",
            "Дата визита",
            "1",
        ] {
            assert!(!matches!(meaning(other), Some(Meaning::Field(_) | Meaning::Name)), "{other}");
        }
    }

    #[test]
    fn no_header_is_on_two_lists() {
        let mut seen = std::collections::BTreeSet::new();
        let all = FIELDS.iter().flat_map(|(_, names)| names.iter()).chain(NAME).chain(KNOWN);
        for name in all {
            assert!(seen.insert(*name), "{name} is listed twice");
            assert_eq!(key(name), *name, "{name} is not written as headers are compared");
        }
    }
}
