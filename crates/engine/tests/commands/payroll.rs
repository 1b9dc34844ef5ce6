//! Commissions and payroll: what a line earns, what takes it back, pay runs, what is paid.

use adelante_engine::Caller;
use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::drawer::{balance, move_cash, report};

/// First day of the month of [`TODAY`].
pub const FIRST: &str = "2026-11-01";

/// Samples of payroll's commands, for the tests that hold for all.
pub fn sample(command: &str, salon: &TestSalon) -> Option<Value> {
    Some(match command {
        "save_commission_rule" => json!({ "rule": percent(4_000) }),
        "retire_commission_rule" => json!({ "rule_id": rule(salon, percent(4_000)) }),
        "set_pay_rate" => {
            json!({ "staff_id": salon.staff[1], "kind": "monthly", "amount_minor": 15_000_000, "from_day": FIRST })
        }
        "set_assistants" => {
            let line = lines(salon, &salon.book(600, &[0], 2))[0].clone();
            json!({ "line_id": line, "assistants": [{ "staff_id": salon.staff[3], "share_bp": 3_000 }] })
        }
        "confirm_pay_run" => {
            rule(salon, tiered("from_zero"));
            done(salon, 600, &[0, 2], 2);
            json!({ "from_day": FIRST, "to_day": TODAY, "people": [person(salon, 2), person(salon, 3)] })
        }
        "cancel_pay_run" => json!({ "pay_run_id": earned_and_run(salon, 2), "reason": "не тот период" }),
        "pay_staff" => {
            let run = earned_and_run(salon, 2);
            move_cash(salon, "Внёс владелец", 9_000_000).unwrap();
            pay(salon, "wages", Some(&run), 2, 100_000, "cash")
        }
        "reverse_staff_payment" => {
            let run = earned_and_run(salon, 2);
            let paid = salon.must("pay_staff", pay(salon, "wages", Some(&run), 2, 100_000, "transfer"));
            json!({ "payment_id": paid["payment_ids"][0], "reason": "не тому" })
        }
        _ => return None,
    })
}

/// A rule of a share for everyone and everything.
pub fn percent(rate_bp: u16) -> Value {
    json!({
        "kind": "percent", "rate_bp": rate_bp, "tier_way": "from_zero", "base": "after_discount",
        "less_materials": false, "from_day": FIRST
    })
}

/// 30 % to 10 000, then 40 %.
pub fn tiered(way: &str) -> Value {
    json!({
        "kind": "tiered", "tier_way": way, "base": "after_discount", "less_materials": true, "from_day": FIRST,
        "tiers": [{ "from_minor": 0, "rate_bp": 3_000 }, { "from_minor": 1_000_000, "rate_bp": 4_000 }]
    })
}

pub fn rule(salon: &TestSalon, rule: Value) -> String {
    salon.must("save_commission_rule", json!({ "rule": rule }))["rule_id"].as_str().unwrap().to_owned()
}

pub fn person(salon: &TestSalon, who: usize) -> Value {
    json!({ "staff_id": salon.staff[who] })
}

pub fn lines(salon: &TestSalon, visit: &str) -> Vec<Value> {
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    shown["lines"].as_array().unwrap().iter().map(|line| line["line_id"].clone()).collect()
}

/// A visit that is done and not paid.
fn done(salon: &TestSalon, start_min: u16, services: &[usize], master: usize) -> String {
    let visit = salon.book(start_min, services, master);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    visit
}

pub fn run(salon: &TestSalon, from: &str, to: &str, people: Vec<Value>) -> Result<String, ErrorCode> {
    let asked = json!({ "from_day": from, "to_day": to, "people": people });
    let made = salon.call("confirm_pay_run", asked).map_err(|error| error.code)?;
    Ok(made["pay_run_id"].as_str().unwrap().to_owned())
}

fn earned_and_run(salon: &TestSalon, master: usize) -> String {
    rule(salon, percent(4_000));
    done(salon, 600, &[0], master);
    run(salon, FIRST, TODAY, vec![person(salon, master)]).unwrap()
}

pub fn pay(salon: &TestSalon, kind: &str, run: Option<&str>, who: usize, minor: i64, method: &str) -> Value {
    json!({
        "kind": kind, "pay_run_id": run, "method_id": salon.method(method),
        "payments": [{ "staff_id": salon.staff[who], "amount_minor": minor }]
    })
}

pub fn earnings(salon: &TestSalon, who: usize) -> Value {
    salon.must("get_earnings", json!({ "staff_id": salon.staff[who], "from_day": FIRST, "to_day": "2026-12-31" }))
}

fn slip(salon: &TestSalon, who: usize, decided: &Value) -> Value {
    let asked = json!({ "from_day": FIRST, "to_day": TODAY, "people": [decided] });
    let shown = salon.must("preview_pay_run", asked);
    let slips = shown["slips"].as_array().unwrap();
    slips.iter().find(|slip| slip["staff_id"] == salon.staff[who]).unwrap().clone()
}

fn refund(salon: &TestSalon, receipt: &Value, line: &Value, minor: i64) {
    let asked = json!({
        "receipt_id": receipt, "reason": "не понравилось",
        "lines": [{ "line_id": line, "amount_minor": minor }],
        "payments": [{ "method_id": salon.method("cash"), "amount_minor": minor }],
    });
    salon.must("refund_receipt", asked);
}

fn refused(answer: Result<Value, adelante_wire::CommandError>) -> ErrorCode {
    answer.unwrap_err().code
}

/// Nothing is owed but what the facts say.
pub fn books_agree(salon: &TestSalon) {
    let connection = salon.engine.store().read().unwrap();
    let sum = |sql: &str| -> i64 { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
    let commissions = sum("SELECT coalesce(sum(amount_minor), 0) FROM commission");
    assert_eq!(balance(salon, "commission_expense"), commissions);
    let paid = sum("SELECT coalesce(sum(amount_minor), 0) FROM staff_payment WHERE kind <> 'tips'");
    let slips = sum("SELECT coalesce(sum(time_minor + bonus_minor + tips_minor - deduction_minor), 0) FROM pay_slip \
         WHERE pay_run_id NOT IN (SELECT pay_run_id FROM pay_run_cancel)");
    assert_eq!(balance(salon, "wages_payable"), paid - commissions - slips);
}

#[test]
fn a_visit_that_is_done_earns_by_the_rule_with_the_formula_behind_it() {
    let salon = TestSalon::new(1);
    rule(&salon, percent(4_000));
    let visit = salon.book(600, &[0], 2);
    salon.must(
        "set_discount",
        json!({ "appointment_id": visit, "discount": { "percent_bp": 1_000 }, "reason": "постоянная" }),
    );
    assert_eq!(earnings(&salon, 2)["lines"], json!([]));
    salon.pay_cash(&visit, 900_000, "complete").unwrap();
    let shown = earnings(&salon, 2);
    let line = &shown["lines"][0];
    assert_eq!((&line["entry"], &line["amount_minor"]), (&json!("line"), &json!(360_000)));
    let formula = &line["formula"];
    assert_eq!((&formula["before_minor"], &formula["discount_minor"]), (&json!(1_000_000), &json!(100_000)));
    assert_eq!((&formula["base_minor"], &formula["rate_bp"]), (&json!(900_000), &json!(4_000)));
    assert_eq!((&line["client"], &line["service"]), (&json!("Гульнара Омарова"), &json!("Стрижка")));
    assert_eq!((&shown["total_minor"], &shown["owed_minor"]), (&json!(360_000), &json!(360_000)));
    assert_eq!((balance(&salon, "commission_expense"), balance(&salon, "wages_payable")), (360_000, -360_000));
    salon.assert_sound();
}

#[test]
fn a_completion_that_was_a_mistake_takes_the_commission_back_and_done_again_it_is_earned_anew() {
    let salon = TestSalon::new(2);
    rule(&salon, percent(4_000));
    let visit = done(&salon, 600, &[0, 2], 2);
    assert_eq!(earnings(&salon, 2)["total_minor"], 640_000);
    salon.must("undo", json!({}));
    assert_eq!(earnings(&salon, 2)["total_minor"], 0);
    assert_eq!((balance(&salon, "service_revenue"), balance(&salon, "client_receivable")), (0, 0));
    salon.must("redo", json!({}));
    assert_eq!(earnings(&salon, 2)["total_minor"], 640_000);
    assert_eq!(balance(&salon, "client_receivable"), 1_600_001);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "arrived" }));
    assert_eq!((earnings(&salon, 2)["total_minor"].clone(), balance(&salon, "commission_expense")), (json!(0), 0));
    rule(
        &salon,
        json!({
            "staff_id": salon.staff[2], "kind": "fixed", "fixed_minor": 70_000, "tier_way": "from_zero",
            "base": "after_discount", "less_materials": false, "from_day": FIRST
        }),
    );
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    assert_eq!(earnings(&salon, 2)["total_minor"], 140_000);
    books_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_refund_leaves_exactly_the_commission_of_what_is_left() {
    let salon = TestSalon::new(3);
    rule(&salon, percent(3_333));
    let visit = salon.book(600, &[2], 2);
    let receipt = salon.pay_cash(&visit, 600_001, "complete").unwrap()["receipt_id"].clone();
    let line = lines(&salon, &visit)[0].clone();
    assert_eq!(earnings(&salon, 2)["total_minor"], 199_980);
    for (minor, left) in [(100_000, 500_001i64), (1, 500_000), (499_999, 1)] {
        refund(&salon, &receipt, &line, minor);
        let exact = (left * 3_333 * 2 + 10_000) / 20_000;
        assert_eq!(earnings(&salon, 2)["total_minor"], exact, "{left} is left");
    }
    refund(&salon, &receipt, &line, 1);
    let shown = earnings(&salon, 2);
    assert_eq!((&shown["total_minor"], &shown["lines"][0]["entry"]), (&json!(0), &json!("back")));
    books_agree(&salon);
    salon.assert_sound();
}

#[test]
fn assistants_on_top_take_nothing_from_whose_work_it_is() {
    let salon = TestSalon::new(29);
    let mut on_top = tiered("from_zero");
    on_top["assist_on_top"] = json!(true);
    rule(&salon, on_top);
    let visit = salon.book(600, &[0], 2);
    let line = lines(&salon, &visit)[0].clone();
    let assist =
        |share: u16| json!({ "line_id": line, "assistants": [{ "staff_id": salon.staff[3], "share_bp": share }] });
    salon.must("set_assistants", assist(2_500));
    let receipt = salon.pay_cash(&visit, 1_000_000, "complete").unwrap()["receipt_id"].clone();
    let sums =
        || (earnings(&salon, 2)["total_minor"].as_i64().unwrap(), earnings(&salon, 3)["total_minor"].as_i64().unwrap());
    assert_eq!(sums(), (400_000, 100_000), "the tier is what the month makes, not what assistants get");
    let formula = &earnings(&salon, 3)["lines"][0]["formula"];
    assert_eq!((&formula["share_bp"], &formula["on_top"]), (&json!(2_500), &json!(true)));
    salon.must("set_assistants", assist(5_000));
    assert_eq!(sums(), (400_000, 200_000));
    refund(&salon, &receipt, &line, 1_000_000);
    assert_eq!(sums(), (0, 0));
    books_agree(&salon);
    salon.assert_sound();
}

#[test]
fn assistants_share_the_commission_of_a_line_and_a_change_afterwards_follows() {
    let salon = TestSalon::new(4);
    rule(&salon, percent(4_000));
    let visit = salon.book(600, &[0], 2);
    let line = lines(&salon, &visit)[0].clone();
    let assist =
        |share: u16| json!({ "line_id": line, "assistants": [{ "staff_id": salon.staff[3], "share_bp": share }] });
    salon.must("set_assistants", assist(2_500));
    let receipt = salon.pay_cash(&visit, 1_000_000, "complete").unwrap()["receipt_id"].clone();
    let sums =
        || (earnings(&salon, 2)["total_minor"].as_i64().unwrap(), earnings(&salon, 3)["total_minor"].as_i64().unwrap());
    assert_eq!(sums(), (300_000, 100_000));
    refund(&salon, &receipt, &line, 500_000);
    assert_eq!(sums(), (150_000, 50_000));
    salon.must("set_assistants", assist(10_000));
    assert_eq!(sums(), (0, 200_000));
    salon.must("set_assistants", json!({ "line_id": line, "assistants": [] }));
    assert_eq!(sums(), (200_000, 0));
    let own = json!({ "line_id": line, "assistants": [{ "staff_id": salon.staff[2], "share_bp": 1 }] });
    assert_eq!(refused(salon.call("set_assistants", own)), ErrorCode::BadInput);
    assert_eq!(refused(salon.call("set_assistants", assist(0))), ErrorCode::OutOfRange);
    books_agree(&salon);
}

#[test]
fn tiers_post_what_is_reached_and_the_pay_run_settles_the_month() {
    let salon = TestSalon::new(5);
    rule(&salon, tiered("from_zero"));
    done(&salon, 600, &[2], 2);
    assert_eq!(earnings(&salon, 2)["total_minor"], 180_000);
    done(&salon, 700, &[0], 2);
    let shown = earnings(&salon, 2);
    // 30 % of the first line is posted, 40 % of the second; the whole month is 40 %.
    assert_eq!(balance(&salon, "commission_expense"), 180_000 + 400_000);
    assert_eq!(shown["tiers"][0]["change_minor"], 640_000 - 580_000);
    assert_eq!((&shown["total_minor"], &shown["tiers"][0]["rate_bp"]), (&json!(640_000), &json!(4_000)));
    run(&salon, FIRST, TODAY, vec![person(&salon, 2)]).unwrap();
    assert_eq!(balance(&salon, "commission_expense"), 640_000);
    assert_eq!(earnings(&salon, 2)["total_minor"], 640_000);
    books_agree(&salon);
    salon.assert_sound();
}

#[test]
fn progressive_tiers_need_no_settling() {
    let salon = TestSalon::new(6);
    rule(&salon, tiered("progressive"));
    done(&salon, 600, &[2], 2);
    done(&salon, 700, &[0], 2);
    let shown = earnings(&salon, 2);
    assert_eq!((&shown["total_minor"], &shown["tiers"][0]["change_minor"]), (&json!(300_000 + 240_000), &json!(0)));
    assert_eq!(shown["lines"][0]["formula"]["slices"].as_array().unwrap().len(), 2);
}

#[test]
fn a_pay_run_adds_time_bonuses_and_tips_and_takes_advances_and_deductions_off() {
    let salon = TestSalon::new(7);
    rule(&salon, percent(4_000));
    let visit = salon.book(600, &[0], 2);
    let payment = json!({ "method_id": salon.method("cash"), "amount_minor": 1_000_000, "tip_minor": 50_000 });
    salon.must(
        "take_payment",
        json!({
            "appointment_id": visit, "payments": [payment], "after": "complete",
            "tips": [{ "staff_id": salon.staff[2], "amount_minor": 50_000 }]
        }),
    );
    salon.must(
        "set_pay_rate",
        json!({ "staff_id": salon.staff[2], "kind": "hourly", "amount_minor": 60_000, "from_day": FIRST }),
    );
    salon.must("pay_staff", pay(&salon, "advance", None, 2, 150_000, "cash"));
    let decided = json!({
        "staff_id": salon.staff[2], "minutes": 90, "with_tips": true,
        "bonuses": [{ "amount_minor": 20_000, "note": "план" }],
        "deductions": [{ "amount_minor": 5_000, "note": "опоздание" }],
    });
    let seen = slip(&salon, 2, &decided);
    let kinds: Vec<_> =
        seen["lines"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds, ["commission", "hourly", "bonus", "deduction", "tips", "advance"]);
    let due = 400_000 + 90_000 + 20_000 - 5_000 + 50_000 - 150_000;
    assert_eq!(seen["due_minor"], due);
    let mut sure = decided.clone();
    sure["seen_due_minor"] = json!(due + 1);
    assert_eq!(run(&salon, FIRST, TODAY, vec![sure.clone()]), Err(ErrorCode::PayChanged));
    sure["seen_due_minor"] = json!(due);
    let id = run(&salon, FIRST, TODAY, vec![sure]).unwrap();
    let shown = salon.must("get_pay_run", json!({ "pay_run_id": id }));
    assert_eq!((&shown["slips"][0]["due_minor"], &shown["slips"][0]["payable_minor"]), (&json!(due), &json!(due)));
    assert_eq!((balance(&salon, "wages_payable"), balance(&salon, "tips_due")), (-due, 0));
    books_agree(&salon);
    // Paid in part from the drawer, the rest from the bank; not a unit more.
    salon.must("pay_staff", pay(&salon, "wages", Some(&id), 2, 105_000, "cash"));
    assert_eq!(
        refused(salon.call("pay_staff", pay(&salon, "wages", Some(&id), 2, 300_001, "transfer"))),
        ErrorCode::PayTooLarge
    );
    salon.must("pay_staff", pay(&salon, "wages", Some(&id), 2, 300_000, "transfer"));
    assert_eq!((balance(&salon, "wages_payable"), balance(&salon, "bank")), (0, -300_000));
    let cash = report(&salon)["cash"].clone();
    assert_eq!((&cash["out_minor"], &cash["expected_minor"]), (&json!(255_000), &json!(1_050_000 - 255_000)));
    assert_eq!(cash["movements"][1]["staff"], "Айгерим");
    assert_eq!(
        refused(salon.call("cancel_pay_run", json!({ "pay_run_id": id, "reason": "поздно" }))),
        ErrorCode::RunPaid
    );
    salon.assert_sound();
}

#[test]
fn tips_are_paid_out_apart_from_commission() {
    let salon = TestSalon::new(8);
    let visit = salon.book(600, &[0], 2);
    let payment = json!({ "method_id": salon.method("cash"), "amount_minor": 1_000_000, "tip_minor": 70_000 });
    salon.must(
        "take_payment",
        json!({
            "appointment_id": visit, "payments": [payment], "after": "complete",
            "tips": [{ "staff_id": salon.staff[2], "amount_minor": 70_000 }]
        }),
    );
    assert_eq!(earnings(&salon, 2)["tips_minor"], 70_000);
    assert_eq!(refused(salon.call("pay_staff", pay(&salon, "tips", None, 2, 70_001, "cash"))), ErrorCode::PayTooLarge);
    salon.must("pay_staff", pay(&salon, "tips", None, 2, 70_000, "cash"));
    assert_eq!((balance(&salon, "tips_due"), balance(&salon, "drawer")), (0, 1_000_000));
}

#[test]
fn a_paid_period_is_frozen_and_what_comes_later_falls_into_the_next_one_with_its_origin() {
    let salon = TestSalon::new(9);
    rule(&salon, percent(4_000));
    let visit = salon.book(600, &[0], 2);
    let receipt = salon.pay_cash(&visit, 1_000_000, "complete").unwrap()["receipt_id"].clone();
    let id = run(&salon, FIRST, TODAY, vec![person(&salon, 2)]).unwrap();
    assert_eq!(run(&salon, TODAY, TODAY, vec![person(&salon, 2)]), Err(ErrorCode::PeriodPaid));
    salon.must("pay_staff", pay(&salon, "wages", Some(&id), 2, 400_000, "transfer"));
    refund(&salon, &receipt, &lines(&salon, &visit)[0], 250_000);
    done(&salon, 800, &[0], 2);
    let shown = earnings(&salon, 2);
    for line in &shown["lines"].as_array().unwrap()[..2] {
        assert_eq!((&line["business_day"], &line["origin_day"]), (&json!("2026-11-22"), &json!(TODAY)));
    }
    assert_eq!(shown["paid_until"], TODAY);
    salon.clock.advance(86_400_000);
    let preview = salon.must("preview_pay_run", json!({ "from_day": "2026-11-22", "to_day": "2026-11-22" }));
    let slips = preview["slips"].as_array().unwrap();
    let of_master = slips.iter().find(|slip| slip["staff_id"] == salon.staff[2]).unwrap();
    assert_eq!(of_master["due_minor"], 400_000 - 100_000);
    books_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_refund_after_the_month_is_settled_takes_back_what_the_month_has_paid_for_it() {
    let salon = TestSalon::new(10);
    rule(&salon, tiered("from_zero"));
    let visit = salon.book(600, &[2], 2);
    let receipt = salon.pay_cash(&visit, 600_001, "complete").unwrap()["receipt_id"].clone();
    done(&salon, 700, &[0], 2);
    // To the end of the month, so that the next period is another month.
    salon.clock.advance(9 * 86_400_000);
    run(&salon, FIRST, "2026-11-30", vec![person(&salon, 2)]).unwrap();
    assert_eq!(balance(&salon, "commission_expense"), 640_000);
    refund(&salon, &receipt, &lines(&salon, &visit)[0], 600_001);
    // 40 % of it, though 30 % was posted when it was done.
    assert_eq!(balance(&salon, "commission_expense"), 400_000);
    books_agree(&salon);
}

#[test]
fn a_run_is_cancelled_with_a_reason_and_made_again() {
    let salon = TestSalon::new(11);
    rule(&salon, tiered("from_zero"));
    done(&salon, 600, &[2], 2);
    done(&salon, 700, &[0], 2);
    let before = (balance(&salon, "wages_payable"), balance(&salon, "commission_expense"));
    let decided = json!({ "staff_id": salon.staff[2], "bonuses": [{ "amount_minor": 7_000, "note": "план" }] });
    let id = run(&salon, FIRST, TODAY, vec![decided]).unwrap();
    assert_eq!(
        refused(salon.call("cancel_pay_run", json!({ "pay_run_id": id, "reason": " " }))),
        ErrorCode::ReasonMissing
    );
    salon.must("cancel_pay_run", json!({ "pay_run_id": id, "reason": "не тот период" }));
    assert_eq!((balance(&salon, "wages_payable"), balance(&salon, "commission_expense")), before);
    assert_eq!(
        refused(salon.call("cancel_pay_run", json!({ "pay_run_id": id, "reason": "ещё раз" }))),
        ErrorCode::NotFound
    );
    assert_eq!(
        refused(salon.call("pay_staff", pay(&salon, "wages", Some(&id), 2, 1, "transfer"))),
        ErrorCode::NotFound
    );
    let again = run(&salon, FIRST, TODAY, vec![person(&salon, 2)]).unwrap();
    let shown = salon.must("get_pay_run", json!({ "pay_run_id": again }));
    assert_eq!(shown["slips"][0]["due_minor"], 640_000);
    let list = salon.must("list_pay_runs", json!({}));
    let flags: Vec<_> = list["runs"].as_array().unwrap().iter().map(|run| run["cancelled"].clone()).collect();
    assert_eq!(flags, [json!(false), json!(true)]);
    books_agree(&salon);
}

#[test]
fn a_payment_is_taken_back_and_the_drawers_list_does_it_too() {
    let salon = TestSalon::new(12);
    let id = earned_and_run(&salon, 2);
    move_cash(&salon, "Внёс владелец", 500_000).unwrap();
    for way in ["reverse_staff_payment", "reverse_cash_movement"] {
        let paid = salon.must("pay_staff", pay(&salon, "wages", Some(&id), 2, 400_000, "cash"));
        assert_eq!((balance(&salon, "drawer"), balance(&salon, "wages_payable")), (100_000, 0));
        let payment = &paid["payment_ids"][0];
        let name = if way == "reverse_staff_payment" { "payment_id" } else { "movement_id" };
        let asked = json!({ name: payment, "reason": "не тому" });
        salon.must(way, asked.clone());
        assert_eq!((balance(&salon, "drawer"), balance(&salon, "wages_payable")), (500_000, -400_000));
        assert_eq!(refused(salon.call(way, asked)), ErrorCode::AlreadyReversed);
    }
    let too_much = pay(&salon, "advance", None, 3, 500_001, "cash");
    assert_eq!(refused(salon.call("pay_staff", too_much)), ErrorCode::DrawerShort);
    let by_card = pay(&salon, "advance", None, 3, 1, "card");
    assert_eq!(refused(salon.call("pay_staff", by_card)), ErrorCode::BadInput);
    salon.must("close_shift", json!({}));
    assert_eq!(refused(salon.call("pay_staff", pay(&salon, "advance", None, 3, 1, "cash"))), ErrorCode::NoShift);
    salon.must("pay_staff", pay(&salon, "advance", None, 3, 1, "transfer"));
    books_agree(&salon);
}

#[test]
fn everybody_sees_the_own_and_only_who_may_sees_the_others() {
    let salon = TestSalon::new(13);
    rule(&salon, percent(4_000));
    done(&salon, 600, &[0], 2);
    let ask = |who: usize, of: Value| {
        let caller = Caller::Staff(salon.staff[who].parse().unwrap());
        let asked = json!({ "staff_id": of, "from_day": FIRST, "to_day": TODAY });
        salon
            .call_as(caller, "get_earnings", asked)
            .map(|shown| shown["total_minor"].clone())
            .map_err(|error| error.code)
    };
    assert_eq!(ask(2, Value::Null), Ok(json!(400_000)));
    assert_eq!(ask(2, json!(salon.staff[2])), Ok(json!(400_000)));
    assert_eq!(ask(3, json!(salon.staff[2])), Err(ErrorCode::NotPermitted));
    assert_eq!(ask(1, json!(salon.staff[2])), Err(ErrorCode::NotPermitted));
    assert_eq!(ask(0, json!(salon.staff[2])), Ok(json!(400_000)));
    let master = Caller::Staff(salon.staff[2].parse().unwrap());
    let list = salon.call_as(master, "list_earnings", json!({ "from_day": FIRST, "to_day": TODAY }));
    assert_eq!(refused(list), ErrorCode::NotPermitted);
}

#[test]
fn what_if_says_what_other_rules_would_have_cost_and_stores_nothing() {
    let salon = TestSalon::new(14);
    rule(&salon, percent(4_000));
    done(&salon, 600, &[0, 2], 2);
    let visit = done(&salon, 900, &[0], 3);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "arrived" }));
    done(&salon, 1000, &[0], 3);
    let before = salon.dump();
    let ask =
        |rules: Value| salon.must("what_if_commissions", json!({ "from_day": FIRST, "to_day": TODAY, "rules": rules }));
    let same = ask(json!([percent(4_000)]));
    assert_eq!((&same["was_minor"], &same["difference_minor"]), (&json!(1_040_000), &json!(0)));
    let other = ask(json!([percent(3_000), tiered("from_zero"), {
        "staff_id": salon.staff[3], "kind": "fixed", "fixed_minor": 100_000, "tier_way": "from_zero",
        "base": "after_discount", "less_materials": false, "from_day": FIRST
    }]));
    let rows: Vec<_> =
        other["people"].as_array().unwrap().iter().map(|row| row["would_minor"].as_i64().unwrap()).collect();
    // Of two as general the later counts: tiers, 40 % of 16 000.01.
    assert_eq!(rows, [640_000, 100_000]);
    assert_eq!(other["difference_minor"], 740_000 - 1_040_000);
    assert_eq!(salon.dump(), before);
}

#[test]
fn rules_that_make_no_sense_are_refused_and_the_most_specific_comes_first() {
    let salon = TestSalon::new(15);
    let bad = |field: &str, value: Value| {
        let mut rule = percent(1);
        rule[field] = value;
        refused(salon.call("save_commission_rule", json!({ "rule": rule })))
    };
    assert_eq!(bad("rate_bp", json!(10_001)), ErrorCode::OutOfRange);
    assert_eq!(bad("kind", json!("tiered")), ErrorCode::OutOfRange);
    assert_eq!(bad("service_id", json!(salon.staff[0])), ErrorCode::NotFound);
    let general = rule(&salon, percent(3_000));
    let mut own = percent(5_000);
    own["staff_id"] = json!(salon.staff[2]);
    let personal = rule(&salon, own);
    let shown = salon.must("get_pay_rules", json!({}));
    let ids: Vec<_> = shown["rules"].as_array().unwrap().iter().map(|rule| rule["rule_id"].clone()).collect();
    assert_eq!(ids, [json!(personal), json!(general)]);
    assert_eq!(shown["rules"][0]["staff"], "Айгерим");
    salon.must("retire_commission_rule", json!({ "rule_id": personal }));
    done(&salon, 600, &[0], 2);
    assert_eq!(earnings(&salon, 2)["total_minor"], 300_000);
    salon.must("undo", json!({}));
}
