//! Goods, certificates, packages, balances and points: sold, used, brought back.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::{CommandError, ErrorCode};
use proptest::prelude::*;
use serde_json::{Value, json};

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What an account owes (+ debit), over all its owners.
pub fn balance(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

/// A visit of the first client: a haircut for 10 000.
pub fn visit_at(salon: &TestSalon, start_min: u16) -> String {
    let line = json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] });
    let booking = json!({ "client_id": salon.clients[0], "day": TODAY, "start_min": start_min, "lines": [line] });
    text(&salon.must("book_appointment", booking)["appointment_id"])
}

pub fn sale(salon: &TestSalon) -> String {
    text(&salon.must("start_sale", json!({ "client_id": salon.clients[0] }))["appointment_id"])
}

/// A product at 4 500 with so many pieces on the shelf at 2 000 each.
pub fn goods(salon: &TestSalon, pieces: i64) -> String {
    let fields = json!({ "name": "Шампунь", "unit": "piece", "price_minor": 450_000, "min": 2_000 });
    let id = text(&salon.must("save_product", json!({ "product": fields }))["product_id"]);
    let line = json!({ "product_id": id, "quantity": pieces * 1_000, "cost_minor": pieces * 200_000 });
    salon.must("receive_goods", json!({ "lines": [line] }));
    id
}

fn stock(salon: &TestSalon) -> (i64, i64) {
    let list = salon.must("list_products", json!({ "limit": 10 }));
    (list["products"][0]["stock"].as_i64().unwrap(), list["worth_minor"].as_i64().unwrap())
}

pub fn credit(salon: &TestSalon, visit: &str, kind: &str) -> Value {
    let shown = salon.must("get_checkout", json!({ "appointment_id": visit }));
    shown["credits"].as_array().unwrap().iter().find(|one| one["kind"] == kind).cloned().unwrap_or(Value::Null)
}

/// Pays from a credit.
pub fn pay_from(
    salon: &TestSalon,
    visit: &str,
    credit: &Value,
    minor: i64,
    line: Value,
) -> Result<Value, CommandError> {
    salon.call(
        "take_payment",
        json!({ "appointment_id": visit, "after": "complete", "payments": [{
            "method_id": credit["method_id"], "source_id": credit["source_id"], "amount_minor": minor, "line_id": line,
        }] }),
    )
}

#[test]
fn goods_leave_the_shelf_with_the_sale_and_come_back_with_its_void() {
    let salon = TestSalon::new(31);
    let (product, bill) = (goods(&salon, 5), sale(&salon));
    salon.must("add_product", json!({ "appointment_id": bill, "product_id": product, "quantity": 2_000 }));
    assert_eq!(stock(&salon), (5_000, 1_000_000), "on the bill is not sold yet");
    let taken = salon.pay_cash(&bill, 900_000, "complete").unwrap();
    assert_eq!(stock(&salon), (3_000, 600_000));
    assert_eq!((balance(&salon, "cost_of_goods"), balance(&salon, "drawer")), (400_000, 900_000));
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "ошибка" }));
    assert_eq!(stock(&salon), (5_000, 1_000_000));
    for account in ["cost_of_goods", "drawer", "product_revenue", "vat_payable", "client_receivable", "visit_prepaid"] {
        assert_eq!(balance(&salon, account), 0, "{account}");
    }
    assert_eq!(salon.must("get_appointment", json!({ "appointment_id": bill }))["status"], "cancelled");
    salon.assert_sound();
}

#[test]
fn a_refund_of_one_piece_brings_one_piece_back() {
    let salon = TestSalon::new(32);
    let (product, bill) = (goods(&salon, 5), sale(&salon));
    salon.must("add_product", json!({ "appointment_id": bill, "product_id": product, "quantity": 3_000 }));
    let taken = salon.pay_cash(&bill, 1_350_000, "complete").unwrap();
    let line =
        salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }))["lines"][0]["line_id"].clone();
    salon.must(
        "refund_receipt",
        json!({ "receipt_id": taken["receipt_id"], "reason": "брак", "lines": [{ "line_id": line, "amount_minor": 450_000 }],
            "payments": [{ "method_id": salon.method("cash"), "amount_minor": 450_000 }] }),
    );
    assert_eq!(stock(&salon), (3_000, 600_000));
    assert_eq!(balance(&salon, "cost_of_goods"), 400_000);
    salon.assert_sound();
}

#[test]
fn a_certificate_is_owed_until_it_pays_and_never_pays_more_than_it_has() {
    let salon = TestSalon::new(33);
    let bill = sale(&salon);
    let added = salon.must("add_certificate", json!({ "appointment_id": bill, "value_minor": 1_500_000 }));
    salon.pay_cash(&bill, 1_500_000, "complete").unwrap();
    assert_eq!(balance(&salon, "certificates_outstanding"), -1_500_000);
    assert_eq!(balance(&salon, "service_revenue"), 0, "nothing is earned by selling a certificate");

    let found = salon.must("find_certificate", json!({ "code": text(&added["code"]).to_lowercase() }));
    assert_eq!((found["left_minor"].as_i64(), &found["usable"]), (Some(1_500_000), &json!(true)));
    let visit = salon.book(600, &[0], 2);
    let from = json!({ "method_id": found["method_id"], "source_id": found["certificate_id"] });
    pay_from(&salon, &visit, &from, 1_000_000, Value::Null).unwrap();
    assert_eq!(balance(&salon, "certificates_outstanding"), -500_000);
    let later = salon.book(720, &[0], 2);
    let refused = pay_from(&salon, &later, &from, 1_000_000, Value::Null).unwrap_err();
    assert_eq!((refused.code, refused.facts["left_minor"].as_str()), (ErrorCode::CreditTooSmall, "500000"));
    salon.assert_sound();
}

#[test]
fn a_package_gives_each_session_its_part_and_the_last_one_the_rest() {
    let salon = TestSalon::new(34);
    let offer =
        json!({ "name": "Стрижка × 3", "price_minor": 2_000_000, "sessions": 3, "service_ids": [salon.services[0]] });
    let offer = salon.must("save_package_offer", offer)["offer_id"].clone();
    let bill = sale(&salon);
    salon.must("add_package", json!({ "appointment_id": bill, "offer_id": offer }));
    salon.pay_cash(&bill, 2_000_000, "complete").unwrap();
    let mut last = Value::Null;
    for (start, left) in [(600, -1_333_334), (660, -666_667), (720, 0)] {
        let visit = visit_at(&salon, start);
        let from = credit(&salon, &visit, "package");
        last = pay_from(&salon, &visit, &from, 1_000_000, from["line_ids"][0].clone()).unwrap();
        assert_eq!(balance(&salon, "packages_outstanding"), left);
    }
    let visit = visit_at(&salon, 780);
    assert_eq!(credit(&salon, &visit, "package"), Value::Null, "no session is left");
    salon.must("void_receipt", json!({ "receipt_id": last["receipt_id"], "reason": "не тот визит" }));
    assert_eq!(credit(&salon, &visit, "package")["units"], 1, "the session came back");
    salon.assert_sound();
}

#[test]
fn a_package_whose_sale_is_voided_pays_nothing_any_more() {
    let salon = TestSalon::new(36);
    let offer =
        json!({ "name": "Стрижка × 3", "price_minor": 2_000_000, "sessions": 3, "service_ids": [salon.services[0]] });
    let offer = salon.must("save_package_offer", offer)["offer_id"].clone();
    let bill = sale(&salon);
    salon.must("add_package", json!({ "appointment_id": bill, "offer_id": offer }));
    let sold = salon.pay_cash(&bill, 2_000_000, "complete").unwrap();
    let visit = visit_at(&salon, 600);
    let from = credit(&salon, &visit, "package");
    assert_eq!(from["units"], 3);
    salon.must("void_receipt", json!({ "receipt_id": sold["receipt_id"], "reason": "не та карта" }));
    assert_eq!(credit(&salon, &visit, "package"), Value::Null);
    let line = from["line_ids"][0].clone();
    assert_eq!(pay_from(&salon, &visit, &from, 1_000_000, line).unwrap_err().code, ErrorCode::CreditNotUsable);
    assert_eq!((balance(&salon, "packages_outstanding"), balance(&salon, "drawer")), (0, 0));
    salon.assert_sound();
}

#[test]
fn money_on_the_balance_pays_and_a_refund_can_go_to_it() {
    let salon = TestSalon::new(35);
    let bill = sale(&salon);
    salon.must("add_top_up", json!({ "appointment_id": bill, "amount_minor": 400_000 }));
    salon.pay_cash(&bill, 400_000, "complete").unwrap();
    let visit = visit_at(&salon, 600);
    let from = credit(&salon, &visit, "balance");
    assert_eq!(from["available_minor"], 400_000);
    pay_from(&salon, &visit, &from, 400_000, Value::Null).unwrap();
    assert_eq!(balance(&salon, "client_balance"), 0);
    let taken = salon.pay_cash(&visit, 600_000, "keep").unwrap();
    let known = salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }));
    salon.must(
        "refund_receipt",
        json!({ "receipt_id": taken["receipt_id"], "reason": "вернулось",
            "lines": [{ "line_id": known["lines"][0]["line_id"], "amount_minor": 600_000 }],
            "payments": [{ "method_id": from["method_id"], "amount_minor": 600_000 }] }),
    );
    assert_eq!(balance(&salon, "client_balance"), -600_000);
    assert_eq!(balance(&salon, "drawer"), 1_000_000, "no cash left the drawer");
    salon.assert_sound();
}

#[test]
fn points_come_with_money_pay_in_whole_steps_and_go_with_a_void() {
    let salon = TestSalon::new(36);
    let visit = visit_at(&salon, 600);
    let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    let points =
        || salon.must("get_client_credits", json!({ "client_id": salon.clients[0] }))["points"].as_i64().unwrap();
    assert_eq!(points(), 10_000);
    let next = visit_at(&salon, 660);
    let from = credit(&salon, &next, "points");
    assert_eq!((&from["available_minor"], &from["units"]), (&json!(100_000), &json!(10_000)));
    assert_eq!(pay_from(&salon, &next, &from, 15_000, Value::Null).unwrap_err().code, ErrorCode::CreditNotUsable);
    pay_from(&salon, &next, &from, 30_000, Value::Null).unwrap();
    assert_eq!(points(), 7_000);
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "ошибка" }));
    assert_eq!(points(), 0, "points are never negative");
    salon.assert_sound();
}

#[test]
fn a_debt_and_todays_visit_are_paid_by_one_receipt() {
    let salon = TestSalon::new(37);
    let (old, now) = (visit_at(&salon, 600), visit_at(&salon, 720));
    salon.must("set_appointment_status", json!({ "appointment_id": old, "status": "completed" }));
    let shown = salon.must("get_checkout", json!({ "appointment_id": now }));
    assert_eq!(shown["open_bills"][0]["appointment_id"], json!(old));
    let both = salon.must("get_checkout", json!({ "appointment_id": now, "with": [old] }));
    assert_eq!(both["remaining_minor"], 2_000_000);
    let taken = salon.must(
        "take_payment",
        json!({ "appointment_id": now, "with": [old], "after": "complete", "payments": [
            { "method_id": salon.method("cash"), "amount_minor": 700_000 },
            { "method_id": salon.method("card"), "amount_minor": 1_300_000 },
        ] }),
    );
    for visit in [&old, &now] {
        let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
        assert_eq!((&shown["payment_status"], &shown["status"]), (&json!("paid"), &json!("completed")));
    }
    assert_eq!(
        salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }))["lines"].as_array().unwrap().len(),
        2
    );
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "не тот клиент" }));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "client_receivable")), (0, 2_000_000));
    salon.assert_sound();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Goods sold, brought back in parts, counted: stock and its worth are the sums of movements,
    /// and what is worth nothing is not there.
    #[test]
    fn the_shelf_and_the_books_agree(steps in prop::collection::vec((0u8..4, 1i64..6), 1..10), seed in 40u64..99) {
        let salon = TestSalon::new(seed);
        let product = goods(&salon, 20);
        for (what, pieces) in steps {
            let quantity = pieces * 1_000;
            match what {
                0 => {
                    let bill = sale(&salon);
                    salon.must("add_product", json!({ "appointment_id": bill, "product_id": product, "quantity": quantity }));
                    salon.pay_cash(&bill, pieces * 450_000, "complete").unwrap();
                }
                1 => { let _ = salon.call("write_off_goods", json!({ "product_id": product, "quantity": quantity, "reason": "бой" })); }
                2 => { salon.must("take_stock", json!({ "lines": [{ "product_id": product, "quantity": quantity * 3 }] })); }
                _ => { salon.must("receive_goods", json!({ "lines": [{ "product_id": product, "quantity": quantity, "cost_minor": 777_777 }] })); }
            }
            let (there, worth) = stock(&salon);
            prop_assert_eq!(balance(&salon, "stock"), worth);
            prop_assert!(there != 0 || worth == 0);
            salon.assert_sound();
        }
    }
}
