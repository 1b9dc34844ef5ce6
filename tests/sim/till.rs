//! A till at work on a file: it keeps each request id before it asks, and remembers what it was
//! answered.

use std::path::Path;
use std::sync::Arc;

use adelante_base::{Clock, IdSource, RequestId, SeededIds};
use adelante_engine::{Caller, Engine};
use adelante_store::{Key, Store, StoreError};
use adelante_testkit::{NOON, Rows, TODAY, TestClock, TestSalon, call, dump};
use adelante_wire::CommandError;
use serde_json::{Value, json};

use crate::disk::Disk;

/// The file's name in its folder.
pub const FILE: &str = "salon.db";

/// The key every file of these tests is encrypted with: the test salon's.
pub fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// A salon in the morning: its file, closed and whole, and what is in it.
pub struct Morning {
    pub file: Vec<u8>,
    /// Visits of three services each.
    pub visits: Vec<String>,
    pub methods: [String; 3],
    pub master: String,
}

impl Morning {
    /// A salon with so many visits booked and an open shift.
    pub fn new(seed: u64, visits: u16) -> Self {
        crate::vfs::install();
        let salon = TestSalon::new(seed);
        let visits = (0..visits).map(|n| book(&salon, 540 + n * 15)).collect();
        salon.engine.store().durable().unwrap();
        let file = std::fs::read(salon.path()).unwrap();
        let methods = ["cash", "card", "transfer"].map(|kind| salon.method(kind));
        Self { file, visits, methods, master: salon.staff[2].clone() }
    }

    /// Lays the file into a folder.
    pub fn lay(&self, folder: &Path) {
        std::fs::write(folder.join(FILE), &self.file).unwrap();
    }

    /// `take_payment` for a visit: so much by each method, a tip in cash.
    pub fn payment(&self, visit: usize, sums: [i64; 3], tip: i64, after: &str) -> Value {
        let line = |(method, sum): (&String, i64)| json!({ "method_id": method, "amount_minor": sum });
        let mut payments: Vec<Value> = self.methods.iter().zip(sums).filter(|(_, sum)| *sum > 0).map(line).collect();
        let mut tips = vec![];
        if tip > 0 {
            payments[0]["tip_minor"] = json!(tip);
            tips.push(json!({ "staff_id": self.master, "amount_minor": tip }));
        }
        json!({ "appointment_id": self.visits[visit], "payments": payments, "tips": tips, "after": after })
    }
}

/// A visit of all three services; who is free then is not what is looked at here.
fn book(salon: &TestSalon, start_min: u16) -> String {
    let lines: Vec<Value> =
        salon.services.iter().map(|service| json!({ "service_id": service, "staff_id": salon.staff[2] })).collect();
    let visit = json!({
        "client_id": salon.clients[0], "day": TODAY, "start_min": start_min, "lines": lines,
        "override_conflicts": true,
    });
    salon.must("book_appointment", visit)["appointment_id"].as_str().unwrap().to_owned()
}

/// What was asked, with the id it is asked with each time.
#[derive(Debug, Clone)]
pub struct Asked {
    pub command: &'static str,
    pub input: Value,
    pub request_id: RequestId,
}

/// An engine on a file, with a clock and randomness of its own.
pub struct Till {
    pub engine: Engine,
    pub clock: Arc<TestClock>,
    pub ids: Arc<SeededIds>,
}

impl Till {
    /// Opens the file in a folder.
    pub fn open(folder: &Path, seed: u64) -> Result<Self, StoreError> {
        let (clock, ids) = (TestClock::at(NOON), Arc::new(SeededIds::new(seed)));
        clock.advance(3_600_000);
        Self::open_with(folder, clock, ids)
    }

    pub fn open_with(folder: &Path, clock: Arc<TestClock>, ids: Arc<SeededIds>) -> Result<Self, StoreError> {
        let store = Store::open(&folder.join(FILE), &key())?;
        let engine = Engine::new(store, clock.clone(), ids.clone(), "test")?;
        Ok(Self { engine, clock, ids })
    }

    /// Closes the file and opens it again.
    pub fn reopen(self) -> Result<Self, StoreError> {
        let folder = self.engine.store().path().parent().unwrap().to_owned();
        let Self { engine, clock, ids } = self;
        drop(engine);
        Self::open_with(&folder, clock, ids)
    }

    /// A wish with an id of its own.
    pub fn wish(&self, command: &'static str, input: Value) -> Asked {
        self.clock.advance(1_000);
        let request_id = RequestId::new(self.ids.as_ref() as &dyn IdSource, self.clock.now());
        Asked { command, input, request_id }
    }

    /// Asks for it.
    pub fn ask(&self, asked: &Asked) -> Result<Value, CommandError> {
        self.engine.call(&call(asked.command, asked.input.clone(), Some(asked.request_id)), Caller::Program)
    }

    /// All rows of the synced tables.
    pub fn dump(&self) -> Vec<String> {
        dump(&self.engine.store().read().unwrap(), Rows::All)
    }

    /// How many operations the file holds.
    pub fn operations(&self) -> usize {
        let count = self.engine.store().read().unwrap();
        count.query_row("SELECT count(*) FROM operation", [], |row| row.get(0)).unwrap()
    }

    /// What `verify` finds wrong.
    pub fn wrong(&self) -> Result<Vec<String>, StoreError> {
        let all = self.engine.store().verify()?;
        Ok(all.into_iter().filter(|one| !one.ok).map(|one| format!("{}: {}", one.name, one.detail)).collect())
    }

    /// Numbers of the receipts, in order; looked up without the product's own check of them.
    pub fn receipt_numbers(&self) -> Vec<i64> {
        let connection = self.engine.store().read().unwrap();
        let mut all = connection.prepare("SELECT number FROM receipt ORDER BY register_id, series, number").unwrap();
        all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

/// A disk with a till at work on it.
pub struct Desk<'d> {
    pub disk: &'d Disk,
    pub till: Option<Till>,
    pub done: Vec<Done>,
}

/// Something that was done: asked for at a moment of the disk, answered at a later one.
pub struct Done {
    pub asked: Asked,
    pub answer: Value,
    pub from: usize,
    pub until: usize,
    /// All rows after it.
    pub after: Vec<String>,
}

impl Desk<'_> {
    pub fn till(&self) -> &Till {
        self.till.as_ref().unwrap()
    }

    /// Does something that must not be refused.
    pub fn must(&mut self, command: &'static str, input: Value) -> Value {
        let till = self.till.as_ref().unwrap();
        let asked = till.wish(command, input);
        let from = self.disk.moment();
        let answer = till.ask(&asked).unwrap_or_else(|error| panic!("{command}: {error}"));
        let until = self.disk.moment();
        self.done.push(Done { after: till.dump(), asked, answer: answer.clone(), from, until });
        answer
    }

    /// Closes the file and opens it again.
    pub fn reopen(&mut self) {
        let till = self.till.take().unwrap();
        self.till = Some(till.reopen().unwrap());
    }
}
