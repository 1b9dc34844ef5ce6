//! A desk with a receipt printer in the network: what is printed, when the drawer opens, what
//! waits when the printer is off.

use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use adelante_host::Desk;
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::common::{Place, ask};

const PATIENCE: Duration = Duration::from_secs(10);
const KICK: &[u8] = &[0x1B, b'p', 0];
const PICTURE: &[u8] = &[0x1D, b'v', b'0', 0];

/// A printer that takes everything.
fn printer(listener: TcpListener) -> Receiver<Vec<u8>> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        for connection in listener.incoming() {
            let mut bytes = Vec::new();
            connection.unwrap().read_to_end(&mut bytes).unwrap();
            if send.send(bytes).is_err() {
                return;
            }
        }
    });
    receive
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Height of the pictures in dots.
fn rows(bytes: &[u8]) -> usize {
    let heads = bytes.windows(8).filter(|window| window.starts_with(PICTURE) && window[4..6] == [72, 0]);
    heads.map(|window| usize::from(window[6]) | usize::from(window[7]) << 8).sum()
}

fn device(address: &str) -> Value {
    json!({ "kind": "network", "address": address })
}

/// A salon with an open shift and a visit of 1 000.
fn visit(desk: &Arc<Desk>) -> Value {
    let staff = json!({ "name": "Мадина", "role": "master", "in_calendar": true });
    let staff = ask(desk, "create_staff_member", json!({ "staff": staff })).unwrap();
    let service = json!({ "category": "Волосы", "name": "Стрижка", "duration_min": 30, "price_minor": 100_000 });
    let services = ask(desk, "create_services", json!({ "services": [service] })).unwrap();
    ask(desk, "open_shift", json!({})).unwrap();
    let booking = json!({ "day": "2026-11-21", "start_min": 600, "override_conflicts": true,
        "lines": [{ "service_id": services["service_ids"][0], "staff_id": staff["staff_id"] }] });
    ask(desk, "book_appointment", booking).unwrap()["appointment_id"].clone()
}

fn pay(desk: &Arc<Desk>, visit: &Value) -> Value {
    let salon = ask(desk, "get_salon", json!({})).unwrap();
    let cash = salon["methods"].as_array().unwrap().iter().find(|method| method["kind"] == "cash").unwrap();
    let payment = json!({ "method_id": cash["method_id"], "amount_minor": 100_000, "tendered_minor": 100_000 });
    let input = json!({ "appointment_id": visit, "payments": [payment], "after": "keep" });
    ask(desk, "take_payment", input).unwrap()["receipt_id"].clone()
}

#[test]
fn a_receipt_is_printed_once_and_then_as_a_copy() {
    let place = Place::new();
    let desk = place.salon();
    let receipt = pay(&desk, &visit(&desk));
    let wanted = json!({ "receipt_id": receipt, "format": "" });
    assert_eq!(ask(&desk, "print_receipt", wanted.clone()).unwrap_err().code, ErrorCode::NoPrinter);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let paper = printer(listener);
    ask(&desk, "choose_printer", json!({ "printer": "", "device": device(&address) })).unwrap();
    let print = || {
        ask(&desk, "print_receipt", wanted.clone()).unwrap();
        rows(&paper.recv_timeout(PATIENCE).unwrap())
    };
    let (first, second, third) = (print(), print(), print());
    assert!(first > 400, "{first} rows are no receipt");
    assert!(second > first + 20, "{second} rows have no room for the mark of a copy over {first}");
    assert_eq!(third, second);
}

#[test]
fn a_text_printer_gets_letters_where_it_has_them_all_and_a_picture_otherwise() {
    let place = Place::new();
    let desk = place.salon();
    let receipt = pay(&desk, &visit(&desk));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut text = device(&listener.local_addr().unwrap().to_string());
    let paper = printer(listener);
    text["mode"] = json!("text");
    ask(&desk, "choose_printer", json!({ "printer": "", "device": text })).unwrap();
    ask(&desk, "print_receipt", json!({ "receipt_id": receipt, "format": "" })).unwrap();
    let bytes = paper.recv_timeout(PATIENCE).unwrap();
    // 'Стрижка' in code page 866.
    assert!(has(&bytes, &[0x91, 0xE2, 0xE0, 0xA8, 0xA6, 0xAA, 0xA0]) && !has(&bytes, PICTURE));
    let mut fields = ask(&desk, "get_salon", json!({})).unwrap()["salon"].clone();
    fields["name"] = json!("Әсем");
    ask(&desk, "update_salon", json!({ "salon": fields })).unwrap();
    let shift = ask(&desk, "get_shift", json!({})).unwrap()["shift"]["shift_id"].clone();
    ask(&desk, "print_shift_report", json!({ "shift_id": shift })).unwrap();
    assert!(has(&paper.recv_timeout(PATIENCE).unwrap(), PICTURE), "Kazakh letters are in no code page");
}

#[test]
fn the_drawer_opens_only_where_there_is_one_and_is_recorded() {
    let place = Place::new();
    let desk = place.salon();
    let openings = || {
        let history = ask(&desk, "list_history", json!({ "limit": 50 })).unwrap();
        history["entries"].as_array().unwrap().iter().filter(|one| one["kind"] == "drawer_opened").count()
    };
    assert_eq!(ask(&desk, "open_drawer", json!({})).unwrap_err().code, ErrorCode::NoDrawer);
    assert_eq!(openings(), 0);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let paper = printer(listener);
    ask(&desk, "choose_printer", json!({ "printer": "", "device": device(&address) })).unwrap();
    ask(&desk, "open_drawer", json!({})).unwrap();
    assert!(has(&paper.recv_timeout(PATIENCE).unwrap(), KICK));
    assert_eq!(openings(), 1);
}

#[test]
fn what_a_printer_that_is_off_did_not_print_waits_with_its_reason() {
    let place = Place::new();
    let desk = place.salon();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    drop(listener);
    let chosen = json!({ "printer": "", "print_after_payment": true, "device": device(&address) });
    ask(&desk, "choose_printer", chosen).unwrap();
    pay(&desk, &visit(&desk));
    let queue = || ask(&desk, "list_print_jobs", json!({})).unwrap();
    assert_eq!(
        (queue()["jobs"][0]["number"].clone(), queue()["opens_drawer"].clone()),
        (json!("K1-000001"), json!(true))
    );
    let job = json!({ "job_id": queue()["jobs"][0]["job_id"] });
    for tries in 1..=5 {
        let error = ask(&desk, "retry_print_job", job.clone()).unwrap_err();
        assert_eq!((error.code, error.facts["where"].as_str()), (ErrorCode::PrinterUnreachable, address.as_str()));
        let shown = queue()["jobs"][0].clone();
        assert_eq!(
            (shown["tries"].clone(), shown["error"]["code"].clone()),
            (json!(tries), json!("printer_unreachable"))
        );
        assert_eq!(shown["failed"], json!(tries == 5));
    }
    let paper = printer(TcpListener::bind(&address).unwrap());
    ask(&desk, "retry_print_job", job.clone()).unwrap();
    assert!(has(&paper.recv_timeout(PATIENCE).unwrap(), PICTURE));
    assert_eq!(queue()["jobs"], json!([]));
    assert_eq!(ask(&desk, "discard_print_job", job).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn a_setup_that_cannot_be_is_refused() {
    let place = Place::new();
    let desk = place.salon();
    for (field, value) in
        [("copies", json!(9)), ("address", json!("two words")), ("paper", json!("a4")), ("path", json!("/dev/\u{7}"))]
    {
        let mut wrong = device("10.0.0.5");
        wrong[field] = value;
        let error = ask(&desk, "choose_printer", json!({ "printer": "", "device": wrong })).unwrap_err();
        assert_eq!(error.facts["field"].as_str(), field, "{error:?}");
    }
    let mut kept = device("10.0.0.5");
    kept["paper"] = json!("58mm");
    ask(&desk, "choose_printer", json!({ "printer": "", "device": kept })).unwrap();
    drop(desk);
    let list = ask(&place.open(), "list_print_jobs", json!({})).unwrap();
    assert_eq!(list["paper"], "58mm", "the desk remembers its printer");
}

#[test]
fn a_logo_is_made_of_a_picture_and_nothing_else() {
    let place = Place::new();
    let desk = place.salon();
    let logo = |bytes: &[u8]| {
        use base64::Engine as _;
        let content = base64::engine::general_purpose::STANDARD.encode(bytes);
        ask(&desk, "read_logo", json!({ "content_base64": content }))
    };
    let made = logo(include_bytes!("../../../../tests/fixtures/logo.png")).unwrap();
    assert_eq!((made["width"].clone(), made["height"].clone()), (json!(360), json!(150)));
    assert_eq!(logo(b"GIF89a").unwrap_err().code, ErrorCode::NotAPicture);
    assert_eq!(logo(&vec![0; (1 << 20) + 1]).unwrap_err().code, ErrorCode::FileTooLarge);
    let template = json!({ "header": "Ногти", "footer": "", "qr": "", "show_client": true, "show_staff": true,
        "show_discount": true, "language": "kk", "logo_base64": made["logo_base64"] });
    ask(&desk, "set_receipt_template", json!({ "template": template })).unwrap();
    for paper in ["80mm", "58mm", "a4"] {
        let pages = ask(&desk, "preview_receipt_template", json!({ "template": template, "paper": paper })).unwrap();
        assert_eq!(pages["pages_base64"].as_array().unwrap().len(), 1, "{paper}");
    }
}

#[test]
fn a_certificate_is_given_on_paper_and_the_same_file_twice() {
    let place = Place::new();
    let desk = place.salon();
    ask(&desk, "open_shift", json!({})).unwrap();
    let bill = ask(&desk, "start_sale", json!({})).unwrap()["appointment_id"].clone();
    let sold = json!({ "appointment_id": bill, "value_minor": 100_000, "valid_until": "2027-11-21" });
    let code = ask(&desk, "add_certificate", sold).unwrap()["code"].clone();
    let wanted = json!({ "code": code, "recipient": "Айгүл", "wish": "С днём рождения!" });
    let early = ask(&desk, "save_certificate", wanted.clone()).unwrap_err();
    assert_eq!(early.code, ErrorCode::NotFound, "before its bill is paid it is worth nothing");
    let salon = ask(&desk, "get_salon", json!({})).unwrap();
    let cash = salon["methods"].as_array().unwrap().iter().find(|method| method["kind"] == "cash").unwrap();
    let payment = json!({ "method_id": cash["method_id"], "amount_minor": 100_000, "tendered_minor": 100_000 });
    let input = json!({ "appointment_id": bill, "payments": [payment], "after": "complete" });
    ask(&desk, "take_payment", input).unwrap();
    let file = ask(&desk, "save_certificate", wanted.clone()).unwrap();
    assert_eq!(file["file_name"], format!("{}.pdf", code.as_str().unwrap()));
    assert_eq!(ask(&desk, "save_certificate", wanted.clone()).unwrap(), file);
    let pages = ask(&desk, "preview_certificate", wanted.clone()).unwrap();
    assert_eq!(pages["pages_base64"].as_array().unwrap().len(), 1);
    assert!(pages["width"].as_u64() > pages["height"].as_u64(), "across");
    let long = json!({ "code": code, "recipient": "А".repeat(81) });
    assert_eq!(ask(&desk, "preview_certificate", long).unwrap_err().code, ErrorCode::TooLong);
    assert_eq!(ask(&desk, "print_certificate", wanted.clone()).unwrap_err().code, ErrorCode::NoPrinter);

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let printed = printer(listener);
    ask(&desk, "choose_printer", json!({ "printer": "", "device": device(&address) })).unwrap();
    ask(&desk, "print_certificate", wanted).unwrap();
    assert!(has(&printed.recv_timeout(PATIENCE).unwrap(), PICTURE), "a strip of the roll");
}
