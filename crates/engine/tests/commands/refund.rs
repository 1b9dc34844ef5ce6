//! Money that goes back: line by line, the way it came, never twice.

use adelante_testkit::TestSalon;
use adelante_wire::{CommandError, ErrorCode};
use proptest::prelude::*;
use serde_json::{Value, json};

fn owed(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

/// A visit of 10 000.00 and 6 000.01, paid by cash and card.
fn paid(salon: &TestSalon, after: &str) -> (String, Value) {
    let visit = salon.book(600, &[0, 2], 2);
    let taken = salon.must(
        "take_payment",
        json!({ "appointment_id": visit, "after": after, "payments": [
            { "method_id": salon.method("cash"), "amount_minor": 600_001, "tendered_minor": 1_000_000 },
            { "method_id": salon.method("card"), "amount_minor": 1_000_000 },
        ] }),
    );
    (visit, taken["receipt_id"].clone())
}

fn left(salon: &TestSalon, receipt: &Value) -> Value {
    salon.must("get_refundable", json!({ "receipt_id": receipt }))
}

fn give_back(
    salon: &TestSalon,
    receipt: &Value,
    lines: &[(usize, i64)],
    by: &[(&str, i64)],
) -> Result<Value, CommandError> {
    let known = left(salon, receipt);
    let lines: Vec<Value> = lines
        .iter()
        .map(|(n, minor)| json!({ "line_id": known["lines"][n]["line_id"], "amount_minor": minor }))
        .collect();
    let payments: Vec<Value> =
        by.iter().map(|(kind, minor)| json!({ "method_id": salon.method(kind), "amount_minor": minor })).collect();
    let asked = json!({ "receipt_id": receipt, "lines": lines, "payments": payments, "reason": "не понравилось" });
    salon.call("refund_receipt", asked)
}

#[test]
fn a_part_goes_back_and_so_much_less_is_sold() {
    let salon = TestSalon::new(1);
    let (visit, receipt) = paid(&salon, "complete");
    let sold = owed(&salon, "service_revenue") + owed(&salon, "vat_payable");
    let back = give_back(&salon, &receipt, &[(0, 400_000), (1, 1)], &[("cash", 100_001), ("card", 300_000)]).unwrap();
    assert_eq!(back["number"], "K1-000002");
    assert_eq!(owed(&salon, "drawer"), 500_000);
    assert_eq!(owed(&salon, "card_clearing"), 700_000);
    assert_eq!(owed(&salon, "service_revenue") + owed(&salon, "vat_payable"), sold + 400_001);
    assert_eq!(owed(&salon, "client_receivable"), 0);
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    assert_eq!((shown["total_minor"].as_i64(), shown["paid_minor"].as_i64()), (Some(1_200_000), Some(1_200_000)));
    assert_eq!(shown["payment_status"], "paid");
    let paper = salon.must("get_receipt", json!({ "receipt_id": back["receipt_id"] }));
    assert_eq!((paper["row"]["kind"].as_str(), paper["row"]["total_minor"].as_i64()), (Some("refund"), Some(-400_001)));
    assert_eq!(paper["counterpart"], "K1-000001");
    assert_eq!(left(&salon, &receipt)["left_minor"], 1_200_000);
    salon.assert_sound();
    // What is left goes back too: nothing was sold, no VAT is owed, to the unit.
    give_back(&salon, &receipt, &[(0, 600_000), (1, 600_000)], &[("cash", 500_000), ("card", 700_000)]).unwrap();
    for account in ["drawer", "card_clearing", "service_revenue", "vat_payable", "client_receivable", "visit_prepaid"] {
        assert_eq!(owed(&salon, account), 0, "{account}");
    }
    salon.assert_sound();
}

#[test]
fn a_prepayment_goes_back_and_the_price_stays() {
    let salon = TestSalon::new(2);
    let (visit, receipt) = paid(&salon, "keep");
    give_back(&salon, &receipt, &[(0, 1_000_000)], &[("card", 1_000_000)]).unwrap();
    assert_eq!(owed(&salon, "visit_prepaid"), -600_001);
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    assert_eq!((shown["total_minor"].as_i64(), shown["paid_minor"].as_i64()), (Some(1_600_001), Some(600_001)));
    assert_eq!(shown["payment_status"], "partial");
    salon.assert_sound();
}

#[test]
fn more_than_is_left_other_methods_and_voided_receipts_are_refused() {
    let salon = TestSalon::new(3);
    let (_, receipt) = paid(&salon, "complete");
    let refused = |lines: &[(usize, i64)], by: &[(&str, i64)]| give_back(&salon, &receipt, lines, by).unwrap_err().code;
    assert_eq!(refused(&[(0, 1_000_001)], &[("card", 1_000_001)]), ErrorCode::RefundTooLarge);
    assert_eq!(refused(&[(0, 700_000)], &[("cash", 700_000)]), ErrorCode::RefundTooLarge, "only so much came in cash");
    assert_eq!(refused(&[(0, 100)], &[("qr", 100)]), ErrorCode::NotFound);
    assert_eq!(refused(&[(0, 100)], &[("card", 99)]), ErrorCode::OutOfRange);
    assert_eq!(refused(&[(0, 0)], &[("card", 0)]), ErrorCode::NotPositive);
    assert_eq!(refused(&[(0, 50), (0, 50)], &[("card", 100)]), ErrorCode::NotPositive);
    give_back(&salon, &receipt, &[(0, 100)], &[("card", 100)]).unwrap();
    let void = json!({ "receipt_id": receipt, "reason": "так" });
    assert_eq!(salon.call("void_receipt", void).unwrap_err().code, ErrorCode::AlreadyRefunded);
    let (_, other) = paid_later(&salon);
    salon.must("void_receipt", json!({ "receipt_id": other, "reason": "так" }));
    assert_eq!(left(&salon, &other)["left_minor"], 0);
    salon.assert_sound();
}

fn paid_later(salon: &TestSalon) -> (String, Value) {
    let visit = salon.book(720, &[0], 3);
    let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    (visit, taken["receipt_id"].clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever parts go back in whatever order: the books balance, no line and no method gives
    /// back more than came, and when nothing is left nothing is sold and no VAT is owed.
    #[test]
    fn any_parts_make_the_whole(parts in prop::collection::vec((0usize..2, 1i64..700_000, any::<bool>()), 1..8), seed in 10u64..99) {
        let salon = TestSalon::new(seed);
        let (visit, receipt) = paid(&salon, "complete");
        for (line, minor, cash) in parts {
            let _ = give_back(&salon, &receipt, &[(line, minor)], &[(if cash { "cash" } else { "card" }, minor)]);
            let known = left(&salon, &receipt);
            let sum = |part: &str| known[part].as_array().unwrap().iter().filter(|one| one["kind"] != "balance").map(|one| one["left_minor"].as_i64().unwrap()).sum::<i64>();
            prop_assert_eq!(sum("lines"), sum("methods"));
            prop_assert!(known["lines"].as_array().unwrap().iter().all(|one| one["left_minor"].as_i64().unwrap() >= 0));
            let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
            prop_assert_eq!(&shown["total_minor"], &shown["paid_minor"]);
        }
        let known = left(&salon, &receipt);
        let lines: Vec<(usize, i64)> = (0..2).filter_map(|n| Some((n, known["lines"][n]["left_minor"].as_i64()?))).filter(|(_, minor)| *minor > 0).collect();
        let by: Vec<(&str, i64)> = known["methods"].as_array().unwrap().iter()
            .filter(|one| one["kind"] != "balance")
            .map(|one| (one["kind"].as_str().unwrap(), one["left_minor"].as_i64().unwrap())).filter(|(_, minor)| *minor > 0).collect();
        if !lines.is_empty() {
            give_back(&salon, &receipt, &lines, &by).unwrap();
        }
        for account in ["drawer", "card_clearing", "service_revenue", "vat_payable", "client_receivable"] {
            prop_assert_eq!(owed(&salon, account), 0, "{}", account);
        }
        salon.assert_sound();
    }
}
