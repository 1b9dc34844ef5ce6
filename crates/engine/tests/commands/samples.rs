//! A sample of every mutation. A mutation without one fails the build's tests.

use adelante_testkit::{TODAY, TestSalon, salon_fields};
use adelante_wire::table::{COMMANDS, CommandKind};
use serde_json::{Value, json};

/// A salon in which the command can be called, and its input.
pub struct Sample {
    pub salon: TestSalon,
    pub input: Value,
}

/// Names of all mutations.
pub fn mutations() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().filter(|command| command.kind == CommandKind::Mutation).map(|command| command.name)
}

/// The sample of a command.
pub fn sample(command: &str) -> Sample {
    if command == "create_salon" {
        return Sample { salon: TestSalon::empty(11), input: json!({ "salon": salon_fields() }) };
    }
    let salon = TestSalon::new(11);
    let input = input(command, &salon).unwrap_or_else(|| panic!("add a sample of {command} to samples.rs"));
    Sample { salon, input }
}

fn input(command: &str, salon: &TestSalon) -> Option<Value> {
    let client = &salon.clients[0];
    Some(match command {
        "create_client" => {
            json!({ "client": { "first_name": "Сауле", "last_name": "Нургалиева", "phones": ["8 701 455 12 99"], "allergy": "хна" } })
        }
        "update_client" => {
            json!({ "client_id": client, "client": { "first_name": "Гульнара", "last_name": "Омарова", "phones": ["+77070000001"], "note": "кофе" } })
        }
        "retire_client" => json!({ "client_id": client }),
        "restore_client" => {
            salon.must("retire_client", json!({ "client_id": client }));
            json!({ "client_id": client })
        }
        "import_clients" => json!({ "rows": [
            { "row": 2, "client": { "first_name": "Роза", "last_name": "Ибраева", "phones": ["+77012223344"] } },
            { "row": 3, "client": { "first_name": "Гульнара", "last_name": "Омарова", "phones": ["+77023105547"], "note": "постоянная" } },
        ] }),
        "create_staff_member" => json!({ "staff": { "name": "Динара", "role": "master", "in_calendar": true } }),
        "update_staff_member" => {
            json!({ "staff_id": salon.staff[2], "staff": { "name": "Айгерим С.", "role": "master", "in_calendar": true, "position": "Стилист" } })
        }
        "retire_staff_member" => json!({ "staff_id": salon.staff[3] }),
        "set_work_hours" => json!({ "staff_id": salon.staff[2], "week": week() }),
        "create_services" => {
            json!({ "services": [{ "category": "Лицо", "name": "Пилинг", "duration_min": 60, "price_minor": 1_200_000 }] })
        }
        "update_service" => {
            json!({ "service_id": salon.services[0], "service": { "category": "Волосы", "name": "Стрижка", "duration_min": 50, "price_minor": 1_100_000 } })
        }
        "retire_service" => json!({ "service_id": salon.services[2] }),
        "update_salon" => {
            let mut fields = salon_fields();
            fields["name"] = json!("Аделанте 2");
            json!({ "salon": fields })
        }
        "set_receipt_template" => json!({ "template": {
            "header": "Маникюр и волосы", "footer": "Ждём вас", "qr": "", "show_client": true, "show_staff": false,
            "show_discount": true, "language": "kk", "logo_base64": "iVBORw0KGgoAAAANSUhEUg=="
        } }),
        "open_drawer" => json!({}),
        "book_appointment" => json!({
            "new_client": { "first_name": "Нургуль", "phones": ["+77015556677"] }, "day": TODAY, "start_min": 840,
            "lines": [
                { "service_id": salon.services[0], "staff_id": salon.staff[2] },
                { "service_id": salon.services[2], "staff_id": salon.staff[3], "price_minor": 500_000 },
            ]
        }),
        "update_appointment" => {
            let visit = salon.book(600, &[0], 2);
            let kept = salon.must("get_appointment", json!({ "appointment_id": visit }))["lines"][0]["line_id"].clone();
            json!({
                "appointment_id": visit, "client_id": salon.clients[1], "day": TODAY, "start_min": 615, "note": "позже", "source": "",
                "lines": [
                    { "line_id": kept, "service_id": salon.services[0], "staff_id": salon.staff[2], "price_minor": 900_000 },
                    { "service_id": salon.services[2], "staff_id": salon.staff[3] },
                ]
            })
        }
        "move_appointment" => {
            let visit = salon.book(600, &[0, 2], 2);
            json!({ "appointment_id": visit, "day": "2026-11-22", "start_min": 660, "from_staff_id": salon.staff[2], "to_staff_id": salon.staff[3] })
        }
        "set_appointment_status" => json!({ "appointment_id": salon.book(600, &[0, 1], 2), "status": "completed" }),
        "book_series" => json!({
            "booking": { "client_id": client, "day": TODAY, "start_min": 840,
                "lines": [{ "service_id": salon.services[0], "staff_id": salon.staff[2] }] },
            "dates": [
                { "day": TODAY, "start_min": 840 },
                { "day": "2026-11-28", "start_min": 855 },
                { "day": "2026-12-05", "start_min": 840 },
            ]
        }),
        "save_group_event" => json!({
            "service_id": salon.services[2], "staff_id": salon.staff[2], "day": "2026-11-23", "start_min": 1080,
            "places": 5, "title": "Мастер-класс"
        }),
        "retire_group_event" => json!({ "group_id": group(salon) }),
        "rearrange_appointments" => {
            let (moved, called) = (salon.book(600, &[0], 2), salon.book(700, &[2], 2));
            json!({
                "moves": [{ "appointment_id": moved, "day": TODAY, "start_min": 600,
                    "from_staff_id": salon.staff[2], "to_staff_id": salon.staff[3] }],
                "to_call": [called],
                "time_off": { "staff_id": salon.staff[2], "from_day": TODAY, "from_min": 0, "to_day": TODAY,
                    "to_min": 1440, "kind": "sick" }
            })
        }
        "set_risk_ignored" => json!({ "appointment_id": salon.book(600, &[0], 2), "ignored": true }),
        "set_to_call" => json!({ "appointment_id": salon.book(600, &[0], 2), "to_call": true }),
        "open_shift" => {
            salon.must("close_shift", json!({}));
            json!({})
        }
        "close_shift" => json!({}),
        "take_payment" => {
            let visit = salon.book(600, &[0, 1, 2], 2);
            json!({ "appointment_id": visit, "after": "complete", "payments": [
                { "method_id": salon.method("cash"), "amount_minor": 1_500_000, "tendered_minor": 2_000_000 },
                { "method_id": salon.method("card"), "amount_minor": 2_600_000 },
                { "method_id": salon.method("qr"), "amount_minor": 1 },
            ] })
        }
        "set_discount" => json!({
            "appointment_id": salon.book(600, &[0, 2], 2), "discount": { "percent_bp": 1_000 }, "reason": "постоянный клиент"
        }),
        "save_product" => json!({ "product": { "name": "Масло для кутикулы", "category": "Уход", "unit": "ml",
            "barcode": "4870001", "price_minor": 1_500, "min": 50_000, "supplier": "Атлас" } }),
        "retire_product" => json!({ "product_id": product(salon) }),
        "receive_goods" => {
            json!({ "lines": [{ "product_id": product(salon), "quantity": 3_000, "cost_minor": 100_000 }],
            "note": "накладная 14" })
        }
        "write_off_goods" => json!({ "product_id": stocked(salon), "quantity": 1_000, "reason": "разбили" }),
        "take_stock" => json!({ "lines": [{ "product_id": stocked(salon), "quantity": 4_000 }] }),
        "start_sale" => json!({ "client_id": client }),
        "drop_sale" => {
            let sale = start_sale(salon);
            salon.must(
                "add_product",
                json!({ "appointment_id": sale, "product_id": product(salon), "quantity": 1_000 }),
            );
            json!({ "appointment_id": sale })
        }
        "add_product" => json!({ "appointment_id": salon.book(600, &[0], 2), "product_id": stocked(salon),
            "quantity": 2_000, "seller_id": salon.staff[2] }),
        "update_bill_item" => json!({ "line_id": bill_item(salon), "quantity": 3_000, "price_minor": 700_000 }),
        "remove_bill_item" => json!({ "line_id": bill_item(salon) }),
        "add_certificate" => json!({ "appointment_id": start_sale(salon), "value_minor": 1_000_000,
            "valid_until": "2027-11-21" }),
        "add_top_up" => json!({ "appointment_id": start_sale(salon), "amount_minor": 500_000 }),
        "add_package" => json!({ "appointment_id": start_sale(salon), "offer_id": package_offer(salon) }),
        "save_package_offer" => json!({ "name": "Стрижка × 5", "price_minor": 4_000_000, "sessions": 5,
            "service_ids": [salon.services[0]], "valid_days": 180 }),
        "retire_package_offer" => json!({ "offer_id": package_offer(salon) }),
        "freeze_package" => json!({ "package_id": package(salon), "frozen": true }),
        "extend_package" => json!({ "package_id": package(salon), "valid_until": "2027-11-21", "reason": "болела" }),
        "end_promises" => {
            let sale = start_sale(salon);
            salon.must(
                "add_certificate",
                json!({ "appointment_id": sale, "value_minor": 300_000, "valid_until": TODAY }),
            );
            salon.pay_cash(&sale, 300_000, "complete").unwrap();
            salon.clock.advance(86_400_000);
            json!({})
        }
        "void_receipt" => {
            let visit = salon.book(600, &[0], 2);
            let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
            json!({ "receipt_id": taken["receipt_id"], "reason": "не та карта" })
        }
        "refund_receipt" => {
            let visit = salon.book(600, &[0, 2], 2);
            let taken = salon.pay_cash(&visit, 1_600_001, "complete").unwrap();
            let shown = salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }));
            json!({
                "receipt_id": taken["receipt_id"], "reason": "не понравилось",
                "lines": [{ "line_id": shown["lines"][0]["line_id"], "amount_minor": 400_000 }],
                "payments": [{ "method_id": salon.method("cash"), "amount_minor": 400_000 }],
            })
        }
        "undo" => {
            salon.must("retire_client", json!({ "client_id": client }));
            json!({})
        }
        "redo" => {
            salon.must("retire_client", json!({ "client_id": client }));
            salon.must("undo", json!({}));
            json!({})
        }
        other => {
            let of_calendar = crate::schedule::sample(other, salon).or_else(|| crate::waitlist::sample(other, salon));
            return of_calendar
                .or_else(|| crate::drawer::sample(other, salon))
                .or_else(|| crate::payroll::sample(other, salon));
        }
    })
}

/// A group appointment with five places.
pub fn group(salon: &TestSalon) -> Value {
    let asked = json!({
        "service_id": salon.services[2], "staff_id": salon.staff[2], "day": "2026-11-23", "start_min": 1080, "places": 2
    });
    salon.must("save_group_event", asked)["group_id"].clone()
}

fn week() -> Vec<Value> {
    let day = |weekday: u8| {
        json!({ "weekday": weekday, "working": weekday < 6, "start_min": 600, "end_min": 1080,
                "break_start_min": 780, "break_end_min": 840 })
    };
    (0..7).map(day).collect()
}

#[test]
fn every_mutation_does_what_its_sample_asks_and_leaves_the_file_sound() {
    for command in mutations() {
        let Sample { salon, input } = sample(command);
        let before = salon.dump();
        salon.must(command, input);
        assert_ne!(before, salon.dump(), "{command} changed nothing");
        salon.assert_sound();
    }
}

#[test]
fn asked_twice_with_one_request_id_it_happens_once() {
    use adelante_base::{Clock, RequestId};
    for command in mutations() {
        let Sample { salon, input } = sample(command);
        let request = RequestId::new(salon.ids.as_ref(), salon.clock.now());
        let ask = |input: &Value| {
            salon
                .engine
                .call(&adelante_testkit::call(command, input.clone(), Some(request)), adelante_engine::Caller::Program)
        };
        let first = ask(&input).unwrap_or_else(|error| panic!("{command}: {error}"));
        let after_first = salon.dump();
        assert_eq!(ask(&input).unwrap(), first, "{command} answered otherwise the second time");
        assert_eq!(salon.dump(), after_first, "{command} happened twice");
        let other = salon.engine.call(
            &adelante_testkit::call("create_client", json!({ "client": { "first_name": "Другая" } }), Some(request)),
            adelante_engine::Caller::Program,
        );
        assert_eq!(other.unwrap_err().code, adelante_wire::ErrorCode::RequestIdReused);
    }
}

fn start_sale(salon: &TestSalon) -> String {
    text(&salon.must("start_sale", json!({ "client_id": salon.clients[0] }))["appointment_id"])
}

fn product(salon: &TestSalon) -> String {
    let fields = json!({ "name": "Шампунь", "unit": "piece", "price_minor": 450_000 });
    text(&salon.must("save_product", json!({ "product": fields }))["product_id"])
}

/// A product of which five pieces lie on the shelf.
fn stocked(salon: &TestSalon) -> String {
    let id = product(salon);
    salon.must("receive_goods", json!({ "lines": [{ "product_id": id, "quantity": 5_000, "cost_minor": 1_000_001 }] }));
    id
}

fn bill_item(salon: &TestSalon) -> String {
    let line = json!({ "appointment_id": start_sale(salon), "product_id": stocked(salon), "quantity": 1_000 });
    text(&salon.must("add_product", line)["line_id"])
}

fn package_offer(salon: &TestSalon) -> String {
    let offer = json!({ "name": "Любые × 10", "price_minor": 5_000_000, "sessions": 10, "valid_days": 90 });
    text(&salon.must("save_package_offer", offer)["offer_id"])
}

/// A package that the first client has bought.
fn package(salon: &TestSalon) -> String {
    let sale = start_sale(salon);
    salon.must("add_package", json!({ "appointment_id": sale, "offer_id": package_offer(salon) }));
    salon.pay_cash(&sale, 5_000_000, "complete").unwrap();
    let held = salon.must("get_client_credits", json!({ "client_id": salon.clients[0] }));
    text(&held["packages"][0]["package_id"])
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
