//! Random days in a salon: each step is asked of the engine and of the reference; both must say the
//! same, and afterwards every account must stand where the reference says.

use std::collections::BTreeMap;

use adelante_base::{Clock, Day, RegisterId, RequestId};
use adelante_store::Begin;
use adelante_store::salon::{Register, insert_register};
use adelante_testkit::{TODAY, TestSalon};
use adelante_tests::Dice;
use adelante_wire::CommandError;
use serde_json::{Value, json};

use super::book::{Account, Book, Line, Verdict, Visit};
use super::office;

const METHODS: [&str; 3] = ["cash", "card", "transfer"];
/// Kinds of cash in (+) and out (−), and what stands behind each; whose: the kind's own or the salon's.
const KINDS: [(&str, i64, &str, bool); 7] = [
    ("Инкассация", -1, "bank_cash", false),
    ("Хозяйственные расходы", -1, "expense", true),
    ("Забрал владелец", -1, "owner", false),
    ("Прочий расход", -1, "expense", true),
    ("Внёс владелец", 1, "owner", false),
    ("Размен из банка", 1, "bank_cash", false),
    ("Прочий приход", 1, "other_income", true),
];

/// Steps that are told when something went wrong.
const TOLD: usize = 200;

/// A kind of cash in or out.
pub struct Kind {
    pub id: String,
    pub sign: i64,
    pub other: Account,
}

/// Something that can be undone later: what it changed, from what to what.
pub struct Late {
    pub operation: String,
    pub visit: usize,
    pub change: Change,
}

pub enum Change {
    Prices { before: Vec<super::book::Price>, after: Vec<super::book::Price> },
    Status { before: (String, String), after: (String, String) },
}

pub struct Walk {
    pub salon: TestSalon,
    pub book: Book,
    pub dice: Dice,
    pub methods: [String; 3],
    pub kinds: Vec<Kind>,
    pub second_register: String,
    /// The account at the bank.
    pub bank: String,
    pub late: Vec<Late>,
    /// How often each kind of step was done, and refused.
    pub tally: BTreeMap<&'static str, [u64; 2]>,
    pub named: u64,
    seed: u64,
    /// What was asked, as it is told when something is wrong.
    asked: Vec<String>,
}

/// Names the salon in which something went wrong, and how it came to that.
impl Drop for Walk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let last = &self.asked[self.asked.len().saturating_sub(TOLD)..];
            println!("it went wrong in the salon of seed {}, lately:\n{}", self.seed, last.join("\n"));
        }
    }
}

impl Walk {
    pub fn new(seed: u64) -> Self {
        let salon = TestSalon::new(seed);
        let methods = METHODS.map(|kind| salon.method(kind));
        let second_register = add_register(&salon);
        let list = salon.must("list_registers", json!({}));
        let here = list["registers"].as_array().unwrap().iter().find(|one| one["here"] == true).unwrap();
        let register = text(&here["register"]["register_id"]);
        let places = vec![("drawer", register), ("card_clearing", methods[1].clone()), ("bank", methods[2].clone())];
        let kinds = kinds(&salon);
        let mut book = Book { places, open: true, shift: 1, ..Book::default() };
        office::set_up(&salon, &methods);
        let bank = office::begin(&salon, &mut book);
        let mut walk = Self {
            salon,
            book,
            dice: Dice::new(seed ^ 0x5EED),
            methods,
            kinds,
            second_register,
            bank,
            late: Vec::new(),
            tally: BTreeMap::new(),
            named: 0,
            seed,
            asked: Vec::new(),
        };
        for _ in 0..4 {
            walk.book_visit();
        }
        walk
    }

    /// A number below a bound.
    pub fn below(&self, bound: usize) -> usize {
        crate::disk::below(&self.dice, bound)
    }

    /// A sum up to a bound, often a very small one, the bound itself or one too many.
    pub fn sum(&self, bound: i64) -> i64 {
        match self.dice.below(10) {
            0 => bound + 1,
            1 | 2 => bound.max(1),
            3 => 1 + self.some(7),
            _ => 1 + self.some(bound.max(1)),
        }
    }

    /// A sum below a bound.
    pub fn some(&self, bound: i64) -> i64 {
        i64::try_from(self.dice.below(u64::try_from(bound).unwrap())).unwrap()
    }

    /// A word that nobody else has used.
    pub fn word(&mut self) -> String {
        self.named += 1;
        format!("причина {}", self.named)
    }

    /// Asks the engine; it must say what the reference says.
    pub fn expect(&mut self, step: &'static str, command: &str, input: Value, verdict: Verdict) -> Option<Value> {
        let answer = self.salon.call(command, input.clone());
        let said = answer.as_ref().map_or_else(|error| error.code.as_str().to_owned(), ToString::to_string);
        self.asked.push(format!("{command} {input}: {said}"));
        let counted = self.tally.entry(step).or_default();
        match (answer, verdict) {
            (Ok(answer), Ok(())) => {
                counted[0] += 1;
                Some(answer)
            }
            (Err(error), Err(code)) if error.code.as_str() == code => {
                counted[1] += 1;
                None
            }
            (answer, verdict) => self.disagree(command, &input, &answer, verdict),
        }
    }

    fn disagree(&self, command: &str, input: &Value, answer: &Result<Value, CommandError>, verdict: Verdict) -> ! {
        panic!("{command} {input}: the engine says {answer:?}, the reference {verdict:?}")
    }

    /// A new visit of one to four services for any price; who is free is not what is looked at here.
    pub fn book_visit(&mut self) {
        let lines: Vec<Value> = (0..1 + self.below(4))
            .map(|_| {
                let price = match self.below(6) {
                    0 => self.some(3),
                    1 => 100,
                    _ => self.some(3_000_000),
                };
                json!({
                    "service_id": self.salon.services[self.below(3)], "staff_id": self.salon.staff[2 + self.below(2)],
                    "duration_min": 15, "price_minor": price,
                })
            })
            .collect();
        let (day, start_min) = self.free_time();
        let visit = json!({
            "client_id": self.salon.clients[self.below(2)], "day": day, "start_min": start_min,
            "lines": lines, "override_conflicts": true,
        });
        let Some(booked) = self.expect("book", "book_appointment", visit, Ok(())) else { return };
        let id = text(&booked["appointment_id"]);
        let shown = self.salon.must("get_appointment", json!({ "appointment_id": id }));
        let line = |line: &Value| Line {
            id: text(&line["line_id"]),
            price: (line["price_minor"].as_i64().unwrap(), 0, String::new()),
            paid: 0,
            sold: None,
            staff: text(&line["staff_id"]),
            share_bp: office::share_bp(&self.salon, &text(&line["service_id"]), &text(&line["staff_id"])),
        };
        let lines: Vec<Line> = shown["lines"].as_array().unwrap().iter().map(line).collect();
        assert_eq!(lines.len(), shown["lines"].as_array().unwrap().len());
        self.book.visits.push(Visit { id, status: "booked".to_owned(), reason: String::new(), lines });
    }

    /// An hour that no visit has: clashes are not what is looked at here.
    pub fn free_time(&mut self) -> (String, u64) {
        self.named += 1;
        let today: Day = TODAY.parse().unwrap();
        let day = today.plus_days(i64::try_from(self.named / 10).unwrap());
        (day.to_string(), 540 + 60 * (self.named % 10))
    }

    /// How many operations there are: what changes nothing is none.
    pub fn operations(&self) -> usize {
        let connection = self.salon.engine.store().read().unwrap();
        connection.query_row("SELECT count(*) FROM operation", [], |row| row.get(0)).unwrap()
    }

    /// The operation that was done last.
    pub fn last_operation(&self) -> String {
        let history = self.salon.must("list_history", json!({ "limit": 1 }));
        text(&history["entries"][0]["operation_id"])
    }

    /// The ledger sums to zero, transaction by transaction; every account stands where the reference
    /// says, and there is no other; receipts are numbered without gap or double.
    pub fn check(&self) {
        let connection = self.salon.engine.store().read().unwrap();
        let unbalanced: i64 = connection
            .query_row(
                "SELECT count(*) FROM (SELECT 1 FROM ledger_entry GROUP BY transaction_id HAVING sum(amount_minor) <> 0)",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(unbalanced, 0, "transactions that do not sum to zero");
        let mut sums = connection
            .prepare_cached(
                "SELECT account, owner, sum(amount_minor) FROM ledger_entry GROUP BY account, owner \
                 HAVING sum(amount_minor) <> 0",
            )
            .unwrap();
        let stand: BTreeMap<(String, String), i64> = sums
            .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let expected: BTreeMap<(String, String), i64> = self
            .book
            .balances()
            .into_iter()
            .map(|((account, owner), amount)| ((account.to_owned(), owner), amount))
            .collect();
        assert_eq!(stand, expected);
        let mut numbers = connection.prepare_cached("SELECT number FROM receipt ORDER BY number").unwrap();
        let numbers: Vec<usize> = numbers.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(numbers.iter().copied().eq(1..=self.book.receipts), "{numbers:?}, {} receipts", self.book.receipts);
    }

    /// What the desk is shown of a visit is what the reference says of it.
    pub fn check_visit(&self, place: usize) {
        let visit = &self.book.visits[place];
        let shown = self.salon.must("get_appointment", json!({ "appointment_id": visit.id }));
        let lines = shown["lines"].as_array().unwrap();
        assert_eq!(lines.len(), visit.lines.len());
        for (line, shown) in visit.lines.iter().zip(lines) {
            let figures = ["price_minor", "discount_minor", "paid_minor"].map(|name| shown[name].as_i64().unwrap());
            assert_eq!(figures, [line.price.0, line.price.1, line.paid], "{shown}");
            assert!((0..=line.price.0).contains(&line.paid), "{line:?}");
        }
        let (total, paid) = (visit.total(), visit.paid());
        let status = if paid >= total {
            "paid"
        } else if paid > 0 {
            "partial"
        } else {
            "unpaid"
        };
        assert_eq!(shown["payment_status"], status);
        let figures = ["total_minor", "paid_minor", "remaining_minor"].map(|name| shown[name].as_i64().unwrap());
        assert_eq!(figures, [total, paid, total - paid]);
        assert_eq!(
            (shown["status"].as_str(), shown["status_reason"].as_str()),
            (Some(&*visit.status), Some(&*visit.reason))
        );
    }
}

/// A second register, whose drawer cash is carried to.
fn add_register(salon: &TestSalon) -> String {
    salon.clock.advance(1_000);
    let at = salon.clock.now();
    let id = RegisterId::new(salon.ids.as_ref(), at);
    let register = Register { id, name: "Вторая".to_owned(), prefix: "K2".to_owned() };
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
    let written = salon
        .engine
        .store()
        .write(begin, |door| insert_register(door, &register).map(|()| adelante_store::Outcome::of(Value::Null)));
    written.unwrap();
    id.to_string()
}

fn kinds(salon: &TestSalon) -> Vec<Kind> {
    let list = salon.must("list_cash_categories", json!({}));
    let id = |name: &str| {
        text(&list["categories"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["category_id"])
    };
    let kind = |(name, sign, account, own): (&str, i64, &'static str, bool)| {
        let id = id(name);
        let owner = if own { id.clone() } else { String::new() };
        Kind { id, sign, other: (account, owner) }
    };
    KINDS.into_iter().map(kind).collect()
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
