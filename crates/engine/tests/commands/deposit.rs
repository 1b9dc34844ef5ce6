//! Deposits of visits that do not take place: back, kept, a part, to the balance; by the rule or
//! otherwise with a reason; brought back and undone; never more than was held.

use adelante_engine::Caller;
use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::{CommandError, ErrorCode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::bill::credit;

const LATER: &str = "2026-11-24";

fn balance(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

/// A visit of 10 000.00 with a deposit of 3 000.00, cash and card.
fn with_deposit(salon: &TestSalon, day: &str) -> (String, Value) {
    let visit = visit_on(salon, day);
    let receipt = prepay(salon, &visit, 100_000, 200_000);
    (visit, receipt)
}

fn visit_on(salon: &TestSalon, day: &str) -> String {
    let booking = json!({ "client_id": salon.clients[0], "day": day, "start_min": 900,
        "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2] }] });
    salon.must("book_appointment", booking)["appointment_id"].as_str().unwrap().to_owned()
}

fn prepay(salon: &TestSalon, visit: &str, cash: i64, card: i64) -> Value {
    let sums = [("cash", cash), ("card", card)];
    let payments: Vec<Value> = sums
        .iter()
        .filter(|(_, minor)| *minor > 0)
        .map(|(kind, minor)| json!({ "method_id": salon.method(kind), "amount_minor": minor }))
        .collect();
    let asked = json!({ "appointment_id": visit, "after": "keep", "payments": payments });
    salon.must("take_payment", asked)["receipt_id"].clone()
}

fn end(salon: &TestSalon, visit: &str, status: &str, deposit: &str, reason: &str) -> Result<Value, CommandError> {
    let asked = json!({ "appointment_id": visit, "status": status, "deposit": deposit, "reason": reason });
    salon.call("set_appointment_status", asked)
}

fn deposit(salon: &TestSalon, visit: &str) -> Value {
    salon.must("get_deposit", json!({ "appointment_id": visit }))
}

fn held(salon: &TestSalon) -> i64 {
    salon.must("list_deposits", json!({}))["total_minor"].as_i64().unwrap()
}

fn status(salon: &TestSalon, visit: &str) -> String {
    salon.must("get_appointment", json!({ "appointment_id": visit }))["status"].as_str().unwrap().to_owned()
}

fn receptionist(salon: &TestSalon) -> Caller {
    Caller::Staff(salon.staff[1].parse().unwrap())
}

#[test]
fn the_rule_gives_back_in_time_and_keeps_later() {
    let salon = TestSalon::new(1);
    let (early, _) = with_deposit(&salon, LATER);
    let known = deposit(&salon, &early);
    assert_eq!((known["held_minor"].as_i64(), known["kept_minor"].as_i64()), (Some(300_000), Some(0)));
    assert_eq!((&known["cancelled"]["end"], &known["cancelled"]["why"]), (&json!("return"), &json!("in_time")));
    assert_eq!((&known["no_show"]["end"], &known["no_show"]["why"]), (&json!("keep"), &json!("missed")));
    assert_eq!(
        known["choices"][2],
        json!({ "end": "keep_part", "returned_minor": 150_000, "kept_minor": 150_000, "to_balance_minor": 0 })
    );
    let (late, _) = with_deposit(&salon, TODAY);
    assert_eq!(deposit(&salon, &late)["cancelled"]["why"], "late");
    assert_eq!(held(&salon), 600_000);
    let silent = json!({ "appointment_id": early, "status": "cancelled" });
    assert_eq!(salon.call("set_appointment_status", silent).unwrap_err().code, ErrorCode::HasMoney);
    end(&salon, &early, "cancelled", "return", "").unwrap();
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "card_clearing")), (100_000, 200_000), "the late one's");
    end(&salon, &late, "no_show", "keep", "").unwrap();
    assert_eq!(balance(&salon, "forfeited"), -300_000);
    assert_eq!(balance(&salon, "visit_prepaid"), 0);
    assert_eq!(held(&salon), 0);
    let known = deposit(&salon, &late);
    assert_eq!(
        (known["kept_minor"].as_i64(), &known["ended"], &known["ruled"]),
        (Some(300_000), &json!("keep"), &json!("keep"))
    );
    assert_eq!(known["choices"], json!([]));
    salon.assert_sound();
}

#[test]
fn another_choice_than_the_rules_needs_a_reason_and_is_recorded() {
    let salon = TestSalon::new(2);
    let (visit, _) = with_deposit(&salon, TODAY);
    assert_eq!(end(&salon, &visit, "cancelled", "return", " ").unwrap_err().code, ErrorCode::ReasonMissing);
    let asked =
        json!({ "appointment_id": visit, "status": "cancelled", "deposit": "return", "reason": "мастер заболел" });
    let refused = salon.call_as(receptionist(&salon), "set_appointment_status", asked.clone());
    assert_eq!(refused.unwrap_err().code, ErrorCode::NotPermitted);
    salon.must("set_appointment_status", asked);
    let known = deposit(&salon, &visit);
    assert_eq!((&known["ended"], &known["ruled"]), (&json!("return"), &json!("keep")));
    let history = salon.must("list_history", json!({ "limit": 1 }));
    assert_eq!(history["entries"][0]["reason"], "мастер заболел");
    for account in ["drawer", "card_clearing", "visit_prepaid", "forfeited"] {
        assert_eq!(balance(&salon, account), 0, "{account}");
    }
    let receipts = salon.must("list_receipts", json!({ "limit": 10 }));
    assert_eq!(receipts["receipts"][0]["kind"], "refund");
    assert_eq!(receipts["receipts"][0]["total_minor"], -300_000);
    salon.assert_sound();
}

#[test]
fn it_goes_to_the_balance_and_pays_the_next_visit() {
    let salon = TestSalon::new(3);
    let (visit, _) = with_deposit(&salon, LATER);
    end(&salon, &visit, "cancelled", "balance", "перенесёт").unwrap();
    assert_eq!((balance(&salon, "client_balance"), balance(&salon, "visit_prepaid")), (-300_000, 0));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "card_clearing")), (100_000, 200_000));
    let next = visit_on(&salon, "2026-11-25");
    let from = credit(&salon, &next, "balance");
    let paid = json!({ "appointment_id": next, "after": "keep", "payments": [
        { "method_id": from["method_id"], "source_id": from["source_id"], "amount_minor": 300_000 },
    ] });
    salon.must("take_payment", paid);
    assert_eq!(balance(&salon, "client_balance"), 0);
    // What came from the balance goes back to it.
    end(&salon, &next, "cancelled", "return", "").unwrap();
    assert_eq!((balance(&salon, "client_balance"), balance(&salon, "visit_prepaid")), (-300_000, 0));
    salon.assert_sound();
}

#[test]
fn a_part_is_kept_by_the_salons_percent() {
    let salon = TestSalon::new(4);
    let rules = json!({ "rules": { "blind_count": true, "receptionist_discount_bp": 1_000,
        "difference_without_reason_minor": 0, "deposit_free_hours": 96, "deposit_late": "keep_part",
        "deposit_missed": "balance", "deposit_part_bp": 2_500 } });
    salon.must("set_till_rules", rules);
    let (visit, _) = with_deposit(&salon, LATER);
    assert_eq!(deposit(&salon, &visit)["no_show"]["end"], "balance");
    end(&salon, &visit, "cancelled", "keep_part", "").unwrap();
    assert_eq!(balance(&salon, "forfeited"), -75_000);
    assert_eq!(balance(&salon, "visit_prepaid"), 0);
    assert_eq!(balance(&salon, "drawer") + balance(&salon, "card_clearing"), 75_000);
    salon.assert_sound();
    let wrong = json!({ "rules": { "blind_count": true, "receptionist_discount_bp": 1_000,
        "difference_without_reason_minor": 0, "deposit_part_bp": 10_001 } });
    assert_eq!(salon.call("set_till_rules", wrong).unwrap_err().code, ErrorCode::OutOfRange);
}

#[test]
fn what_goes_back_needs_an_open_shift_and_what_is_kept_does_not() {
    let salon = TestSalon::new(5);
    let (visit, _) = with_deposit(&salon, LATER);
    salon.must("close_shift", json!({ "count": { "counted_minor": 100_000 } }));
    assert_eq!(deposit(&salon, &visit)["shift_open"], false);
    assert_eq!(end(&salon, &visit, "cancelled", "return", "").unwrap_err().code, ErrorCode::NoShift);
    assert_eq!(status(&salon, &visit), "booked", "all or nothing");
    end(&salon, &visit, "cancelled", "keep", "так решила хозяйка").unwrap();
    salon.assert_sound();
}

#[test]
fn undo_and_bringing_back_hold_a_kept_deposit_again() {
    let salon = TestSalon::new(6);
    let (visit, _) = with_deposit(&salon, TODAY);
    end(&salon, &visit, "cancelled", "keep", "").unwrap();
    salon.must("undo", json!({}));
    assert_eq!((status(&salon, &visit), held(&salon), balance(&salon, "forfeited")), ("booked".to_owned(), 300_000, 0));
    assert_eq!(deposit(&salon, &visit)["ended"], Value::Null);
    salon.must("redo", json!({}));
    assert_eq!((status(&salon, &visit), held(&salon)), ("cancelled".to_owned(), 0));
    assert_eq!(balance(&salon, "forfeited"), -300_000);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "booked" }));
    assert_eq!((held(&salon), balance(&salon, "forfeited")), (300_000, 0));
    salon.must("undo", json!({}));
    assert_eq!((held(&salon), balance(&salon, "forfeited")), (0, -300_000));
    salon.must("redo", json!({}));
    // It pays the visit like any prepayment.
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    assert_eq!((balance(&salon, "visit_prepaid"), balance(&salon, "client_receivable")), (0, 700_000));
    salon.assert_sound();
}

#[test]
fn money_that_went_back_is_not_undone() {
    let salon = TestSalon::new(7);
    let (visit, _) = with_deposit(&salon, LATER);
    end(&salon, &visit, "cancelled", "return", "").unwrap();
    let done = salon.must("list_history", json!({ "limit": 1 }))["entries"][0]["operation_id"].clone();
    assert_eq!(salon.call("undo", json!({ "operation_id": done })).unwrap_err().code, ErrorCode::CannotUndo);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "booked" }));
    assert_eq!(held(&salon), 0);
    salon.assert_sound();
}

#[test]
fn a_kept_deposit_can_still_be_given_back() {
    let salon = TestSalon::new(8);
    let (visit, receipt) = with_deposit(&salon, TODAY);
    end(&salon, &visit, "no_show", "keep", "").unwrap();
    let known = salon.must("get_refundable", json!({ "receipt_id": receipt }));
    let back = json!({ "receipt_id": receipt, "reason": "договорились",
        "lines": [{ "line_id": known["lines"][0]["line_id"], "amount_minor": 100_000 }],
        "payments": [{ "method_id": salon.method("cash"), "amount_minor": 100_000 }] });
    salon.must("refund_receipt", back);
    assert_eq!((balance(&salon, "forfeited"), balance(&salon, "visit_prepaid")), (-200_000, 0));
    assert_eq!(deposit(&salon, &visit)["kept_minor"], 200_000);
    salon.assert_sound();
    let (other, receipt) = with_deposit(&salon, "2026-11-23");
    end(&salon, &other, "no_show", "keep", "").unwrap();
    salon.must("void_receipt", json!({ "receipt_id": receipt, "reason": "ошибка" }));
    assert_eq!((balance(&salon, "forfeited"), balance(&salon, "visit_prepaid")), (-200_000, 0));
    salon.assert_sound();
}

#[test]
fn a_deposit_is_due_where_the_risk_is_high() {
    let salon = TestSalon::new(9);
    // New client, not confirmed, booked more than a week ahead: 30 + 40 + 20.
    let visit = visit_on(&salon, "2026-12-09");
    let known = deposit(&salon, &visit);
    assert_eq!((known["risk_percent"].as_i64(), known["due_minor"].as_i64()), (Some(90), Some(300_000)));
    prepay(&salon, &visit, 100_000, 0);
    assert_eq!(deposit(&salon, &visit)["due_minor"], 200_000);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "confirmed" }));
    assert_eq!(deposit(&salon, &visit)["due_minor"], 0);
}

/// What may happen to a visit, at random.
#[derive(Debug, Clone, Copy)]
enum Step {
    Pay(i64, i64),
    End(usize, bool),
    Back,
    Complete,
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0i64..200_000, 1i64..200_000).prop_map(|(cash, card)| Step::Pay(cash, card)),
        3 => (0usize..4, any::<bool>()).prop_map(|(end, missed)| Step::End(end, missed)),
        2 => Just(Step::Back),
        1 => Just(Step::Complete),
        1 => Just(Step::Undo),
    ]
}

fn do_step(salon: &TestSalon, visit: &str, step: Step) {
    let set = |to: &str| salon.call("set_appointment_status", json!({ "appointment_id": visit, "status": to }));
    let _ = match step {
        Step::Pay(cash, card) => {
            let payments: Vec<Value> = [("cash", cash), ("card", card)]
                .iter()
                .filter(|(_, minor)| *minor > 0)
                .map(|(kind, minor)| json!({ "method_id": salon.method(kind), "amount_minor": minor }))
                .collect();
            let asked = json!({ "appointment_id": visit, "after": "keep", "payments": payments });
            salon.call("take_payment", asked)
        }
        Step::End(choice, missed) => {
            let status = if missed { "no_show" } else { "cancelled" };
            end(salon, visit, status, ["return", "keep", "keep_part", "balance"][choice], "так")
        }
        Step::Back => set("booked"),
        Step::Complete => set("completed"),
        Step::Undo => salon.call("undo", json!({})),
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Held is what was taken less what was applied, returned, kept and moved, whatever happens.
    #[test]
    fn what_is_held_is_what_is_left(steps in prop::collection::vec(step(), 1..14), seed in 10u64..99) {
        let salon = TestSalon::new(seed);
        let visit = visit_on(&salon, TODAY);
        for step in steps {
            do_step(&salon, &visit, step);
            // Undo may take the booking itself back.
            let Ok(shown) = salon.call("get_appointment", json!({ "appointment_id": visit })) else { break };
            let paid = shown["paid_minor"].as_i64().unwrap();
            // Money in the till is what was paid and not returned, and what lies on the balance.
            let money = balance(&salon, "drawer") + balance(&salon, "card_clearing");
            prop_assert_eq!(money, paid - balance(&salon, "client_balance"));
            let kept = -balance(&salon, "forfeited");
            let held_now = -balance(&salon, "visit_prepaid");
            let done = shown["status"] == "completed";
            let gone = shown["status"] == "cancelled" || shown["status"] == "no_show";
            prop_assert!(kept >= 0 && held_now >= 0);
            prop_assert_eq!(kept, if gone { paid } else { 0 });
            prop_assert_eq!(held_now, if done || gone { 0 } else { paid });
            prop_assert_eq!(held(&salon), held_now);
            salon.assert_sound();
        }
    }
}
