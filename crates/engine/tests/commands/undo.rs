//! Undo restores, redo does again, and neither overwrites what others did.

use adelante_testkit::TestSalon;
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::drawer::balance;
use crate::samples::{Sample, mutations, sample};

#[test]
fn whatever_can_be_undone_leaves_the_salon_as_it_was_and_redo_does_it_again() {
    let mut undone = 0;
    for command in mutations().filter(|command| !matches!(*command, "undo" | "redo")) {
        let Sample { salon, input } = sample(command);
        let before = salon.living();
        salon.must(command, input);
        let after = salon.living();
        let list = salon.must("list_undo", json!({}));
        let history = salon.must("list_history", json!({ "limit": 1 }));
        let kind = history["entries"][0]["undo"].as_str().unwrap().to_owned();
        if kind != "inverse" && kind != "mixed" {
            let id = history["entries"][0]["operation_id"].clone();
            assert_eq!(
                salon.call("undo", json!({ "operation_id": id })).unwrap_err().code,
                ErrorCode::CannotUndo,
                "{command}"
            );
            continue;
        }
        assert_eq!(list["undo"][0]["kind"], history["entries"][0]["kind"], "{command}");
        salon.must("undo", json!({}));
        if kind == "inverse" {
            assert_eq!(salon.living(), before, "{command} was not undone");
        }
        salon.assert_sound();
        salon.must("redo", json!({}));
        if kind == "inverse" {
            assert_eq!(salon.living(), after, "{command} was not redone");
        }
        salon.assert_sound();
        undone += 1;
    }
    assert!(undone > 10);
}

#[test]
fn a_completed_visit_is_undone_as_one_and_its_facts_are_answered() {
    let salon = TestSalon::new(4);
    let visit = salon.book(600, &[0], 2);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    let client = salon.must("get_client", json!({ "client_id": salon.clients[0] }));
    assert_eq!(client["stats"]["debt_minor"], 1_000_000);
    salon.must("undo", json!({}));
    let client = salon.must("get_client", json!({ "client_id": salon.clients[0] }));
    assert_eq!((client["stats"]["debt_minor"].as_i64(), client["stats"]["visits"].as_i64()), (Some(0), Some(0)));
    salon.assert_sound();
}

/// What the ledger says was sold, VAT in it.
fn revenue(salon: &TestSalon) -> i64 {
    -(balance(salon, "service_revenue") + balance(salon, "vat_payable"))
}

#[test]
fn a_completion_undone_and_one_taken_back_and_undone_are_sold_exactly_once_or_not_at_all() {
    let salon = TestSalon::new(14);
    let visit = salon.book(600, &[0], 2);
    let set = |status: &str| salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": status }));
    set("completed");
    assert_eq!((revenue(&salon), balance(&salon, "client_receivable")), (1_000_000, 1_000_000));
    salon.must("undo", json!({}));
    assert_eq!((revenue(&salon), balance(&salon, "client_receivable")), (0, 0));
    salon.must("redo", json!({}));
    assert_eq!((revenue(&salon), balance(&salon, "client_receivable")), (1_000_000, 1_000_000));
    set("in_progress");
    assert_eq!((revenue(&salon), balance(&salon, "client_receivable")), (0, 0));
    salon.must("undo", json!({}));
    assert_eq!((revenue(&salon), balance(&salon, "client_receivable")), (1_000_000, 1_000_000));
    salon.assert_sound();
}

#[test]
fn undo_never_makes_a_visit_contradict_its_money() {
    let salon = TestSalon::new(15);
    let last = || salon.must("list_undo", json!({}))["undo"][0]["operation_id"].clone();
    let refused = |operation: &Value| salon.call("undo", json!({ "operation_id": operation })).unwrap_err().code;
    let discount = |visit: &str, discount: Value| {
        salon.must("set_discount", json!({ "appointment_id": visit, "discount": discount, "reason": "акция" }));
        last()
    };

    let dearer = salon.book(600, &[0], 2);
    discount(&dearer, json!({ "percent_bp": 2_000 }));
    let taken_off = discount(&dearer, json!("none"));
    salon.pay_cash(&dearer, 1_000_000, "keep").unwrap();
    assert_eq!(refused(&taken_off), ErrorCode::HasMoney, "cheaper than what is paid");

    let done = salon.book(720, &[0], 2);
    let given = discount(&done, json!({ "percent_bp": 2_000 }));
    salon.must("set_appointment_status", json!({ "appointment_id": done, "status": "completed" }));
    assert_eq!(refused(&given), ErrorCode::BadStatus, "other than what was sold");

    let back = salon.book(840, &[0], 2);
    salon.must("set_appointment_status", json!({ "appointment_id": back, "status": "cancelled" }));
    salon.must("set_appointment_status", json!({ "appointment_id": back, "status": "booked" }));
    let brought_back = last();
    salon.pay_cash(&back, 100, "keep").unwrap();
    assert_eq!(refused(&brought_back), ErrorCode::HasMoney, "called off with money on it");
    salon.assert_sound();
}

#[test]
fn several_changes_of_one_visit_are_undone_and_redone_one_after_the_other() {
    let salon = TestSalon::new(9);
    let visit = salon.book(600, &[0], 2);
    let mut states = vec![salon.living()];
    for start in [660, 720, 780] {
        salon.must("move_appointment", json!({ "appointment_id": visit, "day": "2026-11-21", "start_min": start }));
        states.push(salon.living());
    }
    for state in states.iter().rev().skip(1) {
        salon.must("undo", json!({}));
        assert_eq!(salon.living(), *state);
    }
    salon.must("undo", json!({}));
    salon.must("redo", json!({}));
    for state in states.iter().skip(1) {
        salon.must("redo", json!({}));
        assert_eq!(salon.living(), *state);
    }
    salon.assert_sound();
}

#[test]
fn undo_is_refused_where_somebody_changed_the_same_thing_since_and_says_who() {
    let salon = TestSalon::new(5);
    let visit = salon.book(600, &[0], 2);
    let receptionist = adelante_engine::Caller::Staff(salon.staff[1].parse().unwrap());
    let first = json!({ "appointment_id": visit, "day": "2026-11-21", "start_min": 660 });
    let moved = json!({ "appointment_id": visit, "day": "2026-11-21", "start_min": 720 });
    salon.must("move_appointment", first);
    salon.call_as(receptionist, "move_appointment", moved).unwrap();
    let refused = salon.call("undo", json!({})).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ChangedSince);
    assert_eq!(refused.facts["who"], "Ольга");
    assert_eq!(refused.facts["kind"], "appointment_moved");
}

#[test]
fn a_client_who_has_a_visit_is_not_undone_away() {
    let salon = TestSalon::new(6);
    let made = salon.must("create_client", json!({ "client": { "first_name": "Новая" } }));
    let line = json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] });
    let id = salon.must("list_undo", json!({}))["undo"][0]["operation_id"].clone();
    salon.must(
        "book_appointment",
        json!({ "client_id": made["client_id"], "day": "2026-11-21", "start_min": 600, "lines": [line] }),
    );
    assert_eq!(salon.call("undo", json!({ "operation_id": id })).unwrap_err().code, ErrorCode::StillUsed);
}

#[test]
fn the_undo_list_survives_a_restart_and_posted_money_is_not_on_it() {
    let salon = TestSalon::new(7);
    let visit = salon.book(600, &[0], 2);
    salon.pay_cash(&visit, 1_000_000, "keep").unwrap();
    let store = adelante_store::Store::open(salon.path(), &adelante_store::Key::from_bytes([7; 32])).unwrap();
    let again = adelante_engine::Engine::new(store, salon.clock.clone(), salon.ids.clone(), "test").unwrap();
    let list =
        again.call(&adelante_testkit::call("list_undo", json!({}), None), adelante_engine::Caller::Program).unwrap();
    assert_eq!(list["undo"][0]["kind"], "appointment_booked");
    assert_eq!(salon.call("undo", json!({})).unwrap_err().code, ErrorCode::StillUsed);
}

#[test]
fn an_import_of_many_rows_is_one_undo() {
    let salon = TestSalon::new(8);
    let before = salon.living();
    let row = |n: i64| json!({ "row": n, "client": { "first_name": format!("Клиент{n}"), "phones": [format!("+7701{:07}", 1_000_000 + n)] } });
    let rows: Vec<_> = (0..1_500).map(row).collect();
    let report = salon.must("import_clients", json!({ "rows": rows }));
    assert_eq!(report["counts"]["created"], 1_500);
    let history = salon.must("list_history", json!({ "limit": 5 }));
    assert_eq!(history["entries"][0]["kind"], "clients_imported");
    assert!(history["entries"][0]["operations"].as_u64().unwrap() > 1);
    salon.assert_sound();
    salon.must("undo", json!({}));
    assert_eq!(salon.living(), before);
    salon.assert_sound();
    salon.must("redo", json!({}));
    let page = salon.must("list_clients", json!({ "limit": 1 }));
    assert_eq!(page["total"], 1_502);
    salon.assert_sound();
}

#[test]
fn history_is_of_everything_of_a_table_or_of_one_row() {
    let salon = TestSalon::new(9);
    let visit = salon.book(600, &[0], 2);
    let rows: Vec<_> =
        (0..1_500).map(|n| json!({ "row": n + 2, "client": { "first_name": format!("Клиент {n}") } })).collect();
    salon.must("import_clients", json!({ "rows": rows }));
    let kinds = |wanted| {
        let history = salon.must("list_history", wanted);
        let entries = history["entries"].as_array().unwrap();
        entries.iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let clients = kinds(json!({ "table": "client", "limit": 50 }));
    assert_eq!(clients, ["clients_imported", "client_created", "client_created"], "an import is one entry");
    assert_eq!(kinds(json!({ "table": "client", "offset": 2, "limit": 1 })), ["client_created"]);
    assert_eq!(kinds(json!({ "table": "appointment", "limit": 50 })), ["appointment_booked"]);
    assert_eq!(kinds(json!({ "table": "appointment", "row": visit, "limit": 50 })), ["appointment_booked"]);
    assert!(kinds(json!({ "limit": 200 })).len() > 6);
    let booked = salon.must("list_history", json!({ "table": "appointment", "limit": 1 }));
    let tables = booked["entries"][0]["changes"].as_array().unwrap().iter().map(|change| change["table"].clone());
    assert!(tables.clone().count() > 0 && tables.clone().all(|table| table == "appointment"), "{booked}");
    for wrong in [json!({ "table": "no_such", "limit": 1 }), json!({ "row": visit, "limit": 1 })] {
        assert_eq!(salon.call("list_history", wrong).unwrap_err().code, ErrorCode::BadInput);
    }
}
