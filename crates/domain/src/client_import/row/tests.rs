//! Rows of real exports, and rows that people have filled in.

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
        RowOutcome::Ready(client, problems) => (*client, problems.into_iter().map(|problem| problem.kind).collect()),
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
    for note in ["аллергии нет", "No known allergies", "алергії немає", "не звонить"] {
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
fn debug_shows_no_personal_data() {
    let (client, _) = read(&[(F::FirstName, "Анна")]);
    assert_eq!(format!("{client:?}"), "ImportedClient(…)");
}
