//! Bank statements: what is suggested, what is brought in, and taking it back.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::drawer::{balance, category};
use crate::finance::{account, assert_reports_agree, at_bank, line};

fn suggest(salon: &TestSalon, bank: &str, lines: &[Value]) -> Vec<Value> {
    let asked = json!({ "bank_account_id": bank, "lines": lines });
    salon.must("match_statement", asked)["lines"].as_array().unwrap().clone()
}

/// Brings lines in as suggested.
fn bring_in(salon: &TestSalon, bank: &str, lines: &[Value]) -> Value {
    let decided: Vec<Value> = suggest(salon, bank, lines)
        .into_iter()
        .zip(lines)
        .map(|(suggested, line)| {
            let mut decided = suggested;
            decided.as_object_mut().unwrap().remove("reason");
            decided["line"] = line.clone();
            decided
        })
        .collect();
    salon.must("import_statement", json!({ "bank_account_id": bank, "file_name": "kl_to_1c.txt", "lines": decided }))
}

#[test]
fn each_line_gets_what_it_most_likely_is() {
    let salon = TestSalon::new(1);
    let bank = account(&salon);
    let card = salon.method("card");
    salon.must("set_method_terms", json!({ "method_id": card, "fee_bp": 200, "bank_account_id": bank }));
    let visit = salon.book(600, &[0], 2);
    salon.must(
        "take_payment",
        json!({ "appointment_id": visit, "after": "complete",
        "payments": [{ "method_id": card, "amount_minor": 1_000_000 }] }),
    );
    let by_hand = salon.must(
        "record_operation",
        json!({ "kind": "expense", "place": at_bank(&bank),
        "category_id": category(&salon, "Прочий расход"), "amount_minor": 70_000, "business_day": "2026-11-19" }),
    );
    let lines = [
        line(1, 980_000, "АО Банк", "Возмещение по эквайрингу"),
        line(2, -70_000, "ТОО Вода", "вода"),
        line(3, -500_000, "ТОО Аренда", "аренда"),
        line(4, -70_000, "ТОО Вода", "вода, ещё раз"),
        line(1, 980_000, "АО Банк", "Возмещение по эквайрингу"),
    ];
    let found = suggest(&salon, &bank, &lines);
    let acts: Vec<&str> = found.iter().map(|one| one["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["transfer", "match", "record", "record", "skip"]);
    assert_eq!(found[0]["place"], json!({ "kind": "card_clearing", "owner": card }));
    assert_eq!(found[1]["operation_id"], by_hand["operation_id"]);
    assert_eq!((found[2]["reason"].as_str(), found[4]["reason"].as_str()), (Some("unknown"), Some("duplicate")));
    let done = bring_in(&salon, &bank, &lines);
    assert_eq!(
        (done["posted"].as_i64(), done["matched"].as_i64(), done["skipped"].as_i64()),
        (Some(3), Some(1), Some(1))
    );
    assert_eq!((balance(&salon, "card_clearing"), balance(&salon, "bank_account")), (0, 340_000));
    // The next month the counterparty is known, by its tax id.
    let mut next = line(7, -500_000, "ТОО «Аренда»", "аренда за декабрь");
    next["day"] = json!("2026-11-21");
    let found = suggest(&salon, &bank, &[next]);
    assert_eq!(found[0]["reason"], "counterparty");
    assert_eq!(found[0]["category_id"], category(&salon, "Прочий расход"));
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn the_same_statement_comes_in_once_and_goes_as_a_whole() {
    let salon = TestSalon::new(2);
    let bank = account(&salon);
    let lines = [line(1, 250_000, "ТОО Клиент", "за услуги"), line(2, -40_000, "", "комиссия банка")];
    let done = bring_in(&salon, &bank, &lines);
    assert_eq!(balance(&salon, "bank_account"), 210_000);
    let again: Vec<Value> = lines
        .iter()
        .map(|line| json!({ "line": line, "act": "record", "category_id": category(&salon, "Прочий приход") }))
        .collect();
    let asked = json!({ "bank_account_id": bank, "file_name": "ещё раз.txt", "lines": again });
    assert_eq!(salon.call("import_statement", asked).unwrap_err().code, ErrorCode::Required, "nothing new in it");
    let back = json!({ "statement_id": done["statement_id"], "reason": "не тот счёт" });
    salon.must("reverse_statement", back.clone());
    assert_eq!((balance(&salon, "bank_account"), balance(&salon, "expense")), (0, 0));
    assert_eq!(salon.call("reverse_statement", back).unwrap_err().code, ErrorCode::AlreadyReversed);
    let list = salon.must("list_statements", json!({}));
    assert_eq!((list["statements"].as_array().unwrap().len(), &list["statements"][0]["reversed"]), (1, &json!(true)));
    bring_in(&salon, &bank, &lines);
    assert_eq!(balance(&salon, "bank_account"), 210_000, "what was taken back can come in again");
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_long_statement_is_several_operations_and_all_or_nothing() {
    let salon = TestSalon::new(3);
    let bank = account(&salon);
    let lines: Vec<Value> = (1..=400).map(|row| line(row, i64::from(row), "", "взнос")).collect();
    let mut decided: Vec<Value> = lines
        .iter()
        .map(|line| json!({ "line": line, "act": "record", "category_id": category(&salon, "Прочий приход") }))
        .collect();
    decided[399]["line"]["day"] = json!("2026-11-22");
    let before = salon.dump();
    let asked = json!({ "bank_account_id": bank, "file_name": "год.txt", "lines": decided });
    let error = salon.call("import_statement", asked).unwrap_err();
    assert_eq!((error.code, error.facts["why"].as_str()), (ErrorCode::BadOperation, "day"));
    assert_eq!(salon.dump(), before);
    let done = bring_in(&salon, &bank, &lines);
    assert_eq!(done["posted"], 400);
    assert_eq!(balance(&salon, "bank_account"), 400 * 401 / 2);
    salon.must("reverse_statement", json!({ "statement_id": done["statement_id"], "reason": "не тот счёт" }));
    assert_eq!(balance(&salon, "bank_account"), 0);
    salon.assert_sound();
}

#[test]
fn a_line_is_an_operation_of_its_own_account_and_sum() {
    let salon = TestSalon::new(4);
    let bank = account(&salon);
    let made = salon.must(
        "record_operation",
        json!({ "kind": "expense", "place": at_bank(&bank),
        "category_id": category(&salon, "Прочий расход"), "amount_minor": 70_000, "business_day": TODAY }),
    );
    let ask = |minor: i64, reference: u32| {
        let decided =
            json!({ "line": line(reference, minor, "", ""), "act": "match", "operation_id": made["operation_id"] });
        salon.call("import_statement", json!({ "bank_account_id": bank, "file_name": "a", "lines": [decided] }))
    };
    assert_eq!(ask(70_000, 1).unwrap_err().code, ErrorCode::NotFound, "the other way");
    assert!(ask(-70_000, 2).is_ok());
    assert_eq!(ask(-70_000, 3).unwrap_err().code, ErrorCode::NotFound, "it is a line already");
}
