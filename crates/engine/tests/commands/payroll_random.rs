//! Random months of work and pay against a simple model of them: whatever people do, what is owed
//! is what was earned less what was paid, and after everything is paid nothing is.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::drawer::balance;
use crate::payroll::{FIRST, books_agree, lines, pay, percent, person, rule, run};

const PRICE: i64 = 2_500_000;
const RATE: i64 = 3_750;

#[derive(Debug, Clone)]
enum Step {
    Complete { visit: usize },
    Undo { visit: usize },
    Refund { visit: usize, minor: i64 },
    Assist { visit: usize, share: u16 },
    Advance { minor: i64 },
    Tip { visit: usize, minor: i64 },
    Run { with_tips: bool, bonus: i64, deduction: i64 },
    Pay { minor: i64 },
    Cancel,
    NextDay,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0usize..4).prop_map(|visit| Step::Complete { visit }),
        2 => (0usize..4).prop_map(|visit| Step::Undo { visit }),
        4 => (0usize..4, 1i64..900_000).prop_map(|(visit, minor)| Step::Refund { visit, minor }),
        3 => (0usize..4, 0u16..=10_000).prop_map(|(visit, share)| Step::Assist { visit, share }),
        2 => (1i64..300_000).prop_map(|minor| Step::Advance { minor }),
        2 => (0usize..4, 1i64..90_000).prop_map(|(visit, minor)| Step::Tip { visit, minor }),
        3 => (any::<bool>(), 0i64..50_000, 0i64..50_000)
            .prop_map(|(with_tips, bonus, deduction)| Step::Run { with_tips, bonus, deduction }),
        3 => (1i64..1_500_000).prop_map(|minor| Step::Pay { minor }),
        1 => Just(Step::Cancel),
        2 => Just(Step::NextDay),
    ]
}

/// A visit of one line, as the model has it.
#[derive(Default)]
struct Visit {
    id: String,
    done: bool,
    /// Sold of it now.
    left: i64,
    share: i64,
    receipt: Option<Value>,
}

/// One month of one master, with an assistant.
struct Month {
    salon: TestSalon,
    visits: Vec<Visit>,
    /// Owed to the master besides commissions: time, bonuses, tips, less what was paid.
    other: i64,
    tips: i64,
    /// The latest run that stands, what it added besides commissions and of it tips, and whether
    /// anything was paid of it.
    run: Option<(String, i64, i64, bool)>,
    paid_today: bool,
    days: i64,
    done: u32,
}

fn half_up(over: i64, under: i64) -> i64 {
    (over * 2 + under) / (under * 2)
}

impl Month {
    fn new() -> Self {
        let salon = TestSalon::new(88);
        let rule_of_all = percent(u16::try_from(RATE).unwrap());
        rule(&salon, rule_of_all);
        salon.must(
            "move_cash",
            json!({ "category_id": crate::drawer::category(&salon, "Внёс владелец"), "amount_minor": 90_000_000 }),
        );
        let visits =
            (0..4u16).map(|n| Visit { id: salon.book(540 + n * 130, &[1], 2), left: PRICE, ..Visit::default() });
        let visits = visits.collect();
        Self { salon, visits, other: 0, tips: 0, run: None, paid_today: false, days: 0, done: 0 }
    }

    /// Commissions of a visit: the master's and the assistant's.
    fn earned(visit: &Visit) -> (i64, i64) {
        if !visit.done {
            return (0, 0);
        }
        let whole = half_up(visit.left * RATE, 10_000);
        let part = half_up(whole * visit.share, 10_000).min(whole);
        (whole - part, part)
    }

    fn walk(&mut self, step: &Step) {
        match *step {
            Step::Complete { visit } => self.complete(visit),
            Step::Undo { visit } => self.undo(visit),
            Step::Refund { visit, minor } => self.refund(visit, minor),
            Step::Assist { visit, share } => self.assist(visit, share),
            Step::Advance { minor } => {
                self.salon.must("pay_staff", pay(&self.salon, "advance", None, 2, minor, "cash"));
                self.other -= minor;
                self.done += 1;
            }
            Step::Tip { visit, minor } => self.tip(visit, minor),
            Step::Run { with_tips, bonus, deduction } => self.run(with_tips, bonus, deduction),
            Step::Pay { minor } => self.pay(minor),
            Step::Cancel => self.cancel(),
            Step::NextDay => {
                self.salon.clock.advance(86_400_000);
                self.days += 1;
                self.paid_today = false;
            }
        }
        self.check();
    }

    fn complete(&mut self, which: usize) {
        let visit = &mut self.visits[which];
        if visit.done || visit.receipt.is_some() {
            return;
        }
        self.salon.must("set_appointment_status", json!({ "appointment_id": visit.id, "status": "completed" }));
        visit.done = true;
        self.done += 1;
    }

    fn undo(&mut self, which: usize) {
        let visit = &mut self.visits[which];
        if !visit.done || visit.receipt.is_some() {
            return;
        }
        self.salon.must("set_appointment_status", json!({ "appointment_id": visit.id, "status": "arrived" }));
        visit.done = false;
        self.done += 1;
    }

    fn refund(&mut self, which: usize, minor: i64) {
        let visit = &mut self.visits[which];
        if !visit.done {
            return;
        }
        let receipt = visit
            .receipt
            .get_or_insert_with(|| self.salon.pay_cash(&visit.id, PRICE, "keep").unwrap()["receipt_id"].clone());
        let minor = minor.min(visit.left);
        if minor == 0 {
            return;
        }
        let asked = json!({
            "receipt_id": receipt, "reason": "не понравилось",
            "lines": [{ "line_id": lines(&self.salon, &visit.id)[0], "amount_minor": minor }],
            "payments": [{ "method_id": self.salon.method("cash"), "amount_minor": minor }],
        });
        self.salon.must("refund_receipt", asked);
        visit.left -= minor;
        self.done += 1;
    }

    fn assist(&mut self, which: usize, share: u16) {
        let visit = &mut self.visits[which];
        let assistants =
            if share == 0 { json!([]) } else { json!([{ "staff_id": self.salon.staff[3], "share_bp": share }]) };
        let line = lines(&self.salon, &visit.id)[0].clone();
        self.salon.must("set_assistants", json!({ "line_id": line, "assistants": assistants }));
        visit.share = i64::from(share);
        self.done += 1;
    }

    fn tip(&mut self, which: usize, minor: i64) {
        let payment = json!({ "method_id": self.salon.method("cash"), "amount_minor": 0, "tip_minor": minor });
        self.salon.must(
            "take_payment",
            json!({
                "appointment_id": self.visits[which].id, "payments": [payment], "after": "keep",
                "tips": [{ "staff_id": self.salon.staff[2], "amount_minor": minor }]
            }),
        );
        self.tips += minor;
        self.done += 1;
    }

    fn run(&mut self, with_tips: bool, bonus: i64, deduction: i64) {
        let extra =
            |minor: i64| if minor == 0 { json!([]) } else { json!([{ "amount_minor": minor, "note": "план" }]) };
        let mut decided = person(&self.salon, 2);
        decided["with_tips"] = json!(with_tips);
        decided["bonuses"] = extra(bonus);
        decided["deductions"] = extra(deduction);
        let today = adelante_base::Day::new(2026, 11, 21).unwrap().plus_days(self.days).to_string();
        // Whatever was earned before and no run had comes with it.
        let made = run(&self.salon, &today, &today, vec![decided]);
        if self.paid_today {
            assert_eq!(made, Err(ErrorCode::PeriodPaid));
            return;
        }
        let tips = if with_tips { self.tips } else { 0 };
        let added = bonus - deduction + tips;
        self.tips -= tips;
        self.other += added;
        self.run = Some((made.unwrap(), added, tips, false));
        self.paid_today = true;
        self.done += 1;
    }

    fn pay(&mut self, minor: i64) {
        let Some((id, _, _, paid)) = &mut self.run else { return };
        let shown = self.salon.must("get_pay_run", json!({ "pay_run_id": id }));
        let payable = shown["slips"][0]["payable_minor"].as_i64().unwrap();
        let asked = pay(&self.salon, "wages", Some(id.as_str()), 2, minor, "transfer");
        let answer = self.salon.call("pay_staff", asked);
        if minor > payable {
            assert_eq!(answer.unwrap_err().code, ErrorCode::PayTooLarge);
            return;
        }
        answer.unwrap();
        *paid = true;
        self.other -= minor;
        self.done += 1;
    }

    fn cancel(&mut self) {
        let Some((id, added, tips, paid)) = self.run.clone() else { return };
        let answer = self.salon.call("cancel_pay_run", json!({ "pay_run_id": id, "reason": "ошибка" }));
        if paid {
            assert_eq!(answer.unwrap_err().code, ErrorCode::RunPaid);
            return;
        }
        answer.unwrap();
        self.other -= added;
        self.tips += tips;
        self.run = None;
        // What stands before it may reach up to today, or not: the model begins on a new day.
        self.salon.clock.advance(86_400_000);
        self.days += 1;
        self.paid_today = false;
        self.done += 1;
    }

    fn owed(&self) -> (i64, i64) {
        let sums: Vec<_> = self.visits.iter().map(Self::earned).collect();
        (self.other + sums.iter().map(|(own, _)| own).sum::<i64>(), sums.iter().map(|(_, part)| part).sum())
    }

    fn check(&self) {
        let ask = |who: usize| {
            let asked = json!({ "staff_id": self.salon.staff[who], "from_day": FIRST, "to_day": "2027-03-31" });
            self.salon.must("get_earnings", asked)
        };
        let (master, assistant) = self.owed();
        let shown = ask(2);
        assert_eq!((&shown["owed_minor"], &shown["tips_minor"]), (&json!(master), &json!(self.tips)));
        assert_eq!(ask(3)["owed_minor"], assistant);
        assert_eq!(balance(&self.salon, "wages_payable"), -(master + assistant));
        assert_eq!(balance(&self.salon, "tips_due"), -self.tips);
        books_agree(&self.salon);
    }

    /// Everything is run and paid: nothing is owed any more.
    fn pay_all(&mut self) {
        self.salon.clock.advance(2 * 86_400_000);
        let to = adelante_base::Day::new(2026, 11, 21).unwrap().plus_days(self.days + 2).to_string();
        let mut people = vec![person(&self.salon, 2), person(&self.salon, 3)];
        people[0]["with_tips"] = json!(true);
        let id = run(&self.salon, &to, &to, people).unwrap();
        let shown = self.salon.must("get_pay_run", json!({ "pay_run_id": id }));
        let mut overpaid = 0;
        for (slip, who) in shown["slips"].as_array().unwrap().iter().zip([2, 3]) {
            let due = slip["due_minor"].as_i64().unwrap();
            let listed: i64 =
                slip["lines"].as_array().unwrap().iter().map(|line| line["amount_minor"].as_i64().unwrap()).sum();
            assert_eq!(listed, due, "the lines make the slip");
            if due > 0 {
                self.salon.must("pay_staff", pay(&self.salon, "wages", Some(&id), who, due, "transfer"));
            } else {
                overpaid -= due;
            }
        }
        assert_eq!((balance(&self.salon, "wages_payable"), balance(&self.salon, "tips_due")), (overpaid, 0));
        self.salon.assert_sound();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_what_is_owed_is_what_was_earned_less_what_was_paid(
        steps in proptest::collection::vec(step(), 20..45)
    ) {
        let mut month = Month::new();
        assert_eq!(TODAY, "2026-11-21");
        for step in &steps {
            month.walk(step);
        }
        month.pay_all();
        prop_assert!(month.done > 2, "only {} of {} steps were possible", month.done, steps.len());
    }
}
