//! The calendar's commands: blocks, rooms, conflicts, series, groups, absences, risk.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::samples::group;

/// 2026-11-21 is a Saturday; the test salon works 9:00–20:00 every day.
const MONDAY: &str = "2026-11-23";

pub fn refused(salon: &TestSalon, command: &str, input: Value) -> ErrorCode {
    let before = salon.dump();
    let error = salon.call(command, input).unwrap_err();
    assert_eq!(salon.dump(), before, "a refused {command} wrote something");
    error.code
}

fn booking(salon: &TestSalon, client: usize, start_min: u16, service: usize, master: usize) -> Value {
    json!({
        "client_id": salon.clients[client], "day": MONDAY, "start_min": start_min,
        "lines": [{ "service_id": salon.services[service], "staff_id": salon.staff[master] }]
    })
}

fn slots(salon: &TestSalon, service: usize, master: usize) -> Vec<u64> {
    let asked = json!({
        "service_ids": [salon.services[service]], "staff_id": salon.staff[master],
        "from_day": MONDAY, "days": 1, "limit": 200
    });
    let found = salon.must("find_slots", asked);
    found["slots"].as_array().unwrap().iter().map(|slot| slot["start_min"].as_u64().unwrap()).collect()
}

/// Colour: 120 minutes, of them 40 waiting and 30 finishing; 10 minutes of clean-up.
fn colour_with_blocks(salon: &TestSalon) {
    salon.must(
        "update_service",
        json!({ "service_id": salon.services[1], "service": {
            "category": "Волосы", "name": "Окраска", "duration_min": 120, "price_minor": 2_500_000,
            "processing_min": 40, "finishing_min": 30, "transition_min": 10
        } }),
    );
}

#[test]
fn while_a_colour_works_the_master_can_take_another_client() {
    let salon = TestSalon::new(21);
    colour_with_blocks(&salon);
    // 10:00 colour: hands 10:00–10:50, waiting 10:50–11:30, hands 11:30–12:00, clean-up to 12:10.
    salon.must("book_appointment", booking(&salon, 0, 600, 1, 2));
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 1, 660, 2, 2)), ErrorCode::StaffBusy);
    salon.must(
        "update_service",
        json!({ "service_id": salon.services[2], "service": {
        "category": "Ногти", "name": "Маникюр", "duration_min": 40, "price_minor": 600_001 } }),
    );
    assert!(slots(&salon, 2, 2).contains(&650), "the waiting is offered");
    salon.must("book_appointment", booking(&salon, 1, 650, 2, 2));
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 1, 725, 2, 2)), ErrorCode::BufferEaten);
    salon.must("book_appointment", booking(&salon, 1, 730, 2, 2));
    salon.assert_sound();
}

#[test]
fn a_room_with_two_places_takes_two_and_not_three() {
    let salon = TestSalon::new(22);
    let room = salon.must("save_resource", json!({ "name": "Кабинет", "units": 1 }))["resource_id"].clone();
    salon.must(
        "update_service",
        json!({ "service_id": salon.services[0], "service": {
        "category": "Волосы", "name": "Стрижка", "duration_min": 60, "price_minor": 1_000_000,
        "resources": [{ "resource_id": room, "part": "whole" }] } }),
    );
    salon.must("book_appointment", booking(&salon, 0, 600, 0, 2));
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 1, 630, 0, 3)), ErrorCode::ResourceBusy);
    assert!(!slots(&salon, 0, 3).contains(&630));
    salon.must("save_resource", json!({ "resource_id": room, "name": "Кабинет", "units": 2 }));
    assert!(slots(&salon, 0, 3).contains(&630));
    salon.must("book_appointment", booking(&salon, 1, 630, 0, 3));
    salon.assert_sound();
}

#[test]
fn every_conflict_has_its_reason_and_an_override_is_recorded() {
    let salon = TestSalon::new(23);
    salon.must("book_appointment", booking(&salon, 0, 600, 0, 2));
    let asked = json!({
        "client_id": salon.clients[0], "day": MONDAY, "start_min": 630,
        "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2] }]
    });
    let checked = salon.must("check_booking", asked.clone());
    let kinds: Vec<&str> =
        checked["conflicts"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["staff_busy", "client_busy"]);
    assert_eq!(checked["conflicts"][0]["from_min"], 600);
    assert_eq!(checked["conflicts"][0]["client"], "Гульнара Омарова");
    let nearest = &checked["alternatives"][0];
    assert_eq!((nearest["day"].as_str(), nearest["start_min"].as_u64()), (Some(MONDAY), Some(660)));
    let mut insisting = asked;
    insisting["override_conflicts"] = json!(true);
    let visit = salon.must("book_appointment", insisting)["appointment_id"].clone();
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    assert_eq!(shown["conflicts"], json!(["staff_busy", "client_busy"]));
    assert_eq!(shown["overridden"], true);
}

#[test]
fn time_off_breaks_and_skills_are_told_apart() {
    let salon = TestSalon::new(24);
    salon.must(
        "add_time_off",
        json!({ "time_off": { "staff_id": salon.staff[2], "from_day": MONDAY, "from_min": 600,
        "to_day": MONDAY, "to_min": 660, "kind": "training" } }),
    );
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 0, 630, 0, 2)), ErrorCode::InTimeOff);
    salon.must(
        "set_schedule_days",
        json!({ "days": [{ "staff_id": salon.staff[2], "day": MONDAY,
        "hours": { "start_min": 600, "end_min": 1080, "breaks": [{ "start_min": 780, "end_min": 840 }] } }] }),
    );
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 0, 800, 0, 2)), ErrorCode::InBreak);
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 0, 1050, 0, 2)), ErrorCode::OutsideHours);
    let fields = json!({ "name": "Айгерим", "role": "master", "in_calendar": true, "services": [salon.services[2]] });
    salon.must("update_staff_member", json!({ "staff_id": salon.staff[2], "staff": fields }));
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 0, 900, 0, 2)), ErrorCode::SkillMissing);
    assert!(slots(&salon, 2, 2).iter().all(|start| (660..=735).contains(start) || (840..=1035).contains(start)));
}

#[test]
fn a_night_without_half_past_three_refuses_it() {
    let salon = TestSalon::new(25);
    let mut fields = adelante_testkit::salon_fields();
    fields["zone"] = json!("Europe/Kyiv");
    salon.must("update_salon", json!({ "salon": fields }));
    let mut night = booking(&salon, 0, 210, 2, 2);
    night["day"] = json!("2027-03-28");
    night["override_conflicts"] = json!(true);
    assert_eq!(refused(&salon, "book_appointment", night), ErrorCode::NoSuchTime);
}

#[test]
fn a_series_is_previewed_booked_moved_and_cancelled_as_one() {
    let salon = TestSalon::new(26);
    let mut taken = booking(&salon, 1, 600, 0, 2);
    taken["day"] = json!("2026-11-30");
    salon.must("book_appointment", taken);
    let first = booking(&salon, 0, 600, 0, 2);
    let preview = salon.must("preview_series", json!({ "booking": first, "repeat": { "every_weeks": 1, "count": 3 } }));
    let dates = preview["dates"].as_array().unwrap();
    let clashes: Vec<usize> = dates.iter().map(|date| date["conflicts"].as_array().unwrap().len()).collect();
    assert_eq!(clashes, [0, 1, 0]);
    assert_eq!(dates[1]["alternative"]["start_min"], 540);
    let chosen = json!([
        { "day": MONDAY, "start_min": 600 }, { "day": "2026-11-30", "start_min": 540 },
        { "day": "2026-12-07", "start_min": 600 }
    ]);
    let booked = salon.must("book_series", json!({ "booking": first, "dates": chosen }));
    let visits = booked["appointment_ids"].as_array().unwrap().clone();
    let shown = salon.must("get_appointment", json!({ "appointment_id": visits[0] }));
    assert_eq!(shown["following"], 2);
    let moved = json!({ "appointment_id": visits[1], "day": "2026-12-01", "start_min": 555, "following": true });
    salon.must("move_appointment", moved);
    let last = salon.must("get_appointment", json!({ "appointment_id": visits[2] }));
    assert_eq!((last["day"].as_str(), last["start_min"].as_u64()), (Some("2026-12-08"), Some(615)));
    salon.must("undo", json!({}));
    let last = salon.must("get_appointment", json!({ "appointment_id": visits[2] }));
    assert_eq!((last["day"].as_str(), last["start_min"].as_u64()), (Some("2026-12-07"), Some(600)));
    salon.must(
        "set_appointment_status",
        json!({ "appointment_id": visits[1], "status": "cancelled", "following": true }),
    );
    let status = |visit: &Value| salon.must("get_appointment", json!({ "appointment_id": visit }))["status"].clone();
    assert_eq!([status(&visits[0]), status(&visits[1]), status(&visits[2])], ["booked", "cancelled", "cancelled"]);
    salon.assert_sound();
}

/// A series of three Mondays, a haircut with the first master; the ids of its visits.
fn three_mondays(salon: &TestSalon) -> Vec<Value> {
    let first = booking(salon, 0, 600, 0, 2);
    let dates: Vec<Value> =
        [MONDAY, "2026-11-30", "2026-12-07"].map(|day| json!({ "day": day, "start_min": 600 })).to_vec();
    let booked = salon.must("book_series", json!({ "booking": first, "dates": dates }));
    booked["appointment_ids"].as_array().unwrap().clone()
}

fn visit(salon: &TestSalon, id: &Value) -> Value {
    salon.must("get_appointment", json!({ "appointment_id": id }))
}

/// The visit as `update_appointment` takes it.
fn as_it_is(visit: &Value) -> Value {
    let lines = visit["lines"].as_array().unwrap().iter();
    let kept = |line: &Value| {
        json!({ "line_id": line["line_id"], "service_id": line["service_id"], "staff_id": line["staff_id"],
            "start_min": line["start_min"], "duration_min": line["duration_min"], "price_minor": line["price_minor"] })
    };
    json!({ "appointment_id": visit["appointment_id"], "client_id": visit["client_id"], "day": visit["day"],
        "start_min": visit["start_min"], "note": visit["note"], "source": visit["source"],
        "lines": lines.map(kept).collect::<Vec<_>>() })
}

#[test]
fn a_change_of_one_visit_goes_to_those_that_follow_and_leaves_what_differs_there() {
    let salon = TestSalon::new(47);
    let ids = three_mondays(&salon);
    // The last one is with somebody else, and longer: that stays.
    let mut own = as_it_is(&visit(&salon, &ids[2]));
    own["lines"][0]["staff_id"] = json!(salon.staff[3]);
    own["lines"][0]["duration_min"] = json!(90);
    own["note"] = json!("своя заметка");
    salon.must("update_appointment", own);
    let start: Vec<Value> = ids.iter().map(|id| visit(&salon, id)).collect();

    let mut changed = as_it_is(&start[1]);
    let added = json!({ "service_id": salon.services[2], "staff_id": salon.staff[2] });
    changed["lines"].as_array_mut().unwrap().push(added);
    for (field, value) in [("day", json!("2026-12-01")), ("start_min", json!(630)), ("note", json!("тихо"))] {
        changed[field] = value;
    }
    changed["lines"][0]["start_min"] = json!(630);
    changed["lines"][0]["duration_min"] = json!(75);
    changed["lines"][0]["price_minor"] = json!(900_000);
    changed["following"] = json!(true);
    salon.must("update_appointment", changed);

    let tell = |id: &Value| {
        let visit = visit(&salon, id);
        let line = |line: &Value| {
            let staff = salon.staff.iter().position(|one| *one == line["staff_id"]).unwrap();
            (line["start_min"].clone(), line["duration_min"].clone(), line["price_minor"].clone(), staff)
        };
        let lines: Vec<_> = visit["lines"].as_array().unwrap().iter().map(line).collect();
        (visit["day"].clone(), visit["note"].clone(), lines)
    };
    let line = |start: u16, minutes: u16, price: i64, staff| (json!(start), json!(minutes), json!(price), staff);
    assert_eq!(
        tell(&ids[0]),
        (json!(MONDAY), json!(""), vec![line(600, 60, 1_000_000, 2)]),
        "what was before it stays"
    );
    let both = vec![line(630, 75, 900_000, 2), line(705, 45, 600_001, 2)];
    assert_eq!(tell(&ids[1]), (json!("2026-12-01"), json!("тихо"), both));
    let own = vec![line(630, 90, 900_000, 3), line(705, 45, 600_001, 2)];
    assert_eq!(tell(&ids[2]), (json!("2026-12-08"), json!("своя заметка"), own));

    salon.must("undo", json!({}));
    let back: Vec<Value> = ids.iter().map(|id| visit(&salon, id)).collect();
    assert_eq!(back, start, "one undo takes all of it back");
    salon.assert_sound();
}

#[test]
fn a_series_steps_on_by_its_own_rhythm_without_being_in_its_own_way() {
    let salon = TestSalon::new(48);
    let ids = three_mondays(&salon);
    let days = || ids.iter().map(|id| visit(&salon, id)["day"].clone()).collect::<Vec<_>>();
    let week_on = json!({ "appointment_id": ids[0], "day": "2026-11-30", "start_min": 600, "following": true });
    salon.must("move_appointment", week_on);
    assert_eq!(days(), ["2026-11-30", "2026-12-07", "2026-12-14"]);
    let mut week_back = as_it_is(&visit(&salon, &ids[0]));
    week_back["day"] = json!(MONDAY);
    week_back["following"] = json!(true);
    salon.must("update_appointment", week_back);
    assert_eq!(days(), [MONDAY, "2026-11-30", "2026-12-07"]);
    salon.assert_sound();
}

#[test]
fn a_stretched_service_of_a_series_is_stretched_in_those_that_follow_or_in_none() {
    let salon = TestSalon::new(49);
    let ids = three_mondays(&salon);
    let length = |id: &Value| visit(&salon, id)["lines"][0]["duration_min"].clone();
    let line = visit(&salon, &ids[0])["lines"][0]["line_id"].clone();
    let stretched = |minutes: u16, following: bool| {
        json!({ "appointment_id": ids[0], "day": MONDAY, "start_min": 600, "following": following,
            "stretch": { "line_id": line, "duration_min": minutes } })
    };
    salon.must("move_appointment", stretched(70, false));
    assert_eq!([length(&ids[0]), length(&ids[1]), length(&ids[2])], [70, 60, 60]);
    salon.must("move_appointment", stretched(80, true));
    assert_eq!([length(&ids[0]), length(&ids[1]), length(&ids[2])], [80, 80, 80]);
    salon.must("undo", json!({}));
    assert_eq!([length(&ids[0]), length(&ids[1]), length(&ids[2])], [70, 60, 60]);
    // Where the last has no room, none is stretched.
    let mut taken = booking(&salon, 1, 665, 0, 2);
    taken["day"] = json!("2026-12-07");
    salon.must("book_appointment", taken);
    let busy = salon.call("move_appointment", stretched(80, true)).unwrap_err();
    assert_eq!((busy.code, busy.facts["visit_day"].as_str()), (ErrorCode::StaffBusy, "2026-12-07"));
    assert_eq!([length(&ids[0]), length(&ids[1]), length(&ids[2])], [70, 60, 60]);
    salon.assert_sound();
}

#[test]
fn a_group_has_places_moves_as_one_and_keeps_others_out() {
    let salon = TestSalon::new(27);
    let group = group(&salon);
    let join = |client: usize| {
        let mut asked = booking(&salon, client, 0, 2, 3);
        asked["group_id"] = group.clone();
        asked
    };
    let first = salon.must("book_appointment", join(0))["appointment_id"].clone();
    let shown = salon.must("get_appointment", json!({ "appointment_id": first }));
    assert_eq!(
        (shown["start_min"].as_u64(), shown["lines"][0]["staff_id"].as_str()),
        (Some(1080), Some(salon.staff[2].as_str()))
    );
    salon.must("book_appointment", join(1));
    let third = json!({ "group_id": group, "day": MONDAY, "start_min": 0, "lines": [
        { "service_id": salon.services[2], "staff_id": salon.staff[2] }] });
    assert_eq!(refused(&salon, "book_appointment", third), ErrorCode::GroupFull);
    assert_eq!(refused(&salon, "book_appointment", booking(&salon, 0, 1080, 2, 2)), ErrorCode::StaffBusy);
    assert!(!slots(&salon, 2, 2).contains(&1080));
    let moved = json!({ "group_id": group, "service_id": salon.services[2], "staff_id": salon.staff[3], "day": MONDAY,
        "start_min": 1095, "places": 3 });
    salon.must("save_group_event", moved);
    let shown = salon.must("get_appointment", json!({ "appointment_id": first }));
    assert_eq!(
        (shown["start_min"].as_u64(), shown["lines"][0]["staff_id"].as_str()),
        (Some(1095), Some(salon.staff[3].as_str()))
    );
    // Somebody else's visit that begins when the group began is in the way all the same.
    let mut walk_in = booking(&salon, 0, 1095, 2, 2);
    walk_in["client_id"] = Value::Null;
    salon.must("book_appointment", walk_in);
    let clash = json!({ "group_id": group, "service_id": salon.services[2], "staff_id": salon.staff[2], "day": MONDAY,
        "start_min": 1110, "places": 3 });
    assert_eq!(refused(&salon, "save_group_event", clash), ErrorCode::StaffBusy);
    assert_eq!(refused(&salon, "retire_group_event", json!({ "group_id": group })), ErrorCode::HasVisits);
    salon.assert_sound();
}

#[test]
fn a_sick_day_is_planned_moved_and_taken_back_in_one_go() {
    let salon = TestSalon::new(28);
    let early = salon.must("book_appointment", booking(&salon, 0, 600, 0, 2))["appointment_id"].clone();
    let late = salon.must("book_appointment", booking(&salon, 1, 900, 2, 2))["appointment_id"].clone();
    let plan = salon.must(
        "plan_absence",
        json!({ "staff_id": salon.staff[2], "from_day": MONDAY, "to_day": MONDAY, "to_min": 1440 }),
    );
    let visits = plan["visits"].as_array().unwrap();
    assert_eq!(visits.len(), 2);
    let same_time = &visits[0]["alternatives"][0];
    assert_eq!(
        (same_time["staff_id"].as_str(), same_time["start_min"].as_u64()),
        (Some(salon.staff[3].as_str()), Some(600))
    );
    let later = visits[0]["alternatives"].as_array().unwrap().iter().find(|slot| slot["day"] != MONDAY).unwrap();
    assert_eq!((later["staff_id"].as_str(), later["start_min"].as_u64()), (Some(salon.staff[2].as_str()), Some(600)));
    let before = salon.living();
    salon.must("rearrange_appointments", json!({
        "moves": [{ "appointment_id": early, "day": MONDAY, "start_min": 600,
            "from_staff_id": salon.staff[2], "to_staff_id": salon.staff[3] }],
        "to_call": [late],
        "time_off": { "staff_id": salon.staff[2], "from_day": MONDAY, "from_min": 0, "to_day": MONDAY, "to_min": 1440, "kind": "sick" }
    }));
    assert!(slots(&salon, 0, 2).is_empty());
    let list = json!({ "from_day": MONDAY, "to_day": MONDAY, "to_call": true, "limit": 10 });
    assert_eq!(salon.must("list_appointments", list)["total"], 1);
    salon.must("undo", json!({}));
    assert_eq!(salon.living(), before);
}

#[test]
fn what_one_action_writes_is_in_the_way_of_what_it_writes_next() {
    let salon = TestSalon::new(50);
    let one = salon.must("book_appointment", booking(&salon, 0, 600, 0, 2))["appointment_id"].clone();
    let other = salon.must("book_appointment", booking(&salon, 1, 720, 0, 2))["appointment_id"].clone();
    let to = |visit: &Value, start_min: u16| {
        json!({ "appointment_id": visit, "day": MONDAY, "start_min": start_min,
            "from_staff_id": salon.staff[2], "to_staff_id": salon.staff[3] })
    };
    let both = json!({ "moves": [to(&one, 600), to(&other, 630)] });
    assert_eq!(refused(&salon, "rearrange_appointments", both), ErrorCode::StaffBusy);
    salon.must("rearrange_appointments", json!({ "moves": [to(&one, 600), to(&other, 660)] }));

    let mut walk_in = booking(&salon, 0, 900, 0, 2);
    walk_in["client_id"] = Value::Null;
    let dates = json!([{ "day": MONDAY, "start_min": 900 }, { "day": MONDAY, "start_min": 930 }]);
    let twice = json!({ "booking": walk_in, "dates": dates });
    assert_eq!(refused(&salon, "book_series", twice), ErrorCode::StaffBusy);
    salon.assert_sound();
}

#[test]
fn who_has_visits_ahead_does_not_leave() {
    let salon = TestSalon::new(29);
    salon.must("book_appointment", booking(&salon, 0, 600, 0, 2));
    assert_eq!(refused(&salon, "retire_staff_member", json!({ "staff_id": salon.staff[2] })), ErrorCode::HasVisits);
}

#[test]
fn times_are_ranked_and_say_why() {
    let salon = TestSalon::new(30);
    salon.must("book_appointment", booking(&salon, 0, 600, 0, 2));
    salon.must("book_appointment", booking(&salon, 0, 720, 0, 2));
    let asked = json!({ "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2] }],
        "from_day": MONDAY, "days": 1, "limit": 5, "ranked": true });
    let found = salon.must("find_slots", asked);
    let best = &found["slots"][0];
    // Both 9:00–10:00 and 11:00–12:00 are filled exactly; the earlier is also the soonest.
    assert_eq!((best["start_min"].as_u64(), &best["reasons"]), (Some(540), &json!(["fills_gap", "soonest"])));
    assert_eq!(found["slots"][1]["start_min"], 660);
    assert_eq!(
        (found["slots"][1]["gap_from_min"].as_u64(), found["slots"][1]["gap_to_min"].as_u64()),
        (Some(660), Some(720))
    );
}

#[test]
fn a_basket_goes_to_two_people_at_the_same_time() {
    let salon = TestSalon::new(31);
    let asked = json!({ "lines": [
        { "service_id": salon.services[0], "staff_id": salon.staff[2] },
        { "service_id": salon.services[2], "with_previous": true }
    ], "from_day": MONDAY, "days": 1, "limit": 1 });
    let slot = salon.must("find_slots", asked)["slots"][0].clone();
    assert_eq!(slot["lines"][0]["start_min"], slot["lines"][1]["start_min"]);
    assert_eq!(slot["lines"][1]["staff_id"].as_str(), Some(salon.staff[3].as_str()));
}

#[test]
fn one_line_is_a_client_a_day_a_time_a_service_and_a_person() {
    let salon = TestSalon::new(32);
    let parsed = salon.must("parse_booking", json!({ "text": "гульнара завтра 14 маникюр мария" }));
    assert_eq!(parsed["day"], "2026-11-22");
    assert_eq!(parsed["start_min"], 840);
    assert_eq!(parsed["service_ids"], json!([salon.services[2]]));
    assert_eq!(parsed["staff_id"].as_str(), Some(salon.staff[3].as_str()));
    assert_eq!(parsed["clients"][0]["client_id"].as_str(), Some(salon.clients[0].as_str()));
    assert_eq!(parsed["free"], true);
}

#[test]
fn the_risk_of_a_coming_visit_names_its_factors() {
    let salon = TestSalon::new(33);
    let mut far = booking(&salon, 0, 600, 0, 2);
    far["day"] = json!("2026-12-04");
    salon.must("book_appointment", far);
    let list = salon.must("list_at_risk", json!({ "from_day": TODAY, "days": 20 }));
    // New client 30, not confirmed 40, more than a week ahead 20.
    assert_eq!(list["visits"][0]["percent"], 90);
    assert_eq!(list["visits"][0]["unknown"], json!(["bad_weather"]));
    assert_eq!(list["visits"][0]["total_minor"], 1_000_000);
}

#[test]
fn a_visit_at_risk_that_is_let_be_is_so_for_everybody_until_taken_back() {
    let salon = TestSalon::new(51);
    let visit = salon.must("book_appointment", booking(&salon, 0, 600, 0, 2))["appointment_id"].clone();
    let ignored = || {
        let list = salon.must("list_at_risk", json!({ "from_day": TODAY, "days": 20 }));
        list["visits"].as_array().unwrap().iter().map(|one| one["ignored"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ignored(), [false]);
    salon.must("set_risk_ignored", json!({ "appointment_id": visit, "ignored": true }));
    assert_eq!(ignored(), [true]);
    salon.must("undo", json!({}));
    assert_eq!(ignored(), [false]);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "cancelled" }));
    let gone = json!({ "appointment_id": visit, "ignored": true });
    assert_eq!(refused(&salon, "set_risk_ignored", gone), ErrorCode::BadStatus);
}

#[test]
fn a_month_and_a_list_count_what_the_days_show() {
    let salon = TestSalon::new(34);
    salon.must("book_appointment", booking(&salon, 0, 600, 0, 2));
    let cancelled = salon.must("book_appointment", booking(&salon, 1, 720, 0, 3))["appointment_id"].clone();
    salon.must("set_appointment_status", json!({ "appointment_id": cancelled, "status": "cancelled" }));
    let month = salon.must("get_month", json!({ "from_day": MONDAY, "days": 2 }));
    assert_eq!((month["days"][0]["visits"].as_u64(), month["days"][0]["booked_min"].as_u64()), (Some(1), Some(60)));
    assert_eq!(month["days"][1]["visits"], 0);
    let list = |statuses: Value, payments: Value| {
        let asked = json!({ "from_day": TODAY, "to_day": "2026-12-31", "limit": 10, "statuses": statuses, "payment_statuses": payments });
        salon.must("list_appointments", asked)["total"].clone()
    };
    assert_eq!(list(json!([]), json!([])), 2);
    assert_eq!(list(json!(["cancelled"]), json!([])), 1);
    assert_eq!(list(json!([]), json!(["paid"])), 0);
    assert_eq!(list(json!(["booked"]), json!(["unpaid"])), 1);
}
