//! The drawer: counts, cash in and out, who sees what before it is counted, and what the books say.

use adelante_base::{Clock, RegisterId, RequestId};
use adelante_engine::Caller;
use adelante_store::salon::{Register, insert_register};
use adelante_store::{Begin, Door, Outcome, StoreError};
use adelante_testkit::TestSalon;
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::mirror::{envelopes, second_till};

/// Samples of the drawer's commands, for the tests that hold for all.
pub fn sample(command: &str, salon: &TestSalon) -> Option<Value> {
    Some(match command {
        "move_cash" => {
            json!({ "category_id": category(salon, "Внёс владелец"), "amount_minor": 500_000, "note": "размен" })
        }
        "transfer_cash" => {
            let other = add_register(salon, "K2");
            put_in(salon, 300_000);
            json!({ "to_register_id": other, "amount_minor": 100_000, "note": "на размен" })
        }
        "reverse_cash_movement" => {
            json!({ "movement_id": put_in(salon, 300_000), "reason": "ошиблась суммой" })
        }
        "save_cash_category" => json!({ "name": "Чай и кофе", "direction": "out", "purpose": "expense" }),
        "retire_cash_category" => json!({ "category_id": category(salon, "Прочий расход") }),
        "update_register" => {
            let list = salon.must("list_registers", json!({}));
            json!({ "register_id": list["registers"][0]["register"]["register_id"], "name": "Стойка" })
        }
        "add_register" => json!({ "name": "Кабинет", "prefix": "k7" }),
        "retire_register" => json!({ "register_id": second_register(salon) }),
        "set_till_rules" => json!({ "rules": {
            "blind_count": false, "receptionist_discount_bp": 500, "difference_without_reason_minor": 10_000
        } }),
        _ => return None,
    })
}

/// Writes rows past the commands, for what no command makes.
pub fn write(salon: &TestSalon, body: impl FnOnce(&Door<'_>) -> Result<(), StoreError>) {
    salon.clock.advance(1_000);
    let at = salon.clock.now();
    let begin = Begin {
        request_id: RequestId::new(salon.ids.as_ref(), at),
        kind: "test_rows_made",
        undo: "never",
        actor: "program",
        at,
        body_hash: [0; 32],
        app_version: "test",
        ids: salon.ids.as_ref(),
    };
    let written = salon.engine.store().write(begin, |door| body(door).map(|()| Outcome::of(Value::Null)));
    written.unwrap();
}

/// One more register of this device.
pub fn add_register(salon: &TestSalon, prefix: &str) -> String {
    let id = RegisterId::new(salon.ids.as_ref(), salon.clock.now());
    let register = Register { id, name: String::new(), prefix: prefix.to_owned() };
    write(salon, |door| insert_register(door, &register));
    id.to_string()
}

/// The id of a kind of cash in or out, by its name.
pub fn category(salon: &TestSalon, name: &str) -> String {
    let list = salon.must("list_cash_categories", json!({}));
    let found = list["categories"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
    found["category_id"].as_str().unwrap().to_owned()
}

/// Moves cash by a kind; the movement's id, or why not.
pub fn move_cash(salon: &TestSalon, name: &str, minor: i64) -> Result<String, adelante_wire::CommandError> {
    let asked = json!({ "category_id": category(salon, name), "amount_minor": minor });
    Ok(salon.call("move_cash", asked)?["movement_id"].as_str().unwrap().to_owned())
}

fn put_in(salon: &TestSalon, minor: i64) -> String {
    move_cash(salon, "Внёс владелец", minor).unwrap()
}

/// Sum of the entries of an account.
pub fn balance(salon: &TestSalon, account: &str) -> i64 {
    let connection = salon.engine.store().read().unwrap();
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS amount FROM ledger_entry WHERE account = ?1";
    connection.prepare(sql).unwrap().query_row([account], |row| row.get("amount")).unwrap()
}

/// The report of the open shift.
pub fn report(salon: &TestSalon) -> Value {
    let shift = salon.must("get_shift", json!({}))["shift"]["shift_id"].clone();
    salon.must("get_shift_report", json!({ "shift_id": shift }))
}

fn counted(minor: i64) -> Value {
    json!({ "count": { "counted_minor": minor } })
}

fn receptionist(salon: &TestSalon) -> Caller {
    Caller::Staff(salon.staff[1].parse().unwrap())
}

fn refused(answer: Result<impl std::fmt::Debug, adelante_wire::CommandError>) -> ErrorCode {
    answer.unwrap_err().code
}

#[test]
fn a_new_salon_has_kinds_of_cash_in_its_language_and_what_stands_behind_each_is_posted() {
    let salon = TestSalon::new(1);
    for (name, minor, account, posted) in [
        ("Внёс владелец", 1_000_000, "owner", -1_000_000),
        ("Размен из банка", 200_000, "bank_cash", -200_000),
        ("Прочий приход", 30_000, "other_income", -30_000),
        ("Хозяйственные расходы", 40_000, "expense", 40_000),
        ("Инкассация", 500_000, "bank_cash", 300_000),
        ("Забрал владелец", 100_000, "owner", -900_000),
    ] {
        move_cash(&salon, name, minor).unwrap();
        assert_eq!(balance(&salon, account), posted, "{name}");
    }
    assert_eq!(balance(&salon, "drawer"), 590_000);
    let cash = report(&salon)["cash"].clone();
    assert_eq!((cash["in_minor"].as_i64(), cash["out_minor"].as_i64()), (Some(1_230_000), Some(640_000)));
    assert_eq!((cash["opening_minor"].as_i64(), cash["expected_minor"].as_i64()), (Some(0), Some(590_000)));
    assert_eq!(cash["movements"].as_array().unwrap().len(), 6);
    assert_eq!(cash["movements"][4]["category"], "Инкассация");
    assert_eq!(cash["movements"][4]["amount_minor"], -500_000);
    salon.assert_sound();
}

#[test]
fn no_more_goes_out_than_lies_in_the_drawer_and_nothing_without_a_shift() {
    let salon = TestSalon::new(2);
    put_in(&salon, 10_000);
    let short = move_cash(&salon, "Инкассация", 10_001).unwrap_err();
    assert_eq!((short.code, short.facts["drawer_minor"].as_str()), (ErrorCode::DrawerShort, "10000"));
    assert_eq!(refused(move_cash(&salon, "Инкассация", 0)), ErrorCode::NotPositive);
    assert_eq!(refused(move_cash(&salon, "Внёс владелец", -1)), ErrorCode::NotPositive);
    let long = json!({ "category_id": category(&salon, "Инкассация"), "amount_minor": 1, "note": "д".repeat(501) });
    assert_eq!(refused(salon.call("move_cash", long)), ErrorCode::TooLong);
    let asked = json!({ "category_id": category(&salon, "Инкассация"), "amount_minor": 10_001 });
    let blind = salon.call_as(receptionist(&salon), "move_cash", asked).unwrap_err();
    assert_eq!((blind.code, blind.facts.contains_key("drawer_minor")), (ErrorCode::DrawerShort, false));
    move_cash(&salon, "Инкассация", 10_000).unwrap();
    assert_eq!(balance(&salon, "drawer"), 0);
    salon.must("close_shift", json!({}));
    assert_eq!(refused(move_cash(&salon, "Внёс владелец", 1)), ErrorCode::NoShift);
}

#[test]
fn the_first_count_is_the_owners_money_and_a_later_one_is_over_or_short() {
    let salon = TestSalon::new(3);
    salon.must("close_shift", json!({}));
    assert_eq!(balance(&salon, "drawer"), 0, "nobody counted");
    salon.must("open_shift", counted(700_000));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "owner")), (700_000, -700_000));
    assert_eq!(report(&salon)["cash"]["opening_minor"], 700_000);
    salon.must("close_shift", counted(700_000));
    assert_eq!(balance(&salon, "cash_over_short"), 0);
    salon.must("open_shift", counted(650_000));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "cash_over_short")), (650_000, 50_000));
    assert_eq!(report(&salon)["cash"]["opening_minor"], 650_000);
    salon.must("close_shift", json!({}));
    salon.must("open_shift", json!({}));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "owner")), (650_000, -700_000));
    assert_eq!(report(&salon)["cash"]["opening_minor"], 650_000);
    salon.assert_sound();
}

#[test]
fn a_drawer_that_was_never_counted_begins_with_its_first_count_whenever_that_is() {
    let salon = TestSalon::new(4);
    let visit = salon.book(600, &[0], 2);
    salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    salon.must("close_shift", json!({}));
    salon.must("open_shift", counted(200_000));
    assert_eq!((balance(&salon, "owner"), balance(&salon, "cash_over_short")), (800_000, 0));
    assert_eq!(balance(&salon, "drawer"), 200_000);
}

#[test]
fn a_close_that_differs_needs_a_reason_beyond_the_rule_and_the_books_follow_the_count() {
    let salon = TestSalon::new(5);
    put_in(&salon, 100_000);
    let differs = salon.call("close_shift", counted(99_000)).unwrap_err();
    assert_eq!((differs.code, differs.facts["difference_minor"].as_str()), (ErrorCode::CountDiffers, "-1000"));
    let mut asked = counted(99_000);
    asked["reason"] = json!("  сдача клиенту  ");
    let closed = salon.must("close_shift", asked);
    assert_eq!(closed["expected_minor"], 100_000);
    assert_eq!((closed["counted_minor"].as_i64(), closed["difference_minor"].as_i64()), (Some(99_000), Some(-1_000)));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "cash_over_short")), (99_000, 1_000));
    let shown = salon.must("get_shift_report", json!({ "shift_id": closed["shift_id"] }));
    assert_eq!(shown["shift"]["drawer_minor"], 100_000, "what was expected stays");
    assert_eq!(shown["cash"]["counted_minor"], 99_000);
    assert_eq!(shown["cash"]["difference_minor"], -1_000);
    assert_eq!(shown["cash"]["reason"], "сдача клиенту");
    let history = salon.must("list_history", json!({ "limit": 1 }));
    assert_eq!(history["entries"][0]["reason"], "сдача клиенту");
    let rules = json!({ "rules": {
        "blind_count": true, "receptionist_discount_bp": 1_000, "difference_without_reason_minor": 500
    } });
    salon.must("set_till_rules", rules);
    salon.must("open_shift", json!({}));
    assert_eq!(refused(salon.call("close_shift", counted(99_501))), ErrorCode::CountDiffers);
    assert_eq!(salon.must("close_shift", counted(99_500))["difference_minor"], 500);
    salon.assert_sound();
}

#[test]
fn notes_and_coins_make_the_sum_and_are_kept_with_the_shift() {
    let salon = TestSalon::new(6);
    put_in(&salon, 250_000);
    let pieces = json!([{ "value_minor": 100_000, "pieces": 2 }, { "value_minor": 50_000, "pieces": 1 }]);
    let count = |minor: i64| json!({ "count": { "counted_minor": minor, "pieces": pieces } });
    assert_eq!(refused(salon.call("close_shift", count(250_001))), ErrorCode::BadInput);
    assert_eq!(refused(salon.call("close_shift", counted(-1))), ErrorCode::OutOfRange);
    let closed = salon.must("close_shift", count(250_000));
    let shown = salon.must("get_shift_report", json!({ "shift_id": closed["shift_id"] }));
    assert_eq!(shown["cash"]["pieces"], pieces);
    assert_eq!(refused(salon.call("open_shift", count(1))), ErrorCode::BadInput);
    salon.must("open_shift", count(250_000));
    assert_eq!(balance(&salon, "drawer"), 250_000);
}

#[test]
fn whoever_counts_blindly_learns_what_is_expected_only_after_the_count() {
    let salon = TestSalon::new(7);
    let desk = |command: &str, input: Value| salon.call_as(receptionist(&salon), command, input);
    put_in(&salon, 100_000);
    let shift = salon.must("get_shift", json!({}))["shift"]["shift_id"].clone();
    let seen = || {
        let asked = json!({ "shift_id": shift });
        [
            desk("get_shift", json!({})).unwrap()["shift"]["drawer_minor"].clone(),
            desk("list_shifts", json!({ "limit": 1 })).unwrap()["shifts"][0]["drawer_minor"].clone(),
            desk("get_shift_report", asked.clone()).unwrap()["shift"]["drawer_minor"].clone(),
            desk("get_shift_report", asked).unwrap()["cash"]["expected_minor"].clone(),
            desk("list_registers", json!({})).unwrap()["registers"][0]["drawer_minor"].clone(),
        ]
    };
    assert_eq!(seen(), [(); 5].map(|()| Value::Null));
    assert_eq!(salon.must("get_shift", json!({}))["shift"]["drawer_minor"], 100_000, "the owner sees it");
    let rules = |blind: bool| {
        json!({ "rules": {
            "blind_count": blind, "receptionist_discount_bp": 1_000, "difference_without_reason_minor": 0
        } })
    };
    assert_eq!(refused(desk("set_till_rules", rules(false))), ErrorCode::NotPermitted);
    salon.must("set_till_rules", rules(false));
    assert_eq!(seen(), [(); 5].map(|()| json!(100_000)));
    salon.must("undo", json!({}));
    assert_eq!(desk("get_till_rules", json!({})).unwrap()["blind_count"], true);
    let differs = desk("close_shift", counted(90_000)).unwrap_err();
    assert_eq!((differs.code, differs.facts.is_empty()), (ErrorCode::CountDiffers, true));
    let mut asked = counted(90_000);
    asked["reason"] = json!("не знаю");
    assert_eq!(desk("close_shift", asked).unwrap()["expected_minor"], 100_000);
    let closed = desk("list_shifts", json!({ "limit": 1 })).unwrap();
    assert_eq!(closed["shifts"][0]["drawer_minor"], 100_000);
    let shown = desk("get_shift_report", json!({ "shift_id": shift })).unwrap();
    assert_eq!(shown["cash"]["counted_minor"], 90_000);
}

#[test]
fn a_movement_is_taken_back_once_with_a_reason_and_while_its_shift_is_open() {
    let salon = TestSalon::new(8);
    let back = |movement: &str, reason: &str| {
        salon.call("reverse_cash_movement", json!({ "movement_id": movement, "reason": reason }))
    };
    let (first, second) = (put_in(&salon, 100_000), move_cash(&salon, "Инкассация", 60_000).unwrap());
    assert_eq!(refused(back(&first, " ")), ErrorCode::ReasonMissing);
    assert_eq!(refused(back(&first, "ошибка")), ErrorCode::DrawerShort, "it went to the bank");
    let answer = back(&second, "не та сумма").unwrap()["movement_id"].clone();
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "bank_cash")), (100_000, 0));
    assert_eq!(refused(back(&second, "ещё раз")), ErrorCode::AlreadyReversed);
    assert_eq!(refused(back(answer.as_str().unwrap(), "ещё раз")), ErrorCode::AlreadyReversed);
    let cash = report(&salon)["cash"].clone();
    assert_eq!((cash["in_minor"].as_i64(), cash["out_minor"].as_i64()), (Some(100_000), Some(0)));
    let shown = |index: usize| {
        let movement = &cash["movements"][index];
        (movement["note"].clone(), movement["reversed"].clone(), movement["is_reversal"].clone())
    };
    assert_eq!(shown(1), (json!(""), json!(true), json!(false)));
    assert_eq!(shown(2), (json!("не та сумма"), json!(false), json!(true)));
    salon.must("close_shift", json!({}));
    assert_eq!(refused(back(&first, "поздно")), ErrorCode::ShiftClosed);
    salon.must("open_shift", json!({}));
    assert_eq!(refused(back(&first, "поздно")), ErrorCode::ShiftClosed);
    let unknown = "01930000-0000-7000-8000-000000000001";
    assert_eq!(refused(back(unknown, "нет такого")), ErrorCode::NotFound);
    salon.assert_sound();
}

#[test]
fn a_movement_goes_back_as_it_was_posted_whatever_became_of_its_kind() {
    let salon = TestSalon::new(9);
    let kind = json!({ "name": "Курьер", "direction": "in", "purpose": "income" });
    let id = salon.must("save_cash_category", kind)["category_id"].clone();
    let moved = move_cash(&salon, "Курьер", 5_000).unwrap();
    salon.must(
        "save_cash_category",
        json!({ "category_id": id, "name": "Курьеру", "direction": "out", "purpose": "expense" }),
    );
    salon.must("retire_cash_category", json!({ "category_id": id }));
    let gone = json!({ "category_id": id, "amount_minor": 1 });
    assert_eq!(refused(salon.call("move_cash", gone)), ErrorCode::NotFound);
    salon.must("reverse_cash_movement", json!({ "movement_id": moved, "reason": "ошибка" }));
    for account in ["drawer", "other_income", "expense"] {
        assert_eq!(balance(&salon, account), 0, "{account}");
    }
    assert_eq!(report(&salon)["cash"]["movements"][0]["category"], "Курьеру");
    let nameless = json!({ "name": " ", "direction": "in", "purpose": "income" });
    assert_eq!(refused(salon.call("save_cash_category", nameless)), ErrorCode::Required);
    salon.assert_sound();
}

#[test]
fn a_kind_that_moved_cash_is_not_undone_away() {
    let salon = TestSalon::new(10);
    salon.must("save_cash_category", json!({ "name": "Аренда", "direction": "in", "purpose": "income" }));
    let saved = salon.must("list_undo", json!({}))["undo"][0]["operation_id"].clone();
    move_cash(&salon, "Аренда", 5_000).unwrap();
    let kept = salon.call("undo", json!({ "operation_id": saved })).unwrap_err();
    assert_eq!((kept.code, kept.facts["what"].as_str()), (ErrorCode::StillUsed, "cash_movement"));
    let entries = salon.must("list_history", json!({ "table": "cash_movement", "limit": 1 }));
    let id = entries["entries"][0]["operation_id"].clone();
    assert_eq!(refused(salon.call("undo", json!({ "operation_id": id }))), ErrorCode::CannotUndo);
}

fn second_register(salon: &TestSalon) -> Value {
    salon.must("add_register", json!({ "name": "Кабинет", "prefix": "K7" }))["register_id"].clone()
}

#[test]
fn a_device_works_with_the_register_that_was_chosen_each_with_its_own_shift_and_numbers() {
    let salon = TestSalon::new(15);
    let here = |salon: &TestSalon| {
        let list = salon.must("list_registers", json!({}))["registers"].clone();
        list.as_array().unwrap().iter().find(|one| one["here"] == true).unwrap()["register"].clone()
    };
    let first = here(&salon)["register_id"].clone();
    put_in(&salon, 100_000);
    let second = second_register(&salon);
    assert_eq!(here(&salon)["register_id"], first, "one that is added is not chosen by itself");
    let twice = json!({ "name": "Ещё", "prefix": "k7" });
    assert_eq!(refused(salon.call("add_register", twice)), ErrorCode::PrefixTaken);
    salon.must("use_register", json!({ "register_id": second }));
    assert_eq!((&here(&salon)["register_id"], &here(&salon)["prefix"]), (&second, &json!("K7")));
    assert_eq!(salon.must("get_shift", json!({}))["shift"], Value::Null);
    salon.must("open_shift", json!({ "count": null }));
    let visit = salon.book(600, &[0], 2);
    let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    let receipt = salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }));
    assert!(receipt["row"]["number"].as_str().unwrap().starts_with("K7-"), "{}", receipt["row"]["number"]);
    for kept in [&first, &second] {
        assert_eq!(refused(salon.call("retire_register", json!({ "register_id": kept }))), ErrorCode::StillUsed);
    }
    salon.must("use_register", json!({ "register_id": first }));
    assert_eq!(refused(salon.call("retire_register", json!({ "register_id": second }))), ErrorCode::StillUsed);
    let unknown = json!({ "register_id": salon.staff[1] });
    assert_eq!(refused(salon.call("use_register", unknown)), ErrorCode::NotFound);
    salon.assert_sound();
}

#[test]
fn registers_are_renamed_and_cash_is_not_carried_to_itself_or_to_a_retired_one() {
    let salon = TestSalon::new(11);
    let here = salon.must("list_registers", json!({}))["registers"][0]["register"]["register_id"].clone();
    let other = add_register(&salon, "K2");
    put_in(&salon, 100);
    let carry =
        |to: &Value, minor: i64| salon.call("transfer_cash", json!({ "to_register_id": to, "amount_minor": minor }));
    assert_eq!(refused(carry(&here, 50)), ErrorCode::BadInput);
    assert_eq!(refused(carry(&json!(other), 101)), ErrorCode::DrawerShort);
    salon.must("update_register", json!({ "register_id": here, "name": "Стойка" }));
    let list = salon.must("list_registers", json!({}));
    let named = list["registers"].as_array().unwrap().iter().find(|one| one["here"] == true).unwrap();
    assert_eq!((named["register"]["name"].as_str(), named["shift_number"].as_u64()), (Some("Стойка"), Some(1)));
    write(&salon, |door| door.retire("register", &other));
    assert_eq!(refused(carry(&json!(other), 50)), ErrorCode::NotFound);
    assert_eq!(salon.must("list_registers", json!({}))["registers"].as_array().unwrap().len(), 1);
}

/// Shows each till what the other has done.
fn swap(first: &TestSalon, second: &TestSalon) {
    let (a, b) = (envelopes(first.engine.store()), envelopes(second.engine.store()));
    for (salon, others) in [(first, b), (second, a)] {
        for envelope in &others {
            salon.engine.store().apply(envelope).unwrap();
        }
    }
}

#[test]
fn cash_carried_between_two_tills_leaves_one_drawer_and_lies_in_the_other() {
    let first = TestSalon::new(12);
    let second = second_till(&first, 13);
    second.clock.advance(60_000);
    first.clock.advance(60_000);
    let other = add_register(&second, "K2");
    second.must("open_shift", counted(50_000));
    swap(&first, &second);
    put_in(&first, 900_000);
    let carried = first.must("transfer_cash", json!({ "to_register_id": other, "amount_minor": 300_000 }));
    swap(&first, &second);
    assert_eq!(first.dump(), second.dump());
    let (here, there) = (report(&first)["cash"].clone(), report(&second)["cash"].clone());
    assert_eq!((here["out_minor"].as_i64(), here["expected_minor"].as_i64()), (Some(300_000), Some(600_000)));
    assert_eq!((there["in_minor"].as_i64(), there["expected_minor"].as_i64()), (Some(300_000), Some(350_000)));
    assert_eq!(there["opening_minor"], 50_000);
    let shown = |cash: &Value, index: usize| {
        let movement = &cash["movements"][index];
        (movement["amount_minor"].as_i64().unwrap(), movement["other_register"].as_str().unwrap().to_owned())
    };
    assert_eq!(shown(&here, 1), (-300_000, "K2".to_owned()));
    assert_eq!(shown(&there, 0), (300_000, "K1".to_owned()));
    let back = json!({ "movement_id": carried["movement_id"], "reason": "не туда" });
    assert_eq!(refused(second.call("reverse_cash_movement", back.clone())), ErrorCode::NotFound);
    first.must("reverse_cash_movement", back);
    swap(&first, &second);
    let there = report(&second)["cash"].clone();
    assert_eq!((there["in_minor"].as_i64(), there["expected_minor"].as_i64()), (Some(0), Some(50_000)));
    assert_eq!(first.dump(), second.dump());
    first.assert_sound();
    second.assert_sound();
}

#[test]
fn what_is_carried_to_a_closed_drawer_lies_in_it_at_the_next_opening() {
    let first = TestSalon::new(14);
    let second = second_till(&first, 15);
    second.clock.advance(60_000);
    first.clock.advance(60_000);
    let other = add_register(&second, "K2");
    second.must("open_shift", counted(50_000));
    swap(&first, &second);
    put_in(&first, 900_000);
    first.clock.advance(60_000);
    second.clock.advance(60_000);
    second.must("close_shift", counted(50_000));
    first.clock.advance(60_000);
    let carried = first.must("transfer_cash", json!({ "to_register_id": other, "amount_minor": 300_000 }));
    swap(&first, &second);
    second.clock.advance(120_000);
    second.must("open_shift", counted(350_000));
    assert_eq!(report(&second)["cash"]["opening_minor"], 350_000);
    assert_eq!(balance(&second, "cash_over_short"), 0);
    swap(&first, &second);
    first.clock.advance(120_000);
    first.must("reverse_cash_movement", json!({ "movement_id": carried["movement_id"], "reason": "не туда" }));
    swap(&first, &second);
    let there = report(&second)["cash"].clone();
    assert_eq!((there["in_minor"].as_i64(), there["out_minor"].as_i64()), (Some(0), Some(300_000)));
    assert_eq!((there["opening_minor"].as_i64(), there["expected_minor"].as_i64()), (Some(350_000), Some(50_000)));
}
