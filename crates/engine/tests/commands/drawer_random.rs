//! Random days at a till against a simple model of it: whatever people do, the report of each
//! shift leads from its opening to what is expected, and the books agree.

use adelante_testkit::TestSalon;
use adelante_wire::{CommandError, ErrorCode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::drawer::{balance, move_cash, report};

const KINDS: [(&str, bool, &str); 7] = [
    ("Инкассация", false, "bank_cash"),
    ("Хозяйственные расходы", false, "expense"),
    ("Забрал владелец", false, "owner"),
    ("Прочий расход", false, "expense"),
    ("Внёс владелец", true, "owner"),
    ("Размен из банка", true, "bank_cash"),
    ("Прочий приход", true, "other_income"),
];
const ACCOUNTS: [&str; 5] = ["bank_cash", "expense", "owner", "other_income", "cash_over_short"];

#[derive(Debug, Clone)]
enum Step {
    Move { kind: usize, minor: i64 },
    Back { which: usize },
    Pay { visit: usize, cash: i64, card: i64, tip: i64 },
    Void { which: usize },
    Refund { which: usize, minor: i64 },
    Close { counted: Option<i64> },
    Open { counted: Option<i64> },
}

fn step() -> impl Strategy<Value = Step> {
    let near = proptest::option::of(-30_000i64..30_000);
    prop_oneof![
        4 => (0..KINDS.len(), 1i64..400_000).prop_map(|(kind, minor)| Step::Move { kind, minor }),
        2 => (0usize..8).prop_map(|which| Step::Back { which }),
        4 => (0usize..3, 0i64..500_000, 0i64..200_000, 0i64..9_000)
            .prop_map(|(visit, cash, card, tip)| Step::Pay { visit, cash, card, tip }),
        2 => (0usize..8, 1i64..300_000).prop_map(|(which, minor)| Step::Refund { which, minor }),
        2 => (0usize..8).prop_map(|which| Step::Void { which }),
        2 => near.clone().prop_map(|counted| Step::Close { counted }),
        3 => near.prop_map(|counted| Step::Open { counted }),
    ]
}

#[derive(Debug, Default, Clone, PartialEq)]
struct Shift {
    opening: i64,
    taken: i64,
    returned: i64,
    put_in: i64,
    taken_out: i64,
}

struct Moved {
    id: String,
    kind: usize,
    minor: i64,
}

struct Paid {
    receipt: Value,
    visit: usize,
    cash: i64,
    card: i64,
    tip: i64,
    refunded: bool,
}

struct Till {
    salon: TestSalon,
    visits: Vec<String>,
    left: Vec<i64>,
    drawer: i64,
    others: [i64; ACCOUNTS.len()],
    counted: bool,
    shift: Option<Shift>,
    moved: Vec<Moved>,
    paid: Vec<Paid>,
    closed: Vec<(Value, Value)>,
    done: u32,
}

impl Till {
    fn new() -> Self {
        let salon = TestSalon::new(77);
        let visits: Vec<String> = (0..3u16).map(|n| salon.book(540 + n * 130, &[1], 2)).collect();
        Self {
            left: vec![2_500_000; visits.len()],
            visits,
            drawer: 0,
            others: [0; ACCOUNTS.len()],
            counted: false,
            shift: Some(Shift::default()),
            moved: Vec::new(),
            paid: Vec::new(),
            closed: Vec::new(),
            done: 0,
            salon,
        }
    }

    fn other(&mut self, account: &str) -> &mut i64 {
        let place = ACCOUNTS.iter().position(|one| *one == account).unwrap();
        &mut self.others[place]
    }

    /// `Some(code)`: the step must be refused with it.
    fn expect<T>(answer: Result<T, CommandError>, refused: Option<ErrorCode>) -> Option<T> {
        match (answer, refused) {
            (Ok(done), None) => Some(done),
            (Err(error), Some(code)) if error.code == code => None,
            (Ok(_), Some(code)) => panic!("must be refused with {code}"),
            (Err(error), _) => panic!("{error}"),
        }
    }

    fn walk(&mut self, step: &Step) {
        match *step {
            Step::Move { kind, minor } => self.move_cash(kind, minor),
            Step::Back { which } => self.take_back(which),
            Step::Pay { visit, cash, card, tip } => self.pay(visit, cash, card, tip),
            Step::Refund { which, minor } => self.refund(which, minor),
            Step::Void { which } => self.void(which),
            Step::Close { counted } => self.close(counted),
            Step::Open { counted } => self.open(counted),
        }
        self.check();
    }

    fn move_cash(&mut self, kind: usize, minor: i64) {
        let (name, into, account) = KINDS[kind];
        let refused = match &self.shift {
            None => Some(ErrorCode::NoShift),
            Some(_) if !into && minor > self.drawer => Some(ErrorCode::DrawerShort),
            Some(_) => None,
        };
        let Some(id) = Self::expect(move_cash(&self.salon, name, minor), refused) else { return };
        let signed = if into { minor } else { -minor };
        self.drawer += signed;
        *self.other(account) -= signed;
        let shift = self.shift.as_mut().unwrap();
        *(if into { &mut shift.put_in } else { &mut shift.taken_out }) += minor;
        self.moved.push(Moved { id, kind, minor });
        self.done += 1;
    }

    fn take_back(&mut self, which: usize) {
        let Some(place) = which.checked_rem(self.moved.len()) else { return };
        let Moved { ref id, kind, minor } = self.moved[place];
        let (_, into, account) = KINDS[kind];
        let refused = (into && minor > self.drawer).then_some(ErrorCode::DrawerShort);
        let asked = json!({ "movement_id": id, "reason": "ошибка" });
        if Self::expect(self.salon.call("reverse_cash_movement", asked), refused).is_none() {
            return;
        }
        let signed = if into { -minor } else { minor };
        self.drawer += signed;
        *self.other(account) -= signed;
        let shift = self.shift.as_mut().unwrap();
        *(if into { &mut shift.put_in } else { &mut shift.taken_out }) -= minor;
        self.moved.remove(place);
        self.done += 1;
    }

    fn pay(&mut self, visit: usize, cash: i64, card: i64, tip: i64) {
        // Tips come in cash here, with what is paid in cash.
        let tip = if cash > 0 { tip } else { 0 };
        let payments: Vec<Value> = [("cash", cash, tip), ("card", card, 0)]
            .into_iter()
            .filter(|(_, minor, _)| *minor > 0)
            .map(|(kind, minor, tip)| {
                json!({ "method_id": self.salon.method(kind), "amount_minor": minor, "tip_minor": tip })
            })
            .collect();
        let refused = if self.shift.is_none() {
            Some(ErrorCode::NoShift)
        } else if payments.is_empty() {
            Some(ErrorCode::NotPositive)
        } else if cash + card > self.left[visit] {
            Some(ErrorCode::OverRemaining)
        } else {
            None
        };
        let tips: Vec<Value> =
            (tip > 0).then(|| json!({ "staff_id": self.salon.staff[2], "amount_minor": tip })).into_iter().collect();
        let asked = json!({
            "appointment_id": self.visits[visit], "payments": payments, "tips": tips, "after": "keep"
        });
        let Some(taken) = Self::expect(self.salon.call("take_payment", asked), refused) else { return };
        self.left[visit] -= cash + card;
        self.drawer += cash + tip;
        self.shift.as_mut().unwrap().taken += cash + tip;
        let receipt = taken["receipt_id"].clone();
        self.paid.push(Paid { receipt, visit, cash, card, tip, refunded: false });
        self.done += 1;
    }

    /// Gives cash of a receipt back: all of it, or the sum where that is less.
    fn refund(&mut self, which: usize, minor: i64) {
        let Some(place) = which.checked_rem(self.paid.len()) else { return };
        let Paid { ref receipt, visit, cash, .. } = self.paid[place];
        let minor = minor.min(cash);
        if minor == 0 {
            return;
        }
        let known = self.salon.must("get_refundable", json!({ "receipt_id": receipt }));
        let asked = json!({
            "receipt_id": receipt, "reason": "передумала",
            "lines": [{ "line_id": known["lines"][0]["line_id"], "amount_minor": minor }],
            "payments": [{ "method_id": self.salon.method("cash"), "amount_minor": minor }],
        });
        let refused = self.shift.is_none().then_some(ErrorCode::NoShift);
        if Self::expect(self.salon.call("refund_receipt", asked), refused).is_none() {
            return;
        }
        self.paid[place].cash -= minor;
        self.paid[place].refunded = true;
        self.left[visit] += minor;
        self.drawer -= minor;
        self.shift.as_mut().unwrap().returned += minor;
        self.done += 1;
    }

    fn void(&mut self, which: usize) {
        let Some(place) = which.checked_rem(self.paid.len()) else { return };
        let asked = json!({ "receipt_id": self.paid[place].receipt, "reason": "ошибка" });
        let refused = if self.paid[place].refunded {
            Some(ErrorCode::AlreadyRefunded)
        } else {
            self.shift.is_none().then_some(ErrorCode::NoShift)
        };
        if Self::expect(self.salon.call("void_receipt", asked), refused).is_none() {
            return;
        }
        let Paid { visit, cash, card, tip, .. } = self.paid.remove(place);
        self.left[visit] += cash + card;
        self.drawer -= cash + tip;
        self.shift.as_mut().unwrap().returned += cash + tip;
        self.done += 1;
    }

    fn close(&mut self, near: Option<i64>) {
        let count = near.map(|near| (self.drawer + near).max(0));
        let before = self.shift.as_ref().map(|_| report(&self.salon)["cash"].clone());
        let asked = json!({ "count": count.map(|minor| json!({ "counted_minor": minor })), "reason": "пересчёт" });
        let refused = self.shift.is_none().then_some(ErrorCode::NoShift);
        let Some(closed) = Self::expect(self.salon.call("close_shift", asked), refused) else { return };
        assert_eq!(closed["expected_minor"], self.drawer);
        let mut z_report = before.unwrap();
        z_report["reason"] = json!("пересчёт");
        if let Some(count) = count {
            z_report["counted_minor"] = json!(count);
            z_report["difference_minor"] = json!(count - self.drawer);
            *self.other("cash_over_short") -= count - self.drawer;
            self.drawer = count;
            self.counted = true;
        }
        self.closed.push((closed["shift_id"].clone(), z_report));
        self.shift = None;
        self.moved.clear();
        self.done += 1;
    }

    fn open(&mut self, near: Option<i64>) {
        let count = near.map(|near| (self.drawer + near).max(0));
        let asked = json!({ "count": count.map(|minor| json!({ "counted_minor": minor })) });
        let refused = self.shift.is_some().then_some(ErrorCode::ShiftOpen);
        if Self::expect(self.salon.call("open_shift", asked), refused).is_none() {
            return;
        }
        if let Some(count) = count {
            let account = if self.counted { "cash_over_short" } else { "owner" };
            *self.other(account) -= count - self.drawer;
            self.drawer = count;
            self.counted = true;
        }
        self.shift = Some(Shift { opening: self.drawer, ..Shift::default() });
        self.done += 1;
    }

    fn check(&mut self) {
        assert_eq!(balance(&self.salon, "drawer"), self.drawer);
        for (account, expected) in ACCOUNTS.iter().zip(self.others) {
            assert_eq!(balance(&self.salon, account), expected, "{account}");
        }
        let Some(shift) = &self.shift else { return };
        let cash = report(&self.salon)["cash"].clone();
        let minor = |name: &str| cash[name].as_i64().unwrap();
        let shown = Shift {
            opening: minor("opening_minor"),
            taken: minor("taken_minor"),
            returned: minor("returned_minor"),
            put_in: minor("in_minor"),
            taken_out: minor("out_minor"),
        };
        assert_eq!(&shown, shift);
        let leads_to = shown.opening + shown.taken - shown.returned + shown.put_in - shown.taken_out;
        assert_eq!((leads_to, minor("expected_minor")), (self.drawer, self.drawer));
    }

    /// What a closed shift says stays.
    fn check_closed(&self) {
        for (shift, z_report) in &self.closed {
            let shown = self.salon.must("get_shift_report", json!({ "shift_id": shift }));
            assert_eq!(&shown["cash"], z_report);
        }
        self.salon.assert_sound();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_at_a_till_its_reports_and_the_books_agree(
        steps in proptest::collection::vec(step(), 25..60)
    ) {
        let mut till = Till::new();
        for step in &steps {
            till.walk(step);
        }
        till.check_closed();
        prop_assert!(till.done > 2, "only {} of {} steps were possible", till.done, steps.len());
    }
}
