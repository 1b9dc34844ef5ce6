//! Booking, moving, the clash check, free starts.

use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

fn book(salon: &TestSalon, start_min: u16, master: usize, more: Value) -> Result<Value, adelante_wire::CommandError> {
    let mut input = json!({
        "client_id": salon.clients[1], "day": TODAY, "start_min": start_min,
        "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[master] }]
    });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    salon.call("book_appointment", input)
}

#[test]
fn a_clash_is_refused_with_who_and_when_and_a_permitted_role_may_insist() {
    let salon = TestSalon::new(1);
    salon.book(600, &[0], 2);
    let refused = book(&salon, 630, 2, json!({})).unwrap_err();
    assert_eq!(refused.code, ErrorCode::StaffBusy);
    assert_eq!(refused.facts["client"], "Гульнара Омарова");
    assert_eq!((refused.facts["from"].as_str(), refused.facts["to"].as_str()), ("10:00", "11:00"));
    book(&salon, 660, 2, json!({})).unwrap();
    book(&salon, 630, 3, json!({ "client_id": null })).unwrap();
    let receptionist = adelante_engine::Caller::Staff(salon.staff[1].parse().unwrap());
    let input = json!({ "day": TODAY, "start_min": 630, "override_conflicts": true,
        "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2] }] });
    let not_permitted = salon.call_as(receptionist, "book_appointment", input).unwrap_err();
    assert_eq!(not_permitted.code, ErrorCode::NotPermitted);
    let made = book(&salon, 630, 2, json!({ "override_conflicts": true })).unwrap();
    let shown = salon.must("get_appointment", json!({ "appointment_id": made["appointment_id"] }));
    assert_eq!(shown["overridden"], true);
}

#[test]
fn hours_breaks_and_impossible_times_are_refused_each_with_its_reason() {
    let salon = TestSalon::new(2);
    let day = |weekday: u8| json!({ "weekday": weekday, "working": weekday != 6, "start_min": 600, "end_min": 1080, "break_start_min": 780, "break_end_min": 840 });
    let week: Vec<Value> = (0..7).map(day).collect();
    salon.must("set_work_hours", json!({ "staff_id": salon.staff[2], "week": week }));
    let code = |start: u16, more| book(&salon, start, 2, more).unwrap_err().code;
    assert_eq!(code(570, json!({})), ErrorCode::OutsideHours);
    assert_eq!(code(1050, json!({})), ErrorCode::OutsideHours);
    assert_eq!(code(750, json!({})), ErrorCode::InBreak);
    assert_eq!(code(660, json!({ "day": "2026-11-22" })), ErrorCode::OutsideHours);
    assert_eq!(code(1440, json!({})), ErrorCode::OutOfRange);
    assert_eq!(code(660, json!({ "lines": [] })), ErrorCode::NoServices);
    let early = json!({ "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2], "start_min": 600 }] });
    assert_eq!(code(660, early), ErrorCode::BadTimes);
    let short =
        json!({ "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2], "duration_min": 0 }] });
    assert_eq!(code(660, short), ErrorCode::OutOfRange);
    book(&salon, 720, 2, json!({})).unwrap();
}

#[test]
fn the_end_follows_from_the_services_and_prices_keep_their_hint() {
    let salon = TestSalon::new(3);
    let visit = salon.book(600, &[0, 1], 2);
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    assert_eq!((shown["start_min"].as_u64(), shown["end_min"].as_u64()), (Some(600), Some(780)));
    assert_eq!(shown["total_minor"], 3_500_000);
    let line = |index: usize, price: i64| json!({ "line_id": shown["lines"][index]["line_id"], "service_id": shown["lines"][index]["service_id"], "staff_id": salon.staff[2], "price_minor": price });
    salon.must("update_appointment", json!({
        "appointment_id": visit, "client_id": salon.clients[0], "day": TODAY, "start_min": 600, "note": "", "source": "",
        "lines": [line(0, 800_000), line(1, 2_500_000)]
    }));
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    assert_eq!(
        (shown["lines"][0]["price_minor"].as_i64(), shown["lines"][0]["list_price_minor"].as_i64()),
        (Some(800_000), Some(1_000_000))
    );
    let history = salon.must(
        "list_history",
        json!({ "table": "appointment_service", "row": shown["lines"][0]["line_id"], "limit": 10 }),
    );
    let change = &history["entries"][0]["changes"][0];
    assert_eq!(
        (change["column"].as_str(), change["before"].as_str(), change["after"].as_str()),
        (Some("price_minor"), Some("1000000"), Some("800000"))
    );
}

#[test]
fn a_day_shows_columns_visits_and_what_is_due() {
    let salon = TestSalon::new(4);
    let over = salon.book(540, &[0], 2);
    let paid = salon.book(600, &[0], 2);
    salon.book(900, &[0], 3);
    salon.pay_cash(&paid, 1_000_000, "complete").unwrap();
    let day = salon.must("get_day", json!({ "day": TODAY }));
    assert_eq!(day["staff"].as_array().unwrap().len(), 2);
    assert_eq!(
        (day["counts"]["paid"].as_u64(), day["counts"]["due"].as_u64(), day["counts"]["total"].as_u64()),
        (Some(1), Some(1), Some(3))
    );
    let visits = day["appointments"].as_array().unwrap();
    assert_eq!((visits[0]["appointment_id"].as_str(), visits[0]["due"].as_bool()), (Some(over.as_str()), Some(true)));
    assert_eq!(visits[2]["due"], false, "a visit to come is not due");
}

#[test]
fn free_starts_neither_clash_nor_lie_in_the_past() {
    let salon = TestSalon::new(5);
    salon.book(780, &[0], 2);
    let found = salon.must("find_slots", json!({ "service_ids": [salon.services[0]], "staff_id": salon.staff[2], "from_day": TODAY, "days": 2, "limit": 200 }));
    let slots = found["slots"].as_array().unwrap();
    let today: Vec<u64> =
        slots.iter().filter(|slot| slot["day"] == TODAY).map(|slot| slot["start_min"].as_u64().unwrap()).collect();
    assert!(today.iter().all(|start| *start >= 720 && (*start + 60 <= 780 || *start >= 840)), "{today:?}");
    assert!(today.contains(&840));
    assert!(slots.iter().any(|slot| slot["day"] == "2026-11-22" && slot["start_min"] == 540));
}

#[test]
fn a_visit_moves_with_all_its_services_and_a_stretched_one_pushes_the_next() {
    let salon = TestSalon::new(6);
    let visit = salon.book(600, &[0, 2], 2);
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    let stretch = json!({ "line_id": shown["lines"][0]["line_id"], "duration_min": 90 });
    salon.must(
        "move_appointment",
        json!({ "appointment_id": visit, "day": "2026-11-23", "start_min": 660, "stretch": stretch }),
    );
    let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
    let starts: Vec<u64> =
        shown["lines"].as_array().unwrap().iter().map(|line| line["start_min"].as_u64().unwrap()).collect();
    assert_eq!(starts, [660, 750]);
    assert_eq!(shown["day"], "2026-11-23");
}

#[test]
fn a_completed_visit_is_neither_moved_nor_cancelled() {
    let salon = TestSalon::new(7);
    let visit = salon.book(600, &[0], 2);
    salon.must("set_appointment_status", json!({ "appointment_id": visit, "status": "completed" }));
    let moved = salon.call("move_appointment", json!({ "appointment_id": visit, "day": TODAY, "start_min": 660 }));
    assert_eq!(moved.unwrap_err().code, ErrorCode::BadStatus);
    let cancelled = salon.call("set_appointment_status", json!({ "appointment_id": visit, "status": "cancelled" }));
    assert_eq!(cancelled.unwrap_err().code, ErrorCode::BadStatus);
}
