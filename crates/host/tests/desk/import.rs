//! Import and export of clients with a real salon file.

use std::sync::{Mutex, mpsc};
use std::time::Duration;

use crate::common::{Place, ask, client, names};
use adelante_wire::{ErrorCode, ImportPreview, ImportReport};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

const FILE: &str = "Имя;Телефон;Заметка\n\
    Анна;8 701 123 45 67;любит утро\n\
    Анна;+7 (701) 123-45-67;\n\
    ;;ни имени, ни телефона\n\
    Вера;87012223344;\n";

fn read(desk: &adelante_host::Desk, name: &str, bytes: &[u8]) -> Result<ImportPreview, adelante_wire::CommandError> {
    let input = json!({ "file_name": name, "content_base64": BASE64.encode(bytes) });
    ask(desk, "read_import", input).map(|answer| serde_json::from_value(answer).unwrap())
}

fn import_id(preview: &ImportPreview) -> Value {
    json!({ "import_id": preview.import_id })
}

#[test]
fn a_file_is_shown_run_once_and_taken_back_by_one_undo() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Дана");
    let preview = read(&desk, "клиенты.csv", FILE.as_bytes()).unwrap();
    assert_eq!(preview.columns.len(), 3);
    let planned = desk.planned_import(preview.import_id).unwrap();
    assert_eq!(names(&desk), ["Дана"], "nothing is written by looking");

    let report = ask(&desk, "run_import", import_id(&preview)).unwrap();
    let first: ImportReport = serde_json::from_value(report.clone()).unwrap();
    assert_eq!(first.counts, planned.counts);
    let counts = (first.counts.read, first.counts.created, first.counts.skipped, first.counts.rejected);
    assert_eq!(counts, (4, 2, 1, 1));
    assert_eq!(first.rejected[0].row, 4);
    assert_eq!(ask(&desk, "run_import", import_id(&preview)).unwrap(), report, "asked again: not done again");
    assert_eq!(names(&desk).len(), 3);
    let why: Vec<Value> = ask(&desk, "list_backups", json!({})).unwrap()["backups"].as_array().unwrap().clone();
    assert_eq!(why[0]["why"], "import");
    assert_eq!(ask(&desk, "get_import_progress", import_id(&preview)).unwrap()["stage"], "done");

    ask(&desk, "undo", json!({})).unwrap();
    assert_eq!(names(&desk), ["Дана"]);
}

#[test]
fn a_second_import_of_the_same_file_changes_nothing() {
    let place = Place::new();
    let desk = place.salon();
    let preview = read(&desk, "a.csv", FILE.as_bytes()).unwrap();
    ask(&desk, "run_import", import_id(&preview)).unwrap();
    let again = read(&desk, "a.csv", FILE.as_bytes()).unwrap();
    assert_eq!(again.counts.created, 0);
    let report = ask(&desk, "run_import", import_id(&again)).unwrap();
    assert_eq!((report["counts"]["created"].as_u64(), report["counts"]["updated"].as_u64()), (Some(0), Some(0)));
    assert_eq!(names(&desk).len(), 2);
}

#[test]
fn a_preview_says_of_known_clients_whether_the_file_has_anything_new() {
    let place = Place::new();
    let desk = place.salon();
    let preview = read(&desk, "a.csv", FILE.as_bytes()).unwrap();
    ask(&desk, "run_import", import_id(&preview)).unwrap();
    let more = FILE.replace("Вера;87012223344;", "Вера;87012223344;из Астаны");
    let again = read(&desk, "a.csv", more.as_bytes()).unwrap();
    let counts = (again.counts.created, again.counts.updated, again.counts.skipped, again.counts.rejected);
    assert_eq!(counts, (0, 1, 2, 1), "Вера has a note now; Анна is as she was, twice");
    let of = |row: u32| again.rows.iter().find(|shown| shown.row == row).unwrap().outcome.as_str();
    assert_eq!([of(2), of(3), of(4), of(5)], ["skipped", "skipped", "rejected", "updated"]);
    let report = ask(&desk, "run_import", import_id(&again)).unwrap();
    assert_eq!(report["counts"], serde_json::to_value(again.counts).unwrap(), "what was shown is what was done");
}

#[test]
fn a_list_without_headers_loses_nobody_and_says_so() {
    let place = Place::new();
    let desk = place.salon();
    let text = "Анна Ким;87011234567\nГость;87021234567\nВера Ли;87031234567\n";
    let preview = read(&desk, "a.csv", text.as_bytes()).unwrap();
    assert_eq!((preview.header_row, preview.counts.read, preview.counts.created), (0, 3, 3));
    assert!(preview.columns.iter().all(|column| column.header.is_empty()));
    ask(&desk, "run_import", import_id(&preview)).unwrap();
    let mut all = names(&desk);
    all.sort();
    assert_eq!(all, ["Анна Ким", "Вера Ли", "Гость"]);
}

#[test]
fn a_running_import_says_how_far_it_is() {
    const ROWS: u32 = 120;
    let place = Place::new();
    let desk = place.salon();
    let row = |n: u32| format!("Клиент {n};+7 705 000 {:02} {:02}\n", n / 100, n % 100);
    let text = "Имя;Телефон\n".to_owned() + &(0..ROWS).map(row).collect::<String>();
    let preview = read(&desk, "a.csv", text.as_bytes()).unwrap();
    // Each piece of news waits until somebody has asked: so it is known what the answer must be.
    let (tell, told) = mpsc::channel();
    let (answered, wait) = mpsc::channel();
    let wait = Mutex::new(wait);
    desk.on_event(move |event| {
        if event.kind == "import_progress" {
            tell.send((event.done, event.total)).unwrap();
            wait.lock().unwrap().recv_timeout(Duration::from_secs(60)).unwrap();
        }
    });
    let mut heard = 0;
    std::thread::scope(|scope| {
        let running = scope.spawn(|| ask(&desk, "run_import", import_id(&preview)).unwrap());
        loop {
            let (done, total) = told.recv_timeout(Duration::from_secs(60)).unwrap();
            let state = ask(&desk, "get_import_progress", import_id(&preview)).unwrap();
            assert_eq!(state, json!({ "done": done, "total": total, "stage": "running" }));
            assert_eq!(total, ROWS);
            heard += 1;
            answered.send(()).unwrap();
            if done == total {
                break;
            }
        }
        assert_eq!(running.join().unwrap()["counts"]["created"], ROWS);
    });
    assert_eq!(heard, 60, "every fiftieth part of the file, in whole rows");
    let state = ask(&desk, "get_import_progress", import_id(&preview)).unwrap();
    assert_eq!(state, json!({ "done": ROWS, "total": ROWS, "stage": "done" }));
}

#[test]
fn columns_are_corrected_by_hand() {
    let place = Place::new();
    let desk = place.salon();
    let preview = read(&desk, "a.csv", "Имя;Когда звонить\nАнна;утром\nВера;вечером\n".as_bytes()).unwrap();
    let mapped = json!({ "import_id": preview.import_id, "fields": ["first_name", "note"] });
    let mapped = ask(&desk, "map_import", mapped).unwrap();
    assert_eq!(mapped["counts"]["created"], 2);
    let wrong = json!({ "import_id": preview.import_id, "fields": ["first_name"] });
    assert_eq!(ask(&desk, "map_import", wrong).unwrap_err().code, ErrorCode::BadInput);
    let nobody = json!({ "import_id": preview.import_id, "fields": ["skip", "note"] });
    ask(&desk, "map_import", nobody).unwrap();
    assert_eq!(ask(&desk, "run_import", import_id(&preview)).unwrap_err().code, ErrorCode::FileNoColumns);
    assert!(names(&desk).is_empty());
}

#[test]
fn files_that_are_no_tables_are_refused_with_what_they_are() {
    let place = Place::new();
    let desk = place.salon();
    for (bytes, code) in [
        (&b""[..], ErrorCode::FileEmpty),
        (b"%PDF-1.7 not a table", ErrorCode::FileNotASheet),
        ("Имя;Телефон\n".as_bytes(), ErrorCode::FileNoRows),
    ] {
        assert_eq!(read(&desk, "a.xlsx", bytes).unwrap_err().code, code);
    }
    let garbage = json!({ "file_name": "a.csv", "content_base64": "not base64!" });
    assert_eq!(ask(&desk, "read_import", garbage).unwrap_err().code, ErrorCode::BadInput);
}

#[test]
fn three_files_wait_and_the_oldest_gives_way() {
    let place = Place::new();
    let desk = place.salon();
    let all: Vec<_> = (0..4).map(|_| read(&desk, "a.csv", FILE.as_bytes()).unwrap()).collect();
    assert_eq!(ask(&desk, "get_import_progress", import_id(&all[0])).unwrap()["stage"], "gone");
    assert_eq!(ask(&desk, "run_import", import_id(&all[0])).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(ask(&desk, "get_import_progress", import_id(&all[1])).unwrap()["stage"], "read");
}

#[test]
fn what_is_exported_comes_back_whole() {
    let (from, to) = (Place::new(), Place::new());
    let desk = from.salon();
    let card = json!({
        "first_name": "Айгүл", "last_name": "Сұлтанова", "phones": ["+77011234567", "+77019876543"],
        "email": "a@example.com", "birthday": "1990-02-03", "allergy": "Латекс", "note": "=1+1; любит утро",
        "source": "2ГИС", "tags": ["VIP"], "discount_bp": 550, "card_number": "000123"
    });
    ask(&desk, "create_client", json!({ "client": card })).unwrap();
    let file = ask(&desk, "export_clients", json!({})).unwrap();
    let bytes = BASE64.decode(file["content_base64"].as_str().unwrap()).unwrap();

    let other = to.salon();
    let preview = read(&other, file["file_name"].as_str().unwrap(), &bytes).unwrap();
    ask(&other, "run_import", import_id(&preview)).unwrap();
    let found = ask(&other, "list_clients", json!({ "limit": 2 })).unwrap();
    let id = found["clients"][0]["client_id"].clone();
    let back = ask(&other, "get_client", json!({ "client_id": id })).unwrap();
    for (field, value) in card.as_object().unwrap() {
        assert_eq!(&back["client"][field], value, "{field}");
    }
}

#[test]
fn rejected_rows_are_given_back_with_the_reason() {
    let place = Place::new();
    let desk = place.salon();
    let preview = read(&desk, "мои клиенты.csv", FILE.as_bytes()).unwrap();
    let file = ask(&desk, "save_import_rejects", import_id(&preview)).unwrap();
    assert!(file["file_name"].as_str().unwrap().starts_with("мои клиенты"));
    let bytes = BASE64.decode(file["content_base64"].as_str().unwrap()).unwrap();
    let sheet = adelante_documents::sheet::read_sheet("rejects.xlsx", &bytes).unwrap();
    assert_eq!(sheet.rows.len(), 2, "the header and the one rejected row");
    let cells: Vec<String> = sheet.rows[1].iter().map(|cell| cell.text().into_owned()).collect();
    assert_eq!(cells[0], "4");
    assert_eq!(cells[1], "Нет ни имени, ни телефона");
    assert!(cells.contains(&"ни имени, ни телефона".to_owned()));
}
