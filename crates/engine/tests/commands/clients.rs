//! The client's card and the search that forgives.

use adelante_testkit::TestSalon;
use adelante_wire::ErrorCode;
use serde_json::json;

#[test]
fn a_client_is_found_by_any_beginning_any_digits_the_wrong_layout_and_one_typo() {
    let salon = TestSalon::new(1);
    salon.must(
        "create_client",
        json!({ "client": { "first_name": "Сауле", "last_name": "Нургалиева", "phones": ["8 (701) 455-12-80"] } }),
    );
    salon.must(
        "create_client",
        json!({ "client": { "first_name": "Алёна", "last_name": "Королёва", "phones": ["+380501234567"] } }),
    );
    for (typed, expected) in [
        ("нург", "Сауле Нургалиева"),
        ("сау нур", "Сауле Нургалиева"),
        ("saule", "Сауле Нургалиева"),
        ("cfekt", "Сауле Нургалиева"),
        ("ыфгду", "Сауле Нургалиева"),
        ("нургалеева", "Сауле Нургалиева"),
        ("80501234567", "Алёна Королёва"),
        ("королева", "Алёна Королёва"),
        ("234567", "Алёна Королёва"),
        ("омароав", "Гульнара Омарова"),
        ("5547", "Гульнара Омарова"),
    ] {
        let found = salon.must("search_clients", json!({ "text": typed, "limit": 10 }));
        let names: Vec<&str> =
            found["clients"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
        assert!(names.contains(&expected), "{typed}: {names:?}");
    }
    for typed in ["ъъъъъ", "qqqqqqqq", "аааа", "ггггг", "vvvvv vvvv"] {
        let nobody = salon.must("search_clients", json!({ "text": typed, "limit": 10 }));
        assert_eq!(nobody, json!({ "clients": [], "forgiven": false }), "{typed}");
    }
}

#[test]
fn a_card_that_cannot_be_saved_says_which_field() {
    let salon = TestSalon::new(2);
    let refused = |client| salon.call("create_client", json!({ "client": client })).unwrap_err();
    assert_eq!(refused(json!({})).code, ErrorCode::Required);
    assert_eq!(refused(json!({ "first_name": "А", "phones": ["12"] })).code, ErrorCode::BadPhone);
    assert_eq!(refused(json!({ "first_name": "А", "email": "a@" })).code, ErrorCode::BadEmail);
    let long = refused(json!({ "first_name": "я".repeat(101) }));
    assert_eq!((long.code, long.facts["field"].as_str()), (ErrorCode::TooLong, "first_name"));
    assert_eq!(refused(json!({ "first_name": "А", "discount_bp": 10_001 })).code, ErrorCode::OutOfRange);
    assert_eq!(refused(json!({ "first_name": "А", "unknown": 1 })).code, ErrorCode::BadInput);
}

#[test]
fn phones_are_stored_in_one_form_and_shown_in_the_countrys() {
    let salon = TestSalon::new(3);
    let made = salon.must(
        "create_client",
        json!({ "client": { "first_name": "А", "phones": ["8 701 455 12 80", "+7 (701) 4551280", "87770001122"] } }),
    );
    let card = salon.must("get_client", json!({ "client_id": made["client_id"] }));
    assert_eq!(card["client"]["phones"], json!(["+77014551280", "+77770001122"]));
    assert_eq!(card["phones"][0]["e164"], "+77014551280");
}

#[test]
fn an_import_fills_known_clients_keeps_relatives_apart_and_skips_what_is_known() {
    let salon = TestSalon::new(4);
    let row = |row: u32, first: &str, last: &str, phone: &str| json!({ "row": row, "client": { "first_name": first, "last_name": last, "phones": [phone], "note": "из файла" } });
    let report = salon.must(
        "import_clients",
        json!({ "rows": [
        row(2, "Гульнара", "Омарова", "+77023105547"),
        row(3, "Дочь", "Другова", "+77023105547"),
        row(4, "Новая", "Клиентка", "+77010001122"),
        row(5, "Новая", "Клиентка", "+77010001122"),
    ] }),
    );
    assert_eq!(report["counts"], json!({ "read": 4, "created": 2, "updated": 1, "skipped": 1, "rejected": 0 }));
    let card = salon.must("get_client", json!({ "client_id": salon.clients[0] }));
    assert_eq!(card["client"]["note"], "из файла");
    salon.assert_sound();
}
