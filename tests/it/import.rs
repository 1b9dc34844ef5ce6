//! Lists of clients as old programs export them, and files that are no lists.

use std::fs;

use adelante_tests::program::fixture;
use adelante_tests::{Said, Salon};
use serde_json::{Value, json};

/// A file's name and its counts: read, created, skipped.
const FILES: &[(&str, [u32; 3])] = &[
    ("fresha_1.csv", [512, 501, 11]),
    ("klienty_1904_1.xls", [309, 300, 9]),
    ("old_program_cp1251_1.csv", [619, 607, 12]),
    ("square_export_1.csv", [818, 806, 12]),
    ("two_headers_wide_1.xlsx", [206, 202, 4]),
    ("yclients_like_1.xlsx", [1025, 1004, 21]),
];

fn import(salon: &Salon, file: &std::path::Path, more: &[&str]) -> Said {
    let words: Vec<&str> = [file.to_str().unwrap()].into_iter().chain(more.iter().copied()).collect();
    salon.run("import clients", &words)
}

fn counts(outcome: &Value) -> [u32; 3] {
    ["read", "created", "skipped"].map(|name| u32::try_from(outcome[name].as_u64().unwrap()).unwrap())
}

fn clients(salon: &Salon) -> u64 {
    salon.must("list_clients", &json!({ "limit": 1 }))["total"].as_u64().unwrap()
}

/// Writes a file of the test's own and imports it.
fn import_text(salon: &Salon, name: &str, text: &str) -> Said {
    let file = salon.at(name);
    fs::write(&file, text).unwrap();
    import(salon, &file, &[])
}

#[test]
fn every_known_export_is_read_as_a_dry_run_says_and_one_undo_takes_it_back() {
    for (name, expected) in FILES {
        let salon = Salon::demo(1, 0, 0);
        let file = fixture("clients").join(name);
        let planned = import(&salon, &file, &["--dry-run"]).done();
        assert_eq!((counts(&planned), clients(&salon)), (*expected, 0), "{name}: a dry run");
        let done = import(&salon, &file, &[]).done();
        assert_eq!(counts(&done), *expected, "{name}");
        assert_eq!((&done["updated"], &done["rejected"]), (&json!(0), &json!([])), "{name}");
        assert_eq!(clients(&salon), u64::from(expected[1]), "{name}");
        salon.assert_sound();
        salon.must("undo", &json!({}));
        assert_eq!(clients(&salon), 0, "{name}: undone");
        salon.assert_sound();
    }
}

#[test]
fn a_file_that_is_no_list_is_refused_with_what_it_is_and_nothing_is_written() {
    let salon = Salon::demo(1, 0, 0);
    for (name, code) in [
        ("empty.xlsx", "file_empty"),
        ("html_as.xls", "file_not_a_sheet"),
        ("no_rows.xlsx", "file_no_rows"),
        ("not_a_sheet.xlsx", "file_not_a_sheet"),
        ("password.xlsx", "file_protected"),
        ("phone_contacts_1.vcf", "file_not_a_sheet"),
        ("truncated.xlsx", "file_damaged"),
    ] {
        let said = import(&salon, &fixture("clients").join(name), &[]);
        assert_eq!(said.code_of_refusal(), code, "{name}");
    }
    let absent = import(&salon, &salon.at("absent.csv"), &[]);
    assert!(absent.refused().1.contains("absent.csv"), "{}", absent.stderr);
    assert_eq!(clients(&salon), 0);
}

#[test]
fn what_is_exported_and_imported_again_changes_nothing() {
    let salon = Salon::demo(2, 300, 0);
    let file = salon.at("out.xlsx");
    salon.run("export clients", &[file.to_str().unwrap()]).done();
    let again = import(&salon, &file, &[]).done();
    assert_eq!((counts(&again), &again["updated"], &again["rejected"]), ([300, 0, 300], &json!(0), &json!([])));
    assert_eq!(clients(&salon), 300);

    let other = Salon::demo(9, 0, 0);
    assert_eq!(counts(&import(&other, &file, &[]).done()), [300, 300, 0]);
    let back = other.at("back.xlsx");
    other.run("export clients", &[back.to_str().unwrap()]).done();
    let third = Salon::demo(9, 0, 0);
    assert_eq!(counts(&import(&third, &back, &[]).done()), [300, 300, 0], "through two salons nobody is lost");
    salon.assert_sound();
}

#[test]
fn phones_as_numbers_and_dates_as_text_are_understood() {
    let salon = Salon::demo(1, 0, 0);
    let text = "Имя;Телефон;Дата рождения\nАнна;7.7011234567E10;03.02.1990\nВера;8(702)123-45-67;1991-12-31\nДана;77031234567;31.02.1990\n";
    let done = import_text(&salon, "odd.csv", text).done();
    assert_eq!(counts(&done), [3, 3, 0]);
    let card = |name: &str| {
        let found = salon.must("search_clients", &json!({ "text": name, "limit": 5 }));
        salon.must("get_client", &json!({ "client_id": found["clients"][0]["client_id"] }))
    };
    assert_eq!(card("анна")["phones"][0]["e164"], "+77011234567");
    assert_eq!(card("анна")["client"]["birthday"], "1990-02-03");
    assert_eq!(card("вера")["client"]["birthday"], "1991-12-31");
    assert!(
        card("дана")["client"]["note"].as_str().unwrap().contains("31.02.1990"),
        "a date that is none is kept in the note"
    );
}

#[test]
fn rows_that_cannot_be_imported_are_named_with_their_reason() {
    let salon = Salon::demo(1, 0, 0);
    let done = import_text(
        &salon,
        "rows.csv",
        "Имя;Телефон;Заметка\nАнна;87011234567;\n;;ни имени, ни телефона\nВера;87021234567;\n",
    )
    .done();
    assert_eq!(counts(&done), [3, 2, 0]);
    assert_eq!(done["rejected"][0]["row"], 3);
    assert_eq!(done["rejected"][0]["reason"], "no_name_no_phone");
}

#[test]
fn a_sheet_of_two_hundred_columns_is_read() {
    let salon = Salon::demo(1, 0, 0);
    let headers: String = (0..198).map(|n| format!(";Графа {n}")).collect();
    let cells: String = (0..198).map(|n| format!(";{n}")).collect();
    let text = format!("Имя;Телефон{headers}\nАнна;87011234567{cells}\nВера;87021234567{cells}\n");
    assert_eq!(counts(&import_text(&salon, "wide.csv", &text).done()), [2, 2, 0]);
}

#[test]
fn a_hundred_thousand_rows_are_looked_at_and_too_many_are_refused() {
    let salon = Salon::demo(1, 0, 0);
    let rows = |count: u32| -> String {
        let row = |n: u32| format!("Клиент {n};+7 70{} {:03} {:02} {:02}\n", n % 9, n / 10_000, n / 100 % 100, n % 100);
        "Имя;Телефон\n".to_owned() + &(0..count).map(row).collect::<String>()
    };
    let file = salon.at("many.csv");
    fs::write(&file, rows(100_000)).unwrap();
    let planned = import(&salon, &file, &["--dry-run"]).done();
    assert_eq!((planned["read"].as_u64(), planned["rejected"].as_array().map(Vec::len)), (Some(100_000), Some(0)));
    fs::write(&file, rows(200_001)).unwrap();
    assert_eq!(import(&salon, &file, &[]).code_of_refusal(), "too_many_rows");
    assert_eq!(clients(&salon), 0);
}
