//! Spreadsheets of real programs, of broken ones, and of people with strange ideas.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use adelante_base::Day;
use adelante_documents::sheet::{Found, Limit, MAX_BYTES, Sheet, SheetError, read_sheet};
use adelante_domain::client_import::Cell;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

fn fixture(name: &str) -> Result<Sheet, SheetError> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/clients").join(name);
    read_sheet(name, &std::fs::read(path).unwrap())
}

fn texts(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| cell.text().into_owned()).collect()
}

fn error(result: Result<Sheet, SheetError>) -> SheetError {
    result.err().expect("this file must be refused")
}

fn day(text: &str) -> Cell {
    Cell::Date(text.parse::<Day>().unwrap())
}

/// A one-sheet workbook that `fill` writes.
fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

#[test]
fn a_square_export_comes_through_with_its_quoted_commas() {
    let sheet = fixture("square_export_1.csv").unwrap();
    assert_eq!(sheet.name, "square_export_1");
    assert_eq!(sheet.rows[0].len(), 23);
    assert_eq!(texts(&sheet.rows[0])[..3], ["Reference ID", "First Name", "Last Name"]);
    assert_eq!(sheet.rows.len(), 819);
    assert!(sheet.rows[1..].iter().all(|row| row.len() == 23));
    assert_eq!(sheet.rows[1][19].text(), "$7,528.05");
    assert!(texts(&sheet.rows[2]).iter().any(|cell| cell.starts_with("😀")));
}

#[test]
fn a_fresha_export_loses_its_byte_order_mark_and_keeps_line_breaks_in_notes() {
    let sheet = fixture("fresha_1.csv").unwrap();
    assert_eq!(sheet.rows[0][0].text(), "Client ID");
    assert_eq!(texts(sheet.rows.last().unwrap())[..3], ["512", "Жанна", "Нұрланова"]);
    assert_eq!(sheet.rows.len(), 513);
    assert!(sheet.rows.iter().flatten().any(|cell| cell.text().contains('\n')));
}

#[test]
fn an_old_program_wrote_cp1251_and_semicolons_with_commas_in_numbers() {
    let sheet = fixture("old_program_cp1251_1.csv").unwrap();
    assert_eq!(texts(&sheet.rows[0]), ["№", "ФИО", "Тел.", "Моб. тел.", "Д.р.", "Прим.", "Сумма", "Посл. посещение"]);
    assert_eq!(
        texts(&sheet.rows[1]),
        ["1", "Т?легенова Жанна Петровна", "79160159298", "", "11.09.80", "опаздывает", "955,89", "12.05.24"]
    );
    assert!(sheet.rows.iter().all(|row| row.len() <= 8));
    assert_eq!(sheet.rows.len(), 620);
}

#[test]
fn a_workbook_keeps_its_rows_in_place_and_its_dates_as_dates() {
    let sheet = fixture("yclients_like_1.xlsx").unwrap();
    assert_eq!(sheet.name, "Клиенты");
    assert_eq!(sheet.rows.len(), 1_028);
    assert_eq!(sheet.rows[0][0].text(), "Клиентская база, филиал №1");
    assert!(sheet.rows[1].is_empty(), "the blank row stays, so that numbers of rows are Excel's");
    assert_eq!(sheet.rows[2][0].text(), "Имя");
    assert!(sheet.rows[3][10] == day("2023-04-20"), "a cell with a date format");
    assert_eq!(sheet.rows[3][11].text(), "18.10.2023", "a text that looks like a date stays a text");
    assert!(sheet.rows[3][8] == Cell::Number(840_775.0));
    assert_eq!(sheet.rows[4][7].text(), "'=1+1", "a formula that was saved as a text");
}

#[test]
fn two_header_rows_and_two_hundred_columns_come_through() {
    let sheet = fixture("two_headers_wide_1.xlsx").unwrap();
    assert_eq!(sheet.rows.len(), 208);
    assert_eq!(texts(&sheet.rows[1])[..3], ["Аты", "Тегі", "Телефон"]);
    assert_eq!(sheet.rows[1].len(), 200);
}

#[test]
fn a_workbook_of_an_old_mac_counts_its_days_from_1904() {
    let sheet = fixture("klienty_1904_1.xls").unwrap();
    assert_eq!((sheet.name.as_str(), sheet.rows.len()), ("Клієнти", 310));
    let date = |cell: &Cell| if let Cell::Date(day) = cell { Some(day.to_string()) } else { None };
    let dates: Vec<String> = sheet.rows.iter().flatten().filter_map(date).collect();
    // As LibreOffice shows them.
    assert_eq!(dates.len(), 42);
    assert_eq!(dates[..3], ["1983-01-02", "1995-12-18", "1957-05-04"]);
    assert_eq!(dates[41], "1998-09-13");
    assert_eq!(sheet.rows[1][0].text(), "O'Brien");
}

#[test]
fn what_is_not_a_spreadsheet_is_named_for_what_it_is() {
    assert_eq!(error(fixture("empty.xlsx")), SheetError::Empty);
    assert_eq!(error(fixture("no_rows.xlsx")), SheetError::NoRows);
    assert_eq!(error(fixture("html_as.xls")), SheetError::NotASheet(Found::WebPage));
    assert_eq!(error(fixture("phone_contacts_1.vcf")), SheetError::NotASheet(Found::AddressBook));
    assert_eq!(error(fixture("not_a_sheet.xlsx")), SheetError::NotASheet(Found::Unknown));
    assert!(matches!(error(fixture("truncated.xlsx")), SheetError::Damaged(_)));
    assert_eq!(error(fixture("password.xlsx")), SheetError::Protected);
    for (bytes, found) in [
        (&b"%PDF-1.7 ..."[..], Found::Pdf),
        (b"\x89PNG\r\n\x1a\n....", Found::Picture),
        (b"{\\rtf1 hello}", Found::TextDocument),
        (b"<?xml version=\"1.0\"?><a/>", Found::Structured),
        (b"[{\"name\":\"a\"}]", Found::Structured),
    ] {
        assert_eq!(error(read_sheet("clients.csv", bytes)), SheetError::NotASheet(found));
    }
    assert_eq!(error(read_sheet("a.csv", b" \r\n \n")), SheetError::Empty);
    assert_eq!(error(read_sheet("a.csv", b"name;phone\n")), SheetError::NoRows);
}

#[test]
fn a_cut_off_workbook_is_damaged_wherever_it_is_cut() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/clients/klienty_1904_1.xls");
    let whole = std::fs::read(path).unwrap();
    for share in 1..20 {
        let cut = &whole[..whole.len() * share / 20];
        if let Ok(sheet) = read_sheet("a.xls", cut) {
            assert!(sheet.rows.len() >= 2, "what is read of a cut file is at least a table");
        }
    }
    let book = workbook(|sheet| {
        for row in 0..500 {
            sheet.write_string(row, 0, format!("Клиент {row}")).unwrap();
        }
    });
    for share in 1..20 {
        let result = read_sheet("a.xlsx", &book[..book.len() * share / 20]);
        assert!(matches!(error(result), SheetError::Damaged(_)), "{share}/20");
    }
}

#[test]
fn texts_are_read_in_every_encoding_and_with_every_separator() {
    let table = "Имя{s}Телефон{s}Примечание\r\nАнна Ёлкина{s}+7 701 123-45-67{s}\"окно{s} сад\r\nи «кот»\"\r\nҚызғалдақ{s}2{s}3\r\n";
    for separator in [",", ";", "\t", "|"] {
        let text = table.replace("{s}", separator);
        let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            text.clone().into_bytes(),
            with_mark(b"\xEF\xBB\xBF", text.clone().into_bytes()),
            with_mark(b"\xFF\xFE", utf16(u16::to_le_bytes)),
            with_mark(b"\xFE\xFF", utf16(u16::to_be_bytes)),
            with_mark(format!("sep={separator}\r\n").as_bytes(), text.clone().into_bytes()),
        ] {
            let sheet = read_sheet("C:\\export\\клиенты.csv", &bytes).unwrap();
            assert_eq!(sheet.name, "клиенты");
            assert_eq!(texts(&sheet.rows[0]), ["Имя", "Телефон", "Примечание"]);
            assert_eq!(texts(&sheet.rows[1])[2], format!("окно{separator} сад\r\nи «кот»"));
            assert_eq!(texts(&sheet.rows[2]), ["Қызғалдақ", "2", "3"]);
        }
    }
    let bare: Vec<u8> = "name;phone;note of the client\nAnna;1;\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(texts(&read_sheet("a.csv", &bare).unwrap().rows[1])[..2], ["Anna", "1"]);
}

#[test]
fn even_a_short_list_of_an_old_program_is_read_in_its_letters() {
    let text = "Имя;Телефон;Примечание\r\nАнна Щербакова;87011234567;постоянная\r\nОльга Ёлкина;87017654321;\r\n";
    let ukrainian = "Ім'я;Телефон\r\nЇжакевич Євгенія;0671234567\r\nЛисенко Ірина;0501234567\r\n";
    for (encoding, text) in [
        (encoding_rs::WINDOWS_1251, text),
        (encoding_rs::WINDOWS_1251, ukrainian),
        (encoding_rs::KOI8_U, text),
        (encoding_rs::IBM866, text),
        (encoding_rs::WINDOWS_1254, "Ad;Telefon;Not\r\nGülşen Çiçek;1;sağ\r\nIşıl Öztürk;2;boş\r\n"),
    ] {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy);
        let sheet = read_sheet("a.csv", &bytes).unwrap();
        let first = text.lines().nth(1).and_then(|line| line.split(';').next()).unwrap();
        assert_eq!(sheet.rows[1][0].text(), first, "{}", encoding.name());
    }
}

#[test]
fn a_quote_that_is_never_closed_does_not_swallow_the_table() {
    let mut text = String::from("Имя;Рост\nАнна;\"5 футов\n");
    for row in 0..500 {
        text.push_str(&format!("Клиент {row};{row}\n"));
    }
    let sheet = read_sheet("a.csv", text.as_bytes()).unwrap();
    assert_eq!(sheet.rows.len(), 502);
    assert_eq!(sheet.rows[501][0].text(), "Клиент 499");
}

#[test]
fn a_phone_kept_as_a_number_and_a_formula_are_read_as_the_person_sees_them() {
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("hh:mm");
    let book = workbook(|sheet| {
        sheet.write_string(0, 0, "Телефон").unwrap();
        sheet.write_number(1, 0, 7.701_123_456_7E10).unwrap();
        sheet
            .write_formula(1, 1, rust_xlsxwriter::Formula::new("=CONCATENATE(\"А\",\"нна\")").set_result("Анна"))
            .unwrap();
        sheet.write_datetime_with_format(1, 2, ExcelDateTime::from_ymd(1988, 2, 29).unwrap(), &date).unwrap();
        sheet.write_number_with_format(1, 3, 0.4375, &time).unwrap();
        sheet.write_boolean(1, 4, true).unwrap();
        sheet.write_string(1, 199, "край").unwrap();
    });
    let sheet = read_sheet("book.xlsx", &book).unwrap();
    let row = &sheet.rows[1];
    assert_eq!(texts(row)[..2], ["77011234567", "Анна"]);
    assert!(row[2] == day("1988-02-29") && row[4] == Cell::Bool(true));
    assert_eq!(row[3].text(), "10:30");
    assert_eq!((row.len(), row[199].text().as_ref()), (200, "край"));
}

#[test]
fn the_first_sheet_with_rows_is_read_and_hidden_ones_come_last() {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet().set_name("Служебный").unwrap();
    hidden.set_hidden(true);
    hidden.write_string(0, 0, "x").unwrap();
    hidden.write_string(1, 0, "y").unwrap();
    book.add_worksheet().set_name("Пусто").unwrap().set_active(true).write_string(0, 0, "заголовок").unwrap();
    let full = book.add_worksheet().set_name("Клиенты").unwrap();
    full.write_string(0, 0, "Имя").unwrap();
    full.write_string(1, 0, "Анна").unwrap();
    assert_eq!(read_sheet("book.xlsx", &book.save_to_buffer().unwrap()).unwrap().name, "Клиенты");
}

#[test]
fn files_beyond_the_limits_are_refused_before_they_fill_the_memory() {
    assert_eq!(error(read_sheet("a.csv", &vec![b'a'; MAX_BYTES + 1])), SheetError::TooLarge(Limit::Bytes));
    let wide = vec![";"; 501].concat() + "x\n1\n";
    assert_eq!(error(read_sheet("a.csv", wide.as_bytes())), SheetError::TooLarge(Limit::Columns));
    let long = "a\n".repeat(1_000_001);
    assert_eq!(error(read_sheet("a.csv", long.as_bytes())), SheetError::TooLarge(Limit::Rows));
    let far = workbook(|sheet| {
        sheet.write_string(0, 0, "Имя").unwrap();
        sheet.write_string(1_048_575, 0, "конец").unwrap();
    });
    assert_eq!(error(read_sheet("a.xlsx", &far)), SheetError::TooLarge(Limit::Rows));
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    bomb.start_file("xl/workbook.xml", packed).unwrap();
    bomb.write_all(b"<workbook/>").unwrap();
    bomb.start_file("xl/worksheets/sheet1.xml", packed).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..513 {
        bomb.write_all(&block).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20, "a bomb is small");
    assert_eq!(error(read_sheet("a.xlsx", &bomb)), SheetError::TooLarge(Limit::Unpacked));
}

#[test]
fn a_zip_of_photos_and_a_letter_are_no_spreadsheets() {
    let zip_of = |name: &str| {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(b"x").unwrap();
        archive.finish().unwrap().into_inner()
    };
    assert_eq!(error(read_sheet("a.xlsx", &zip_of("photo.jpg"))), SheetError::NotASheet(Found::Archive));
    assert_eq!(error(read_sheet("a.xlsx", &zip_of("word/document.xml"))), SheetError::NotASheet(Found::TextDocument));
}
