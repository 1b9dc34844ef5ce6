//! Memberships: sessions that come by the month; certificates that another till has sold.

use adelante_base::{Clock as _, Day};
use adelante_store::local;
use adelante_testkit::{TODAY, TestSalon};
use adelante_wire::ErrorCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::bill::{balance, credit, pay_from, sale, visit_at};
use crate::drawer::add_register;
use crate::mirror::second_till;

const DAY: i64 = 86_400_000;

/// The first client buys so many sessions a month for three months, 12 000 together.
fn member(salon: &TestSalon, sessions: u16) {
    let offer = json!({ "name": "Укладки на квартал", "price_minor": 1_200_000, "sessions": sessions, "periods": 3 });
    let offer = salon.must("save_package_offer", offer)["offer_id"].clone();
    let bill = sale(salon);
    salon.must("add_package", json!({ "appointment_id": bill, "offer_id": offer }));
    salon.pay_cash(&bill, 1_200_000, "complete").unwrap();
}

/// A haircut for 10 000 on a day.
fn visit_on(salon: &TestSalon, day: &str, start_min: u16) -> String {
    let line = json!({ "service_id": salon.services[0], "staff_id": salon.staff[2] });
    let booking = json!({ "client_id": salon.clients[0], "day": day, "start_min": start_min, "lines": [line],
        "override_conflicts": true });
    salon.must("book_appointment", booking)["appointment_id"].as_str().unwrap().to_owned()
}

/// A session pays the visit; the answer of the payment, or nothing where there is no session.
fn session(salon: &TestSalon, visit: &str) -> Option<Value> {
    let from = credit(salon, visit, "package");
    let line = from["line_ids"].as_array()?.first()?.clone();
    Some(pay_from(salon, visit, &from, 1_000_000, line).unwrap())
}

fn held(salon: &TestSalon) -> Value {
    salon.must("get_client_credits", json!({ "client_id": salon.clients[0] }))["packages"][0].clone()
}

#[test]
fn a_membership_gives_its_sessions_each_month_and_what_a_month_leaves_is_the_salons() {
    let salon = TestSalon::new(71);
    member(&salon, 2);
    assert_eq!((&held(&salon)["left"], &held(&salon)["month_until"]), (&json!(2), &json!("2026-12-20")));
    assert_eq!(held(&salon)["valid_until"], "2027-02-20");
    for (start, owed) in [(600, -1_000_000), (660, -800_000)] {
        assert!(session(&salon, &visit_at(&salon, start)).is_some());
        assert_eq!(balance(&salon, "packages_outstanding"), owed);
    }
    assert!(session(&salon, &visit_at(&salon, 720)).is_none(), "no session is left of this month");
    assert_eq!(held(&salon)["left"], 0);

    salon.clock.advance(30 * DAY);
    let taken = session(&salon, &visit_on(&salon, "2026-12-21", 600)).unwrap();
    assert_eq!(balance(&salon, "packages_outstanding"), -600_000);
    assert_eq!(salon.must("end_promises", json!({}))["count"], 0, "the first month left nothing");
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "не тот визит" }));
    assert_eq!(held(&salon)["left"], 2, "the session came back to its month");
    assert!(session(&salon, &visit_on(&salon, "2026-12-21", 660)).is_some());

    salon.clock.advance(31 * DAY);
    let ended = salon.must("end_promises", json!({}));
    assert_eq!((&ended["count"], &ended["amount_minor"]), (&json!(1), &json!(200_000)));
    assert_eq!(salon.must("end_promises", json!({}))["count"], 0, "only once");
    assert_eq!((balance(&salon, "forfeited"), balance(&salon, "packages_outstanding")), (-200_000, -400_000));
    salon.clock.advance(60 * DAY);
    salon.must("end_promises", json!({}));
    assert_eq!((balance(&salon, "forfeited"), balance(&salon, "packages_outstanding")), (-600_000, 0));
    salon.assert_sound();
}

#[test]
fn as_many_sessions_as_wanted_take_their_price_while_the_months_part_lasts() {
    let salon = TestSalon::new(72);
    member(&salon, 0);
    let visit = visit_at(&salon, 600);
    assert_eq!(credit(&salon, &visit, "package")["units"], 0);
    assert!(session(&salon, &visit).is_some());
    assert_eq!(balance(&salon, "packages_outstanding"), -800_000, "the part of one month");
    assert!(session(&salon, &visit_at(&salon, 660)).is_some());
    assert_eq!(balance(&salon, "packages_outstanding"), -800_000);
    assert_eq!(balance(&salon, "package_discount"), 1_600_000);
    salon.assert_sound();
}

#[test]
fn a_freeze_moves_the_month_and_an_extension_the_last_one() {
    let salon = TestSalon::new(73);
    member(&salon, 2);
    let id = held(&salon)["package_id"].clone();
    salon.must("freeze_package", json!({ "package_id": id, "frozen": true }));
    assert!(session(&salon, &visit_at(&salon, 600)).is_none(), "frozen");
    salon.clock.advance(10 * DAY);
    salon.must("freeze_package", json!({ "package_id": id, "frozen": false }));
    assert_eq!(
        (&held(&salon)["month_until"], &held(&salon)["valid_until"]),
        (&json!("2026-12-30"), &json!("2027-03-02"))
    );
    let extend = json!({ "package_id": id, "valid_until": "2027-03-31", "reason": "болела" });
    salon.must("extend_package", extend);
    assert_eq!(held(&salon)["month_until"], "2026-12-30", "only the last month became longer");
    salon.clock.advance(110 * DAY);
    assert_eq!((&held(&salon)["month_until"], &held(&salon)["left"]), (&json!("2027-03-31"), &json!(2)));
    salon.assert_sound();
}

#[test]
fn only_a_membership_has_as_many_sessions_as_wanted_and_its_months_are_bounded() {
    let salon = TestSalon::new(74);
    let offer = |sessions: u16, periods: Value| {
        let asked = json!({ "name": "Член клуба", "price_minor": 1_000, "sessions": sessions, "periods": periods });
        salon.call("save_package_offer", asked)
    };
    assert_eq!(offer(0, Value::Null).unwrap_err().facts["field"], "sessions");
    assert_eq!(offer(0, json!(61)).unwrap_err().facts["field"], "periods");
    offer(0, json!(12)).unwrap();
}

#[test]
fn a_certificate_of_another_till_is_taken_up_to_the_limit_until_this_one_has_synced() {
    let first = TestSalon::new(75);
    let bill = sale(&first);
    let added = first.must("add_certificate", json!({ "appointment_id": bill, "value_minor": 8_000_000 }));
    first.pay_cash(&bill, 8_000_000, "complete").unwrap();
    let code = json!({ "code": added["code"] });
    assert_eq!(first.must("find_certificate", code.clone())["payable_minor"], 8_000_000, "sold here");

    let second = second_till(&first, 76);
    second.clock.advance(60_000);
    add_register(&second, "K2");
    second.must("open_shift", json!({}));
    let payable = || second.must("find_certificate", code.clone())["payable_minor"].as_i64().unwrap();
    assert_eq!(payable(), 5_000_000, "the product's limit in tenge");
    let rules = json!({ "blind_count": true, "receptionist_discount_bp": 1_000,
        "difference_without_reason_minor": 0, "certificates_elsewhere_minor": 1_500_000 });
    second.must("set_till_rules", json!({ "rules": rules }));
    let found = second.must("find_certificate", code.clone());
    let from = json!({ "method_id": found["method_id"], "source_id": found["certificate_id"] });
    pay_from(&second, &visit_at(&second, 600), &from, 1_000_000, Value::Null).unwrap();
    let visit = visit_at(&second, 660);
    let refused = pay_from(&second, &visit, &from, 1_000_000, Value::Null).unwrap_err();
    assert_eq!((refused.code, refused.facts["left_minor"].as_str()), (ErrorCode::CertificateElsewhere, "500000"));
    pay_from(&second, &visit, &from, 500_000, Value::Null).unwrap();
    assert_eq!(payable(), 0);
    second.clock.advance(DAY);
    assert_eq!(payable(), 1_500_000, "a new day");
    let now = second.clock.now();
    second.engine.store().write_local(|connection| local::set_last_synced(connection, now)).unwrap();
    assert_eq!(payable(), 6_500_000, "what is left is known");
    let unknown = second.call("find_certificate", json!({ "code": "NOSUCHCODE" })).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::NotFound);
    second.assert_sound();
}

#[test]
fn only_the_desk_sees_the_codes_of_a_clients_certificates() {
    let salon = TestSalon::new(77);
    let bill = sale(&salon);
    let added = salon.must("add_certificate", json!({ "appointment_id": bill, "value_minor": 500_000 }));
    salon.pay_cash(&bill, 500_000, "complete").unwrap();
    let shown = salon.must("get_client_credits", json!({ "client_id": salon.clients[0] }));
    assert_eq!(shown["certificates"][0]["code"], added["code"]);
    assert_eq!(shown["certificates"][0]["sold_on"], TODAY);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// Whatever days pass between visits and whenever promises are ended: no month gives more sessions
    /// than it has, and what was used, forfeited and is still owed make the price.
    #[test]
    fn a_month_gives_no_more_than_its_sessions(
        steps in prop::collection::vec((0i64..25, any::<bool>()), 1..10), sessions in 1u16..3, seed in 80u64..120,
    ) {
        let salon = TestSalon::new(seed);
        member(&salon, sessions);
        let mut taken = std::collections::BTreeMap::new();
        let (mut start, mut passed) = (600, 0);
        for (days, ends) in steps {
            salon.clock.advance(days * DAY);
            let month = held(&salon)["month_until"].clone();
            let left = held(&salon)["left"].as_u64().unwrap();
            passed += days;
            let today = TODAY.parse::<Day>().unwrap().plus_days(passed).to_string();
            start += 60;
            let usable = held(&salon)["usable"].as_bool().unwrap();
            let done = session(&salon, &visit_on(&salon, &today, start)).is_some();
            prop_assert_eq!(done, usable);
            if done {
                let count = taken.entry(month.to_string()).or_insert(0u16);
                *count += 1;
                prop_assert!(*count <= sessions);
                prop_assert_eq!(held(&salon)["left"].as_u64().unwrap(), left - 1);
            }
            if ends {
                salon.must("end_promises", json!({}));
            }
            let price = balance(&salon, "service_revenue") + balance(&salon, "package_discount");
            let used = -price - balance(&salon, "vat_payable");
            prop_assert!(used >= 0);
            prop_assert_eq!(used - balance(&salon, "forfeited") - balance(&salon, "packages_outstanding"), 1_200_000);
            salon.assert_sound();
        }
    }
}
