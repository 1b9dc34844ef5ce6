//! Many at once want the same thing.

use std::sync::Barrier;
use std::thread;

use adelante_tests::{Dice, Salon, Server};
use serde_json::{Value, json};

const SLOTS: u32 = 50;
const RIVALS: usize = 8;

/// A salon whose first master works always, and the booking of one of the master's slots.
fn prepared() -> (Salon, impl Fn(u32) -> Value + Sync) {
    let salon = Salon::demo(6, 10, 0);
    let staff = salon.must("list_staff", &json!({}));
    let masters = staff["staff"].as_array().unwrap().iter().find(|member| member["staff"]["role"] == "master");
    let master = masters.unwrap()["staff_id"].clone();
    let hours = |weekday: u8| json!({ "weekday": weekday, "working": true, "start_min": 0, "end_min": 1440, "break_start_min": 0, "break_end_min": 0 });
    salon.must("set_work_hours", &json!({ "staff_id": master, "week": (0..7).map(hours).collect::<Vec<_>>() }));
    let service = salon.must("list_services", &json!({}))["services"][0]["service_id"].clone();
    let booking = move |slot: u32| {
        let line = json!({ "service_id": service, "staff_id": master, "duration_min": 20 });
        json!({ "day": "2027-03-01", "start_min": 60 + slot * 20, "lines": [line] })
    };
    (salon, booking)
}

fn booked(salon: &Salon) -> usize {
    salon.must("get_day", &json!({ "day": "2027-03-01" }))["appointments"].as_array().unwrap().len()
}

#[test]
fn of_eight_programs_that_book_the_same_slot_exactly_one_wins() {
    let (salon, booking) = prepared();
    for slot in 0..SLOTS {
        let input = booking(slot);
        let told: Vec<String> = thread::scope(|scope| {
            let rivals: Vec<_> = (0..RIVALS).map(|_| scope.spawn(|| salon.call("book_appointment", &input))).collect();
            let said = rivals.into_iter().map(|rival| rival.join().unwrap());
            said.map(|said| if said.code == Some(0) { "won".to_owned() } else { said.code_of_refusal() }).collect()
        });
        assert_eq!(told.iter().filter(|word| *word == "won").count(), 1, "slot {slot}: {told:?}");
        let refused = told.iter().all(|word| ["won", "staff_busy", "already_running"].contains(&word.as_str()));
        assert!(refused, "slot {slot}: {told:?}");
    }
    assert_eq!(booked(&salon), SLOTS as usize);
    salon.assert_sound();
}

#[test]
fn of_eight_browsers_that_book_the_same_slot_exactly_one_wins() {
    let (salon, booking) = prepared();
    let mut server = Server::start(salon.file());
    server.sign_in();
    let (bridge, dice) = (server.bridge().clone(), Dice::new(6));
    for slot in 0..SLOTS {
        let (input, at_once) = (booking(slot), Barrier::new(RIVALS));
        let told: Vec<(u16, Value)> = thread::scope(|scope| {
            let rival = |id: String| {
                let (bridge, input, at_once) = (&bridge, &input, &at_once);
                scope.spawn(move || {
                    at_once.wait();
                    let answer = bridge.call("book_appointment", input, Some(&id)).unwrap();
                    (answer.status, answer.body)
                })
            };
            let rivals: Vec<_> = (0..RIVALS).map(|_| rival(dice.id())).collect();
            rivals.into_iter().map(|rival| rival.join().unwrap()).collect()
        });
        let (won, lost): (Vec<_>, Vec<_>) = told.into_iter().partition(|(status, _)| *status == 200);
        assert_eq!(won.len(), 1, "slot {slot}");
        assert!(lost.iter().all(|(_, error)| error["code"] == "staff_busy"), "slot {slot}: {lost:?}");
    }
    server.kill();
    assert_eq!(booked(&salon), SLOTS as usize);
    salon.assert_sound();
}

#[test]
fn of_eight_who_ask_with_one_request_id_all_hear_the_same_and_it_happens_once() {
    let (salon, booking) = prepared();
    let mut server = Server::start(salon.file());
    server.sign_in();
    let (bridge, dice) = (server.bridge().clone(), Dice::new(7));
    for slot in 0..10 {
        let (input, id) = (booking(slot), dice.id());
        let told: Vec<Value> = thread::scope(|scope| {
            let rivals: Vec<_> = (0..RIVALS)
                .map(|_| scope.spawn(|| bridge.call("book_appointment", &input, Some(&id)).unwrap()))
                .collect();
            rivals.into_iter().map(|rival| rival.join().unwrap().body).collect()
        });
        assert!(told.iter().all(|answer| answer["appointment_id"].is_string() && *answer == told[0]), "{told:?}");
    }
    server.kill();
    assert_eq!(booked(&salon), 10);
    salon.assert_sound();
}
