//! Random months: whatever people do, profit and loss, the balance and the cash flow agree, and
//! the bank has what a simple model of it has.

use adelante_testkit::{TODAY, TestSalon};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::drawer::{balance, category, move_cash};
use crate::finance::{account, assert_reports_agree, at_bank};

#[derive(Debug, Clone)]
enum Step {
    Income { minor: i64, days_back: i64 },
    Expense { minor: i64, days_back: i64 },
    FromDrawer { minor: i64 },
    Settle { minor: i64 },
    Back { which: usize },
    Pay { minor: i64, tip: i64 },
    Refund { minor: i64 },
    Void,
    Fee { bp: u16 },
    CashIn { minor: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1i64..900_000, 0i64..40).prop_map(|(minor, days_back)| Step::Income { minor, days_back }),
        (1i64..900_000, 0i64..40).prop_map(|(minor, days_back)| Step::Expense { minor, days_back }),
        (1i64..300_000).prop_map(|minor| Step::FromDrawer { minor }),
        (1i64..300_000).prop_map(|minor| Step::Settle { minor }),
        (0usize..8).prop_map(|which| Step::Back { which }),
        (1i64..700_000, 0i64..9_000).prop_map(|(minor, tip)| Step::Pay { minor, tip }),
        (1i64..300_000).prop_map(|minor| Step::Refund { minor }),
        Just(Step::Void),
        (0u16..400).prop_map(|bp| Step::Fee { bp }),
        (1i64..500_000).prop_map(|minor| Step::CashIn { minor }),
    ]
}

struct Month {
    salon: TestSalon,
    bank: String,
    card: String,
    /// Each operation, and what it did to the bank.
    operations: Vec<(Value, i64)>,
    receipts: Vec<Value>,
    at_bank: i64,
    visits: u16,
}

impl Month {
    fn new() -> Self {
        let salon = TestSalon::new(91);
        let (bank, card) = (account(&salon), salon.method("card"));
        Self { salon, bank, card, operations: vec![], receipts: vec![], at_bank: 0, visits: 0 }
    }

    fn record(&mut self, input: Value, effect: i64) {
        if let Ok(made) = self.salon.call("record_operation", input) {
            self.operations.push((made["operation_id"].clone(), effect));
            self.at_bank += effect;
        }
    }

    fn walk(&mut self, step: &Step) {
        let day = |back: i64| TODAY.parse::<adelante_base::Day>().unwrap().plus_days(-back).to_string();
        match *step {
            Step::Income { minor, days_back } => {
                let input = json!({ "kind": "income", "place": at_bank(&self.bank), "amount_minor": minor,
                    "category_id": category(&self.salon, "Прочий приход"), "business_day": day(days_back) });
                self.record(input, minor);
            }
            Step::Expense { minor, days_back } => {
                let input = json!({ "kind": "expense", "place": at_bank(&self.bank), "amount_minor": minor,
                    "category_id": category(&self.salon, "Прочий расход"), "business_day": day(days_back) });
                self.record(input, -minor);
            }
            Step::FromDrawer { minor } => {
                let drawer = self.salon.must("list_money_places", json!({}))["places"][0]["place"].clone();
                let input = json!({ "kind": "transfer", "place": drawer, "to_place": at_bank(&self.bank),
                    "amount_minor": minor, "business_day": TODAY });
                self.record(input, minor);
            }
            Step::Settle { minor } => {
                let input = json!({ "kind": "transfer", "amount_minor": minor, "business_day": TODAY,
                    "place": { "kind": "card_clearing", "owner": self.card }, "to_place": at_bank(&self.bank) });
                self.record(input, minor);
            }
            Step::Back { which } => {
                let Some((id, effect)) = self.operations.get(which).cloned() else { return };
                let asked = json!({ "operation_id": id, "reason": "ошибка" });
                if self.salon.call("reverse_operation", asked).is_ok() {
                    self.at_bank -= effect;
                    self.operations.remove(which);
                }
            }
            Step::Pay { minor, tip } => self.pay(minor, tip),
            Step::Refund { minor } => self.refund(minor),
            Step::Void => {
                let Some(receipt) = self.receipts.last() else { return };
                let asked = json!({ "receipt_id": receipt, "reason": "ошибка" });
                if self.salon.call("void_receipt", asked).is_ok() {
                    self.receipts.pop();
                }
            }
            Step::Fee { bp } => {
                self.salon.must("set_method_terms", json!({ "method_id": self.card, "fee_bp": bp }));
            }
            Step::CashIn { minor } => {
                move_cash(&self.salon, "Внёс владелец", minor).unwrap();
            }
        }
    }

    fn pay(&mut self, minor: i64, tip: i64) {
        let start = 540 + self.visits * 60;
        if start > 1_100 {
            return;
        }
        self.visits += 1;
        let visit = self.salon.book(start, &[0], 2);
        let tips = if tip == 0 { json!([]) } else { json!([{ "staff_id": self.salon.staff[2], "amount_minor": tip }]) };
        let taken = self.salon.must(
            "take_payment",
            json!({ "appointment_id": visit, "tips": tips,
            "after": if minor % 2 == 0 { "complete" } else { "keep" },
            "payments": [{ "method_id": self.card, "amount_minor": minor, "tip_minor": tip },
                { "method_id": self.salon.method("cash"), "amount_minor": 300_000 }] }),
        );
        self.receipts.push(taken["receipt_id"].clone());
    }

    fn refund(&mut self, minor: i64) {
        let Some(receipt) = self.receipts.first().cloned() else { return };
        let left = self.salon.must("get_refundable", json!({ "receipt_id": receipt }));
        let card = left["methods"].as_array().unwrap().iter().find(|one| one["kind"] == "card").cloned();
        let Some(card) = card else { return };
        let minor = minor.min(card["left_minor"].as_i64().unwrap());
        if minor <= 0 {
            return;
        }
        self.salon.must(
            "refund_receipt",
            json!({ "receipt_id": receipt, "reason": "жалоба",
            "lines": [{ "line_id": left["lines"][0]["line_id"], "amount_minor": minor }],
            "payments": [{ "method_id": card["method_id"], "amount_minor": minor }] }),
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn profit_balance_and_cash_flow_agree_after_whatever_was_done(steps in prop::collection::vec(step(), 1..22)) {
        let mut month = Month::new();
        for step in &steps {
            month.walk(step);
        }
        prop_assert_eq!(balance(&month.salon, "bank_account"), month.at_bank);
        assert_reports_agree(&month.salon);
        month.salon.assert_sound();
    }
}
