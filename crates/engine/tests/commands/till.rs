//! Discounts with a reason, and tips.

use adelante_engine::Caller;
use adelante_testkit::TestSalon;
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

fn owed(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

fn visit(salon: &TestSalon, id: &str) -> Value {
    salon.must("get_appointment", json!({ "appointment_id": id }))
}

fn set(salon: &TestSalon, id: &str, discount: Value) -> Result<Value, adelante_wire::CommandError> {
    salon.call("set_discount", json!({ "appointment_id": id, "discount": discount, "reason": "день рождения" }))
}

fn figures(visit: &Value, field: &str) -> Vec<i64> {
    visit["lines"].as_array().unwrap().iter().map(|line| line[field].as_i64().unwrap()).collect()
}

#[test]
fn a_share_and_a_sum_make_prices_smaller_exactly_and_go_away_again() {
    let salon = TestSalon::new(1);
    let id = salon.book(600, &[0, 2], 2);
    let before = figures(&visit(&salon, &id), "price_minor");
    assert_eq!(before, [1_000_000, 600_001]);
    set(&salon, &id, json!({ "percent_bp": 1_500 })).unwrap();
    let shown = visit(&salon, &id);
    assert_eq!(figures(&shown, "discount_minor"), [150_000, 90_000]);
    assert_eq!(figures(&shown, "price_minor"), [850_000, 510_001]);
    assert_eq!(shown["total_minor"], 1_360_001);
    assert_eq!(shown["lines"][0]["discount_reason"], "день рождения");
    // A sum takes the place of the share; it goes by the prices before.
    set(&salon, &id, json!({ "amount": 100_001 })).unwrap();
    let shown = visit(&salon, &id);
    assert_eq!(figures(&shown, "discount_minor").iter().sum::<i64>(), 100_001);
    assert_eq!(shown["total_minor"], 1_500_000);
    set(&salon, &id, json!("none")).unwrap();
    assert_eq!(figures(&visit(&salon, &id), "price_minor"), before);
    salon.must("undo", json!({}));
    assert_eq!(visit(&salon, &id)["total_minor"], 1_500_000);
    salon.assert_sound();
}

#[test]
fn one_line_alone_gets_its_discount_and_a_price_typed_by_hand_ends_it() {
    let salon = TestSalon::new(2);
    let id = salon.book(600, &[0, 2], 2);
    let line = visit(&salon, &id)["lines"][1]["line_id"].clone();
    let asked = json!({ "appointment_id": id, "line_ids": [line], "discount": { "amount": 1 }, "reason": "скол" });
    salon.must("set_discount", asked);
    let shown = visit(&salon, &id);
    assert_eq!(figures(&shown, "discount_minor"), [0, 1]);
    let lines: Vec<Value> = shown["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            json!({ "line_id": line["line_id"], "service_id": line["service_id"], "staff_id": line["staff_id"],
                "price_minor": line["price_minor"] })
        })
        .collect();
    let mut card = json!({ "appointment_id": id, "client_id": shown["client_id"], "day": shown["day"],
        "start_min": shown["start_min"], "note": "сделать покороче", "source": shown["source"], "lines": lines });
    salon.must("update_appointment", card.clone());
    assert_eq!(figures(&visit(&salon, &id), "discount_minor"), [0, 1], "a note does not end it");
    card["lines"][1]["price_minor"] = json!(500_000);
    salon.must("update_appointment", card);
    assert_eq!(figures(&visit(&salon, &id), "discount_minor"), [0, 0]);
}

#[test]
fn a_discount_is_refused_without_reason_beyond_the_price_below_what_is_paid_and_beyond_the_role() {
    let salon = TestSalon::new(3);
    let id = salon.book(600, &[0], 2);
    let refused = |discount: Value, reason: &str| {
        let asked = json!({ "appointment_id": id, "discount": discount, "reason": reason });
        salon.call("set_discount", asked).unwrap_err().code
    };
    assert_eq!(refused(json!({ "percent_bp": 500 }), " "), ErrorCode::ReasonMissing);
    for wrong in [
        json!({ "percent_bp": 0 }),
        json!({ "percent_bp": 10_001 }),
        json!({ "amount": 1_000_001 }),
        json!({ "amount": 0 }),
    ] {
        assert_eq!(refused(wrong, "так"), ErrorCode::OutOfRange);
    }
    salon.pay_cash(&id, 600_000, "keep").unwrap();
    assert_eq!(refused(json!({ "percent_bp": 5_000 }), "так"), ErrorCode::HasMoney);
    let desk = Caller::Staff(salon.staff[1].parse().unwrap());
    let ask = |share: u16| {
        let asked = json!({ "appointment_id": id, "discount": { "percent_bp": share }, "reason": "так" });
        salon.call_as(desk, "set_discount", asked)
    };
    let error = ask(1_001).unwrap_err();
    assert_eq!(
        (error.code, error.facts.get("limit_bp").map(String::as_str)),
        (ErrorCode::DiscountOverLimit, Some("1000"))
    );
    ask(1_000).unwrap();
    let report = salon.must("list_discounts", json!({ "from_day": "2026-11-01", "to_day": "2026-11-30" }));
    assert_eq!((report["total"].as_u64(), report["amount_minor"].as_i64()), (Some(1), Some(100_000)));
    assert_eq!(report["average_bp"], 1_000);
    assert_eq!(report["discounts"][0]["before_minor"], 1_000_000);
    assert_eq!(report["by_person"][0]["name"], report["discounts"][0]["given_by"]);
    assert_ne!(report["by_person"][0]["name"], "");
    salon.assert_sound();
}

#[test]
fn tips_come_on_top_go_to_the_staff_and_back_with_a_void() {
    let salon = TestSalon::new(4);
    let id = salon.book(600, &[0], 2);
    let tip = |minor: i64| json!([{ "staff_id": salon.staff[2], "amount_minor": minor }]);
    let pay = |card_tip: i64, tips: Value, tendered: i64| {
        salon.call("take_payment", json!({ "appointment_id": id, "after": "complete", "tips": tips, "payments": [
            { "method_id": salon.method("card"), "amount_minor": 700_000, "tip_minor": card_tip },
            { "method_id": salon.method("cash"), "amount_minor": 300_000, "tip_minor": 50_000, "tendered_minor": tendered },
        ] }))
    };
    assert_eq!(pay(100_000, tip(100_000), 350_000).unwrap_err().code, ErrorCode::OutOfRange, "tips for nobody");
    assert_eq!(pay(100_000, tip(150_000), 349_999).unwrap_err().code, ErrorCode::TenderedTooLittle);
    let taken = pay(100_000, tip(150_000), 400_000).unwrap();
    assert_eq!((taken["change_minor"].as_i64(), taken["remaining_minor"].as_i64()), (Some(50_000), Some(0)));
    assert_eq!(owed(&salon, "tips_due"), -150_000);
    assert_eq!(owed(&salon, "drawer"), 350_000);
    assert_eq!(owed(&salon, "card_clearing"), 800_000);
    assert_eq!(owed(&salon, "client_receivable") + owed(&salon, "visit_prepaid"), 0);
    let receipt = salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }));
    assert_eq!(receipt["row"]["total_minor"], 1_000_000);
    assert_eq!(receipt["tips"][0]["amount_minor"], 150_000);
    assert_eq!(receipt["payments"][1]["change_minor"], 50_000);
    salon.assert_sound();
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "не та карта" }));
    for account in ["tips_due", "drawer", "card_clearing"] {
        assert_eq!(owed(&salon, account), 0, "{account}");
    }
    salon.assert_sound();
}

#[test]
fn a_tip_alone_is_taken_for_a_visit_that_is_paid() {
    let salon = TestSalon::new(5);
    let id = salon.book(600, &[0], 2);
    salon.pay_cash(&id, 1_000_000, "complete").unwrap();
    let asked = |tip: i64| {
        json!({ "appointment_id": id, "after": "keep",
        "payments": [{ "method_id": salon.method("cash"), "amount_minor": 0, "tip_minor": tip }],
        "tips": [{ "staff_id": salon.staff[3], "amount_minor": tip }] })
    };
    assert_eq!(salon.call("take_payment", asked(0)).unwrap_err().code, ErrorCode::NotPositive);
    salon.must("take_payment", asked(20_000));
    assert_eq!(owed(&salon, "tips_due"), -20_000);
    let shown = visit(&salon, &id);
    assert_eq!((shown["paid_minor"].as_i64(), shown["payment_status"].as_str()), (Some(1_000_000), Some("paid")));
    salon.assert_sound();
}
