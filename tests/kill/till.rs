//! What the till does besides taking money for visits: goods, certificates, packages, the balance, points, money
//! given back, cash, pay and finance. What is true of it is a handful of figures; each wish says which of them
//! differ afterwards, and by how much.

use std::collections::BTreeMap;

use adelante_base::Day;
use adelante_tests::{Bridge, Dice};
use serde_json::{Value, json};

use crate::job::{Before, Figures, Job};

/// What one piece of the goods costs, minor units.
const PRICE: i64 = 450_000;
/// What a session of a package pays.
const SESSION: i64 = 500_000;
const PACKAGE: i64 = 2_000_000;
/// More than are taken in one salon: all sessions are taken from the first package.
const SESSIONS: i64 = 300;
/// A point for each whole unit of the currency; a thousand pay a hundred units.
const MINOR_PER_POINT: i64 = 100;
const POINTS_STEP: i64 = 1_000;
const STEP_MINOR: i64 = 10_000;
/// Pay runs that a list shows.
const RUNS_MAX: i64 = 90;

/// The till as its client knows it.
pub struct Till {
    known: Known,
    figures: Figures,
    /// Receipts of goods paid in cash that can be taken back: which, how many pieces.
    goods: Vec<(String, i64)>,
    /// Receipts of visits that can be taken back: which, how much of it was cash, how much in all.
    visits: Vec<(String, i64, i64)>,
    /// What was earned in pay runs and not paid out, and the last run.
    owed: i64,
    run: String,
    /// Numbers what must have a name or a day of its own.
    named: i64,
}

/// What the salon has, and never changes here.
struct Known {
    today: Day,
    client: String,
    master: Value,
    service: Value,
    product: Value,
    offer: Value,
    bank: Value,
    methods: BTreeMap<String, Value>,
    /// Where credits are from, by the kind of the method.
    sources: BTreeMap<String, Value>,
    categories: BTreeMap<&'static str, Value>,
}

impl Known {
    /// What the till is worked with; `must` makes what the demo salon does not have.
    fn set_up(bridge: &Bridge, dice: &Dice) -> Self {
        let ask = |command: &str, input: Value| bridge.ask(command, &input);
        let must = |command: &str, input: Value| {
            let answer = bridge.call(command, &input, Some(&dice.id())).unwrap();
            assert_eq!(answer.status, 200, "{command}: {}", answer.body);
            answer.body
        };
        let product = json!({ "name": "Шампунь", "unit": "piece", "price_minor": PRICE });
        let service = ask("list_services", json!({}))["services"][0]["service_id"].clone();
        let offer = json!({ "name": "Стрижки на год", "price_minor": PACKAGE, "sessions": SESSIONS });
        let staff = ask("list_staff", json!({}));
        let master = staff["staff"].as_array().unwrap().iter().find(|one| one["staff"]["role"] == "master").unwrap();
        let methods = ask("get_salon", json!({}));
        let methods = methods["methods"].as_array().unwrap();
        let categories = ask("list_cash_categories", json!({}));
        let category = |direction: &str, purpose: &str| {
            let all = categories["categories"].as_array().unwrap();
            let found = all.iter().find(|one| one["direction"] == direction && one["purpose"] == purpose);
            found.unwrap()["category_id"].clone()
        };
        Self {
            today: ask("get_app_state", json!({}))["today"].as_str().unwrap().parse().unwrap(),
            client: word(&ask("list_clients", json!({ "limit": 2 }))["clients"][1]["client_id"]),
            master: master["staff_id"].clone(),
            product: must("save_product", json!({ "product": product }))["product_id"].clone(),
            offer: must("save_package_offer", offer)["offer_id"].clone(),
            bank: must("save_bank_account", json!({ "name": "Расчётный" }))["bank_account_id"].clone(),
            methods: methods.iter().map(|one| (word(&one["kind"]), one["method_id"].clone())).collect(),
            sources: BTreeMap::new(),
            categories: BTreeMap::from([
                ("cash in", category("in", "owner")),
                ("cash out", category("out", "owner")),
                ("income", category("in", "income")),
                ("expense", category("out", "expense")),
            ]),
            service,
        }
    }

    fn figures(&self, bridge: &Bridge) -> Figures {
        let ask = |command: &str, input: Value| bridge.ask(command, &input);
        let number = |value: &Value| value.as_i64().unwrap_or_else(|| panic!("not a figure: {value}"));
        let credits = ask("get_client_credits", json!({ "client_id": self.client }));
        let certificates = ask("list_certificates", json!({ "limit": 1 }));
        let places = ask("list_money_places", json!({}));
        let mut places = places["places"].as_array().unwrap().iter();
        let bank = places.find(|place| place["place"]["owner"] == self.bank).expect("the bank account is gone");
        let runs = ask("list_pay_runs", json!({}))["runs"].as_array().unwrap().clone();
        Figures::from([
            ("receipts", number(&ask("list_receipts", json!({ "limit": 1 }))["total"])),
            ("drawer", number(&ask("get_shift", json!({}))["shift"]["drawer_minor"])),
            ("stock", number(&ask("list_products", json!({ "limit": 1 }))["products"][0]["stock"])),
            ("certificates", number(&certificates["total"])),
            ("left of certificates", number(&certificates["outstanding_minor"])),
            ("balance", number(&credits["balance_minor"])),
            ("points", number(&credits["points"])),
            ("sessions", credits["packages"].as_array().unwrap().iter().map(|one| number(&one["left"])).sum()),
            ("bank", number(&bank["balance_minor"])),
            ("pay runs", i64::try_from(runs.len()).unwrap()),
            ("paid to staff", runs.iter().map(|run| number(&run["paid_minor"])).sum()),
        ])
    }

    fn by(&self, method: &str, minor: i64) -> Value {
        json!({ "method_id": self.methods[method], "source_id": self.sources.get(method), "amount_minor": minor })
    }
}

impl Till {
    /// Makes the salon ready: one of everything is there.
    pub fn set_up(bridge: &Bridge, dice: &Dice) -> Self {
        let known = Known::set_up(bridge, dice);
        let (figures, run) = (known.figures(bridge), String::new());
        let mut till = Self { known, figures, goods: Vec::new(), visits: Vec::new(), owed: 0, run, named: 0 };
        let first = [
            till.moved("delivery", "receive_goods", 50),
            till.cash("cash in", 5_000_000),
            till.sold_goods(20),
            till.certificate(90_000_000),
            till.top_up(9_000_000),
            till.package(),
        ];
        for job in first {
            let request = dice.id();
            let answer = job.ask(bridge, &request).unwrap_or_else(|fate| panic!("{job:?}: {fate:?}"));
            assert_eq!(answer.status, 200, "{job:?}: {}", answer.body);
            till.learn(&job, &answer.body);
        }
        till.learn_sources(bridge, dice);
        till.check(bridge);
        till
    }

    /// By which methods and from what the client's credits pay.
    fn learn_sources(&mut self, bridge: &Bridge, dice: &Dice) {
        let found = bridge.ask("find_certificate", &json!({ "code": "KILL-1" }));
        self.add_source("certificate", &found["method_id"], &found["certificate_id"]);
        let visit = bridge.call("book_appointment", &self.visit(), Some(&dice.id())).unwrap().body;
        let shown = bridge.ask("get_checkout", &json!({ "appointment_id": visit["appointment_id"] }));
        for credit in shown["credits"].as_array().unwrap() {
            self.add_source(credit["kind"].as_str().unwrap(), &credit["method_id"], &credit["source_id"]);
        }
        assert_eq!(self.known.sources.len(), 4, "{shown}");
    }

    fn add_source(&mut self, kind: &str, method: &Value, source: &Value) {
        self.known.methods.insert(kind.to_owned(), method.clone());
        self.known.sources.insert(kind.to_owned(), source.clone());
    }

    fn figure(&self, name: &str) -> i64 {
        self.figures[name]
    }

    /// Something that can be done now and has not been wished for before.
    pub fn wish(&mut self, dice: &Dice) -> Option<Job> {
        let pieces = 1 + below(dice, 3);
        let minor = 100 + below(dice, 1_000_000);
        let stock = self.figure("stock");
        match dice.below(18) {
            0 => Some(self.moved("delivery", "receive_goods", pieces + 3)),
            1 => (stock > 3_000).then(|| self.moved("write-off", "write_off_goods", pieces)),
            2 | 3 => (stock > 3_000).then(|| self.sold_goods(pieces)),
            4 => Some(self.certificate(minor)),
            5 => (stock > 3_000).then(|| self.paid_by("certificate redeemed", "certificate", "left of certificates")),
            6 => Some(self.package()),
            7 => (self.figure("sessions") > 0).then(|| self.session()),
            8 => Some(self.top_up(minor)),
            9 => {
                let enough = stock > 3_000 && self.figure("balance") >= PRICE;
                enough.then(|| self.paid_by("payment from the balance", "balance", "balance"))
            }
            10 => (stock > 3_000 && self.figure("points") >= POINTS_STEP).then(|| self.points()),
            11 => self.goods.pop().map(|sale| self.refund_to_balance(sale)),
            12 => self.void(dice),
            13 => Some(self.cash("cash in", minor)),
            14 => (self.figure("drawer") > minor).then(|| self.cash("cash out", minor)),
            15 => (self.figure("pay runs") < RUNS_MAX).then(|| self.pay_run(minor)),
            16 => (self.owed > 0 && self.figure("drawer") > self.owed).then(|| self.payout(dice)),
            _ => Some(self.operation(if dice.below(2) == 0 { "income" } else { "expense" }, minor)),
        }
    }

    fn next(&mut self) -> i64 {
        self.named += 1;
        self.named
    }

    fn moved(&self, kind: &'static str, command: &'static str, pieces: i64) -> Job {
        let (product, quantity) = (&self.known.product, pieces * 1_000);
        let (input, sign) = if command == "receive_goods" {
            let line = json!({ "product_id": product, "quantity": quantity, "cost_minor": pieces * 200_003 });
            (json!({ "lines": [line] }), 1)
        } else {
            (json!({ "product_id": product, "quantity": quantity, "reason": "бой" }), -1)
        };
        Job::new(kind, command, input, [("stock", sign * quantity)])
    }

    /// A sale at the desk to the client: one thing on its bill, paid so.
    fn sale(
        &self,
        kind: &'static str,
        (put, item): (&'static str, Value),
        payments: Vec<Value>,
        change: impl IntoIterator<Item = (&'static str, i64)>,
    ) -> Job {
        let total = payments.iter().map(|one| one["amount_minor"].as_i64().unwrap()).sum();
        let input = json!({ "payments": payments, "after": "complete" });
        let change = change.into_iter().chain([("receipts", 1)]);
        let before = Before::Sale { client: self.known.client.clone(), command: put, item };
        Job { before, total, ..Job::new(kind, "take_payment", input, change) }
    }

    fn pieces(&self, pieces: i64) -> (&'static str, Value) {
        ("add_product", json!({ "product_id": self.known.product, "quantity": pieces * 1_000 }))
    }

    fn sold_goods(&self, pieces: i64) -> Job {
        let minor = pieces * PRICE;
        let change = [("stock", -pieces * 1_000), ("drawer", minor), ("points", minor / MINOR_PER_POINT)];
        self.sale("sale of goods", self.pieces(pieces), vec![self.known.by("cash", minor)], change)
    }

    fn certificate(&mut self, minor: i64) -> Job {
        let item = json!({ "value_minor": minor, "code": format!("KILL-{}", self.next()) });
        let change = [("certificates", 1), ("left of certificates", minor)];
        self.sale("certificate sold", ("add_certificate", item), vec![self.known.by("card", minor)], change)
    }

    fn top_up(&self, minor: i64) -> Job {
        let item = json!({ "amount_minor": minor });
        self.sale("top-up", ("add_top_up", item), vec![self.known.by("card", minor)], [("balance", minor)])
    }

    fn package(&self) -> Job {
        let item = json!({ "offer_id": self.known.offer });
        self.sale("package sold", ("add_package", item), vec![self.known.by("card", PACKAGE)], [("sessions", SESSIONS)])
    }

    /// One piece, paid from a certificate or the balance.
    fn paid_by(&self, kind: &'static str, method: &str, figure: &'static str) -> Job {
        self.sale(kind, self.pieces(1), vec![self.known.by(method, PRICE)], [("stock", -1_000), (figure, -PRICE)])
    }

    /// One piece, a step of points and the rest in cash.
    fn points(&self) -> Job {
        let cash = PRICE - STEP_MINOR;
        let payments = vec![self.known.by("cash", cash), self.known.by("points", STEP_MINOR)];
        let change = [("stock", -1_000), ("drawer", cash), ("points", cash / MINOR_PER_POINT - POINTS_STEP)];
        self.sale("points spent", self.pieces(1), payments, change)
    }

    /// A visit of one service, a year ahead, where no other is.
    fn visit(&mut self) -> Value {
        let n = self.next();
        let line = json!({
            "service_id": self.known.service, "staff_id": self.known.master, "duration_min": 15, "price_minor": SESSION,
        });
        json!({
            "client_id": self.known.client, "day": self.known.today.plus_days(400 + n), "start_min": 600, "lines": [line],
            "override_conflicts": true,
        })
    }

    fn session(&mut self) -> Job {
        let before = Before::Visit { input: self.visit() };
        let input = json!({ "payments": [self.known.by("package", SESSION)], "after": "complete" });
        let change = [("receipts", 1), ("sessions", -1)];
        Job { before, total: SESSION, ..Job::new("package session", "take_payment", input, change) }
    }

    fn refund_to_balance(&self, (receipt, pieces): (String, i64)) -> Job {
        let minor = pieces * PRICE;
        let input = json!({
            "receipt_id": receipt, "reason": "не подошло", "lines": [{ "amount_minor": minor }],
            "payments": [{ "method_id": self.known.methods["balance"], "amount_minor": minor }],
        });
        let change = [("receipts", 1), ("balance", minor), ("stock", pieces * 1_000)];
        let job = Job::new("refund to the balance", "refund_receipt", input, change);
        Job { before: Before::Line { receipt }, total: -minor, ..job }
    }

    /// Of goods or of a visit: what came goes back, points as far as they are there.
    fn void(&mut self, dice: &Dice) -> Option<Job> {
        let of = |receipt: &str| json!({ "receipt_id": receipt, "reason": "ошибка" });
        if dice.below(2) == 0
            && let Some((receipt, pieces)) = self.goods.pop()
        {
            let minor = pieces * PRICE;
            let points = (minor / MINOR_PER_POINT).min(self.figure("points"));
            let change = [("receipts", 1), ("drawer", -minor), ("stock", pieces * 1_000), ("points", -points)];
            return Some(Job { total: -minor, ..Job::new("void", "void_receipt", of(&receipt), change) });
        }
        let (receipt, cash, total) = self.visits.pop()?;
        let change = [("receipts", 1), ("drawer", -cash)];
        Some(Job { total: -total, ..Job::new("void", "void_receipt", of(&receipt), change) })
    }

    fn cash(&self, kind: &'static str, minor: i64) -> Job {
        let signed = if kind == "cash in" { minor } else { -minor };
        let input = json!({ "category_id": self.known.categories[kind], "amount_minor": minor });
        Job::new(kind, "move_cash", input, [("drawer", signed)])
    }

    /// A bonus, for a day of last year that no run had.
    fn pay_run(&self, minor: i64) -> Job {
        let day = self.known.today.plus_days(self.figure("pay runs") - 400);
        let person = json!({ "staff_id": self.known.master, "bonuses": [{ "amount_minor": minor, "note": "план" }] });
        let input = json!({ "from_day": day, "to_day": day, "people": [person] });
        Job { total: minor, ..Job::new("pay run", "confirm_pay_run", input, [("pay runs", 1)]) }
    }

    fn payout(&self, dice: &Dice) -> Job {
        let minor = 1 + below(dice, self.owed);
        let paid = json!({ "staff_id": self.known.master, "amount_minor": minor });
        let cash = &self.known.methods["cash"];
        let input = json!({ "kind": "wages", "pay_run_id": self.run, "method_id": cash, "payments": [paid] });
        let change = [("drawer", -minor), ("paid to staff", minor)];
        Job { total: -minor, ..Job::new("payout", "pay_staff", input, change) }
    }

    fn operation(&self, kind: &'static str, minor: i64) -> Job {
        let input = json!({
            "kind": kind, "place": { "kind": "bank_account", "owner": self.known.bank },
            "category_id": self.known.categories[kind], "amount_minor": minor, "business_day": self.known.today,
        });
        let signed = if kind == "income" { minor } else { -minor };
        Job::new("finance operation", "record_operation", input, [("bank", signed)])
    }

    /// Money was taken for a visit; what paid all of it can be taken back.
    pub fn took(&mut self, receipt: &str, cash: i64, total: i64, all: bool) {
        if all {
            self.visits.push((receipt.to_owned(), cash, total));
        }
        self.differ(&taken(cash));
    }

    /// Takes an answer in.
    pub fn learn(&mut self, job: &Job, answer: &Value) {
        self.differ(&job.change);
        match job.kind {
            "sale of goods" => self.goods.push((word(&answer["receipt_id"]), job.total / PRICE)),
            "pay run" => (self.owed, self.run) = (self.owed + job.total, word(&answer["pay_run_id"])),
            "payout" => self.owed += job.total,
            _ => {}
        }
    }

    fn differ(&mut self, change: &Figures) {
        for (name, by) in change {
            *self.figures.get_mut(name).expect("a figure that is not looked at") += by;
        }
    }

    /// Whether what would make such a difference is done, though no answer came. What is there by half fails.
    pub fn is_done(&self, bridge: &Bridge, change: &Figures, what: &str) -> bool {
        let found = self.known.figures(bridge);
        let mut whole = self.figures.clone();
        for (name, by) in change {
            *whole.get_mut(name).expect("a figure that is not looked at") += by;
        }
        assert!(found == self.figures || found == whole, "half done: {what}: {found:?} of {:?}", self.figures);
        found != self.figures
    }

    /// The salon's figures are those that were answered.
    pub fn check(&self, bridge: &Bridge) {
        assert_eq!(self.known.figures(bridge), self.figures);
    }
}

/// What differs after money was taken for a visit.
pub fn taken(cash: i64) -> Figures {
    Figures::from([("receipts", 1), ("drawer", cash)])
}

fn below(dice: &Dice, bound: i64) -> i64 {
    i64::try_from(dice.below(u64::try_from(bound).unwrap())).unwrap()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
