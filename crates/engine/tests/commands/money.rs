//! Money: what is taken is in the books, to the unit, and what was posted is never edited.

use adelante_base::Clock as _;
use adelante_testkit::TestSalon;
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

fn balance(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

fn pay(salon: &TestSalon, visit: &str, payments: Value, after: &str) -> Result<Value, adelante_wire::CommandError> {
    salon.call("take_payment", json!({ "appointment_id": visit, "payments": payments, "after": after }))
}

#[test]
fn cash_and_card_together_make_one_receipt_and_balanced_books() {
    let salon = TestSalon::new(1);
    let visit = salon.book(600, &[0, 2], 2);
    let payments = json!([
        { "method_id": salon.method("cash"), "amount_minor": 600_001, "tendered_minor": 1_000_000 },
        { "method_id": salon.method("card"), "amount_minor": 1_000_000 },
    ]);
    let taken = pay(&salon, &visit, payments, "complete").unwrap();
    assert_eq!(taken["number"], "K1-000001");
    assert_eq!(taken["change_minor"], 399_999);
    assert_eq!(taken["payment_status"], "paid");
    assert_eq!(balance(&salon, "drawer"), 600_001);
    assert_eq!(balance(&salon, "card_clearing"), 1_000_000);
    assert_eq!(balance(&salon, "client_receivable"), 0);
    assert_eq!(balance(&salon, "visit_prepaid"), 0);
    assert_eq!(balance(&salon, "service_revenue") + balance(&salon, "vat_payable"), -1_600_001);
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    assert!(shown["lines"].as_array().unwrap().iter().all(|line| line["paid_minor"] == line["price_minor"]));
    let receipt = salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }));
    assert_eq!(receipt["payments"][0]["change_minor"], 399_999);
    assert_eq!(receipt["lines"][1]["amount_minor"], 600_001);
    salon.assert_sound();
}

#[test]
fn a_prepayment_is_owed_to_the_visit_until_it_is_done() {
    let salon = TestSalon::new(2);
    let visit = salon.book(600, &[0], 2);
    salon.pay_cash(&visit, 300_000, "keep").unwrap();
    assert_eq!(balance(&salon, "visit_prepaid"), -300_000);
    assert_eq!(balance(&salon, "service_revenue"), 0);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    assert_eq!(balance(&salon, "visit_prepaid"), 0);
    assert_eq!(balance(&salon, "client_receivable"), 700_000);
    let second = salon.pay_cash(&visit, 700_000, "keep").unwrap();
    assert_eq!((second["payment_status"].as_str(), second["number"].as_str()), (Some("paid"), Some("K1-000002")));
    assert_eq!(balance(&salon, "client_receivable"), 0);
    salon.assert_sound();
}

#[test]
fn a_voided_receipt_gives_the_money_back_and_the_visit_is_owed_again() {
    let salon = TestSalon::new(3);
    let visit = salon.book(600, &[0, 1], 2);
    let taken = salon.pay_cash(&visit, 3_500_000, "complete").unwrap();
    let receipt = json!({ "receipt_id": taken["receipt_id"], "reason": "" });
    assert_eq!(salon.call("void_receipt", receipt).unwrap_err().code, ErrorCode::ReasonMissing);
    let receipt = json!({ "receipt_id": taken["receipt_id"], "reason": "не та карта" });
    let voided = salon.must("void_receipt", receipt.clone());
    assert_eq!(voided["number"], "K1-000002");
    assert_eq!(balance(&salon, "drawer"), 0);
    assert_eq!(balance(&salon, "client_receivable"), 3_500_000);
    assert_eq!(salon.call("void_receipt", receipt).unwrap_err().code, ErrorCode::AlreadyVoided);
    let again = salon.pay_cash(&visit, 3_500_000, "keep").unwrap();
    assert_eq!(again["payment_status"], "paid");
    let shown = salon.must("get_receipt", json!({ "receipt_id": voided["receipt_id"] }));
    assert_eq!(shown["counterpart"], "K1-000001");
    assert_eq!(shown["row"]["total_minor"], -3_500_000);
    salon.assert_sound();
}

#[test]
fn what_cannot_be_paid_is_refused_with_what_the_person_needs_to_know() {
    let salon = TestSalon::new(4);
    let visit = salon.book(600, &[0], 2);
    let refused = |minor: i64| salon.pay_cash(&visit, minor, "keep").unwrap_err();
    let over = refused(1_000_001);
    assert_eq!((over.code, over.facts["remaining_minor"].as_str()), (ErrorCode::OverRemaining, "1000000"));
    assert_eq!(refused(0).code, ErrorCode::NotPositive);
    assert_eq!(refused(-5).code, ErrorCode::NotPositive);
    assert_eq!(refused(1_000_000_000_000_000).code, ErrorCode::OverRemaining);
    assert_eq!(refused(i64::MAX).code, ErrorCode::BadInput);
    let little = json!([{ "method_id": salon.method("cash"), "amount_minor": 10, "tendered_minor": 9 }]);
    assert_eq!(pay(&salon, &visit, little, "keep").unwrap_err().code, ErrorCode::TenderedTooLittle);
    let card = json!([{ "method_id": salon.method("card"), "amount_minor": 10, "tendered_minor": 20 }]);
    assert_eq!(pay(&salon, &visit, card, "keep").unwrap_err().code, ErrorCode::TenderedNotCash);
    salon.must("close_shift", json!({}));
    assert_eq!(refused(10).code, ErrorCode::NoShift);
    assert_eq!(salon.must("list_receipts", json!({ "limit": 10 }))["total"], 0);
}

#[test]
fn receipts_are_listed_by_shift() {
    let salon = TestSalon::new(4);
    let shift = || salon.must("get_shift", json!({}))["shift"]["shift_id"].clone();
    let listed = |wanted: Value| {
        let list = salon.must("list_receipts", wanted);
        assert_eq!(list["receipts"].as_array().map(Vec::len), list["total"].as_u64().map(|total| total as usize));
        let numbers = list["receipts"].as_array().unwrap().iter().map(|row| row["number"].clone());
        Value::from(numbers.collect::<Vec<_>>())
    };
    let morning = shift();
    let visit = salon.book(600, &[0], 2);
    let first = salon.pay_cash(&visit, 100_000, "keep").unwrap()["number"].clone();
    salon.must("close_shift", json!({}));
    salon.must("open_shift", json!({}));
    let evening = shift();
    let second = salon.pay_cash(&visit, 200_000, "keep").unwrap()["number"].clone();
    assert_eq!(listed(json!({ "shift_id": morning, "limit": 10 })), json!([first]));
    assert_eq!(listed(json!({ "shift_id": evening, "limit": 10 })), json!([second]));
    assert_eq!(listed(json!({ "shift_id": evening, "business_day": "2026-11-20", "limit": 10 })), json!([]));
    assert_eq!(listed(json!({ "limit": 10 })), json!([second, first]));
}

#[test]
fn a_visit_with_money_on_it_is_not_cancelled_cheapened_or_taken_apart() {
    let salon = TestSalon::new(5);
    let visit = salon.book(600, &[0, 2], 2);
    salon.pay_cash(&visit, 500_000, "keep").unwrap();
    let cancel = json!({ "appointment_id": visit, "status": "cancelled" });
    assert_eq!(salon.call("set_appointment_status", cancel).unwrap_err().code, ErrorCode::HasMoney);
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    let line = |price: i64| {
        json!({
            "appointment_id": visit, "client_id": null, "day": "2026-11-21", "start_min": 600, "note": "", "source": "",
            "lines": [{ "line_id": shown["lines"][0]["line_id"], "service_id": salon.services[0], "staff_id": salon.staff[2], "price_minor": price }]
        })
    };
    assert_eq!(salon.call("update_appointment", line(1_000_000)).unwrap_err().code, ErrorCode::HasMoney);
    let walk_in = salon.call("update_appointment", line(-1)).unwrap_err();
    assert_eq!(walk_in.code, ErrorCode::OutOfRange);
}

#[test]
fn facts_cannot_be_edited_and_nothing_is_written_past_the_doors() {
    let salon = TestSalon::new(6);
    let visit = salon.book(600, &[0], 2);
    salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    salon.engine.store().with_writer(|connection| {
        for attempt in [
            "UPDATE payment SET amount_minor = 1",
            "DELETE FROM ledger_entry",
            "UPDATE client SET note = 'x'",
            "DELETE FROM client",
            "UPDATE operation SET actor = 'x'",
            "DELETE FROM change",
            "INSERT INTO client_phone (id, client_id, e164, position, created_at) SELECT 'x', id, '1', 0, 0 FROM client LIMIT 1",
        ] {
            assert!(connection.execute(attempt, []).is_err(), "{attempt} went through");
        }
    });
    salon.assert_sound();
}

#[test]
fn receipts_number_on_without_gaps_through_refusals() {
    let salon = TestSalon::new(7);
    for n in 0..5u16 {
        let visit = salon.book(540 + n * 60, &[0], 2);
        assert!(salon.pay_cash(&visit, 2_000_000, "keep").is_err());
        let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
        assert_eq!(taken["number"], format!("K1-{:06}", n + 1));
    }
    salon.assert_sound();
}

#[test]
fn a_print_is_wanted_with_the_payment_and_waits_until_it_is_done_or_given_up() {
    use adelante_store::job::{Place, TRIES_MAX, waiting};
    let salon = TestSalon::new(8);
    let store = salon.engine.store();
    let due =
        |seconds| waiting(&store.read().unwrap(), Place::Here, salon.clock.now().plus_seconds(seconds), 10).unwrap();
    let count = || due(0);
    let first = salon.book(540, &[0], 2);
    salon.pay_cash(&first, 1_000_000, "complete").unwrap();
    assert!(count().is_empty(), "nobody asked for prints");
    store
        .write_local(|connection| adelante_store::local::set_preference(connection, "print_after_payment", "yes"))
        .unwrap();
    let second = salon.book(600, &[0], 2);
    assert!(salon.pay_cash(&second, 9_000_000, "complete").is_err());
    assert!(count().is_empty(), "a refused payment prints nothing");
    let taken = salon.pay_cash(&second, 1_000_000, "complete").unwrap();
    let jobs = count();
    assert_eq!((jobs.len(), jobs[0].payload.as_str()), (1, taken["receipt_id"].as_str().unwrap()));
    let fail = || store.job_failed(jobs[0].id, "paper out", salon.clock.now().plus_seconds(60)).unwrap();
    for _ in 1..TRIES_MAX {
        fail();
        assert!(count().is_empty(), "it is not tried again at once");
        assert_eq!(due(120).len(), 1, "and is in a while");
    }
    fail();
    assert!(due(120).is_empty(), "after {TRIES_MAX} tries a person is needed");
    let queue = || adelante_store::job::queue(&store.read().unwrap(), "print_receipt", jobs[0].made_at, 10).unwrap();
    assert_eq!((queue().len(), queue()[0].failed, queue()[0].last_error.as_deref()), (1, true, Some("paper out")));
    store.job_dropped(jobs[0].id).unwrap();
    assert!(queue().is_empty(), "nobody wants it any more");
}

#[test]
fn cash_opens_the_drawer_where_the_desk_does_so_and_a_card_does_not() {
    use adelante_store::job::{Place, waiting};
    let salon = TestSalon::new(9);
    let store = salon.engine.store();
    let kinds = || -> Vec<String> {
        let jobs = waiting(&store.read().unwrap(), Place::Here, salon.clock.now(), 10).unwrap();
        jobs.into_iter().map(|job| job.kind).collect()
    };
    salon.pay_cash(&salon.book(540, &[0], 2), 1_000_000, "complete").unwrap();
    assert!(kinds().is_empty(), "this desk has no drawer");
    store.write_local(|connection| adelante_store::local::set_preference(connection, "drawer_on_cash", "yes")).unwrap();
    let visit = salon.book(600, &[0], 2);
    let card = json!([{ "method_id": salon.method("card"), "amount_minor": 400_000 }]);
    salon.must("take_payment", json!({ "appointment_id": visit, "after": "keep", "payments": card }));
    assert!(kinds().is_empty(), "a card needs no drawer");
    salon.pay_cash(&visit, 600_000, "complete").unwrap();
    assert_eq!(kinds(), ["open_drawer"]);
    store.expire_jobs(salon.clock.now().plus_seconds(60)).unwrap();
    assert!(kinds().is_empty(), "a minute later somebody has opened it by hand");
}

#[test]
fn a_drawer_opened_without_a_sale_is_in_the_history() {
    let salon = TestSalon::new(10);
    salon.must("open_drawer", json!({}));
    let history = salon.must("list_history", json!({ "limit": 5 }));
    assert_eq!(history["entries"][0]["kind"], "drawer_opened", "{history}");
    let opened = "SELECT count(*) AS rows FROM drawer_opening";
    let count: u32 = salon.engine.store().read().unwrap().query_row(opened, [], |row| row.get("rows")).unwrap();
    assert_eq!(count, 1);
    salon.assert_sound();
}

#[test]
fn a_receipt_keeps_the_template_of_its_day() {
    let salon = TestSalon::new(12);
    let template = |language: &str, staff: bool| {
        json!({ "template": { "header": " Ногти и волосы ", "footer": "Ждём", "qr": "", "show_client": true,
            "show_staff": staff, "show_discount": true, "language": language, "logo_base64": "" } })
    };
    salon.must("set_receipt_template", template("kk", false));
    let shown = salon.must("get_receipt_template", json!({}));
    assert_eq!((&shown["header"], &shown["footer"]), (&json!("Ногти и волосы"), &json!("Ждём")));
    let visit = salon.book(540, &[0], 2);
    let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    salon.must("set_receipt_template", template("en", true));
    let receipt = salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }));
    assert_eq!((&receipt["language"], &receipt["header"]), (&json!("kk"), &json!("Ногти и волосы")));
    assert_eq!((&receipt["lines"][0]["staff"], &receipt["footer"]), (&json!(""), &json!("Ждём")));
    assert!(!receipt["client"].as_str().unwrap().is_empty(), "the paper names the client");
    let too_large = json!({ "template": { "header": "", "footer": "", "qr": "", "show_client": false, "show_staff": true,
        "show_discount": true, "language": null, "logo_base64": "iVBORw0KGgo".repeat(20_000) } });
    assert_eq!(salon.call("set_receipt_template", too_large.clone()).unwrap_err().code, ErrorCode::TooLong);
    let mut no_picture = too_large;
    no_picture["template"]["logo_base64"] = json!("R0lGODlh");
    assert_eq!(salon.call("set_receipt_template", no_picture).unwrap_err().code, ErrorCode::NotAPicture);
}
