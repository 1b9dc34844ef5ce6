//! For tests only: a salon to begin with, a clock that is set by hand, dumps to compare.
//!
//! Begin with [`TestSalon::new`]: a salon in Almaty with an owner, a receptionist, two masters,
//! three services and two clients, on a Saturday at noon, all from one seed. Everything goes
//! through the engine's own commands, so a test starts from what a person could have made.
//!
//! This crate must not be a dependency of anything but tests and benches.
#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that cannot set up must fail")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use adelante_base::{Clock, IdSource, RequestId, SeededIds, Timestamp};
use adelante_engine::{Caller, Engine};
use adelante_store::tables::{TABLES, Table};
use adelante_store::{Connection, Key, Store};
use adelante_wire::CommandError;
use adelante_wire::table::Call;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Saturday 2026-11-21, 12:00 in Almaty.
pub const NOON: Timestamp = Timestamp::from_millis(1_795_244_400_000);
/// The day of [`NOON`].
pub const TODAY: &str = "2026-11-21";

/// A clock that shows what it was set to.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl TestClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn at(at: Timestamp) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(at.millis())))
    }

    /// Moves the clock.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// A salon in a folder that goes when the test ends.
pub struct TestSalon {
    /// The engine.
    pub engine: Engine,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its randomness.
    pub ids: Arc<SeededIds>,
    /// Owner, receptionist, two masters.
    pub staff: Vec<String>,
    /// Haircut 60 min 10 000.00, colour 120 min 25 000.00, manicure 45 min 6 000.01.
    pub services: Vec<String>,
    /// Two clients.
    pub clients: Vec<String>,
    folder: TempDir,
}

impl TestSalon {
    /// An empty file.
    #[must_use]
    pub fn empty(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = TestClock::at(NOON);
        let ids = Arc::new(SeededIds::new(seed));
        let key = Key::from_bytes([7; 32]);
        let store = Store::open(&folder.path().join("salon.db"), &key).unwrap();
        let engine = Engine::new(store, clock.clone(), ids.clone(), "test").unwrap();
        Self { engine, clock, ids, staff: vec![], services: vec![], clients: vec![], folder }
    }

    /// A salon ready to work, with an open shift.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut salon = Self::empty(seed);
        salon.must("create_salon", json!({ "salon": salon_fields() }));
        for (name, role) in [("Камила", "owner"), ("Ольга", "receptionist"), ("Айгерим", "master"), ("Мария", "master")]
        {
            let fields = json!({ "name": name, "role": role, "in_calendar": role == "master" });
            let made = salon.must("create_staff_member", json!({ "staff": fields }));
            salon.staff.push(text(&made["staff_id"]));
        }
        let services = json!({ "services": [
            { "category": "Волосы", "name": "Стрижка", "duration_min": 60, "price_minor": 1_000_000 },
            { "category": "Волосы", "name": "Окраска", "duration_min": 120, "price_minor": 2_500_000 },
            { "category": "Ногти", "name": "Маникюр", "duration_min": 45, "price_minor": 600_001 },
        ] });
        let made = salon.must("create_services", services);
        salon.services = made["service_ids"].as_array().unwrap().iter().map(text).collect();
        for (first, last, phone) in [("Гульнара", "Омарова", "8 702 310 55 47"), ("Анна", "Ким", "+77014551280")]
        {
            let made = salon.must(
                "create_client",
                json!({ "client": { "first_name": first, "last_name": last, "phones": [phone] } }),
            );
            salon.clients.push(text(&made["client_id"]));
        }
        salon.must("open_shift", json!({}));
        salon
    }

    /// The same folder's file path.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.engine.store().path()
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Calls a command as the program itself, with a new request id.
    ///
    /// # Errors
    /// The refusal.
    pub fn call(&self, command: &str, input: Value) -> Result<Value, CommandError> {
        self.call_as(Caller::Program, command, input)
    }

    /// Calls a command as somebody.
    ///
    /// # Errors
    /// The refusal.
    pub fn call_as(&self, caller: Caller, command: &str, input: Value) -> Result<Value, CommandError> {
        self.clock.advance(1_000);
        let request_id = RequestId::new(self.ids.as_ref() as &dyn IdSource, self.clock.now());
        self.engine.call(&call(command, input, Some(request_id)), caller)
    }

    /// Calls a command that must not be refused.
    pub fn must(&self, command: &str, input: Value) -> Value {
        self.call(command, input).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Books a visit of today for the first client: which services, by which master (2 or 3).
    pub fn book(&self, start_min: u16, services: &[usize], master: usize) -> String {
        let lines: Vec<Value> = services
            .iter()
            .map(|index| json!({ "service_id": self.services[*index], "staff_id": self.staff[master] }))
            .collect();
        let input = json!({ "client_id": self.clients[0], "day": TODAY, "start_min": start_min, "lines": lines });
        text(&self.must("book_appointment", input)["appointment_id"])
    }

    /// The id of the payment method of a kind.
    #[must_use]
    pub fn method(&self, kind: &str) -> String {
        let salon = self.must("get_salon", json!({}));
        let methods = salon["methods"].as_array().unwrap().clone();
        text(&methods.iter().find(|method| method["kind"] == kind).unwrap()["method_id"])
    }

    /// Takes money for a visit in cash.
    ///
    /// # Errors
    /// The refusal.
    pub fn pay_cash(&self, visit: &str, minor: i64, after: &str) -> Result<Value, CommandError> {
        let payment = json!({ "method_id": self.method("cash"), "amount_minor": minor });
        self.call("take_payment", json!({ "appointment_id": visit, "payments": [payment], "after": after }))
    }

    /// Every check of the file is in order.
    pub fn assert_sound(&self) {
        for check in self.engine.store().verify().unwrap() {
            assert!(check.ok, "{}: {}", check.name, check.detail);
        }
    }

    /// All rows of the synced tables.
    #[must_use]
    pub fn dump(&self) -> Vec<String> {
        dump(&self.engine.store().read().unwrap(), Rows::All)
    }

    /// The rows a person sees: without what was retired, and without when.
    #[must_use]
    pub fn living(&self) -> Vec<String> {
        dump(&self.engine.store().read().unwrap(), Rows::Living)
    }
}

/// A call as a host would make it.
#[must_use]
pub fn call(command: &str, input: Value, request_id: Option<RequestId>) -> Call {
    Call { command: command.to_owned(), input, request_id, session_id: None }
}

/// The settings of the test salon.
#[must_use]
pub fn salon_fields() -> Value {
    json!({
        "name": "Аделанте", "legal_name": "ИП Омарова", "tax_id": "900101400123", "country": "KZ",
        "currency": "KZT", "zone": "Asia/Almaty", "language": "ru", "vat_bp": 1600,
        "opens_min": 540, "closes_min": 1200
    })
}

/// Which rows to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Every row.
    All,
    /// Without retired rows.
    Living,
}

/// Every row of the synced tables as text, in order.
#[must_use]
pub fn dump(connection: &Connection, rows: Rows) -> Vec<String> {
    TABLES.iter().flat_map(|table| dump_table(connection, table, rows)).collect()
}

fn dump_table(connection: &Connection, table: &'static Table, rows: Rows) -> Vec<String> {
    let mut all = connection.prepare(&format!("SELECT id FROM {} ORDER BY id", table.name)).unwrap();
    let ids: Vec<String> = all.query_map([], |row| row.get("id")).unwrap().map(Result::unwrap).collect();
    let row = |id: &String| {
        let columns = adelante_store::apply::row_columns(connection, table, id).unwrap().unwrap();
        let retired = columns.contains_key("retired_at");
        (!(retired && rows == Rows::Living)).then(|| format!("{} {id} {}", table.name, Value::Object(columns)))
    };
    ids.iter().filter_map(row).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
