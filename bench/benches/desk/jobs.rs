//! The jobs, in the order of the table in README.md.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

use crate::calendar;
use crate::finance;
use crate::payroll;
use crate::till;
use adelante_bench::figures::{Times, alone, beside, figure_line, processor_time, ratio_line};
use adelante_bench::floor::{Floor, Join};
use adelante_bench::salon::{Salon, call, key_of, options};
use adelante_bench::syncs;
use adelante_engine::Caller;
use adelante_host::Desk;
use adelante_wire::table::Call;
use serde_json::{Value, json};

const WRITES: usize = 500;
const READS: usize = 2_000;
const DAYS: usize = 400;
/// Sales over which processor time is summed.
const SALES: usize = 500;
const ONE_ROW: &str = "one durable one-row commit";

/// A job that writes, beside the floor, under a name.
type Writing = fn(&mut Salon, &mut Floor, &str) -> Value;

/// Jobs in the big salon that write, each with what it is called.
const WRITING: [(&str, Writing); 6] = [
    ("create a client", create),
    ("book with clash check", book),
    ("move a visit", move_visit),
    ("sale of five services by three methods", sale),
    (till::PAYMENT, till::payment),
    ("processor time of a sale", sale_cpu),
];
const COLD_START: &str = "cold start of the engine to the day's calendar";
const BY_NAME: &str = "search by name prefix";
const BY_PHONE: &str = "search by phone fragment";
const DAY: &str = "a day of 10 staff";

/// Whether a job whose name contains `chosen` works in the big salon: the others make files of their own.
#[must_use]
pub fn in_the_salon(chosen: &str) -> bool {
    let names = [COLD_START, BY_NAME, BY_PHONE, DAY, till::REPORT, calendar::NAME];
    names.into_iter().chain(WRITING.map(|(name, _)| name)).any(|name| name.contains(chosen))
}

/// Runs the jobs in the big salon whose names contain `chosen`.
pub fn run(file: &Path, chosen: &str, mut say: impl FnMut(&Value)) {
    let wanted = |name: &str| name.contains(chosen);
    if wanted(COLD_START) {
        say(&cold_start(file));
    }
    let mut salon = Salon::open(file);
    let floor_file = file.with_file_name("floor.db");
    let mut floor = Floor::new(&floor_file, &key_of(file), &salon.people);
    for (name, job) in WRITING {
        if wanted(name) {
            say(&job(&mut salon, &mut floor, name));
        }
    }
    if wanted(till::REPORT) {
        say(&till::report(&mut salon));
    }
    for (name, fragments, find) in [
        (BY_NAME, prefixes(&salon), Floor::by_name as fn(&Floor, &str) -> usize),
        (BY_PHONE, phone_fragments(&salon), Floor::by_digits),
    ] {
        if wanted(name) {
            search(&salon, &floor, name, &fragments, find).iter().for_each(&mut say);
        }
    }
    if wanted(DAY) {
        day(&mut salon, file).iter().for_each(&mut say);
    }
    if wanted(calendar::NAME) {
        calendar::free_times(&mut salon, file).iter().for_each(say);
    }
}

/// Runs the jobs that make files of their own in a folder, whose names contain `chosen`.
pub fn run_apart(folder: &Path, chosen: &str, mut say: impl FnMut(&Value)) {
    if finance::NAME.contains(chosen) {
        finance::reports(folder).iter().for_each(&mut say);
    }
    if payroll::NAME.contains(chosen) {
        let team = folder.join("team");
        std::fs::create_dir_all(&team).unwrap();
        payroll::month(&team).iter().for_each(say);
    }
}

fn create(salon: &mut Salon, floor: &mut Floor, name: &str) -> Value {
    let salon = &*salon;
    let times = beside(
        WRITES,
        |_| floor.commit(1),
        |n| {
            let card = json!({ "first_name": format!("Сауле{n}"), "last_name": "Нургалиева", "phones": [format!("+7705{:07}", 1_000_000 + n)], "note": "кофе" });
            call("create_client", &json!({ "client": card }))
        },
        |call| drop(salon.make(&call)),
    );
    ratio_line(name, ONE_ROW, &times, 3.0)
}

fn book(salon: &mut Salon, floor: &mut Floor, name: &str) -> Value {
    let salon = RefCell::new(salon);
    let prepare = |_| salon.borrow_mut().booking(1);
    let times = beside(WRITES, |_| floor.commit(1), prepare, |call| drop(salon.borrow().make(&call)));
    ratio_line(name, ONE_ROW, &times, 4.0)
}

fn move_visit(salon: &mut Salon, floor: &mut Floor, name: &str) -> Value {
    let salon = RefCell::new(salon);
    let prepare = |_| {
        let booked = salon.borrow_mut().booking(1);
        let visit = salon.borrow().make(&booked)["appointment_id"].clone();
        salon.borrow().moving(&booked, &visit)
    };
    let times = beside(WRITES, |_| floor.commit(1), prepare, |call| drop(salon.borrow().make(&call)));
    ratio_line(name, ONE_ROW, &times, 4.0)
}

fn sale(salon: &mut Salon, floor: &mut Floor, name: &str) -> Value {
    let salon = RefCell::new(salon);
    let prepare = |_| payment(&mut salon.borrow_mut());
    let times = beside(WRITES, |_| floor.commit(6), prepare, |call| drop(salon.borrow().make(&call)));
    ratio_line(name, "one durable transaction of six rows", &times, 4.0)
}

/// A visit of five services, and the call that pays it.
fn payment(salon: &mut Salon) -> Call {
    let booked = salon.booking(5);
    let visit = salon.make(&booked)["appointment_id"].clone();
    call("take_payment", &salon.payment(&visit))
}

fn sale_cpu(salon: &mut Salon, _: &mut Floor, name: &str) -> Value {
    let calls: Vec<Call> = (0..SALES).map(|_| payment(salon)).collect();
    let before = processor_time();
    for call in &calls {
        salon.make(call);
    }
    let spent = processor_time().zip(before).map(|(after, before)| after.saturating_sub(before));
    let each = spent.unwrap_or(Duration::ZERO).as_secs_f64() * 1e3 / f64::from(u32::try_from(SALES).unwrap());
    figure_line(name, SALES, "ms", each, 2.0)
}

/// The beginnings of family names, two to five letters long.
fn prefixes(salon: &Salon) -> Vec<String> {
    let beginning = |(n, (name, _)): (usize, &(String, String))| {
        let word = name.split(' ').next().unwrap_or_default();
        word.to_lowercase().chars().take(2 + n % 4).collect::<String>()
    };
    salon.people.iter().step_by(97).enumerate().map(beginning).collect()
}

/// Four to seven digits from the middle of phones.
fn phone_fragments(salon: &Salon) -> Vec<String> {
    let fragment =
        |(n, (_, digits)): (usize, &(String, String))| digits.chars().skip(3).take(4 + n % 4).collect::<String>();
    salon.people.iter().step_by(89).filter(|(_, digits)| digits.len() >= 10).enumerate().map(fragment).collect()
}

fn search(
    salon: &Salon,
    floor: &Floor,
    name: &str,
    fragments: &[String],
    find: fn(&Floor, &str) -> usize,
) -> Vec<Value> {
    let (found, least) = (Cell::new(0), Cell::new(0));
    let times = beside(
        READS,
        |n| least.set(least.get() + find(floor, &fragments[n % fragments.len()])),
        |n| call("search_clients", &json!({ "text": fragments[n % fragments.len()], "limit": 20 })),
        |call| found.set(found.get() + salon.make(&call)["clients"].as_array().unwrap().len()),
    );
    assert!(found.get() > READS && least.get() > READS, "the searches found next to nothing");
    let floor_name = if name.contains("phone") { "a bare FTS5 trigram query" } else { "a bare FTS5 prefix query" };
    let p99 = format!("{name}, p99");
    vec![ratio_line(name, floor_name, &times, 5.0), figure_line(&p99, READS, "ms", times.1.p99_us() / 1e3, 10.0)]
}

fn day(salon: &mut Salon, file: &Path) -> Vec<Value> {
    let (usual, full) = (salon.full_day(0, 8), salon.full_day(1, 48));
    let join = Join::open(file, &key_of(file));
    let ask = |day: &str, lines: usize| {
        let shown = salon.must("get_day", &json!({ "day": day }));
        assert_eq!(shown["appointments"].as_array().unwrap().len(), lines);
    };
    let times = beside(DAYS, |_| assert_eq!(join.day(&usual), 80), |_| (), |()| ask(&usual, 80));
    let crowded: Times = alone(DAYS, |_| ask(&full, 480));
    vec![
        ratio_line("a day of 10 staff × 8", "the bare join", &times, 4.0),
        figure_line("a day of 10 staff × 48", DAYS, "ms", crowded.median_us() / 1e3, 15.0),
    ]
}

/// From a closed file to the calendar's first screen, without the web view.
fn cold_start(file: &Path) -> Value {
    let times = alone(20, |_| {
        let desk = Desk::open(options(file));
        let ask = |command: &str, input: &Value| desk.call(&call(command, input), Caller::Program).unwrap();
        let today = ask("get_app_state", &json!({}))["today"].clone();
        for command in ["get_salon", "list_staff", "list_services", "get_shift"] {
            ask(command, &json!({}));
        }
        ask("get_day", &json!({ "day": today }));
    });
    figure_line(COLD_START, 20, "ms", times.median_us() / 1e3, 1_500.0)
}

/// What is run under `strace`: each command a hundred times, marked.
pub fn traced(file: &Path) {
    let mut salon = Salon::open(file).from_slot(10_000);
    let marked = |salon: &Salon, call: &Call| {
        syncs::mark(&call.command);
        salon.make(call)
    };
    for n in 0..100 {
        let card = json!({ "first_name": format!("Роза{n}"), "phones": [format!("+7705{:07}", 2_000_000 + n)] });
        marked(&salon, &call("create_client", &json!({ "client": card })));
        let booked = salon.booking(5);
        let visit = marked(&salon, &booked)["appointment_id"].clone();
        marked(&salon, &salon.moving(&booked, &visit));
        let paid = call("take_payment", &salon.payment(&visit));
        marked(&salon, &paid);
        marked(&salon, &call("get_day", &json!({ "day": booked.input["day"] })));
    }
    syncs::mark("end");
}
