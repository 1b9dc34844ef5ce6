//! What is done beside the till: pay runs, money for staff, operations of finance, and the document that the
//! books begin with.

use adelante_base::Day;
use adelante_testkit::{TODAY, TestSalon};
use serde_json::{Value, json};

use super::book::{Account, Book, FEES_BP};
use super::walk::{Walk, text};

/// Shares of what a line is sold for, basis points: everyone's, of the second service, of the second master.
const SHARES_BP: [i64; 3] = [3_750, 5_000, 2_500];
/// How many days ago pay begins to be counted.
const PAID_SINCE: i64 = -300;

/// What the salon pays and what its providers keep; the rules are older than its first visit.
pub fn set_up(salon: &TestSalon, methods: &[String; 3]) {
    let of = [json!({}), json!({ "service_id": salon.services[1] }), json!({ "staff_id": salon.staff[3] })];
    for (of, share_bp) in of.into_iter().zip(SHARES_BP) {
        let mut rule = json!({
            "kind": "percent", "rate_bp": share_bp, "tier_way": "from_zero", "base": "after_discount",
            "less_materials": false, "from_day": "2026-11-01",
        });
        rule.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
        salon.must("save_commission_rule", json!({ "rule": rule }));
    }
    for (method, fee_bp) in methods.iter().zip(FEES_BP).skip(1) {
        salon.must("set_method_terms", json!({ "method_id": method, "fee_bp": fee_bp }));
    }
}

/// Which share of a line is whose work it is: a rule for a person goes before one for a service, that before
/// everyone's.
pub fn share_bp(salon: &TestSalon, service: &str, staff: &str) -> i64 {
    match () {
        () if staff == salon.staff[3] => SHARES_BP[2],
        () if service == salon.services[1] => SHARES_BP[1],
        () => SHARES_BP[0],
    }
}

/// An account at the bank, and the books begin with what is on it and what clients owe and are owed.
pub fn begin(salon: &TestSalon, book: &mut Book) -> String {
    let bank = text(&salon.must("save_bank_account", json!({ "name": "Расчётный" }))["bank_account_id"]);
    let lines = [
        ("bank_account", &bank, 5_000_000),
        ("client_debt", &salon.clients[0], 70_000),
        ("client_balance", &salon.clients[1], 30_000),
    ];
    let asked: Vec<Value> = lines
        .iter()
        .map(|(kind, owner, minor)| json!({ "kind": kind, "owner": owner, "amount_minor": minor }))
        .collect();
    let begun = salon.must("post_opening_balances", json!({ "business_day": "2026-11-01", "lines": asked }));
    let mut changes: Vec<(Account, i64)> = lines
        .into_iter()
        .map(|(kind, owner, minor)| ((kind, owner.clone()), if kind == "client_balance" { -minor } else { minor }))
        .collect();
    let whole: i64 = changes.iter().map(|(_, by)| by).sum();
    changes.push((("opening_balance", String::new()), -whole));
    book.begin(text(&begun["opening_id"]), changes);
    bank
}

impl Walk {
    fn master(&self) -> String {
        self.salon.staff[2 + self.below(2)].clone()
    }

    /// A bonus and a deduction, mostly of some days long ago, seldom of all days until today.
    pub fn pay_run(&mut self) {
        let staff = self.master();
        let until = self.book.pay.get(&staff).and_then(|pay| pay.run.as_ref()).map(|(_, until)| *until);
        let overlaps = i64::from(self.below(8) == 0);
        let from = until.map_or(PAID_SINCE, |until| until + 1 - overlaps);
        if from > 0 {
            return self.pay_staff();
        }
        let to = if self.below(6) == 0 { 0 } else { (from + self.some(4)).min(0) };
        let bonus = 1 + self.some(200_000);
        let deduction = self.some(bonus / 2 + 1);
        let extra = |minor: i64| json!([{ "amount_minor": minor, "note": "план" }]);
        let mut person = json!({ "staff_id": staff, "bonuses": extra(bonus) });
        if deduction > 0 {
            person["deductions"] = extra(deduction);
        }
        let today: Day = TODAY.parse().unwrap();
        let input =
            json!({ "from_day": today.plus_days(from), "to_day": today.plus_days(to), "people": [person], "note": "" });
        let verdict = self.book.may_run(&staff, from);
        if let Some(run) = self.expect("pay run", "confirm_pay_run", input, verdict) {
            self.book.run(text(&run["pay_run_id"]), &staff, to, bonus - deduction);
        }
    }

    /// Wages of the last run, an advance or tips, in cash or by transfer.
    pub fn pay_staff(&mut self) {
        let staff = self.master();
        let run = self.book.pay.get(&staff).and_then(|pay| pay.run.clone()).map(|(id, _)| id);
        let kind = match self.below(3) {
            0 if run.is_some() => "wages",
            1 => "tips",
            _ => "advance",
        };
        let minor = self.sum(60_000);
        let method = if self.below(2) == 0 { 0 } else { 2 };
        let verdict = self.book.may_pay_staff(kind, &staff, minor, method);
        let input = json!({
            "kind": kind, "pay_run_id": run.filter(|_| kind == "wages"), "method_id": self.methods[method],
            "payments": [{ "staff_id": staff, "amount_minor": minor }],
        });
        if self.expect("pay staff", "pay_staff", input, verdict).is_some() {
            self.book.pay_staff(kind, &staff, minor, method);
        }
    }

    /// Income, an expense or a transfer outside the drawer.
    pub fn operate(&mut self) {
        let minor = self.sum(400_000);
        let bank: Account = ("bank_account", self.bank.clone());
        let place = |account: &Account| json!({ "kind": account.0, "owner": account.1 });
        let mut input = json!({ "place": place(&bank), "amount_minor": minor, "business_day": TODAY });
        let changes = if self.below(2) == 0 {
            let from = [self.book.places[1].clone(), self.book.places[2].clone(), ("bank_cash", String::new())];
            let from = from[self.below(3)].clone();
            input["kind"] = json!("transfer");
            (input["place"], input["to_place"]) = (place(&from), place(&bank));
            vec![(from, -minor), (bank, minor)]
        } else {
            // What is handed in at the bank is a transfer.
            let kinds: Vec<usize> = (0..self.kinds.len()).filter(|n| self.kinds[*n].other.0 != "bank_cash").collect();
            let kind = &self.kinds[kinds[self.below(kinds.len())]];
            let signed = kind.sign * minor;
            input["kind"] = json!(if kind.sign > 0 { "income" } else { "expense" });
            input["category_id"] = json!(kind.id);
            vec![(bank, signed), (kind.other.clone(), -signed)]
        };
        if let Some(done) = self.expect("operation", "record_operation", input, Ok(())) {
            self.book.operate(text(&done["operation_id"]), changes);
        }
    }

    /// One of the last operations is taken back, once; seldom the document that the books began with.
    pub fn take_back(&mut self) {
        if self.below(3) == 0 {
            return self.begin_anew();
        }
        let Some(place) = self.below(4).checked_rem(self.book.operations.len()) else { return self.operate() };
        let place = self.book.operations.len() - 1 - place;
        let verdict = self.book.may_take_back(place);
        let input = json!({ "operation_id": self.book.operations[place].id, "reason": "не тот счёт" });
        if self.expect("operation back", "reverse_operation", input, verdict).is_some() {
            self.book.take_back(place);
        }
    }

    fn begin_anew(&mut self) {
        let Some(id) = self.book.begun.as_ref().map(|begun| begun.id.clone()) else { return };
        let verdict = self.book.may_begin_anew();
        let input = json!({ "opening_id": id, "reason": "не те остатки" });
        if self.expect("opening back", "reverse_opening_balances", input, verdict).is_some() {
            self.book.begin_anew();
        }
    }
}
