//! Schedules, time off, rooms, own prices and lengths, the calendar's rules.

use adelante_engine::Caller;
use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::calendar::refused;

/// 2026-11-21 is a Saturday; the test salon works 9:00–20:00 every day.
const MONDAY: &str = "2026-11-23";

/// Inputs of this part's samples.
pub fn sample(command: &str, salon: &TestSalon) -> Option<Value> {
    Some(match command {
        "set_staff_offer" => offer(salon, Some(1_200_000), Some(45)),
        "remember_for_client" => remembered(salon, Some(900_000), Some(75)),
        "set_shift_pattern" => two_on_two_off(salon, MONDAY, None),
        "retire_shift_pattern" => {
            salon.must("set_shift_pattern", two_on_two_off(salon, MONDAY, None));
            json!({ "pattern_id": schedule(salon, MONDAY, 1)["patterns"][0]["pattern_id"] })
        }
        "set_schedule_days" => {
            salon.must("set_schedule_days", json!({ "days": [date(salon, MONDAY, Some((600, 900)))] }));
            salon.must("set_schedule_days", json!({ "days": [date(salon, TODAY, Some((600, 900)))] }));
            json!({ "days": [
                date(salon, MONDAY, None),
                date(salon, "2026-11-24", Some((600, 960))),
                { "staff_id": salon.staff[2], "day": TODAY, "usual": true },
            ] })
        }
        "add_time_off" => time_off(salon, (MONDAY, 0), ("2026-11-25", 1440)),
        "update_time_off" => {
            let added = salon.must("add_time_off", time_off(salon, (MONDAY, 600), (MONDAY, 660)));
            let mut changed = time_off(salon, (MONDAY, 630), ("2026-11-24", 700));
            changed["time_off_id"] = added["time_off_id"].clone();
            changed["time_off"]["note"] = json!("позже");
            changed
        }
        "retire_time_off" => {
            let added = salon.must("add_time_off", time_off(salon, (MONDAY, 600), (MONDAY, 660)));
            json!({ "time_off_id": added["time_off_id"] })
        }
        "save_resource" => json!({ "name": "Кабинет 1", "units": 1 }),
        "retire_resource" => json!({ "resource_id": room(salon, 1) }),
        "set_calendar_rules" => rules(10, 30, true),
        _ => return None,
    })
}

fn rules(step_min: u16, gap_min: u16, own_schedule: bool) -> Value {
    let sources = ["Повторный визит", "2ГИС"];
    json!({ "rules": { "step_min": step_min, "gap_min": gap_min, "own_schedule": own_schedule, "sources": sources } })
}

fn offer(salon: &TestSalon, price_minor: Option<i64>, duration_min: Option<u16>) -> Value {
    json!({ "staff_id": salon.staff[2], "service_id": salon.services[0],
        "price_minor": price_minor, "duration_min": duration_min })
}

fn remembered(salon: &TestSalon, price_minor: Option<i64>, duration_min: Option<u16>) -> Value {
    json!({ "client_id": salon.clients[0], "service_id": salon.services[0],
        "price_minor": price_minor, "duration_min": duration_min })
}

fn two_on_two_off(salon: &TestSalon, from_day: &str, until_day: Option<&str>) -> Value {
    let on = json!({ "start_min": 600, "end_min": 1200, "breaks": [{ "start_min": 780, "end_min": 840 }] });
    json!({ "staff_id": salon.staff[2], "from_day": from_day, "until_day": until_day, "days": [on, on, null, null] })
}

fn date(salon: &TestSalon, day: &str, hours: Option<(u16, u16)>) -> Value {
    let hours = hours.map(|(start_min, end_min)| json!({ "start_min": start_min, "end_min": end_min }));
    json!({ "staff_id": salon.staff[2], "day": day, "hours": hours })
}

fn time_off(salon: &TestSalon, from: (&str, u16), to: (&str, u16)) -> Value {
    json!({ "time_off": { "staff_id": salon.staff[2], "from_day": from.0, "from_min": from.1,
        "to_day": to.0, "to_min": to.1, "kind": "vacation", "note": "море" } })
}

/// A room, or equal chairs.
pub fn room(salon: &TestSalon, units: u16) -> Value {
    salon.must("save_resource", json!({ "name": "Кабинет", "units": units }))["resource_id"].clone()
}

/// The first master's days.
fn schedule(salon: &TestSalon, from_day: &str, days: u8) -> Value {
    let asked = json!({ "from_day": from_day, "days": days, "staff_id": salon.staff[2] });
    salon.must("get_schedule", asked)["staff"][0].clone()
}

/// What the first master works, day after day, as text.
fn work(salon: &TestSalon, from_day: &str, days: u8) -> Vec<String> {
    let shown = schedule(salon, from_day, days);
    let day = |day: &Value| {
        let parts = day["work"].as_array().unwrap().iter();
        parts.map(|part| format!("{}-{}", part["start_min"], part["end_min"])).collect::<Vec<_>>().join(" ")
    };
    shown["days"].as_array().unwrap().iter().map(day).collect()
}

fn book_on(salon: &TestSalon, day: &str, start_min: u16) -> Result<Value, adelante_wire::CommandError> {
    let line = json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] });
    salon.call("book_appointment", json!({ "day": day, "start_min": start_min, "lines": [line] }))
}

#[test]
fn a_pattern_takes_the_place_of_the_weekly_hours_from_its_first_to_its_last_day() {
    let salon = TestSalon::new(41);
    salon.must("set_shift_pattern", two_on_two_off(&salon, MONDAY, Some("2026-11-27")));
    let on = "600-780 840-1200";
    assert_eq!(work(&salon, "2026-11-22", 7), ["540-1200", on, on, "", "", on, "540-1200"]);
    let shown = schedule(&salon, "2026-11-22", 2);
    assert_eq!((&shown["days"][0]["source"], &shown["days"][1]["source"]), (&json!("weekly"), &json!("pattern")));
    assert_eq!(shown["days"][1]["hours"]["breaks"], json!([{ "start_min": 780, "end_min": 840 }]));
    assert_eq!(book_on(&salon, "2026-11-25", 660).unwrap_err().code, ErrorCode::OutsideHours);
    assert_eq!(book_on(&salon, MONDAY, 750).unwrap_err().code, ErrorCode::InBreak);
    book_on(&salon, MONDAY, 660).unwrap();
    // Set again from the same day it is the same pattern, changed.
    salon.must("set_shift_pattern", two_on_two_off(&salon, MONDAY, None));
    assert_eq!(work(&salon, "2026-11-28", 3), [on, "", ""]);
    let patterns = schedule(&salon, MONDAY, 1)["patterns"].clone();
    assert_eq!(patterns.as_array().unwrap().len(), 1);
    salon.must("retire_shift_pattern", json!({ "pattern_id": patterns[0]["pattern_id"] }));
    assert_eq!(work(&salon, "2026-11-25", 1), ["540-1200"]);
    let gone = json!({ "pattern_id": patterns[0]["pattern_id"] });
    assert_eq!(refused(&salon, "retire_shift_pattern", gone), ErrorCode::NotFound);
}

#[test]
fn a_pattern_that_cannot_be_is_refused() {
    let salon = TestSalon::new(42);
    let with = |name: &str, value: Value| {
        let mut asked = two_on_two_off(&salon, MONDAY, None);
        asked[name] = value;
        refused(&salon, "set_shift_pattern", asked)
    };
    assert_eq!(with("days", json!([])), ErrorCode::OutOfRange);
    assert_eq!(with("days", json!(vec![Value::Null; 29])), ErrorCode::OutOfRange);
    assert_eq!(with("days", json!([{ "start_min": 900, "end_min": 600 }])), ErrorCode::BadTimes);
    assert_eq!(with("until_day", json!("2026-11-22")), ErrorCode::BadTimes);
    assert_eq!(with("staff_id", json!(salon.clients[0])), ErrorCode::NotFound);
}

#[test]
fn a_date_of_its_own_beats_the_pattern_until_it_is_as_usual_again() {
    let salon = TestSalon::new(43);
    salon.must("set_shift_pattern", two_on_two_off(&salon, MONDAY, None));
    // Painted twice in one stroke, the later counts.
    let painted = [date(&salon, MONDAY, None), date(&salon, MONDAY, Some((720, 900)))];
    salon.must("set_schedule_days", json!({ "days": painted }));
    salon.must("set_schedule_days", json!({ "days": [date(&salon, "2026-11-24", None)] }));
    assert_eq!(work(&salon, MONDAY, 2), ["720-900", ""]);
    assert_eq!(schedule(&salon, MONDAY, 1)["days"][0]["source"], "date");
    let usual = json!({ "days": [{ "staff_id": salon.staff[2], "day": MONDAY, "usual": true }] });
    salon.must("set_schedule_days", usual);
    assert_eq!(work(&salon, MONDAY, 2), ["600-780 840-1200", ""]);
    assert_eq!(refused(&salon, "set_schedule_days", json!({ "days": [] })), ErrorCode::OutOfRange);
    let many: Vec<Value> = (0..401).map(|_| date(&salon, MONDAY, None)).collect();
    assert_eq!(refused(&salon, "set_schedule_days", json!({ "days": many })), ErrorCode::OutOfRange);
    let late = json!({ "days": [date(&salon, MONDAY, Some((1400, 1441)))] });
    assert_eq!(refused(&salon, "set_schedule_days", late), ErrorCode::BadTimes);
}

#[test]
fn a_shift_past_midnight_takes_a_visit_across_it() {
    let salon = TestSalon::new(44);
    let days = [date(&salon, MONDAY, Some((1320, 1440))), date(&salon, "2026-11-24", Some((0, 180)))];
    salon.must("set_schedule_days", json!({ "days": days }));
    book_on(&salon, MONDAY, 1410).unwrap();
    assert_eq!(book_on(&salon, MONDAY, 1290).unwrap_err().code, ErrorCode::OutsideHours);
    assert_eq!(book_on(&salon, "2026-11-24", 130).unwrap_err().code, ErrorCode::OutsideHours);
}

#[test]
fn time_off_is_not_worked_and_says_which_visits_stand_in_it() {
    let salon = TestSalon::new(45);
    // 9:00–10:00 ends as the time off begins, 16:00–17:00 begins as it ends.
    for start_min in [540, 660, 960] {
        book_on(&salon, MONDAY, start_min).unwrap();
    }
    book_on(&salon, "2026-11-24", 540).unwrap();
    let added = salon.must("add_time_off", time_off(&salon, (MONDAY, 600), (MONDAY, 960)));
    assert_eq!(added["affected"], 1);
    assert_eq!(work(&salon, MONDAY, 1), ["540-600 960-1200"]);
    assert_eq!(schedule(&salon, MONDAY, 1)["days"][0]["hours"]["start_min"], 540);
    assert_eq!(book_on(&salon, MONDAY, 780).unwrap_err().code, ErrorCode::InTimeOff);
    let over_days = salon.must("add_time_off", time_off(&salon, (MONDAY, 1000), ("2026-11-25", 600)));
    assert_eq!(over_days["affected"], 2);
    assert_eq!(work(&salon, MONDAY, 3), ["540-600 960-1000", "", "600-1200"]);
    salon.must("retire_time_off", json!({ "time_off_id": over_days["time_off_id"] }));
    assert_eq!(work(&salon, "2026-11-24", 1), ["540-1200"]);
    let all = salon.must("get_schedule", json!({ "from_day": MONDAY, "days": 1 }));
    assert_eq!(all["staff"].as_array().unwrap().len(), 2);
    assert_eq!(
        (all["time_off"].as_array().unwrap().len(), &all["time_off"][0]["time_off"]["note"]),
        (1, &json!("море"))
    );
}

#[test]
fn a_closed_day_of_the_salon_is_off_for_everybody() {
    let salon = TestSalon::new(46);
    book_on(&salon, MONDAY, 540).unwrap();
    let mut closed = time_off(&salon, (MONDAY, 0), (MONDAY, 1440));
    closed["time_off"]["staff_id"] = Value::Null;
    assert_eq!(salon.must("add_time_off", closed)["affected"], 1);
    let all = salon.must("get_schedule", json!({ "from_day": MONDAY, "days": 2 }));
    for member in all["staff"].as_array().unwrap() {
        assert_eq!((&member["days"][0]["work"], member["days"][1]["work"].as_array().unwrap().len()), (&json!([]), 1));
    }
}

#[test]
fn time_off_that_cannot_be_is_refused() {
    let salon = TestSalon::new(47);
    let add = |from, to| refused(&salon, "add_time_off", time_off(&salon, from, to));
    assert_eq!(add((MONDAY, 600), (MONDAY, 600)), ErrorCode::BadTimes);
    assert_eq!(add((MONDAY, 0), ("2026-11-22", 1440)), ErrorCode::BadTimes);
    assert_eq!(add((MONDAY, 0), (MONDAY, 1441)), ErrorCode::OutOfRange);
    assert_eq!(add((MONDAY, 0), ("2029-01-01", 0)), ErrorCode::OutOfRange);
    let mut noted = time_off(&salon, (MONDAY, 0), (MONDAY, 600));
    noted["time_off"]["note"] = json!("я".repeat(201));
    assert_eq!(refused(&salon, "add_time_off", noted), ErrorCode::TooLong);
    assert_eq!(refused(&salon, "retire_time_off", json!({ "time_off_id": salon.staff[0] })), ErrorCode::NotFound);
}

#[test]
fn a_time_off_is_changed_in_one_go_and_one_undo_gives_the_old_one_back() {
    let salon = TestSalon::new(52);
    book_on(&salon, MONDAY, 780).unwrap();
    let mut changed = time_off(&salon, (MONDAY, 720), (MONDAY, 960));
    let id = salon.must("add_time_off", time_off(&salon, (MONDAY, 600), (MONDAY, 660)))["time_off_id"].clone();
    changed["time_off_id"] = id.clone();
    changed["time_off"]["kind"] = json!("sick");
    let before = salon.living();
    assert_eq!(salon.must("update_time_off", changed.clone())["affected"], 1);
    assert_eq!(work(&salon, MONDAY, 1), ["540-720 960-1200"]);
    let all = salon.must("get_schedule", json!({ "from_day": MONDAY, "days": 1 }));
    assert_eq!((&all["time_off"][0]["time_off_id"], &all["time_off"][0]["time_off"]["kind"]), (&id, &json!("sick")));
    salon.must("undo", json!({}));
    assert_eq!(salon.living(), before);
    assert_eq!(work(&salon, MONDAY, 1), ["540-600 660-1200"]);

    // Nobody moves a colleague's time off to oneself, or one's own to a colleague.
    salon.must("set_calendar_rules", rules(15, 0, true));
    let as_master = |index: usize, input: &Value| {
        let caller = Caller::Staff(salon.staff[index].parse().unwrap());
        salon.call_as(caller, "update_time_off", input.clone()).err().map(|error| error.code)
    };
    let mut taken = changed.clone();
    taken["time_off"]["staff_id"] = json!(salon.staff[3]);
    assert_eq!(as_master(3, &taken), Some(ErrorCode::NotPermitted));
    assert_eq!(as_master(2, &taken), Some(ErrorCode::NotPermitted));
    assert_eq!(as_master(2, &changed), None);
    salon.must("retire_time_off", json!({ "time_off_id": id }));
    assert_eq!(refused(&salon, "update_time_off", changed), ErrorCode::NotFound);
}

#[test]
fn a_master_plans_the_own_days_where_the_salon_lets_staff_do_so() {
    let salon = TestSalon::new(48);
    let caller = |index: usize| Caller::Staff(salon.staff[index].parse().unwrap());
    let code = |index: usize, command: &str, input: Value| {
        salon.call_as(caller(index), command, input).err().map(|error| error.code)
    };
    let pattern = || two_on_two_off(&salon, MONDAY, None);
    let painted = || json!({ "days": [date(&salon, MONDAY, None)] });
    let off = || time_off(&salon, (MONDAY, 600), (MONDAY, 660));
    for (command, input) in
        [("set_shift_pattern", pattern()), ("set_schedule_days", painted()), ("add_time_off", off())]
    {
        assert_eq!(code(2, command, input), Some(ErrorCode::NotPermitted), "{command} before the salon allows it");
    }
    salon.must("set_calendar_rules", rules(15, 0, true));
    for (command, input) in
        [("set_shift_pattern", pattern()), ("set_schedule_days", painted()), ("add_time_off", off())]
    {
        assert_eq!(code(3, command, input.clone()), Some(ErrorCode::NotPermitted), "{command} for a colleague");
        assert_eq!(code(2, command, input), None, "{command}");
    }
    // The desk blocks time for anybody but does not plan other people's shifts.
    assert_eq!(code(1, "add_time_off", time_off(&salon, (MONDAY, 700), (MONDAY, 760))), None);
    assert_eq!(code(1, "set_shift_pattern", pattern()), Some(ErrorCode::NotPermitted));
    let mut closed = off();
    closed["time_off"]["staff_id"] = Value::Null;
    assert_eq!(code(2, "add_time_off", closed), Some(ErrorCode::NotPermitted));
    let asked = json!({ "from_day": MONDAY, "days": 1 });
    let shown = salon.call_as(caller(2), "get_schedule", asked).unwrap();
    assert_eq!((&shown["staff"][0]["may_write"], &shown["staff"][1]["may_write"]), (&json!(true), &json!(false)));
}

#[test]
fn a_schedule_says_what_is_booked_and_when_it_runs_out() {
    let salon = TestSalon::new(49);
    book_on(&salon, MONDAY, 600).unwrap();
    book_on(&salon, MONDAY, 720).unwrap();
    salon.must("set_shift_pattern", two_on_two_off(&salon, "2026-11-01", Some("2026-12-31")));
    assert_eq!(schedule(&salon, MONDAY, 1)["runs_out"], Value::Null, "the weekly hours come after");
    let off = |weekday: u8| json!({ "weekday": weekday, "working": false, "start_min": 0, "end_min": 0, "break_start_min": 0, "break_end_min": 0 });
    let week: Vec<Value> = (0..7).map(off).collect();
    salon.must("set_work_hours", json!({ "staff_id": salon.staff[2], "week": week }));
    let shown = schedule(&salon, MONDAY, 1);
    assert_eq!((&shown["runs_out"], &shown["days"][0]["booked_min"]), (&json!("2026-12-31"), &json!(120)));
    for days in [0, 63] {
        let asked = json!({ "from_day": MONDAY, "days": days });
        assert_eq!(salon.call("get_schedule", asked).unwrap_err().code, ErrorCode::OutOfRange);
    }
}

#[test]
fn a_room_is_kept_while_a_service_needs_it() {
    let salon = TestSalon::new(50);
    let room = room(&salon, 1);
    salon.must("save_resource", json!({ "name": "Кресло", "units": 3 }));
    let service = |resources: Value| {
        json!({ "service_id": salon.services[0], "service": {
            "category": "Волосы", "name": "Стрижка", "duration_min": 60, "price_minor": 1_000_000, "resources": resources } })
    };
    salon.must("update_service", service(json!([{ "resource_id": room, "part": "whole" }])));
    assert_eq!(refused(&salon, "retire_resource", json!({ "resource_id": room })), ErrorCode::StillUsed);
    salon.must("save_resource", json!({ "resource_id": room, "name": " Кабинет А ", "units": 2 }));
    let listed = salon.must("list_resources", json!({}))["resources"].clone();
    assert_eq!(
        (&listed[0]["name"], &listed[0]["units"], &listed[1]["name"]),
        (&json!("Кабинет А"), &json!(2), &json!("Кресло"))
    );
    salon.must("update_service", service(json!([])));
    salon.must("retire_resource", json!({ "resource_id": room }));
    let gone = service(json!([{ "resource_id": room, "part": "whole" }]));
    assert_eq!(refused(&salon, "update_service", gone), ErrorCode::NotFound);
    assert_eq!(refused(&salon, "save_resource", json!({ "name": " ", "units": 1 })), ErrorCode::Required);
    for units in [0, 51] {
        assert_eq!(
            refused(&salon, "save_resource", json!({ "name": "Кабинет", "units": units })),
            ErrorCode::OutOfRange
        );
    }
    let changed = json!({ "resource_id": room, "name": "Кабинет", "units": 1 });
    assert_eq!(refused(&salon, "save_resource", changed), ErrorCode::NotFound);
}

#[test]
fn the_blocks_of_a_service_leave_time_with_hands_on() {
    let salon = TestSalon::new(51);
    let service = |more: Value| {
        let mut fields =
            json!({ "category": "Волосы", "name": "Окраска", "duration_min": 120, "price_minor": 2_500_000 });
        for (name, value) in more.as_object().unwrap() {
            fields[name] = value.clone();
        }
        json!({ "service_id": salon.services[1], "service": fields })
    };
    let blocks = json!({ "processing_min": 89, "finishing_min": 30, "transition_min": 240 });
    salon.must("update_service", service(blocks));
    let list = salon.must("list_services", json!({}));
    let changed = |one: &&Value| one["service_id"] == json!(salon.services[1]);
    let shown = list["services"].as_array().unwrap().iter().find(changed).unwrap()["service"].clone();
    assert_eq!(
        (&shown["processing_min"], &shown["finishing_min"], &shown["transition_min"]),
        (&json!(89), &json!(30), &json!(240))
    );
    let out = |more| assert_eq!(refused(&salon, "update_service", service(more)), ErrorCode::OutOfRange);
    out(json!({ "processing_min": 90, "finishing_min": 30 }));
    out(json!({ "finishing_min": 120 }));
    out(json!({ "transition_min": 241 }));
    let room = room(&salon, 1);
    let needs = vec![json!({ "resource_id": room, "part": "active" }); 6];
    out(json!({ "resources": needs }));
}

#[test]
fn the_clients_own_length_and_price_weigh_more_than_the_masters_and_those_more_than_the_list() {
    let salon = TestSalon::new(52);
    let suggested = || {
        let asked =
            json!({ "client_id": salon.clients[0], "service_id": salon.services[0], "staff_id": salon.staff[2] });
        let shown = salon.must("suggest_line", asked);
        (
            (shown["duration_min"].as_u64().unwrap(), shown["duration_from"].as_str().unwrap().to_owned()),
            (shown["price_minor"].as_i64().unwrap(), shown["price_from"].as_str().unwrap().to_owned()),
        )
    };
    let from = |word: &str, minutes: u64| (minutes, word.to_owned());
    let price = |word: &str, minor: i64| (minor, word.to_owned());
    assert_eq!(suggested(), (from("service", 60), price("service", 1_000_000)));
    salon.must("set_staff_offer", offer(&salon, Some(1_200_000), Some(45)));
    assert_eq!(suggested(), (from("staff", 45), price("staff", 1_200_000)));
    salon.must("remember_for_client", remembered(&salon, None, Some(75)));
    assert_eq!(suggested(), (from("client", 75), price("staff", 1_200_000)));
    salon.must("remember_for_client", remembered(&salon, Some(900_000), Some(75)));
    assert_eq!(suggested(), (from("client", 75), price("client", 900_000)));
    // What is remembered is booked, and needs no permission to change prices any more.
    let visit = salon.book(600, &[0], 2);
    let booked = salon.must("get_appointment", json!({ "appointment_id": visit }))["lines"][0].clone();
    assert_eq!((&booked["duration_min"], &booked["price_minor"]), (&json!(75), &json!(900_000)));
    salon.must("remember_for_client", remembered(&salon, None, None));
    salon.must("set_staff_offer", offer(&salon, Some(1_100_000), None));
    assert_eq!(suggested(), (from("service", 60), price("staff", 1_100_000)));
    assert_eq!(salon.must("list_staff_offers", json!({}))["offers"].as_array().unwrap().len(), 1);
    salon.must("set_staff_offer", offer(&salon, None, None));
    assert_eq!(salon.must("list_staff_offers", json!({}))["offers"], json!([]));
    assert_eq!(suggested(), (from("service", 60), price("service", 1_000_000)));
    for minutes in [4, 1441] {
        assert_eq!(refused(&salon, "set_staff_offer", offer(&salon, None, Some(minutes))), ErrorCode::OutOfRange);
        assert_eq!(
            refused(&salon, "remember_for_client", remembered(&salon, None, Some(minutes))),
            ErrorCode::OutOfRange
        );
    }
    assert_eq!(refused(&salon, "set_staff_offer", offer(&salon, Some(-1), None)), ErrorCode::OutOfRange);
}

#[test]
fn after_three_visits_their_actual_length_is_proposed() {
    let salon = TestSalon::new(53);
    let actual = || {
        let asked =
            json!({ "client_id": salon.clients[0], "service_id": salon.services[0], "staff_id": salon.staff[2] });
        salon.must("suggest_line", asked)["actual_min"].clone()
    };
    for (place, minutes) in [(0u16, 90), (1, 72), (2, 66)] {
        assert_eq!(actual(), Value::Null);
        let visit = salon.book(540 + place * 60, &[0], 2);
        let status =
            |word: &str| salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": word }));
        status("in_progress");
        salon.clock.advance(minutes * 60_000);
        status("completed");
    }
    assert_eq!(actual(), json!(70));
}

#[test]
fn the_calendars_rules_have_limits_and_survive_a_change_of_the_salon() {
    let salon = TestSalon::new(54);
    let read = || salon.must("get_calendar_rules", json!({}));
    assert_eq!(read(), json!({ "step_min": 15, "gap_min": 0, "own_schedule": false, "sources": [] }));
    salon.must("set_calendar_rules", rules(30, 45, true));
    let mut fields = adelante_testkit::salon_fields();
    fields["name"] = json!("Другое имя");
    salon.must("update_salon", json!({ "salon": fields }));
    assert_eq!(read(), rules(30, 45, true)["rules"]);
    for (step, gap) in [(4, 0), (61, 0), (15, 121)] {
        assert_eq!(refused(&salon, "set_calendar_rules", rules(step, gap, false)), ErrorCode::OutOfRange);
    }
    let sources = |sources: Vec<&str>| {
        let mut asked = rules(15, 0, false);
        asked["rules"]["sources"] = json!(sources);
        refused(&salon, "set_calendar_rules", asked)
    };
    assert_eq!(sources(vec!["Инстаграм"; 31]), ErrorCode::OutOfRange);
    assert_eq!(sources(vec!["Инстаграм", " "]), ErrorCode::Required);
}
