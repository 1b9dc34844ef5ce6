//! What is sold besides services, and what staff are paid, in the reports of finance.

use adelante_testkit::{TODAY, TestSalon};
use serde_json::{Value, json};

use crate::bill::{credit, goods, sale, visit_at};
use crate::drawer::{balance, move_cash};
use crate::finance::{amount, assert_reports_agree, month, rows};
use crate::payroll::{FIRST, pay, percent, person, rule, run};

/// What the balance says of an account: its rows, and their sum.
fn in_balance(salon: &TestSalon, account: &str) -> (usize, i64) {
    let sheet = salon.must("get_balance", json!({ "day": TODAY }));
    let of_it = sheet["rows"].as_array().unwrap().iter().filter(|row| row["account"] == account);
    let sums: Vec<i64> = of_it.map(|row| row["amount_minor"].as_i64().unwrap()).collect();
    (sums.len(), sums.iter().sum())
}

/// What came and went by the cash flow, for a reason.
fn flow(salon: &TestSalon, kind: &str) -> (i64, i64) {
    let flow = salon.must("get_cash_flow", month());
    let of_it: Vec<Value> =
        flow["rows"].as_array().unwrap().iter().filter(|row| row["kind"] == kind).cloned().collect();
    let sum = |name: &str| of_it.iter().map(|row| row[name].as_i64().unwrap()).sum::<i64>();
    (sum("in_minor"), sum("out_minor"))
}

#[test]
fn goods_promises_and_pay_are_where_an_accountant_looks_for_them() {
    let salon = TestSalon::new(51);
    rule(&salon, percent(4_000));
    let (product, bill) = (goods(&salon, 5), sale(&salon));
    salon.must("add_product", json!({ "appointment_id": bill, "product_id": product, "quantity": 2_000 }));
    let added = salon.must("add_certificate", json!({ "appointment_id": bill, "value_minor": 1_500_000 }));
    salon.must("add_top_up", json!({ "appointment_id": bill, "amount_minor": 400_000 }));
    salon.pay_cash(&bill, 2_800_000, "complete").unwrap();
    salon.must("write_off_goods", json!({ "product_id": product, "quantity": 1_000, "reason": "бой" }));

    // A visit that brings points, one that a certificate, the balance and cash pay, one with points.
    salon.pay_cash(&visit_at(&salon, 600), 1_000_000, "complete").unwrap();
    let visit = visit_at(&salon, 660);
    let certificate = salon.must("find_certificate", json!({ "code": added["code"] }));
    let own = credit(&salon, &visit, "balance");
    let cash = salon.method("cash");
    let mixed = json!({ "appointment_id": visit, "after": "complete", "payments": [
        { "method_id": certificate["method_id"], "source_id": certificate["certificate_id"], "amount_minor": 500_000 },
        { "method_id": own["method_id"], "source_id": own["source_id"], "amount_minor": 300_000 },
        { "method_id": cash, "amount_minor": 200_000 },
    ] });
    salon.must("take_payment", mixed);
    let visit = visit_at(&salon, 720);
    let points = credit(&salon, &visit, "points");
    let taken = salon.must(
        "take_payment",
        json!({ "appointment_id": visit, "after": "complete", "payments": [
            { "method_id": points["method_id"], "source_id": points["source_id"], "amount_minor": 30_000 },
            { "method_id": cash, "amount_minor": 970_000 },
        ] }),
    );

    let report = salon.must("get_profit_and_loss", month());
    assert_eq!(amount(&report, "services"), 3_000_000);
    assert_eq!(amount(&report, "products"), -balance(&salon, "product_revenue"));
    assert!(amount(&report, "products") > 0);
    assert_eq!((amount(&report, "cost_of_goods"), amount(&report, "stock_losses")), (400_000, 200_000));
    assert_eq!(amount(&report, "points"), -30_000);
    assert_eq!(amount(&report, "commissions"), balance(&salon, "commission_expense"));
    assert!(amount(&report, "commissions") > 0);
    for line in ["other_income", "other_cost", "expenses", "unexplained"] {
        assert!(rows(&report, line).is_empty(), "{line}: {report}");
    }
    for row in report["rows"].as_array().unwrap() {
        let opened = json!({ "from_day": FIRST, "to_day": TODAY, "account": row["account"] });
        let opened = salon.must("list_entries", opened);
        assert!(opened["total"].as_i64().unwrap() > 0, "{row}");
    }

    assert_eq!(in_balance(&salon, "certificates_outstanding"), (1, -1_000_000));
    assert_eq!(in_balance(&salon, "client_balance"), (1, -100_000));
    assert_eq!(in_balance(&salon, "stock"), (1, 400_000));
    assert_eq!(in_balance(&salon, "suppliers_payable"), (1, -1_000_000));
    assert_eq!(in_balance(&salon, "wages_payable").1, -balance(&salon, "commission_expense"));
    assert_eq!(flow(&salon, "client_payments"), (2_800_000 + 1_000_000 + 200_000 + 970_000, 0), "only money is money");
    assert_eq!(flow(&salon, "other"), (0, 0));
    assert_reports_agree(&salon);

    // A supplier who is paid is owed less, and profit is what it was.
    let before = report["profit_minor"].clone();
    move_cash(&salon, "Оплата поставщику", 250_000).unwrap();
    assert_eq!(salon.must("get_profit_and_loss", month())["profit_minor"], before);
    assert_eq!(in_balance(&salon, "suppliers_payable"), (1, -750_000));
    assert_eq!(flow(&salon, "suppliers"), (0, 250_000));

    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "не тот визит" }));
    assert!(rows(&salon.must("get_profit_and_loss", month()), "points").is_empty());
    assert_eq!(flow(&salon, "returned"), (0, 970_000));
    let id = run(&salon, FIRST, TODAY, vec![person(&salon, 2)]).unwrap();
    salon.must("pay_staff", pay(&salon, "wages", Some(&id), 2, 100_000, "cash"));
    assert_eq!(flow(&salon, "wages"), (0, 100_000));
    assert_reports_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_payment_over_two_visits_keeps_a_fee_of_each_and_gives_all_of_it_back() {
    let salon = TestSalon::new(52);
    let card = salon.method("card");
    salon.must("set_method_terms", json!({ "method_id": card, "fee_bp": 175 }));
    let (old, now) = (visit_at(&salon, 600), visit_at(&salon, 720));
    salon.must("set_appointment_status", json!({ "appointment_id": old, "status": "completed" }));
    let pay = |minor: i64| {
        json!({ "appointment_id": now, "with": [old], "after": "complete", "payments": [
            { "method_id": card, "amount_minor": minor },
            { "method_id": salon.method("cash"), "amount_minor": 2_000_000 - minor },
        ] })
    };
    let taken = salon.must("take_payment", pay(1_300_001));
    // 1.75 % of 13 000.01 is 227.500175; each visit's part is rounded by itself.
    assert!((22_749..=22_751).contains(&balance(&salon, "acquiring_fees")));
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "не тот клиент" }));
    assert_eq!((balance(&salon, "acquiring_fees"), balance(&salon, "card_clearing")), (0, 0));

    let taken = salon.must("take_payment", pay(1_300_001));
    let known = salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }));
    let refund = |parts: [i64; 2]| {
        let lines: Vec<Value> = (0..2)
            .filter(|place| parts[*place] > 0)
            .map(|place| json!({ "line_id": known["lines"][place]["line_id"], "amount_minor": parts[place] }))
            .collect();
        let back = json!({ "receipt_id": taken["receipt_id"], "reason": "жалоба", "lines": lines,
            "payments": [{ "method_id": card, "amount_minor": parts[0] + parts[1] }] });
        salon.must("refund_receipt", back);
    };
    refund([300_000, 0]);
    let kept = balance(&salon, "acquiring_fees");
    assert!((17_499..=17_501).contains(&kept), "{kept}");
    // All of the card's money goes back, by other visits than it paid.
    refund([300_001, 700_000]);
    assert_eq!((balance(&salon, "acquiring_fees"), balance(&salon, "card_clearing")), (0, 0));
    assert_reports_agree(&salon);
    salon.assert_sound();
}
