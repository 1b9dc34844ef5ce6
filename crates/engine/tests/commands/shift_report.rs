//! What a shift took, on the X and the Z report, and what should be done before the close.

use adelante_base::Clock;
use adelante_testkit::TestSalon;
use serde_json::{Value, json};

use crate::drawer::report;

fn pay(salon: &TestSalon, visit: &str, cash: i64, card: i64) -> Value {
    let payments: Vec<Value> = [("cash", cash), ("card", card)]
        .into_iter()
        .filter(|(_, minor)| *minor > 0)
        .map(|(kind, minor)| json!({ "method_id": salon.method(kind), "amount_minor": minor }))
        .collect();
    salon.must("take_payment", json!({ "appointment_id": visit, "payments": payments, "after": "keep" }))
}

fn of_kind<'a>(report: &'a Value, kind: &str) -> &'a Value {
    report["by_method"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap()
}

#[test]
fn a_shift_says_what_it_took_by_method_what_it_gave_back_and_the_vat_inside() {
    let salon = TestSalon::new(1);
    let (first, second) = (salon.book(600, &[0], 2), salon.book(700, &[1], 2));
    pay(&salon, &first, 300_000, 700_000);
    let voided = pay(&salon, &second, 500_000, 100_000);
    salon.must("void_receipt", json!({ "receipt_id": voided["receipt_id"], "reason": "не та услуга" }));
    pay(&salon, &second, 0, 1_160_000);
    let shown = report(&salon);
    assert_eq!((shown["sales_count"].as_u64(), shown["voids_count"].as_u64()), (Some(3), Some(1)));
    assert_eq!((shown["first_number"].as_str(), shown["last_number"].as_str()), (Some("K1-000001"), Some("K1-000004")));
    let cash = of_kind(&shown, "cash");
    assert_eq!((cash["taken_minor"].as_i64(), cash["returned_minor"].as_i64()), (Some(800_000), Some(500_000)));
    let card = of_kind(&shown, "card");
    assert_eq!((card["taken_minor"].as_i64(), card["returned_minor"].as_i64()), (Some(1_960_000), Some(100_000)));
    assert_eq!(shown["shift"]["total_minor"], 2_160_000);
    // 16 % inside 10 000.00 and 11 600.00; what was voided leaves nothing.
    assert_eq!(shown["vat"], json!([{ "vat_bp": 1600, "amount_minor": 2_160_000, "vat_minor": 297_931 }]));
    assert_eq!(shown["cash"]["taken_minor"], 800_000);
    assert_eq!(shown["cash"]["returned_minor"], 500_000);
    assert_eq!(shown["cash"]["expected_minor"], 300_000);
    let empty = TestSalon::new(2);
    let shown = report(&empty);
    assert_eq!((shown["vat"].clone(), shown["first_number"].clone()), (json!([]), json!("")));
}

#[test]
fn rates_that_changed_within_a_shift_are_told_apart() {
    let salon = TestSalon::new(3);
    let visit = salon.book(600, &[1], 2);
    pay(&salon, &visit, 0, 116_000);
    let mut fields = adelante_testkit::salon_fields();
    fields["vat_bp"] = json!(1_200);
    salon.must("update_salon", json!({ "salon": fields }));
    pay(&salon, &visit, 0, 112_000);
    let expected = json!([
        { "vat_bp": 1600, "amount_minor": 116_000, "vat_minor": 16_000 },
        { "vat_bp": 1200, "amount_minor": 112_000, "vat_minor": 12_000 },
    ]);
    assert_eq!(report(&salon)["vat"], expected);
}

#[test]
fn tips_and_discounts_stand_on_the_report_of_the_shift_that_took_the_money() {
    let salon = TestSalon::new(4);
    let (first, second) = (salon.book(600, &[0, 2], 2), salon.book(720, &[0], 3));
    let line = salon.must("get_appointment", json!({ "appointment_id": first }))["lines"][0]["line_id"].clone();
    salon.must(
        "set_discount",
        json!({ "appointment_id": first, "line_ids": [line], "discount": { "amount": 100_000 }, "reason": "день рождения" }),
    );
    let none = report(&salon);
    assert_eq!((none["discounts_count"].as_u64(), none["tips"].clone()), (Some(0), json!([])));
    let paid = salon.must(
        "take_payment",
        json!({
            "appointment_id": first, "after": "keep",
            "payments": [{ "method_id": salon.method("cash"), "amount_minor": 1_000_000, "tip_minor": 105_000 }],
            "tips": [
                { "staff_id": salon.staff[2], "amount_minor": 100_000 },
                { "staff_id": salon.staff[3], "amount_minor": 5_000 },
            ]
        }),
    );
    pay(&salon, &second, 0, 1_000_000);
    let shown = report(&salon);
    assert_eq!((shown["discounts_count"].as_u64(), shown["discounts_minor"].as_i64()), (Some(1), Some(100_000)));
    let tips = json!([
        { "staff_id": salon.staff[2], "name": "Айгерим", "amount_minor": 100_000 },
        { "staff_id": salon.staff[3], "name": "Мария", "amount_minor": 5_000 },
    ]);
    assert_eq!(shown["tips"], tips);
    assert_eq!(of_kind(&shown, "cash")["taken_minor"], 1_105_000);
    assert_eq!(shown["cash"]["expected_minor"], 1_105_000);
    salon.must("void_receipt", json!({ "receipt_id": paid["receipt_id"], "reason": "ошибка" }));
    let shown = report(&salon);
    assert_eq!((shown["discounts_count"].as_u64(), shown["tips"].clone()), (Some(0), json!([])), "nothing is paid");
    assert_eq!(of_kind(&shown, "cash")["returned_minor"], 1_105_000);
}

#[test]
fn money_given_back_is_returned_money_on_the_report() {
    let salon = TestSalon::new(6);
    let visit = salon.book(600, &[0], 2);
    let paid = pay(&salon, &visit, 800_000, 200_000);
    let known = salon.must("get_refundable", json!({ "receipt_id": paid["receipt_id"] }));
    let asked = json!({
        "receipt_id": paid["receipt_id"], "reason": "не понравилось",
        "lines": [{ "line_id": known["lines"][0]["line_id"], "amount_minor": 348_000 }],
        "payments": [{ "method_id": salon.method("cash"), "amount_minor": 348_000 }],
    });
    salon.must("refund_receipt", asked);
    let shown = report(&salon);
    assert_eq!((shown["sales_count"].as_u64(), shown["voids_count"].as_u64()), (Some(1), Some(1)));
    let cash = of_kind(&shown, "cash");
    assert_eq!((cash["taken_minor"].as_i64(), cash["returned_minor"].as_i64()), (Some(800_000), Some(348_000)));
    let drawer = &shown["cash"];
    assert_eq!((drawer["returned_minor"].as_i64(), drawer["out_minor"].as_i64()), (Some(348_000), Some(0)));
    assert_eq!(drawer["expected_minor"], 452_000);
    assert_eq!(shown["vat"][0]["amount_minor"], 652_000);
}

#[test]
fn the_checklist_names_open_and_unpaid_visits_of_the_shifts_day_and_prints_that_wait() {
    let salon = TestSalon::new(5);
    let list = || salon.must("get_close_checklist", json!({}))["items"].clone();
    assert_eq!(list(), json!([]));
    let (first, second) = (salon.book(540, &[0], 2), salon.book(600, &[0], 2));
    let line = json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] });
    let tomorrow = json!({ "day": "2026-11-22", "start_min": 600, "lines": [line] });
    salon.must("book_appointment", tomorrow);
    assert_eq!(list(), json!([{ "matter": "visits_open", "count": 2, "amount_minor": 0 }]));
    salon.must("set_appointment_status", json!({ "appointment_id": first, "status": "no_show" }));
    salon.must("set_appointment_status", json!({ "appointment_id": second, "status": "completed" }));
    pay(&salon, &second, 300_000, 0);
    assert_eq!(list(), json!([{ "matter": "visits_unpaid", "count": 1, "amount_minor": 700_000 }]));
    let store = salon.engine.store();
    store
        .write_local(|connection| adelante_store::local::set_preference(connection, "print_after_payment", "yes"))
        .unwrap();
    pay(&salon, &second, 700_000, 0);
    let waits = json!([{ "matter": "prints_waiting", "count": 1, "amount_minor": 0 }]);
    assert_eq!(list(), waits);
    let (here, now) = (adelante_store::job::Place::Here, salon.clock.now());
    let job = adelante_store::job::waiting(&store.read().unwrap(), here, now, 1).unwrap();
    for _ in 0..adelante_store::job::TRIES_MAX {
        store.job_failed(job[0].id, "paper out", now).unwrap();
    }
    assert_eq!(list(), waits, "it failed and nobody has printed it");
    store.job_done(job[0].id, salon.clock.now()).unwrap();
    assert_eq!(list(), json!([]));
    salon.must("close_shift", json!({}));
    assert_eq!(list(), json!([]), "nothing to close");
}
