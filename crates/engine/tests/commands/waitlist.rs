//! The waitlist and standing orders.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::calendar::refused;
use crate::schedule::room;

/// 2026-11-21 is a Saturday; the test salon works 9:00–20:00 every day.
const MONDAY: &str = "2026-11-23";
const MINUTE: i64 = 60_000;

/// Inputs of this part's samples.
pub fn sample(command: &str, salon: &TestSalon) -> Option<Value> {
    Some(match command {
        "add_to_waitlist" => json!({
            "new_client": { "first_name": "Нургуль", "phones": ["+77015556677"] },
            "entry": { "service_id": salon.services[0], "part": "evening", "from_day": MONDAY, "to_day": "2026-11-29" }
        }),
        "update_waitlist_entry" => json!({
            "entry_id": wish(salon, 0, json!({})),
            "entry": { "service_id": salon.services[2], "staff_id": salon.staff[3], "part": "morning", "note": "до 11" }
        }),
        "close_waitlist_entry" => json!({ "entry_id": wish(salon, 0, json!({})), "reason": "передумала" }),
        "offer_slot" => offer(salon, &wish(salon, 0, json!({})), 2, 840),
        "decline_offer" => {
            let entry = wish(salon, 0, json!({}));
            salon.must("offer_slot", offer(salon, &entry, 2, 840));
            json!({ "entry_id": entry })
        }
        "save_standing_order" => order(salon, "propose", 5, 840),
        "retire_standing_order" => {
            json!({ "order_id": salon.must("save_standing_order", order(salon, "make", 5, 840))["order_id"] })
        }
        "make_standing_visits" => {
            salon.must("save_standing_order", order(salon, "make", 5, 840));
            json!({})
        }
        _ => return None,
    })
}

/// A client's wish for a haircut, whenever.
fn wish(salon: &TestSalon, client: usize, more: Value) -> Value {
    let mut entry = json!({ "service_id": salon.services[0], "part": "any" });
    for (name, value) in more.as_object().unwrap() {
        entry[name] = value.clone();
    }
    let asked = json!({ "client_id": salon.clients[client], "entry": entry });
    salon.must("add_to_waitlist", asked)["entry_id"].clone()
}

fn offer(salon: &TestSalon, entry: &Value, master: usize, start_min: u16) -> Value {
    json!({ "entry_id": entry, "staff_id": salon.staff[master], "day": TODAY, "start_min": start_min })
}

/// A haircut with the first master every four weeks.
fn order(salon: &TestSalon, mode: &str, weekday: u8, start_min: u16) -> Value {
    json!({ "order": {
        "client_id": salon.clients[0], "service_ids": [salon.services[0]], "staff_id": salon.staff[2],
        "weekday": weekday, "start_min": start_min, "every_weeks": 4, "mode": mode
    } })
}

fn book(salon: &TestSalon, client: usize, day: &str, start_min: u16, more: Value) -> Value {
    let mut asked = json!({
        "client_id": salon.clients[client], "day": day, "start_min": start_min,
        "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2] }]
    });
    for (name, value) in more.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

fn entries(salon: &TestSalon, closed: bool) -> Vec<Value> {
    salon.must("list_waitlist", json!({ "closed": closed }))["entries"].as_array().unwrap().clone()
}

fn matches(salon: &TestSalon, start_min: u16, end_min: u16) -> Value {
    let hole = json!({ "staff_id": salon.staff[2], "day": TODAY, "start_min": start_min, "end_min": end_min });
    salon.must("match_waitlist", hole)
}

fn orders(salon: &TestSalon) -> Vec<Value> {
    salon.must("list_standing_orders", json!({}))["orders"].as_array().unwrap().clone()
}

fn status(salon: &TestSalon, visit: &Value, word: &str) {
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": word }));
}

#[test]
fn a_wish_waits_is_changed_and_is_taken_off_with_a_reason() {
    let salon = TestSalon::new(61);
    let entry = wish(&salon, 0, json!({ "staff_id": salon.staff[2], "note": "лучше утром" }));
    let listed = entries(&salon, false);
    assert_eq!((listed.len(), &listed[0]["client"]), (1, &json!("Гульнара Омарова")));
    assert_eq!(
        (&listed[0]["state"], &listed[0]["tier"], &listed[0]["duration_min"]),
        (&json!("waiting"), &json!("bronze"), &json!(60))
    );
    let changed = json!({ "service_id": salon.services[2], "part": "morning" });
    salon.must("update_waitlist_entry", json!({ "entry_id": entry, "entry": changed }));
    let listed = entries(&salon, false);
    assert_eq!(
        (&listed[0]["service"], &listed[0]["staff"], &listed[0]["duration_min"]),
        (&json!("Маникюр"), &json!(""), &json!(45))
    );
    salon.must("close_waitlist_entry", json!({ "entry_id": entry, "reason": "уехала" }));
    assert_eq!((entries(&salon, false).len(), &entries(&salon, true)[0]["state"]), (0, &json!("closed")));
    let change = json!({ "entry_id": entry, "entry": { "service_id": salon.services[0], "part": "any" } });
    assert_eq!(refused(&salon, "update_waitlist_entry", change), ErrorCode::BadStatus);
    assert_eq!(refused(&salon, "close_waitlist_entry", json!({ "entry_id": entry })), ErrorCode::BadStatus);
    assert_eq!(refused(&salon, "offer_slot", offer(&salon, &entry, 2, 840)), ErrorCode::BadStatus);
    assert_eq!(refused(&salon, "decline_offer", json!({ "entry_id": entry })), ErrorCode::BadStatus);
}

#[test]
fn a_wish_that_cannot_be_is_refused() {
    let salon = TestSalon::new(62);
    let add = |more: Value| {
        let mut entry = json!({ "service_id": salon.services[0], "part": "any" });
        for (name, value) in more.as_object().unwrap() {
            entry[name] = value.clone();
        }
        refused(&salon, "add_to_waitlist", json!({ "client_id": salon.clients[0], "entry": entry }))
    };
    assert_eq!(add(json!({ "to_day": "2026-11-20" })), ErrorCode::BadTimes, "over before today");
    assert_eq!(add(json!({ "from_day": "2026-12-02", "to_day": "2026-12-01" })), ErrorCode::BadTimes);
    assert_eq!(add(json!({ "note": "я".repeat(501) })), ErrorCode::TooLong);
    assert_eq!(add(json!({ "service_id": salon.staff[0] })), ErrorCode::NotFound);
    let skilled = json!({ "name": "Мария", "role": "master", "in_calendar": true, "services": [salon.services[2]] });
    salon.must("update_staff_member", json!({ "staff_id": salon.staff[3], "staff": skilled }));
    assert_eq!(add(json!({ "staff_id": salon.staff[3] })), ErrorCode::SkillMissing);
    let nobody = json!({ "entry": { "service_id": salon.services[0], "part": "any" } });
    assert_eq!(refused(&salon, "add_to_waitlist", nobody), ErrorCode::Required);
}

#[test]
fn an_offered_time_is_held_for_a_quarter_of_an_hour_and_booked_by_its_client_alone() {
    let salon = TestSalon::new(63);
    let entry = wish(&salon, 0, json!({}));
    salon.must("offer_slot", offer(&salon, &entry, 2, 840));
    let listed = entries(&salon, false);
    assert_eq!((&listed[0]["state"], &listed[0]["offer"]["end_min"]), (&json!("offered"), &json!(900)));
    let other = book(&salon, 1, TODAY, 870, json!({}));
    let held = salon.call("book_appointment", other).unwrap_err();
    assert_eq!((held.code, held.facts["client"].as_str()), (ErrorCode::SlotHeld, "Гульнара Омарова"));
    let second = wish(&salon, 1, json!({}));
    assert_eq!(refused(&salon, "offer_slot", offer(&salon, &second, 2, 870)), ErrorCode::SlotHeld);
    let own = book(&salon, 0, TODAY, 840, json!({ "waitlist_entry_id": entry }));
    let visit = salon.must("book_appointment", own)["appointment_id"].clone();
    let listed = entries(&salon, true);
    let booked = listed.iter().find(|one| one["entry_id"] == entry).unwrap();
    assert_eq!((&booked["state"], &booked["offer"]), (&json!("booked"), &Value::Null));
    let twice = book(&salon, 0, TODAY, 960, json!({ "waitlist_entry_id": entry }));
    assert_eq!(refused(&salon, "book_appointment", twice), ErrorCode::BadStatus);
    // Taken back, the wish is held again as it was.
    salon.must("undo", json!({}));
    assert_eq!(
        salon.call("get_appointment", json!({ "appointment_id": visit })).unwrap_err().code,
        ErrorCode::NotFound
    );
    assert_eq!(entries(&salon, false)[0]["state"], "offered");
}

#[test]
fn an_offer_that_ran_out_holds_nothing_and_can_be_made_again() {
    let salon = TestSalon::new(64);
    let entry = wish(&salon, 0, json!({}));
    salon.must("offer_slot", offer(&salon, &entry, 2, 840));
    salon.clock.advance(14 * MINUTE);
    assert_eq!(refused(&salon, "book_appointment", book(&salon, 1, TODAY, 840, json!({}))), ErrorCode::SlotHeld);
    salon.clock.advance(MINUTE);
    let listed = entries(&salon, false);
    assert_eq!((&listed[0]["state"], &listed[0]["offer"]), (&json!("waiting"), &Value::Null));
    assert!(listed[0]["notified_at"].is_i64());
    salon.must("offer_slot", offer(&salon, &entry, 2, 900));
    salon.must("book_appointment", book(&salon, 1, TODAY, 840, json!({})));
    assert_eq!(refused(&salon, "book_appointment", book(&salon, 1, TODAY, 900, json!({}))), ErrorCode::SlotHeld);
    salon.must("decline_offer", json!({ "entry_id": entry }));
    salon.must("book_appointment", book(&salon, 1, TODAY, 900, json!({})));
    assert_eq!(entries(&salon, false)[0]["state"], "waiting");
}

#[test]
fn closing_a_wish_or_wishing_for_another_service_lets_the_held_time_go() {
    let salon = TestSalon::new(65);
    let first = wish(&salon, 0, json!({}));
    salon.must("offer_slot", offer(&salon, &first, 2, 840));
    let manicure = json!({ "service_id": salon.services[2], "part": "any" });
    salon.must("update_waitlist_entry", json!({ "entry_id": first, "entry": manicure }));
    salon.must("offer_slot", offer(&salon, &first, 2, 840));
    salon.must("close_waitlist_entry", json!({ "entry_id": first }));
    salon.must("book_appointment", book(&salon, 1, TODAY, 840, json!({})));
}

#[test]
fn only_a_free_time_to_come_is_offered() {
    let salon = TestSalon::new(66);
    let entry = wish(&salon, 0, json!({}));
    salon.must("book_appointment", book(&salon, 1, TODAY, 840, json!({})));
    let code = |master, start_min| refused(&salon, "offer_slot", offer(&salon, &entry, master, start_min));
    assert_eq!(code(2, 810), ErrorCode::StaffBusy);
    assert_eq!(code(2, 1170), ErrorCode::OutsideHours);
    assert_eq!(code(2, 600), ErrorCode::BadTimes, "10:00 is over at noon");
    salon.must("book_appointment", book(&salon, 0, TODAY, 960, json!({})));
    assert_eq!(code(3, 960), ErrorCode::ClientBusy);
    let skilled = json!({ "name": "Мария", "role": "master", "in_calendar": true, "services": [salon.services[2]] });
    salon.must("update_staff_member", json!({ "staff_id": salon.staff[3], "staff": skilled }));
    assert_eq!(code(3, 1080), ErrorCode::SkillMissing);
}

#[test]
fn a_freed_time_shows_who_fits_by_tier_wish_and_waiting() {
    let salon = TestSalon::new(67);
    // The second client spent 75 000 in all and is gold, the first nothing.
    for day in ["2026-11-09", "2026-11-10", "2026-11-11"] {
        let made = salon.must(
            "book_appointment",
            book(
                &salon,
                1,
                day,
                600,
                json!({
            "lines": [{ "service_id": salon.services[1], "staff_id": salon.staff[3] }] }),
            ),
        );
        status(&salon, &made["appointment_id"], "completed");
    }
    let longest = wish(&salon, 0, json!({}));
    let asked = wish(&salon, 0, json!({ "staff_id": salon.staff[2] }));
    let gold = wish(&salon, 1, json!({}));
    wish(&salon, 0, json!({ "staff_id": salon.staff[3] }));
    wish(&salon, 0, json!({ "part": "morning" }));
    wish(&salon, 0, json!({ "from_day": MONDAY }));
    wish(&salon, 0, json!({ "service_id": salon.services[1] }));
    let found = matches(&salon, 840, 930);
    let order: Vec<&Value> = found["matches"].as_array().unwrap().iter().map(|one| &one["entry"]["entry_id"]).collect();
    assert_eq!(order, [&gold, &asked, &longest]);
    assert_eq!(found["matches"][0]["entry"]["tier"], "gold");
    assert_eq!(found["matches"][0]["reasons"], json!(["tier"]));
    assert_eq!(found["matches"][1]["reasons"], json!(["asked_staff"]));
    assert_eq!(found["matches"][2]["reasons"], json!(["waits_longest"]));
    // Who has an offer is not asked again until it ran out.
    salon.must("offer_slot", offer(&salon, &gold, 2, 1080));
    assert_eq!(matches(&salon, 840, 930)["matches"][0]["entry"]["entry_id"], asked);
    let wrong = json!({ "staff_id": salon.staff[2], "day": TODAY, "start_min": 900, "end_min": 900 });
    assert_eq!(salon.call("match_waitlist", wrong).unwrap_err().code, ErrorCode::BadTimes);
}

#[test]
fn who_cannot_come_then_does_not_fit() {
    let salon = TestSalon::new(68);
    let room = room(&salon, 1);
    let needs_it = json!({ "service_id": salon.services[2], "service": { "category": "Ногти", "name": "Маникюр",
        "duration_min": 45, "price_minor": 600_001, "resources": [{ "resource_id": room, "part": "whole" }] } });
    salon.must("update_service", needs_it);
    wish(&salon, 0, json!({ "service_id": salon.services[2] }));
    assert_eq!(matches(&salon, 840, 900)["matches"].as_array().unwrap().len(), 1);
    salon.must(
        "book_appointment",
        book(
            &salon,
            1,
            TODAY,
            840,
            json!({
        "lines": [{ "service_id": salon.services[2], "staff_id": salon.staff[3] }] }),
        ),
    );
    assert_eq!(matches(&salon, 840, 900)["matches"], json!([]), "the room is taken");
    salon.must("retire_client", json!({ "client_id": salon.clients[0] }));
    assert_eq!((entries(&salon, false), &matches(&salon, 960, 1020)["matches"]), (vec![], &json!([])));
}

#[test]
fn who_usually_comes_then_is_named_too() {
    let salon = TestSalon::new(69);
    for day in ["2026-10-31", "2026-11-07", "2026-11-14"] {
        let made = salon.must("book_appointment", book(&salon, 1, day, 840, json!({})));
        status(&salon, &made["appointment_id"], "completed");
    }
    let usual = |start_min| matches(&salon, start_min, start_min + 90)["usual"].clone();
    assert_eq!((&usual(825)[0]["client"], &usual(825)[0]["visits"]), (&json!("Анна Ким"), &json!(3)));
    assert_eq!(usual(900), json!([]));
    let entry = wish(&salon, 1, json!({}));
    let found = matches(&salon, 825, 930);
    assert_eq!((&found["usual"], &found["matches"][0]["start_min"]), (&json!([]), &json!(840)));
    assert_eq!(found["matches"][0]["reasons"], json!(["tier", "usual_time", "waits_longest"]));
    salon.must("close_waitlist_entry", json!({ "entry_id": entry }));
    salon.must("book_appointment", book(&salon, 1, TODAY, 1080, json!({})));
    assert_eq!(usual(825), json!([]), "comes that day already");
}

#[test]
fn a_standing_order_says_what_is_due_and_the_nearest_time_where_that_is_taken() {
    let salon = TestSalon::new(70);
    salon.must("save_standing_order", order(&salon, "propose", 0, 840));
    let due = orders(&salon);
    assert_eq!((&due[0]["next_day"], &due[0]["free"], &due[0]["booked"]), (&json!(MONDAY), &json!(true), &Value::Null));
    assert_eq!(
        (&due[0]["services"], &due[0]["staff"], &due[0]["lines"][0]["service_id"]),
        (&json!(["Стрижка"]), &json!("Айгерим"), &json!(salon.services[0]))
    );
    salon.must("book_appointment", book(&salon, 1, MONDAY, 855, json!({})));
    let taken = orders(&salon);
    assert_eq!(
        (&taken[0]["free"], &taken[0]["alternative"]["day"], &taken[0]["alternative"]["start_min"]),
        (&json!(false), &json!(MONDAY), &json!(795))
    );
    let made = salon.must("book_appointment", book(&salon, 0, "2026-11-24", 840, json!({})));
    let booked = orders(&salon);
    assert_eq!((&booked[0]["booked"], &booked[0]["next_day"]), (&made["appointment_id"], &json!("2026-11-24")));
    let none = salon.must("list_standing_orders", json!({ "client_id": salon.clients[1] }));
    assert_eq!(none["orders"], json!([]));
}

#[test]
fn two_orders_for_one_time_make_one_visit() {
    let salon = TestSalon::new(72);
    salon.must("save_standing_order", order(&salon, "make", 0, 840));
    let mut same = order(&salon, "make", 0, 870);
    same["order"]["client_id"] = json!(salon.clients[1]);
    let second = salon.must("save_standing_order", same);
    let told = salon.must("make_standing_visits", json!({}));
    assert_eq!((told["made"].as_array().unwrap().len(), &told["left"]), (1, &json!([second["order_id"]])));
    salon.assert_sound();
}

#[test]
fn orders_that_make_visits_make_each_once_and_leave_what_is_not_free() {
    let salon = TestSalon::new(71);
    salon.must("save_standing_order", order(&salon, "make", 0, 840));
    salon.must("save_standing_order", order(&salon, "propose", 1, 840));
    let taken = salon.must("save_standing_order", {
        let mut taken = order(&salon, "make", 2, 900);
        taken["order"]["client_id"] = json!(salon.clients[1]);
        taken["order"]["service_ids"] = json!([salon.services[2]]);
        taken
    });
    salon.must(
        "book_appointment",
        book(
            &salon,
            0,
            "2026-11-25",
            870,
            json!({
        "lines": [{ "service_id": salon.services[1], "staff_id": salon.staff[2] }] }),
        ),
    );
    let first = salon.must("make_standing_visits", json!({}));
    assert_eq!((first["made"].as_array().unwrap().len(), &first["left"]), (1, &json!([taken["order_id"]])));
    let visit = salon.must("get_appointment", json!({ "appointment_id": first["made"][0]["appointment_id"] }));
    assert_eq!(
        (&visit["day"], &visit["start_min"], &visit["client_id"]),
        (&json!(MONDAY), &json!(840), &json!(salon.clients[0]))
    );
    let again = salon.must("make_standing_visits", json!({}));
    assert_eq!(again["made"], json!([]));
    // Called off, that date is left out; the next one is four weeks later: too far yet.
    status(&salon, &first["made"][0]["appointment_id"], "cancelled");
    assert_eq!(salon.must("make_standing_visits", json!({}))["made"], json!([]));
    salon.clock.advance(5 * 24 * 60 * MINUTE);
    let later = salon.must("make_standing_visits", json!({}));
    let visit = salon.must("get_appointment", json!({ "appointment_id": later["made"][0]["appointment_id"] }));
    assert_eq!(visit["day"], "2026-12-21");
}

#[test]
fn a_standing_order_that_cannot_be_is_refused() {
    let salon = TestSalon::new(72);
    let with = |name: &str, value: Value| {
        let mut asked = order(&salon, "make", 5, 840);
        asked["order"][name] = value;
        refused(&salon, "save_standing_order", asked)
    };
    assert_eq!(with("service_ids", json!([])), ErrorCode::NoServices);
    assert_eq!(with("service_ids", json!(vec![&salon.services[0]; 21])), ErrorCode::OutOfRange);
    assert_eq!(with("weekday", json!(7)), ErrorCode::OutOfRange);
    assert_eq!(with("start_min", json!(1440)), ErrorCode::OutOfRange);
    assert_eq!(with("every_weeks", json!(0)), ErrorCode::OutOfRange);
    assert_eq!(with("every_weeks", json!(27)), ErrorCode::OutOfRange);
    assert_eq!(with("client_id", json!(salon.staff[0])), ErrorCode::NotFound);
    let skilled = json!({ "name": "Мария", "role": "master", "in_calendar": true, "services": [salon.services[2]] });
    salon.must("update_staff_member", json!({ "staff_id": salon.staff[3], "staff": skilled }));
    assert_eq!(with("staff_id", json!(salon.staff[3])), ErrorCode::SkillMissing);
    let saved = salon.must("save_standing_order", order(&salon, "make", 5, 840));
    let mut others = order(&salon, "make", 5, 840);
    others["order_id"] = saved["order_id"].clone();
    others["order"]["client_id"] = json!(salon.clients[1]);
    assert_eq!(refused(&salon, "save_standing_order", others), ErrorCode::BadInput);
    salon.must("retire_standing_order", json!({ "order_id": saved["order_id"] }));
    assert_eq!(refused(&salon, "retire_standing_order", json!({ "order_id": saved["order_id"] })), ErrorCode::NotFound);
    assert_eq!(orders(&salon), Vec::<Value>::new());
}
