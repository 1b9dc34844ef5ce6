//! Finance: money outside the drawer, what the provider keeps, what the books begin with.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::{CommandError, ErrorCode};
use serde_json::{Value, json};

use crate::drawer::{balance, category, move_cash};

/// A line of a statement as a file would give it.
pub fn line(row: u32, minor: i64, who: &str, purpose: &str) -> Value {
    json!({ "row": row, "day": TODAY, "amount_minor": minor, "counterparty": who, "purpose": purpose,
        "tax_id": if who.is_empty() { "" } else { "123456789012" }, "reference": format!("ref-{row}") })
}

/// A bank account of the salon.
pub fn account(salon: &TestSalon) -> String {
    let made = salon.must("save_bank_account", json!({ "name": "Халык", "number": "KZ86125KZT5004100100" }));
    made["bank_account_id"].as_str().unwrap().to_owned()
}

pub fn at_bank(account: &str) -> Value {
    json!({ "kind": "bank_account", "owner": account })
}

fn counterparty(salon: &TestSalon) -> String {
    let made = salon.must("save_counterparty", json!({ "name": "ТОО Аренда", "tax_id": "123456789012" }));
    made["counterparty_id"].as_str().unwrap().to_owned()
}

/// Samples of the finance commands, for the tests that hold for all.
pub fn sample(command: &str, salon: &TestSalon) -> Option<Value> {
    Some(match command {
        "save_bank_account" => json!({ "name": "Халык", "number": "KZ86125KZT5004100100" }),
        "retire_bank_account" => json!({ "bank_account_id": account(salon) }),
        "save_counterparty" => json!({ "name": "ТОО Аренда", "tax_id": "123456789012", "note": "до 5 числа" }),
        "retire_counterparty" => json!({ "counterparty_id": counterparty(salon) }),
        "set_method_terms" => {
            json!({ "method_id": salon.method("card"), "fee_bp": 150, "bank_account_id": account(salon) })
        }
        "record_operation" => expense(salon, &account(salon), 4_000_000),
        "reverse_operation" => {
            let made = salon.must("record_operation", expense(salon, &account(salon), 4_000_000));
            json!({ "operation_id": made["operation_id"], "reason": "не та сумма" })
        }
        "post_opening_balances" => opening(salon, &account(salon)),
        "reverse_opening_balances" => {
            let made = salon.must("post_opening_balances", opening(salon, &account(salon)));
            json!({ "opening_id": made["opening_id"], "reason": "забыли сейф" })
        }
        "import_statement" => statement(salon, &account(salon)),
        "reverse_statement" => {
            let made = salon.must("import_statement", statement(salon, &account(salon)));
            json!({ "statement_id": made["statement_id"], "reason": "не тот счёт" })
        }
        _ => return None,
    })
}

fn expense(salon: &TestSalon, account: &str, minor: i64) -> Value {
    json!({ "kind": "expense", "place": at_bank(account), "category_id": category(salon, "Хозяйственные расходы"),
        "counterparty_id": counterparty(salon), "amount_minor": minor, "business_day": TODAY,
        "document_number": "17", "note": "аренда" })
}

fn opening(salon: &TestSalon, account: &str) -> Value {
    json!({ "business_day": "2026-11-01", "note": "начало", "lines": [
        { "kind": "bank_account", "owner": account, "amount_minor": 50_000_000 },
        { "kind": "client_debt", "owner": salon.clients[0], "amount_minor": 700_000 },
        { "kind": "client_balance", "owner": salon.clients[1], "amount_minor": 300_000 },
    ] })
}

fn statement(salon: &TestSalon, account: &str) -> Value {
    json!({ "bank_account_id": account, "file_name": "kl_to_1c.txt", "lines": [
        { "line": line(1, -4_000_000, "ТОО Аренда", "аренда за ноябрь"), "act": "record",
          "category_id": category(salon, "Хозяйственные расходы") },
        { "line": line(2, 980_000, "Банк", "эквайринг"), "act": "transfer",
          "place": { "kind": "card_clearing", "owner": salon.method("card") } },
        { "line": line(3, 1, "", ""), "act": "skip" },
    ] })
}

fn code(answer: Result<Value, CommandError>) -> ErrorCode {
    answer.unwrap_err().code
}

fn why(answer: Result<Value, CommandError>) -> String {
    let error = answer.unwrap_err();
    assert_eq!(error.code, ErrorCode::BadOperation);
    error.facts["why"].clone()
}

/// The month of the tests.
pub fn month() -> Value {
    json!({ "from_day": "2026-11-01", "to_day": "2026-11-30" })
}

/// Profit of a range and the change of everything that is no income and no cost agree; so do the
/// cash flow and the balances of the places.
pub fn assert_reports_agree(salon: &TestSalon) {
    for (from, to) in [("2026-11-01", "2026-11-30"), (TODAY, TODAY), ("2026-11-01", "2026-11-20")] {
        let range = json!({ "from_day": from, "to_day": to });
        let profit = salon.must("get_profit_and_loss", range.clone());
        assert!(rows(&profit, "unexplained").is_empty(), "{profit}");
        let before = from.parse::<adelante_base::Day>().unwrap().plus_days(-1).to_string();
        let opening = salon.must("get_balance", json!({ "day": before }));
        let closing = salon.must("get_balance", json!({ "day": to }));
        for sheet in [&opening, &closing] {
            assert_eq!(sheet["difference_minor"], 0);
        }
        // What the salon has less what it owes and what was put in: nothing of it is income or cost.
        let figure = |sheet: &Value, name: &str| sheet[name].as_i64().unwrap();
        let worth = |sheet: &Value| figure(sheet, "assets_minor") - figure(sheet, "liabilities_minor") - put_in(sheet);
        let earned = profit["profit_minor"].as_array().unwrap().last().unwrap().as_i64().unwrap();
        assert_eq!(worth(&closing) - worth(&opening), earned, "{from} {to}");
        let flow = salon.must("get_cash_flow", range);
        let total = |name: &str| flow["total"][name].as_i64().unwrap();
        assert_eq!(total("opening_minor") + total("in_minor") - total("out_minor"), total("closing_minor"));
        assert_eq!(total("closing_minor"), money_of(&closing), "{from} {to}");
        for row in flow["rows"].as_array().unwrap() {
            let owner = if row["owner"] == "" { Value::Null } else { row["owner"].clone() };
            let asked = json!({ "from_day": from, "to_day": to, "account": row["account"], "owner": owner,
                "money_only": true, "events": row["events"] });
            let opened = salon.must("list_entries", asked);
            let figure = row["out_minor"].as_i64().unwrap() - row["in_minor"].as_i64().unwrap();
            assert_eq!(opened["sum_minor"], figure, "{row}");
        }
        for place in flow["places"].as_array().unwrap() {
            let (kind, owner) = (&place["place"]["place"]["kind"], &place["place"]["place"]["owner"]);
            let there = closing["rows"].as_array().unwrap().iter();
            let there = there.filter(|row| row["account"] == *kind && row["owner"] == *owner);
            let there: i64 = there.map(|row| row["amount_minor"].as_i64().unwrap()).sum();
            assert_eq!(place["sums"]["closing_minor"], there);
        }
    }
}

fn put_in(sheet: &Value) -> i64 {
    let equity = sheet["rows"].as_array().unwrap().iter().filter(|row| row["class"] == "equity");
    -equity.map(|row| row["amount_minor"].as_i64().unwrap()).sum::<i64>()
}

fn money_of(sheet: &Value) -> i64 {
    let places = ["drawer", "bank_account", "card_clearing", "bank", "bank_cash"];
    let money = sheet["rows"].as_array().unwrap().iter().filter(|row| places.iter().any(|one| row["account"] == *one));
    money.map(|row| row["amount_minor"].as_i64().unwrap()).sum()
}

/// Rows of a line of profit and loss.
pub fn rows<'a>(report: &'a Value, line: &str) -> Vec<&'a Value> {
    report["rows"].as_array().unwrap().iter().filter(|row| row["line"] == line).collect()
}

/// What a line of profit and loss comes to.
pub fn amount(report: &Value, line: &str) -> i64 {
    rows(report, line)
        .iter()
        .map(|row| row["amounts_minor"].as_array().unwrap().last().unwrap().as_i64().unwrap())
        .sum()
}

#[test]
fn an_expense_is_posted_to_its_category_and_taken_back_by_its_opposite() {
    let salon = TestSalon::new(1);
    let bank = account(&salon);
    let made = salon.must("record_operation", expense(&salon, &bank, 4_000_000));
    assert_eq!((balance(&salon, "bank_account"), balance(&salon, "expense")), (-4_000_000, 4_000_000));
    let list = salon.must("list_operations", month());
    let shown = &list["operations"][0];
    assert_eq!((shown["counterparty"].as_str(), shown["place"]["name"].as_str()), (Some("ТОО Аренда"), Some("Халык")));
    assert_eq!((shown["category"].as_str(), shown["reversed"].as_bool()), (Some("Хозяйственные расходы"), Some(false)));
    let back = json!({ "operation_id": made["operation_id"], "reason": "дважды" });
    salon.must("reverse_operation", back.clone());
    assert_eq!((balance(&salon, "bank_account"), balance(&salon, "expense")), (0, 0));
    assert_eq!(code(salon.call("reverse_operation", back)), ErrorCode::AlreadyReversed);
    let list = salon.must("list_operations", month());
    assert_eq!(list["total"], 2);
    assert_eq!(
        (list["operations"][0]["is_reversal"].as_bool(), list["operations"][1]["reversed"].as_bool()),
        (Some(true), Some(true))
    );
    let again = json!({ "operation_id": list["operations"][0]["operation_id"], "reason": "дважды" });
    assert_eq!(code(salon.call("reverse_operation", again)), ErrorCode::AlreadyReversed);
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let salon = TestSalon::new(2);
    let bank = account(&salon);
    let ask = |change: &[(&str, Value)]| {
        let mut asked = expense(&salon, &bank, 100);
        for (field, value) in change {
            asked[*field] = value.clone();
        }
        salon.call("record_operation", asked)
    };
    assert_eq!(why(ask(&[("kind", json!("income"))])), "category");
    assert_eq!(why(ask(&[("category_id", json!(category(&salon, "Инкассация")))])), "category");
    assert_eq!(why(ask(&[("category_id", Value::Null)])), "nothing_for");
    assert_eq!(why(ask(&[("business_day", json!("2026-11-22"))])), "day");
    assert_eq!(why(ask(&[("kind", json!("transfer"))])), "place");
    assert_eq!(why(ask(&[("kind", json!("transfer")), ("to_place", at_bank(&bank))])), "place");
    let drawer = salon.must("list_money_places", json!({}))["places"][0]["place"].clone();
    assert_eq!(why(ask(&[("place", drawer)])), "drawer");
    assert_eq!(code(ask(&[("amount_minor", json!(0))])), ErrorCode::NotPositive);
    assert_eq!(code(ask(&[("place", at_bank(&salon.clients[0]))])), ErrorCode::NotFound);
    assert_eq!(code(ask(&[("note", json!("д".repeat(501)))])), ErrorCode::TooLong);
    assert_eq!(balance(&salon, "bank_account"), 0);
    assert!(ask(&[("business_day", json!("2026-10-01"))]).is_ok(), "a past day");
}

#[test]
fn cash_carried_to_the_bank_leaves_the_drawer_in_its_shift() {
    let salon = TestSalon::new(3);
    let bank = account(&salon);
    move_cash(&salon, "Внёс владелец", 900_000).unwrap();
    let places = salon.must("list_money_places", json!({}));
    let drawer = &places["places"][0];
    assert_eq!((drawer["balance_minor"].as_i64(), drawer["open_here"].as_bool()), (Some(900_000), Some(true)));
    let carry = |minor: i64| {
        json!({ "kind": "transfer", "place": drawer["place"], "to_place": at_bank(&bank), "amount_minor": minor,
            "business_day": TODAY, "note": "в банк" })
    };
    assert_eq!(code(salon.call("record_operation", carry(900_001))), ErrorCode::DrawerShort);
    let mut past = carry(1);
    past["business_day"] = json!("2026-11-20");
    assert_eq!(why(salon.call("record_operation", past)), "day");
    let made = salon.must("record_operation", carry(400_000));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "bank_account")), (500_000, 400_000));
    let cash = crate::drawer::report(&salon)["cash"].clone();
    assert_eq!((cash["out_minor"].as_i64(), cash["expected_minor"].as_i64()), (Some(400_000), Some(500_000)));
    let movement = json!({ "movement_id": cash["movements"][1]["movement_id"], "reason": "так" });
    assert_eq!(why(salon.call("reverse_cash_movement", movement)), "finance");
    assert_reports_agree(&salon);
    salon.must("reverse_operation", json!({ "operation_id": made["operation_id"], "reason": "не увезли" }));
    assert_eq!((balance(&salon, "drawer"), balance(&salon, "bank_account")), (900_000, 0));
    let made = salon.must("record_operation", carry(100_000));
    salon.must("close_shift", json!({}));
    let late = json!({ "operation_id": made["operation_id"], "reason": "не увезли" });
    assert_eq!(code(salon.call("reverse_operation", late)), ErrorCode::ShiftClosed);
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn the_provider_keeps_its_part_and_gives_it_back_with_the_money() {
    let salon = TestSalon::new(4);
    let card = salon.method("card");
    salon.must("set_method_terms", json!({ "method_id": card, "fee_bp": 175 }));
    let visit = salon.book(600, &[2], 2);
    let paid = json!({ "appointment_id": visit, "after": "complete", "payments": [
        { "method_id": card, "amount_minor": 500_001 }, { "method_id": salon.method("cash"), "amount_minor": 100_000 },
    ] });
    let taken = salon.must("take_payment", paid);
    // 1.75 % of 5 000.01 is 87.500175.
    assert_eq!((balance(&salon, "acquiring_fees"), balance(&salon, "card_clearing")), (8_750, 491_251));
    let line =
        salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }))["lines"][0]["line_id"].clone();
    let refund = |minor: i64| {
        salon.must(
            "refund_receipt",
            json!({ "receipt_id": taken["receipt_id"], "reason": "жалоба",
            "lines": [{ "line_id": line, "amount_minor": minor }],
            "payments": [{ "method_id": card, "amount_minor": minor }] }),
        )
    };
    refund(250_001);
    assert_eq!(balance(&salon, "acquiring_fees"), 4_375);
    // The terms of today are not those of the payment.
    salon.must("set_method_terms", json!({ "method_id": card, "fee_bp": 0 }));
    refund(250_000);
    assert_eq!((balance(&salon, "acquiring_fees"), balance(&salon, "card_clearing")), (0, 0));
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_void_gives_the_whole_fee_back_tips_included() {
    let salon = TestSalon::new(5);
    let qr = salon.method("qr");
    salon.must("set_method_terms", json!({ "method_id": qr, "fee_bp": 95 }));
    let visit = salon.book(600, &[0], 2);
    let taken = salon.must(
        "take_payment",
        json!({ "appointment_id": visit, "after": "keep",
        "payments": [{ "method_id": qr, "amount_minor": 1_000_000, "tip_minor": 50_000 }],
        "tips": [{ "staff_id": salon.staff[2], "amount_minor": 50_000 }] }),
    );
    assert_eq!(balance(&salon, "acquiring_fees"), 9_975);
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "ошибка" }));
    assert_eq!((balance(&salon, "acquiring_fees"), balance(&salon, "card_clearing")), (0, 0));
    assert_reports_agree(&salon);
}

#[test]
fn the_books_begin_with_one_document_that_goes_as_a_whole() {
    let salon = TestSalon::new(6);
    let bank = account(&salon);
    let made = salon.must("post_opening_balances", opening(&salon, &bank));
    assert_eq!((balance(&salon, "client_debt"), balance(&salon, "client_balance")), (700_000, -300_000));
    assert_eq!(balance(&salon, "opening_balance"), -50_400_000);
    let list = salon.must("list_opening_balances", json!({}));
    assert_eq!(list["documents"][0]["total_minor"], 50_400_000);
    assert_eq!(list["documents"][0]["lines"].as_array().unwrap().len(), 3);
    assert_eq!(list["documents"][0]["reversible"], true);
    assert_reports_agree(&salon);
    // A client pays the old debt, and gets the balance back.
    for (kind, client) in [("income", 0), ("expense", 1)] {
        let asked = json!({ "kind": kind, "place": at_bank(&bank), "client_id": salon.clients[client],
            "amount_minor": 300_000, "business_day": TODAY });
        salon.must("record_operation", asked);
    }
    assert_eq!((balance(&salon, "client_debt"), balance(&salon, "client_balance")), (400_000, 0));
    let more = json!({ "kind": "expense", "place": at_bank(&bank), "client_id": salon.clients[1], "amount_minor": 1,
        "business_day": TODAY });
    assert_eq!(code(salon.call("record_operation", more)), ErrorCode::CreditTooSmall, "nothing is left of it");
    let back = json!({ "opening_id": made["opening_id"], "reason": "забыли сейф" });
    salon.must("close_shift", json!({}));
    assert_eq!(code(salon.call("reverse_opening_balances", back)), ErrorCode::BooksClosed);
    let again = salon.must("post_opening_balances", opening(&salon, &bank));
    let back = json!({ "opening_id": again["opening_id"], "reason": "дважды" });
    salon.must("reverse_opening_balances", back.clone());
    assert_eq!(code(salon.call("reverse_opening_balances", back)), ErrorCode::AlreadyReversed);
    assert_eq!(balance(&salon, "opening_balance"), -50_400_000);
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_drawer_begins_while_its_shift_is_closed() {
    let salon = TestSalon::new(7);
    let drawer = salon.must("list_money_places", json!({}))["places"][0]["place"]["owner"].clone();
    let asked =
        json!({ "business_day": TODAY, "lines": [{ "kind": "drawer", "owner": drawer, "amount_minor": 500_000 }] });
    assert_eq!(code(salon.call("post_opening_balances", asked.clone())), ErrorCode::ShiftOpen);
    salon.must("close_shift", json!({}));
    salon.must("post_opening_balances", asked);
    salon.must("open_shift", json!({ "count": { "counted_minor": 500_000 } }));
    assert_eq!((balance(&salon, "owner"), balance(&salon, "drawer")), (0, 500_000));
    let cash = crate::drawer::report(&salon)["cash"].clone();
    assert_eq!((cash["opening_minor"].as_i64(), cash["in_minor"].as_i64()), (Some(500_000), Some(0)));
    let twice = json!({ "business_day": TODAY, "lines": [
        { "kind": "client_debt", "owner": salon.clients[0], "amount_minor": 1 },
        { "kind": "client_debt", "owner": salon.clients[0], "amount_minor": 1 },
    ] });
    assert_eq!(why(salon.call("post_opening_balances", twice)), "twice");
}

#[test]
fn profit_and_loss_says_what_was_earned_and_what_it_cost_and_opens_down_to_entries() {
    let salon = TestSalon::new(8);
    let bank = account(&salon);
    salon.must("set_method_terms", json!({ "method_id": salon.method("card"), "fee_bp": 200 }));
    let visit = salon.book(600, &[0, 2], 2);
    let discount = json!({ "appointment_id": visit, "discount": { "amount": 100_001 }, "reason": "день рождения" });
    salon.must("set_discount", discount);
    salon.must(
        "take_payment",
        json!({ "appointment_id": visit, "after": "complete",
        "payments": [{ "method_id": salon.method("card"), "amount_minor": 1_500_000 }] }),
    );
    salon.must("record_operation", expense(&salon, &bank, 200_000));
    move_cash(&salon, "Прочий приход", 30_000).unwrap();
    let report = salon.must("get_profit_and_loss", month());
    let services: Vec<&str> = rows(&report, "services").iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(services, ["Волосы", "Ногти"]);
    assert_eq!((amount(&report, "services"), amount(&report, "discounts")), (1_600_001, -100_001));
    let vat = -amount(&report, "vat");
    assert_eq!((amount(&report, "other_income"), amount(&report, "expenses")), (30_000, 200_000));
    assert_eq!(amount(&report, "fees"), 30_000);
    assert_eq!(report["profit_minor"][1], 1_500_000 - vat + 30_000 - 200_000 - 30_000);
    let by_month = salon
        .must("get_profit_and_loss", json!({ "from_day": "2026-10-01", "to_day": "2026-12-31", "by_month": true }));
    assert_eq!(by_month["columns"].as_array().unwrap().len(), 3);
    assert_eq!(
        (by_month["profit_minor"][0].as_i64(), by_month["profit_minor"][3].as_i64()),
        (Some(0), report["profit_minor"][1].as_i64())
    );
    // Every figure opens, and what opens makes the figure.
    for row in report["rows"].as_array().unwrap() {
        let sold = match row["line"].as_str().unwrap() {
            "services" => json!("list_price"),
            "discounts" => json!("discount"),
            "vat" => json!("vat"),
            _ => Value::Null,
        };
        let owner = if row["line"] == "discounts" || row["line"] == "vat" { Value::Null } else { row["owner"].clone() };
        let asked = json!({ "from_day": "2026-11-01", "to_day": "2026-11-30", "account": row["account"], "owner": owner, "sold": sold });
        let opened = salon.must("list_entries", asked);
        let figure = row["amounts_minor"][1].as_i64().unwrap();
        assert_eq!(opened["sum_minor"].as_i64().unwrap().abs(), figure.abs(), "{row}");
        assert!(opened["total"].as_i64().unwrap() > 0);
    }
    let asked = json!({ "to_day": TODAY, "account": "card_clearing", "owner": salon.method("card") });
    let opened = salon.must("list_entries", asked);
    assert_eq!((opened["total"].as_i64(), opened["sum_minor"].as_i64()), (Some(2), Some(1_470_000)));
    let paid = &opened["entries"].as_array().unwrap().iter().find(|one| one["event"] == "payment").unwrap();
    assert_eq!(
        (paid["receipt_number"].as_str(), paid["party"].as_str()),
        (Some("K1-000001"), Some("Гульнара Омарова"))
    );
    assert_reports_agree(&salon);
}

#[test]
fn only_who_may_see_finances_sees_them() {
    let salon = TestSalon::new(9);
    let receptionist = adelante_engine::Caller::Staff(salon.staff[1].parse().unwrap());
    for (command, input) in [
        ("list_money_places", json!({})),
        ("get_profit_and_loss", month()),
        ("get_balance", json!({ "day": TODAY })),
        ("list_entries", json!({ "to_day": TODAY, "account": "drawer" })),
    ] {
        assert_eq!(code(salon.call_as(receptionist, command, input)), ErrorCode::NotPermitted, "{command}");
    }
    let long = json!({ "from_day": "2000-01-01", "to_day": TODAY });
    assert_eq!(code(salon.call("get_profit_and_loss", long)), ErrorCode::OutOfRange);
}
