//! Eight programs on one file want the same slot at the same moment: one gets it, the others
//! hear why not. `ADELANTE_SLOTS=100000 cargo test -p adelante-engine --test race` for the long run.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]
#![expect(clippy::print_stdout, reason = "rivals answer on their standard output")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;

use adelante_base::{Day, IdSource, RequestId, SystemClock, SystemIds};
use adelante_engine::{Caller, Engine};
use adelante_store::{Key, Store};
use adelante_testkit::TestSalon;
use serde_json::{Value, json};

/// Who wants the slot.
const RIVALS: usize = 8;
/// Slots in an ordinary run.
const SLOTS: i64 = 400;
/// Slots of 20 minutes a day, from 1:00.
const A_DAY: i64 = 60;

/// A program of its own with the salon's file open.
struct Rival {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Rival {
    fn start(salon: &TestSalon) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "of_eight_programs_on_one_file_exactly_one_gets_each_slot", "--nocapture"])
            .env("ADELANTE_RIVAL_FILE", salon.path())
            .env(
                "ADELANTE_RIVAL_LINE",
                json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] }).to_string(),
            )
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let asks = child.stdin.take().unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, asks, answers }
    }

    fn ask(&mut self, slot: i64) {
        writeln!(self.asks, "{slot}").unwrap();
        self.asks.flush().unwrap();
    }

    fn answer(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert!(self.answers.read_line(&mut line).unwrap() > 0, "a rival stopped");
            if let Some((_, said)) = line.trim_end().split_once("said ") {
                return said.to_owned();
            }
        }
    }
}

/// What each rival runs: it books the slots that it is told, one after the other.
fn rival(file: &str) {
    let line: Value = serde_json::from_str(&std::env::var("ADELANTE_RIVAL_LINE").unwrap()).unwrap();
    let store = Store::open(file.as_ref(), &Key::from_bytes([7; 32])).unwrap();
    let engine = Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds), "race").unwrap();
    let first: Day = "2027-03-01".parse().unwrap();
    for slot in std::io::stdin().lines() {
        let slot: i64 = slot.unwrap().parse().unwrap();
        let mut wanted = line.clone();
        wanted["duration_min"] = json!(20);
        let input =
            json!({ "day": first.plus_days(slot / A_DAY), "start_min": 60 + slot % A_DAY * 20, "lines": [wanted] });
        let request = RequestId::new(&SystemIds as &dyn IdSource, engine.now());
        let asked = adelante_testkit::call("book_appointment", input, Some(request));
        match engine.call(&asked, Caller::Program) {
            Ok(_) => println!("said won"),
            Err(refusal) => println!("said {}", refusal.code),
        }
    }
}

#[test]
fn of_eight_programs_on_one_file_exactly_one_gets_each_slot() {
    // The rivals are this program, started again.
    if let Ok(file) = std::env::var("ADELANTE_RIVAL_FILE") {
        return rival(&file);
    }
    let slots = std::env::var("ADELANTE_SLOTS").map_or(SLOTS, |text| text.parse().unwrap());
    let salon = TestSalon::new(41);
    let hours = |weekday: u8| json!({ "weekday": weekday, "working": true, "start_min": 0, "end_min": 1440, "break_start_min": 0, "break_end_min": 0 });
    salon.must("set_work_hours", json!({ "staff_id": salon.staff[2], "week": (0..7).map(hours).collect::<Vec<_>>() }));
    let mut rivals: Vec<Rival> = (0..RIVALS).map(|_| Rival::start(&salon)).collect();
    let mut winners = [0u64; RIVALS];
    for slot in 0..slots {
        rivals.iter_mut().for_each(|rival| rival.ask(slot));
        let told: Vec<String> = rivals.iter_mut().map(Rival::answer).collect();
        let won: Vec<usize> = (0..RIVALS).filter(|rival| told[*rival] == "won").collect();
        assert_eq!(won.len(), 1, "slot {slot}: {told:?}");
        assert!(told.iter().all(|said| said == "won" || said == "staff_busy"), "slot {slot}: {told:?}");
        winners[won[0]] += 1;
    }
    for mut rival in rivals {
        drop(rival.asks);
        assert!(rival.child.wait().unwrap().success());
    }
    println!("{slots} slots, won by {winners:?}");
    assert!(winners.iter().filter(|count| **count > 0).count() > 1, "only one ever won: that was no race");
    let list = json!({ "from_day": "2027-03-01", "to_day": "2029-12-31", "limit": 1 });
    assert_eq!(salon.must("list_appointments", list)["total"], slots.min(1_036 * A_DAY));
    salon.assert_sound();
}
