//! Which row holds the headers, and what a header means.

use super::{Cell, ImportField};

/// Rows at the top of a file among which the headers are looked for.
const ROWS_SEARCHED: usize = 20;

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
/// file has no headers.
#[must_use]
pub fn find_header(rows: &[Vec<Cell>]) -> Option<usize> {
    let known =
        |row: &[Cell]| row.iter().filter(|cell| matches!(cell, Cell::Text(text) if meaning(text).is_some())).count();
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(ROWS_SEARCHED).enumerate() {
        let found = known(row);
        if found > best.map_or(0, |(_, count)| count) {
            best = Some((index, found));
        }
    }
    // A single known word is a header only in a narrow row: elsewhere it may be a value.
    best.filter(|(index, found)| *found > 1 || rows[*index].iter().filter(|cell| !cell.is_blank()).count() <= 2)
        .map(|(index, _)| index)
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

/// Words that do not change what a header means.
const QUALIFIERS: &[&str] = &[
    "клиента",
    "клиент",
    "клієнта",
    "клиенттің",
    "client",
    "customer",
    "clients",
    "customers",
    "guest",
    "contact",
    "1",
    "2",
    "3",
    "основной",
    "основний",
    "негізгі",
    "дополнительный",
    "доп",
    "додатковий",
    "қосымша",
    "primary",
    "secondary",
    "моб",
    "мобильный",
    "мобільний",
    "сотовый",
    "домашний",
    "рабочий",
    "контактный",
    "контактний",
    "home",
    "work",
    "mobile",
    "обязательно",
    "обовязково",
    "required",
    "optional",
    "персональная",
    "персональна",
    "постоянная",
];

/// A name, perhaps whole, perhaps the first one only.
const NAME: &[&str] = &[
    "имя",
    "name",
    "имя клиента",
    "клиент",
    "client",
    "client name",
    "customer",
    "customer name",
    "клієнт",
    "ім я",
    "імя",
    "імя клієнта",
    "аты",
    "есімі",
    "есім",
    "гость",
];

/// Headers by field, in Russian, Ukrainian, Kazakh and English and as other programs export
/// them. Whole headers only: 'Nickname', 'Company Name', 'Phone verified' are not on it.
const FIELDS: &[(ImportField, &[&str])] = &[
    (
        ImportField::FullName,
        &[
            "фио",
            "ф и о",
            "фио клиента",
            "фамилия имя отчество",
            "фамилия имя",
            "фамилия и имя",
            "имя фамилия",
            "имя и фамилия",
            "полное имя",
            "full name",
            "fullname",
            "name and surname",
            "піб",
            "п і б",
            "прізвище імя по батькові",
            "прізвище та імя",
            "прізвище імя",
            "імя та прізвище",
            "імя прізвище",
            "повне імя",
            "аты жөні",
            "аты жөнi",
            "толық аты",
            "толық аты жөні",
            "тегі аты",
            "тегі аты әкесінің аты",
        ],
    ),
    (ImportField::FirstName, &["first name", "firstname", "given name", "forename", "имя first name"]),
    (ImportField::LastName, &["фамилия", "last name", "lastname", "surname", "family name", "прізвище", "тегі", "тек"]),
    (ImportField::MiddleName, &["отчество", "middle name", "middlename", "patronymic", "по батькові", "әкесінің аты"]),
    (
        ImportField::Phone,
        &[
            "телефон",
            "телефоны",
            "тел",
            "номер телефона",
            "номера телефонов",
            "номер тел",
            "моб",
            "моб тел",
            "мобильный",
            "мобильный телефон",
            "сотовый",
            "сотовый телефон",
            "контактный телефон",
            "телефон моб",
            "телефон мобильный",
            "тел моб",
            "тел дом",
            "телефон дом",
            "whatsapp",
            "phone",
            "phones",
            "phone number",
            "phone no",
            "mobile",
            "mobile number",
            "mobile phone",
            "cell",
            "cell phone",
            "tel",
            "telephone",
            "telephone number",
            "телефони",
            "номер телефону",
            "мобільний",
            "мобільний телефон",
            "телефон нөмірі",
            "телефондары",
            "ұялы телефон",
            "ұялы",
            "ұялы телефон нөмірі",
            "байланыс телефоны",
        ],
    ),
    (
        ImportField::Email,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "почта",
            "эл почта",
            "электронная почта",
            "электронный адрес",
            "эл адрес",
            "имейл",
            "мейл",
            "емейл",
            "пошта",
            "ел пошта",
            "електронна пошта",
            "електронна адреса",
            "электрондық пошта",
            "эл пошта",
        ],
    ),
    (
        ImportField::Birthday,
        &[
            "день рождения",
            "дата рождения",
            "д р",
            "др",
            "дата рожд",
            "дата рождения клиента",
            "рождение",
            "birthday",
            "birth date",
            "birthdate",
            "date of birth",
            "dob",
            "d o b",
            "дата народження",
            "день народження",
            "д н",
            "туған күні",
            "туылған күні",
            "туған күн",
            "туған жылы",
        ],
    ),
    (ImportField::Gender, &["пол", "gender", "sex", "стать", "жынысы", "жыныс"]),
    (
        ImportField::Allergy,
        &[
            "аллергия",
            "аллергии",
            "аллергия противопоказания",
            "противопоказания",
            "allergy",
            "allergies",
            "contraindications",
            "алергія",
            "алергії",
            "протипоказання",
        ],
    ),
    (
        ImportField::Note,
        &[
            "комментарий",
            "комментарии",
            "коммент",
            "примечание",
            "примечания",
            "прим",
            "заметка",
            "заметки",
            "note",
            "notes",
            "memo",
            "comment",
            "comments",
            "remarks",
            "примітка",
            "примітки",
            "нотатка",
            "нотатки",
            "коментар",
            "коментарі",
            "ескерту",
            "ескертпе",
            "түсініктеме",
            "пікір",
            "дополнительная информация",
            "доп информация",
            "особенности",
        ],
    ),
    (
        ImportField::Source,
        &[
            "источник",
            "откуда узнал",
            "откуда узнали",
            "откуда узнала",
            "источник привлечения",
            "рекламный источник",
            "source",
            "referral source",
            "how did you hear about us",
            "how heard",
            "джерело",
            "звідки дізналися",
            "звідки дізнались",
            "қайдан білді",
            "дереккөз",
        ],
    ),
    (
        ImportField::Tags,
        &[
            "теги",
            "тег",
            "метки",
            "категории",
            "категория",
            "категория клиента",
            "группа",
            "группы",
            "класс важности",
            "tags",
            "tag",
            "labels",
            "groups",
            "group",
            "мітки",
            "категорії",
            "категорія",
            "група",
            "групи",
            "санаты",
            "санаттары",
            "белгілер",
            "тегтер",
        ],
    ),
    (
        ImportField::Discount,
        &[
            "скидка",
            "скидка процент",
            "персональная скидка",
            "discount",
            "discount percent",
            "discount rate",
            "знижка",
            "жеңілдік",
        ],
    ),
    (
        ImportField::CardNumber,
        &[
            "карта",
            "номер карты",
            "карта клиента",
            "дисконтная карта",
            "карта лояльности",
            "номер карты лояльности",
            "код клиента",
            "id клиента",
            "card",
            "card number",
            "loyalty card",
            "reference id",
            "client id",
            "картка",
            "номер картки",
            "карта нөмірі",
        ],
    ),
];

/// Headers of other things that clients' files hold: they help to find the header row.
const KNOWN: &[&str] = &[
    "продано",
    "оплачено",
    "баланс",
    "визитов",
    "количество визитов",
    "визиты",
    "первый визит",
    "последний визит",
    "посл посещение",
    "последнее посещение",
    "сумма",
    "дата создания",
    "дата регистрации",
    "адрес",
    "город",
    "nickname",
    "company name",
    "street address 1",
    "street address 2",
    "address",
    "city",
    "state",
    "postal code",
    "square customer id",
    "creation source",
    "first visit",
    "last visit",
    "transaction count",
    "lifetime spend",
    "email subscription status",
    "instant profile",
    "blocked from online booking",
    "blocked",
    "added",
    "phone verified",
    "перший візит",
    "останній візит",
    "візитів",
    "адреса",
    "місто",
    "сума",
    "мекенжай",
    "қала",
    "соңғы келуі",
    "n",
    "п п",
    "id",
];

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
