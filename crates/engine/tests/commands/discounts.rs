//! Discounts over a whole bill, own prices of goods, promises that end with a void, and the report
//! of who changed which price.

use adelante_engine::Caller;
use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::bill::{goods, sale, visit_at};

fn owed(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

fn visit(salon: &TestSalon, id: &str) -> Value {
    salon.must("get_appointment", json!({ "appointment_id": id }))
}

/// A column of what stands on the bill beside the services.
fn of_items(visit: &Value, field: &str) -> Vec<i64> {
    visit["items"].as_array().unwrap().iter().map(|item| item[field].as_i64().unwrap()).collect()
}

fn of_lines(visit: &Value, field: &str) -> Vec<i64> {
    visit["lines"].as_array().unwrap().iter().map(|line| line[field].as_i64().unwrap()).collect()
}

fn put_goods(salon: &TestSalon, visit: &str, pieces: i64) -> Value {
    let product = goods(salon, 20);
    let asked = json!({ "appointment_id": visit, "product_id": product, "quantity": pieces * 1_000 });
    salon.must("add_product", asked)["line_id"].clone()
}

fn put_certificate(salon: &TestSalon, visit: &str) -> (Value, String) {
    let added = salon.must("add_certificate", json!({ "appointment_id": visit, "value_minor": 300_000 }));
    (added["line_id"].clone(), added["code"].as_str().unwrap().to_owned())
}

#[test]
fn a_discount_on_the_whole_bill_goes_over_services_and_goods_and_leaves_the_certificate() {
    let salon = TestSalon::new(60);
    let id = visit_at(&salon, 600);
    put_goods(&salon, &id, 2);
    put_certificate(&salon, &id);
    salon.must("set_discount", json!({ "appointment_id": id, "discount": { "amount": 190_001 }, "reason": "подруга" }));
    let shown = visit(&salon, &id);
    assert_eq!(
        (of_lines(&shown, "discount_minor"), of_items(&shown, "discount_minor")),
        (vec![100_001], vec![90_000, 0])
    );
    assert_eq!(of_items(&shown, "list_price_minor"), [900_000, 300_000], "the list's price stays as a hint");
    assert_eq!(shown["items"][0]["discount_reason"], "подруга");
    assert_eq!(shown["total_minor"], 2_009_999);
    let taken = salon.pay_cash(&id, 2_009_999, "complete").unwrap();
    let paper = salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }));
    let said: Vec<_> = paper["lines"].as_array().unwrap().iter().map(|line| line["discount_minor"].clone()).collect();
    assert_eq!(said, [json!(100_001), json!(90_000), json!(0)]);
    let report = salon.must("list_discounts", json!({ "from_day": TODAY, "to_day": TODAY }));
    assert_eq!((report["total"].as_u64(), report["amount_minor"].as_i64()), (Some(2), Some(190_001)));
    let product = report["discounts"].as_array().unwrap().iter().find(|row| row["item"] == "product").unwrap();
    assert_eq!((&product["service"], &product["before_minor"]), (&json!("Шампунь"), &json!(900_000)));
    assert_eq!(report["by_person"][0]["average_bp"], report["average_bp"]);
    salon.assert_sound();
}

#[test]
fn a_certificate_takes_no_discount_a_package_does_and_the_desk_has_its_limit() {
    let salon = TestSalon::new(61);
    let id = sale(&salon);
    let (certificate, _) = put_certificate(&salon, &id);
    let item = put_goods(&salon, &id, 1);
    let offer = json!({ "name": "Любые × 10", "price_minor": 5_000_000, "sessions": 10 });
    let offer = salon.must("save_package_offer", offer)["offer_id"].clone();
    let package = salon.must("add_package", json!({ "appointment_id": id, "offer_id": offer }))["line_id"].clone();
    let ask = |caller: Caller, line: &Value, share: u16| {
        let asked = json!({
            "appointment_id": id, "line_ids": [line], "discount": { "percent_bp": share }, "reason": "так"
        });
        salon.call_as(caller, "set_discount", asked)
    };
    assert_eq!(ask(Caller::Program, &certificate, 500).unwrap_err().code, ErrorCode::BadInput);
    let unknown = json!("01930000-0000-7000-8000-000000000099");
    assert_eq!(ask(Caller::Program, &unknown, 500).unwrap_err().code, ErrorCode::NotFound);
    let desk = Caller::Staff(salon.staff[1].parse().unwrap());
    assert_eq!(ask(desk, &item, 1_001).unwrap_err().code, ErrorCode::DiscountOverLimit);
    ask(desk, &item, 1_000).unwrap();
    ask(Caller::Program, &package, 2_000).unwrap();
    assert_eq!(of_items(&visit(&salon, &id), "price_minor"), [300_000, 405_000, 4_000_000]);
    salon.pay_cash(&id, 4_705_000, "complete").unwrap();
    assert_eq!(owed(&salon, "packages_outstanding"), -4_000_000, "a session is worth what it was bought for");
    salon.assert_sound();
}

#[test]
fn what_is_paid_of_goods_stays_paid() {
    let salon = TestSalon::new(62);
    let id = sale(&salon);
    put_goods(&salon, &id, 2);
    salon.pay_cash(&id, 600_000, "keep").unwrap();
    let half = json!({ "appointment_id": id, "discount": { "percent_bp": 5_000 }, "reason": "так" });
    assert_eq!(salon.call("set_discount", half).unwrap_err().code, ErrorCode::HasMoney);
    assert_eq!(of_items(&visit(&salon, &id), "price_minor"), [900_000]);
}

#[test]
fn an_own_price_and_a_discount_stay_the_same_a_unit() {
    let salon = TestSalon::new(63);
    let id = sale(&salon);
    let line = put_goods(&salon, &id, 2);
    let change = |more: Value| {
        let mut asked = json!({ "line_id": line });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        salon.must("update_bill_item", asked);
        let shown = visit(&salon, &id);
        (of_items(&shown, "price_minor")[0], of_items(&shown, "discount_minor")[0])
    };
    assert_eq!(change(json!({ "quantity": 2_000, "price_minor": 800_000 })), (800_000, 0));
    assert_eq!(change(json!({ "quantity": 3_000 })), (1_200_000, 0));
    assert_eq!(change(json!({ "quantity": 3_000, "seller_id": salon.staff[2] })), (1_200_000, 0));
    assert_eq!(change(json!({ "quantity": 3_000, "by_list": true })), (1_350_000, 0));
    salon.must("set_discount", json!({ "appointment_id": id, "discount": { "percent_bp": 1_000 }, "reason": "скол" }));
    assert_eq!(change(json!({ "quantity": 1_000 })), (405_000, 45_000));
    assert_eq!(visit(&salon, &id)["items"][0]["discount_reason"], "скол");
    assert_eq!(change(json!({ "quantity": 1_000, "price_minor": 405_000 })), (405_000, 45_000), "the same price");
    assert_eq!(change(json!({ "quantity": 1_000, "price_minor": 400_000 })), (400_000, 0));
}

#[test]
fn a_refund_says_how_many_pieces_the_client_still_has() {
    let salon = TestSalon::new(64);
    let id = sale(&salon);
    put_goods(&salon, &id, 3);
    let taken = salon.pay_cash(&id, 1_350_000, "complete").unwrap();
    let known = || salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }))["lines"][0].clone();
    let before = known();
    assert_eq!((&before["quantity"], &before["sold_minor"]), (&json!(3_000), &json!(1_350_000)));
    assert_eq!((&before["item"], &before["unit"]), (&json!("product"), &json!("piece")));
    salon.must(
        "refund_receipt",
        json!({ "receipt_id": taken["receipt_id"], "reason": "брак",
            "lines": [{ "line_id": before["line_id"], "amount_minor": 500_000 }],
            "payments": [{ "method_id": salon.method("cash"), "amount_minor": 500_000 }] }),
    );
    let after = known();
    assert_eq!((&after["quantity"], &after["sold_minor"]), (&json!(2_000), &json!(850_000)));
}

#[test]
fn a_void_of_a_visits_receipt_ends_the_certificate_it_paid_for() {
    let salon = TestSalon::new(65);
    let id = visit_at(&salon, 600);
    let (_, code) = put_certificate(&salon, &id);
    let taken = salon.pay_cash(&id, 1_300_000, "complete").unwrap();
    assert_eq!(owed(&salon, "certificates_outstanding"), -300_000);
    let back = salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "не та карта" }));
    let found = salon.must("find_certificate", json!({ "code": code }));
    assert_eq!((&found["left_minor"], &found["usable"]), (&json!(0), &json!(false)));
    for (account, left) in [("certificates_outstanding", 0), ("drawer", 0), ("client_receivable", 1_000_000)] {
        assert_eq!(owed(&salon, account), left, "{account}");
    }
    let shown = visit(&salon, &id);
    assert_eq!((&shown["status"], &shown["total_minor"]), (&json!("completed"), &json!(1_000_000)));
    assert_eq!(shown["items"], json!([]));
    let paper = salon.must("get_receipt", json!({ "receipt_id": back["receipt_id"] }));
    assert_eq!(paper["remaining_minor"], 1_000_000);
    salon.pay_cash(&id, 1_000_000, "keep").unwrap();
    assert_eq!(owed(&salon, "client_receivable"), 0);
    salon.assert_sound();
}

#[test]
fn a_void_is_refused_where_the_certificate_was_used_and_leaves_what_another_receipt_paid() {
    let salon = TestSalon::new(66);
    let id = visit_at(&salon, 600);
    let (_, code) = put_certificate(&salon, &id);
    let first = salon.pay_cash(&id, 1_200_000, "keep").unwrap();
    let second = salon.pay_cash(&id, 100_000, "complete").unwrap();
    salon.must("void_receipt", json!({ "receipt_id": second["receipt_id"], "reason": "ещё раз" }));
    let found = salon.must("find_certificate", json!({ "code": code }));
    assert_eq!(found["left_minor"], 300_000, "a part of it is paid still");
    let other = visit_at(&salon, 720);
    let payment = json!({
        "method_id": found["method_id"], "source_id": found["certificate_id"], "amount_minor": 100_000
    });
    salon.must("take_payment", json!({ "appointment_id": other, "after": "keep", "payments": [payment] }));
    let void = json!({ "receipt_id": first["receipt_id"], "reason": "так" });
    let refused = salon.call("void_receipt", void).unwrap_err();
    assert_eq!((refused.code, refused.facts["left_minor"].as_str()), (ErrorCode::CreditTooSmall, "200000"));
    salon.assert_sound();
}

#[test]
fn the_report_says_who_changed_which_price_from_what_to_what_and_why() {
    let salon = TestSalon::new(67);
    let id = visit_at(&salon, 600);
    let line = put_goods(&salon, &id, 2);
    salon.must("update_bill_item", json!({ "line_id": line, "quantity": 3_000 }));
    salon.must("update_bill_item", json!({ "line_id": line, "quantity": 3_000, "price_minor": 1_200_000 }));
    let desk = Caller::Staff(salon.staff[1].parse().unwrap());
    let service = visit(&salon, &id)["lines"][0]["line_id"].clone();
    let tenth = json!({
        "appointment_id": id, "line_ids": [service], "discount": { "percent_bp": 1_000 }, "reason": "день рождения"
    });
    salon.call_as(desk, "set_discount", tenth).unwrap();
    salon.must(
        "update_service",
        json!({ "service_id": salon.services[0], "service": {
            "category": "Волосы", "name": "Стрижка", "duration_min": 60, "price_minor": 1_100_000 } }),
    );
    let asked = json!({ "from_day": TODAY, "to_day": TODAY });
    let report = salon.must("list_price_changes", asked.clone());
    let rows = report["changes"].as_array().unwrap();
    let figures: Vec<(&str, i64, i64)> = rows
        .iter()
        .map(|row| {
            let sum = |field: &str| row[field].as_i64().unwrap();
            (row["kind"].as_str().unwrap(), sum("from_minor"), sum("to_minor"))
        })
        .collect();
    assert_eq!(
        figures,
        [("service", 1_000_000, 1_100_000), ("discount", 1_000_000, 900_000), ("bill_item", 1_350_000, 1_200_000),],
        "another quantity is no other price"
    );
    assert_eq!((&rows[1]["reason"], &rows[1]["changed_by"]), (&json!("день рождения"), &json!("Ольга")));
    assert_eq!((&rows[1]["appointment_id"], &rows[1]["day"]), (&json!(id), &json!(TODAY)));
    assert_eq!((&rows[0]["appointment_id"], &rows[0]["name"]), (&Value::Null, &json!("Стрижка")));
    assert_eq!(salon.call_as(desk, "list_price_changes", asked.clone()).unwrap_err().code, ErrorCode::NotPermitted);
    assert_eq!(salon.call_as(desk, "get_discount_effect", asked).unwrap_err().code, ErrorCode::NotPermitted);
    let wrong = json!({ "from_day": TODAY, "to_day": "2026-11-01" });
    assert_eq!(salon.call("list_price_changes", wrong).unwrap_err().code, ErrorCode::OutOfRange);
}

#[test]
fn who_came_back_is_counted_only_once_there_was_time_for_it() {
    let salon = TestSalon::new(68);
    let booked = |client: usize, day: &str, start_min: u16| {
        let line = json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] });
        let booking =
            json!({ "client_id": salon.clients[client], "day": day, "start_min": start_min, "lines": [line] });
        salon.must("book_appointment", booking)["appointment_id"].as_str().unwrap().to_owned()
    };
    let done =
        |visit: &str| salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    let reduced = booked(0, TODAY, 600);
    let tenth = json!({ "appointment_id": reduced, "discount": { "percent_bp": 1_000 }, "reason": "первая" });
    salon.must("set_discount", tenth);
    done(&reduced);
    done(&booked(1, TODAY, 720));
    let effect = || salon.must("get_discount_effect", json!({ "from_day": TODAY, "to_day": TODAY }));
    assert_eq!((&effect()["reduced"]["visits"], &effect()["whole"]["visits"]), (&json!(0), &json!(0)), "too early");
    salon.clock.advance(28 * 86_400_000);
    done(&booked(0, "2026-12-19", 600));
    salon.clock.advance(40 * 86_400_000);
    let known = effect();
    assert_eq!(known["reduced"], json!({ "visits": 1, "came": 1, "share_bp": 10_000 }));
    assert_eq!(known["whole"], json!({ "visits": 1, "came": 0, "share_bp": 0 }));
    assert_eq!((&known["within_days"], &known["counted_until"]), (&json!(60), &json!(TODAY)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// A sum over services and goods is given to the unit: no line below zero, together exactly it,
    /// and taking it away brings every price back.
    #[test]
    fn a_sum_over_the_whole_bill_is_given_to_the_unit(pieces in 1i64..6, part in 1i64..=10_000, seed in 200u64..260) {
        let salon = TestSalon::new(seed);
        let id = salon.book(600, &[0, 2], 2);
        put_goods(&salon, &id, pieces);
        put_certificate(&salon, &id);
        let before = visit(&salon, &id);
        let whole = 1_600_001 + pieces * 450_000;
        let amount = (whole * part / 10_000).max(1);
        salon.must("set_discount", json!({ "appointment_id": id, "discount": { "amount": amount }, "reason": "акция" }));
        let shown = visit(&salon, &id);
        let given: Vec<i64> = of_lines(&shown, "discount_minor").into_iter().chain(of_items(&shown, "discount_minor")).collect();
        let prices: Vec<i64> = of_lines(&shown, "price_minor").into_iter().chain(of_items(&shown, "price_minor")).collect();
        prop_assert_eq!(given.iter().sum::<i64>(), amount);
        prop_assert!(prices.iter().all(|price| *price >= 0));
        prop_assert_eq!(prices.iter().sum::<i64>(), whole + 300_000 - amount);
        prop_assert_eq!(shown["total_minor"].as_i64(), Some(whole + 300_000 - amount));
        salon.must("set_discount", json!({ "appointment_id": id, "discount": "none" }));
        prop_assert_eq!(&visit(&salon, &id)["lines"], &before["lines"]);
        prop_assert_eq!(&visit(&salon, &id)["items"], &before["items"]);
        salon.assert_sound();
    }
}
