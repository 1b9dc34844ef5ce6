//! Tables written for Excel, read back by the reader and looked into as XML.

use std::io::{Cursor, Read};

use adelante_base::{Day, Money};
use adelante_documents::excel::{ColumnKind, Value, write_table};
use adelante_documents::sheet::read_sheet;
use adelante_domain::client_import::Cell;

const KINDS: [ColumnKind; 4] =
    [ColumnKind::Text, ColumnKind::Date, ColumnKind::Money { digits: 2 }, ColumnKind::Number];

fn headers() -> Vec<String> {
    ["Имя", "День рождения", "Потрачено", "Визитов"].map(String::from).to_vec()
}

fn part(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn what_was_written_is_read_back_with_its_kinds() {
    let birthday: Day = "1988-02-29".parse().unwrap();
    let early: Day = "1899-05-01".parse().unwrap();
    let rows = vec![
        vec![
            Value::Text("Әсем Ёлкина".into()),
            Value::Date(birthday),
            Value::Money(Money::from_minor(5_950_050).unwrap()),
            Value::Number(12.0),
        ],
        vec![Value::Text("Ольга".into()), Value::Date(early), Value::Empty, Value::from(Cell::Number(3.0))],
    ];
    let book = write_table("Клиенты: все/активные", &headers(), &KINDS, rows).unwrap();
    let sheet = read_sheet("out.xlsx", &book).unwrap();
    assert_eq!(sheet.name, "Клиенты  все активные");
    assert_eq!(sheet.rows.len(), 3);
    assert!(sheet.rows[1][1] == Cell::Date(birthday));
    assert!(sheet.rows[1][2] == Cell::Number(59_500.5));
    assert_eq!(sheet.rows[2][1].text(), "1899-05-01");
    assert!(sheet.rows[2][2] == Cell::Empty && sheet.rows[2][3] == Cell::Number(3.0));
}

#[test]
fn a_name_that_looks_like_a_formula_stays_a_name() {
    let nasty = ["=1+1", "+7 701 123-45-67", "-5", "@SUM(A1)", "=cmd|'/c calc'!A0", "http://a.b", "007"];
    let rows = nasty.iter().map(|text| vec![Value::Text((*text).into())]);
    let book = write_table("Клиенты", &headers(), &KINDS, rows).unwrap();
    let xml = part(&book, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{xml}");
    let sheet = read_sheet("out.xlsx", &book).unwrap();
    for (row, text) in sheet.rows[1..].iter().zip(nasty) {
        assert!(row[0] == Cell::Text(text.into()), "{text}");
    }
}

#[test]
fn headers_are_frozen_and_filtered_and_sums_have_two_decimals() {
    let day: Day = "1988-02-29".parse().unwrap();
    let rows = (0..3).map(|n| {
        vec![Value::Text(format!("Клиент {n}")), Value::Date(day), Value::Money(Money::from_minor(n).unwrap())]
    });
    let book = write_table("Клиенты", &headers(), &KINDS, rows).unwrap();
    let xml = part(&book, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("ySplit=\"1\"") && xml.contains("<autoFilter ref=\"A1:D4\"/>"), "{xml}");
    let styles = part(&book, "xl/styles.xml");
    assert!(styles.contains("#,##0.00") && styles.contains("numFmtId=\"14\"") && styles.contains("<b/>"), "{styles}");
}

#[test]
fn a_hundred_thousand_clients_go_out_and_come_back() {
    let rows = (0..100_000u32)
        .map(|n| vec![Value::Text(format!("Клиент {n}")), Value::Empty, Value::Empty, Value::Number(f64::from(n))]);
    let book = write_table("Клиенты", &headers(), &KINDS, rows).unwrap();
    let sheet = read_sheet("out.xlsx", &book).unwrap();
    assert_eq!(sheet.rows.len(), 100_001);
    assert!(
        sheet.rows[100_000] == [Cell::Text("Клиент 99999".into()), Cell::Empty, Cell::Empty, Cell::Number(99_999.0)]
    );
}

#[test]
fn a_note_longer_than_excel_allows_is_cut_and_not_an_error() {
    let book = write_table("", &headers(), &KINDS, [vec![Value::Text("щ".repeat(40_000))]]).unwrap();
    let sheet = read_sheet("out.xlsx", &book).unwrap();
    assert_eq!((sheet.name.as_str(), sheet.rows[1][0].text().chars().count()), ("Adelante", 32_767));
}
