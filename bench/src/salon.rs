//! The salon that is measured: 100 000 clients, ten masters, a year of visits and sales.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use adelante_base::id::SystemIds;
use adelante_base::vocabulary::Language;
use adelante_base::{Clock, Day, IdSource, RequestId, SystemClock};
use adelante_engine::{Caller, Engine};
use adelante_host::demo::{self, DemoOptions};
use adelante_host::key::{self, KeychainUse};
use adelante_host::{DeskOptions, Upkeep};
use adelante_store::{Key, Store};
use adelante_wire::table::Call;
use serde_json::{Value, json};

/// How large the salon is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Clients.
    pub clients: u32,
    /// Months of visits and sales.
    pub months: u32,
}

impl Size {
    /// The size that the limits are for.
    pub const PROMISED: Self = Self { clients: 100_000, months: 12 };
    /// For trying the bench itself: its figures say little.
    pub const SMALL: Self = Self { clients: 2_000, months: 1 };
}

const MASTERS: u32 = 10;
/// Masters of the salon whose payroll is measured.
const TEAM: u32 = 30;
/// Days of the calendar in which free times are looked for.
pub const MONTH_DAYS: u32 = 30;
/// The owner and the receptionist.
const OTHERS: u32 = 2;

/// What a desk on this file is opened with.
#[must_use]
pub fn options(file: &Path) -> DeskOptions {
    DeskOptions {
        file: file.to_owned(),
        key_file: None,
        keychain: KeychainUse::Never,
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        app_version: "bench".to_owned(),
        language: Language::Ru,
        upkeep: Upkeep::None,
    }
}

/// Makes the salon's file.
#[must_use]
pub fn make(folder: &Path, size: Size) -> PathBuf {
    let file = folder.join("salon.db");
    let wanted = DemoOptions {
        seed: 1,
        clients: size.clients,
        staff: MASTERS + OTHERS,
        months: size.months,
        visits_only: false,
        language: Language::Ru,
        country: "KZ".to_owned(),
        today: today(),
    };
    demo::make(options(&file), &wanted).unwrap();
    file
}

/// Makes a salon of thirty masters with a month of work behind it.
#[must_use]
pub fn team(folder: &Path) -> PathBuf {
    let file = folder.join("team.db");
    let wanted = DemoOptions {
        seed: 2,
        clients: 2_000,
        staff: TEAM + OTHERS,
        months: 1,
        visits_only: false,
        language: Language::Ru,
        country: "KZ".to_owned(),
        today: today(),
    };
    demo::make(options(&file), &wanted).unwrap();
    file
}

fn today() -> Day {
    SystemClock.now().local(demo::zone_of("KZ").unwrap()).0
}

/// The file's key.
#[must_use]
pub fn key_of(file: &Path) -> Key {
    key::find(file, None, KeychainUse::Never).unwrap().remove(0).key
}

/// The salon, open, with what the jobs need of it.
pub struct Salon {
    /// The engine.
    pub engine: Engine,
    /// Names and the digits of the main phone of all clients.
    pub people: Vec<(String, String)>,
    clients: Vec<Value>,
    masters: Vec<Value>,
    services: Vec<Value>,
    /// The services nearest to half an hour first.
    short: Vec<Value>,
    methods: Vec<Value>,
    /// Goods that are sold beside services, with more on the shelf than the jobs sell.
    goods: Vec<Value>,
    first_day: Day,
    slots: u32,
}

impl Salon {
    /// Opens the file and opens a shift.
    #[must_use]
    pub fn open(file: &Path) -> Self {
        let store = Store::open(file, &key_of(file)).unwrap();
        let engine = Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds), "bench").unwrap();
        let mut salon = Self {
            engine,
            people: Vec::new(),
            clients: Vec::new(),
            masters: Vec::new(),
            services: Vec::new(),
            short: Vec::new(),
            methods: Vec::new(),
            goods: Vec::new(),
            // Behind the demo's own visits.
            first_day: today().plus_days(60),
            slots: 0,
        };
        salon.learn();
        salon
    }

    /// Today, on the salon's wall clock.
    #[must_use]
    pub fn today(&self) -> Day {
        today()
    }

    fn learn(&mut self) {
        if self.must("get_shift", &json!({}))["shift"].is_null() {
            self.must("open_shift", &json!({}));
        }
        let staff = list(&self.must("list_staff", &json!({})), "staff");
        let masters = staff.iter().filter(|member| member["staff"]["role"] == "master");
        self.masters = masters.map(|member| member["staff_id"].clone()).collect();
        // Whoever is asked does it, at any time: what is measured is not a refusal.
        for member in staff.iter().filter(|member| member["staff"]["role"] == "master") {
            let mut card = member["staff"].clone();
            card["services"] = json!([]);
            self.must("update_staff_member", &json!({ "staff_id": member["staff_id"], "staff": card }));
        }
        self.open_between(0, 1_440);
        let services = list(&self.must("list_services", &json!({})), "services");
        self.services = services.iter().map(|service| service["service_id"].clone()).collect();
        // Nor a room that is taken: the demo's has one of some kinds.
        for service in services.iter().filter(|one| one["service"]["resources"] != json!([])) {
            let mut card = service["service"].clone();
            card["resources"] = json!([]);
            self.must("update_service", &json!({ "service_id": service["service_id"], "service": card }));
        }
        let mut by_length: Vec<&Value> = services.iter().collect();
        by_length.sort_by_key(|one| one["service"]["duration_min"].as_u64().unwrap().abs_diff(30));
        self.short = by_length.into_iter().map(|service| service["service_id"].clone()).collect();
        let methods = list(&self.must("get_salon", &json!({})), "methods");
        let of_kind = |kind: &str| methods.iter().find(|method| method["kind"] == kind).unwrap()["method_id"].clone();
        self.methods = ["cash", "card", "transfer"].map(of_kind).to_vec();
        let total = self.must("list_clients", &json!({ "limit": 1 }))["total"].as_u64().unwrap();
        for offset in (0..total).step_by(500) {
            for row in list(&self.must("list_clients", &json!({ "limit": 500, "offset": offset })), "clients") {
                let digits = row["phone"].as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
                self.people.push((row["name"].as_str().unwrap().to_owned(), digits));
                self.clients.push(row["client_id"].clone());
            }
        }
    }

    /// All masters work every day from and to these minutes.
    pub fn open_between(&self, start_min: u32, end_min: u32) {
        let hours = |weekday: u8| json!({ "weekday": weekday, "working": true, "start_min": start_min, "end_min": end_min, "break_start_min": 0, "break_end_min": 0 });
        let week: Vec<Value> = (0..7).map(hours).collect();
        for master in &self.masters {
            self.must("set_work_hours", &json!({ "staff_id": master, "week": week }));
        }
    }

    /// A calendar to look for free times in: thirty days of ten masters who work from 9 to 22
    /// with 4 000 visits of 20 to 44 minutes, 13 or 14 a day, and holes of all lengths between
    /// them. Its first day.
    pub fn busy_month(&mut self) -> Day {
        const VISITS: u32 = 4_000;
        self.open_between(540, 1_320);
        let first = self.first_day.plus_days(270);
        let columns = u32::try_from(self.masters.len()).unwrap() * MONTH_DAYS;
        for number in 0..VISITS {
            let (column, row) = (number % columns, number / columns);
            let (master, day) = (column % 10, first.plus_days(i64::from(column / 10)));
            let minutes = 20 + (column * 7 + row * 11) % 25;
            let input = self.visit(&day.to_string(), 540 + row * 46, master as usize, 1, minutes);
            self.must("book_appointment", &input);
        }
        first
    }

    /// Asks for free times of services of about half an hour, as the booking panel does: from a
    /// day on, for so many days, with one of the masters or with anyone.
    #[must_use]
    pub fn free_times(&self, from: Day, days: u32, services: usize, master: Option<usize>) -> Value {
        let staff = master.map(|number| self.masters[number].clone());
        let line = |service: &Value| json!({ "service_id": service, "staff_id": staff });
        let lines: Vec<Value> = self.short.iter().take(services).map(line).collect();
        json!({ "lines": lines, "from_day": from, "days": days, "limit": 12, "ranked": true })
    }

    /// One of the masters.
    #[must_use]
    pub fn master(&self, number: usize) -> &str {
        self.masters[number].as_str().unwrap()
    }

    /// The service that is nearest to half an hour.
    #[must_use]
    pub fn short_service(&self) -> &str {
        self.short[0].as_str().unwrap()
    }

    /// Goes on at a later slot: what was booked before through another [`Salon`] is not met.
    #[must_use]
    pub fn from_slot(mut self, slot: u32) -> Self {
        self.slots = slot;
        self
    }

    /// Calls a command that must not be refused.
    pub fn must(&self, command: &str, input: &Value) -> Value {
        self.engine.call(&call(command, input), Caller::Program).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// A call to be made later, so that its making is not measured.
    #[must_use]
    pub fn booking(&mut self, services: usize) -> Call {
        let (day, start_min, master) = self.next_slot();
        let input = self.visit(&day, start_min, master, services, 15 / u32::try_from(services).unwrap());
        call("book_appointment", &input)
    }

    /// Fills a day: so many visits for each of the ten masters; half of them are paid.
    #[must_use]
    pub fn full_day(&mut self, days_ahead: i64, visits: u32) -> String {
        let day = self.first_day.plus_days(days_ahead).to_string();
        let minutes = 600 / visits;
        for master in 0..self.masters.len() {
            for number in 0..visits {
                let input = self.visit(&day, 540 + number * minutes, master, 1, minutes);
                let visit = self.must("book_appointment", &input)["appointment_id"].clone();
                if number % 2 == 0 {
                    self.must("take_payment", &self.payment(&visit));
                }
            }
        }
        day
    }

    fn visit(&mut self, day: &str, start_min: u32, master: usize, services: usize, minutes: u32) -> Value {
        let at = self.slots as usize;
        self.slots += 1;
        let line = |number: usize| json!({ "service_id": self.services[(at + number) % self.services.len()], "staff_id": self.masters[master], "duration_min": minutes.max(5) });
        let lines: Vec<Value> = (0..services).map(line).collect();
        let client = &self.clients[at * 7919 % self.clients.len()];
        json!({ "client_id": client, "day": day, "start_min": start_min, "lines": lines })
    }

    /// The next free half hour, day by day and master by master: 200 visits a day.
    fn next_slot(&self) -> (String, u32, usize) {
        let (in_day, masters) = (self.slots % 200, u32::try_from(self.masters.len()).unwrap());
        let day = self.first_day.plus_days(100 + i64::from(self.slots / 200)).to_string();
        (day, 540 + in_day / masters * 30, (in_day % masters) as usize)
    }

    /// Two goods come on a visit's bill; the first time, they are bought.
    pub fn put_goods(&mut self, visit: &Value) {
        for number in self.goods.len()..2 {
            let product = json!({ "name": format!("Шампунь {number}"), "unit": "piece", "price_minor": 450_000 });
            let id = self.must("save_product", &json!({ "product": product }))["product_id"].clone();
            let line = json!({ "product_id": id, "quantity": 100_000_000, "cost_minor": 20_000_000_000_i64 });
            self.must("receive_goods", &json!({ "lines": [line] }));
            self.goods.push(id);
        }
        for product in &self.goods {
            let item = json!({ "appointment_id": visit, "product_id": product, "quantity": 1_000 });
            self.must("add_product", &item);
        }
    }

    /// The input that pays all of a visit by three methods and completes it.
    #[must_use]
    pub fn payment(&self, visit: &Value) -> Value {
        let shown = self.must("get_appointment", &json!({ "appointment_id": visit }));
        let total = shown["total_minor"].as_i64().unwrap();
        let sums = [total / 3, total / 4, total - total / 3 - total / 4];
        let payments: Vec<Value> = self
            .methods
            .iter()
            .zip(sums)
            .map(|(method, sum)| json!({ "method_id": method, "amount_minor": sum }))
            .collect();
        json!({ "appointment_id": visit, "payments": payments, "after": "complete" })
    }

    /// The same visit a hundred days later.
    #[must_use]
    pub fn moving(&self, booked: &Call, visit: &Value) -> Call {
        let day: Day = booked.input["day"].as_str().unwrap().parse().unwrap();
        let input =
            json!({ "appointment_id": visit, "day": day.plus_days(100), "start_min": booked.input["start_min"] });
        call("move_appointment", &input)
    }

    /// Makes a call that must not be refused.
    pub fn make(&self, call: &Call) -> Value {
        self.engine.call(call, Caller::Program).unwrap_or_else(|error| panic!("{}: {error}", call.command))
    }
}

/// A call with a request id of its own.
#[must_use]
pub fn call(command: &str, input: &Value) -> Call {
    let request_id = Some(RequestId::new(&SystemIds as &dyn IdSource, SystemClock.now()));
    Call { command: command.to_owned(), input: input.clone(), request_id, session_id: None }
}

fn list(answer: &Value, name: &str) -> Vec<Value> {
    answer[name].as_array().unwrap().clone()
}
