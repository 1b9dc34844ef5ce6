//! Commission on goods: earned by who sold them, taken back with whatever takes the sale back.

use adelante_testkit::TestSalon;
use adelante_wire::ErrorCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::bill::{goods, sale};
use crate::drawer::balance;
use crate::payroll::{FIRST, books_agree, earnings, percent, rule};

/// Price of a piece of [`goods`].
const PIECE: i64 = 450_000;

/// A rule for all goods.
fn of_goods(more: &Value) -> Value {
    let mut all = percent(1_000);
    all["goods"] = json!(true);
    for (field, value) in more.as_object().unwrap() {
        all[field] = value.clone();
    }
    all
}

/// Puts so many pieces on a bill, sold by somebody; the item.
fn put(salon: &TestSalon, bill: &str, product: &str, pieces: i64, seller: Option<usize>) -> Value {
    let seller = seller.map(|who| salon.staff[who].clone());
    let asked = json!({
        "appointment_id": bill, "product_id": product, "quantity": pieces * 1_000, "seller_id": seller,
    });
    salon.must("add_product", asked)["line_id"].clone()
}

fn total(salon: &TestSalon, who: usize) -> i64 {
    earnings(salon, who)["total_minor"].as_i64().unwrap()
}

fn refund(salon: &TestSalon, receipt: &Value, line: &Value, minor: i64) {
    let asked = json!({
        "receipt_id": receipt, "reason": "брак",
        "lines": [{ "line_id": line, "amount_minor": minor }],
        "payments": [{ "method_id": salon.method("cash"), "amount_minor": minor }],
    });
    salon.must("refund_receipt", asked);
}

fn half_up(over: i64, under: i64) -> i64 {
    (over * 2 + under) / (under * 2)
}

#[test]
fn who_sold_goods_earns_by_the_rule_with_the_formula_behind_it_and_a_void_takes_it_back() {
    let salon = TestSalon::new(91);
    rule(&salon, percent(4_000));
    rule(&salon, of_goods(&json!({})));
    let (product, bill) = (goods(&salon, 5), sale(&salon));
    put(&salon, &bill, &product, 2, Some(3));
    put(&salon, &bill, &product, 1, None);
    assert_eq!(total(&salon, 3), 0, "on the bill is not sold yet");
    let taken = salon.pay_cash(&bill, 3 * PIECE, "complete").unwrap();
    let shown = earnings(&salon, 3);
    let line = &shown["lines"][0];
    assert_eq!((&line["entry"], &line["service"]), (&json!("line"), &json!("Шампунь")));
    assert_eq!(line["amount_minor"], 90_000, "a rule of services does not count");
    let formula = &line["formula"];
    assert_eq!((&formula["base_minor"], &formula["rate_bp"]), (&json!(2 * PIECE), &json!(1_000)));
    assert_eq!(formula["quantity"], 2_000);
    assert_eq!(shown["lines"].as_array().unwrap().len(), 1, "goods that nobody sold earn nothing");
    assert_eq!(balance(&salon, "wages_payable"), -90_000);
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "ошибка" }));
    assert_eq!((total(&salon, 3), balance(&salon, "commission_expense")), (0, 0));
    assert_eq!(earnings(&salon, 3)["lines"][0]["formula"]["undone"], true);
    books_agree(&salon);
    salon.assert_sound();
}

#[test]
fn a_rule_for_a_product_goes_before_one_for_its_category_and_that_before_one_for_all_goods() {
    let salon = TestSalon::new(92);
    let fields = json!({ "name": "Бальзам", "category": "Уход", "unit": "piece", "price_minor": 100_000, "min": 0 });
    let balm = salon.must("save_product", json!({ "product": fields }))["product_id"].clone();
    let steps = [
        (of_goods(&json!({ "rate_bp": 500 })), 5_000),
        (of_goods(&json!({ "rate_bp": 700, "product_category": "Уход" })), 7_000),
        (of_goods(&json!({ "kind": "fixed", "fixed_minor": 30_000, "product_id": balm })), 30_000),
        (of_goods(&json!({ "rate_bp": 1_100, "staff_id": salon.staff[3] })), 11_000),
    ];
    let mut before = 0;
    for (one, earned) in steps {
        rule(&salon, one);
        let bill = sale(&salon);
        put(&salon, &bill, balm.as_str().unwrap(), 1, Some(3));
        salon.pay_cash(&bill, 100_000, "complete").unwrap();
        assert_eq!(total(&salon, 3) - before, earned);
        before = total(&salon, 3);
    }
    let rules = salon.must("get_pay_rules", json!({}))["rules"].clone();
    let named: Vec<(&str, &str)> = rules
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["service"].as_str().unwrap(), one["category"].as_str().unwrap()))
        .collect();
    assert_eq!(named, [("", ""), ("Бальзам", ""), ("", "Уход"), ("", "")]);
    let both = of_goods(&json!({ "service_id": salon.services[0] }));
    assert_eq!(salon.call("save_commission_rule", json!({ "rule": both })).unwrap_err().code, ErrorCode::BadInput);
    salon.assert_sound();
}

#[test]
fn what_if_counts_goods_too() {
    let salon = TestSalon::new(93);
    let (product, bill) = (goods(&salon, 5), sale(&salon));
    put(&salon, &bill, &product, 2, Some(3));
    salon.pay_cash(&bill, 2 * PIECE, "complete").unwrap();
    let asked = json!({ "from_day": FIRST, "to_day": "2026-11-30", "rules": [of_goods(&json!({}))] });
    let would = salon.must("what_if_commissions", asked);
    assert_eq!((&would["was_minor"], &would["would_minor"]), (&json!(0), &json!(90_000)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_was_posted_less_what_was_taken_back_is_by_the_formula(
        rate in 0u16..=10_000, fixed in 0i64..200_000, by_percent in any::<bool>(), pieces in 1i64..6,
        again in any::<bool>(), refunds in proptest::collection::vec(1i64..900_000, 0..6)
    ) {
        let salon = TestSalon::new(94);
        let pay = if by_percent {
            json!({ "rate_bp": rate })
        } else {
            json!({ "kind": "fixed", "fixed_minor": fixed })
        };
        rule(&salon, of_goods(&pay));
        let (product, visit) = (goods(&salon, 9), salon.book(600, &[0], 2));
        let line = put(&salon, &visit, &product, pieces, Some(3));
        let status = |status: &str| {
            salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": status }));
        };
        status("completed");
        let sold = pieces * PIECE;
        let due = |left: i64| {
            if by_percent { half_up(left * i64::from(rate), 10_000) } else { half_up(fixed * pieces * left, sold) }
        };
        prop_assert_eq!(total(&salon, 3), due(sold));
        if again {
            status("arrived");
            prop_assert_eq!(total(&salon, 3), 0);
            status("completed");
        }
        let taken = salon.pay_cash(&visit, 1_000_000 + sold, "keep").unwrap();
        let mut left = sold;
        for minor in refunds {
            let minor = minor.min(left);
            if minor == 0 {
                continue;
            }
            refund(&salon, &taken["receipt_id"], &line, minor);
            left -= minor;
            prop_assert_eq!(total(&salon, 3), due(left));
        }
        prop_assert_eq!(total(&salon, 2), 0, "no rule says anything of services");
        books_agree(&salon);
        salon.assert_sound();
    }
}
