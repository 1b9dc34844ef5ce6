//! The demo salon is the same for the same seed, and passes every check.

use crate::common::{Place, ask};
use adelante_base::vocabulary::Language;
use adelante_host::Desk;
use adelante_host::demo::{self, DemoOptions, Made, PIN};
use adelante_host::key::KeychainUse;
use serde_json::{Value, json};

fn demo(seed: u64, clients: u32, months: u32) -> DemoOptions {
    DemoOptions {
        seed,
        clients,
        staff: 5,
        months,
        visits_only: false,
        language: Language::Ru,
        country: "KZ".to_owned(),
        today: "2026-11-20".parse().unwrap(),
    }
}

fn make(place: &Place, wanted: &DemoOptions) -> (Made, std::sync::Arc<Desk>) {
    let made = demo::make(place.options(), wanted).unwrap();
    assert!(place.files(".making").is_empty());
    (made, place.open())
}

fn shown(desk: &Desk) -> Vec<Value> {
    [
        ("list_clients", json!({ "limit": 500 })),
        ("list_staff", json!({})),
        ("list_services", json!({})),
        ("get_day", json!({ "day": "2026-11-10" })),
        ("get_day", json!({ "day": "2026-11-20" })),
        ("list_receipts", json!({ "limit": 200 })),
        ("list_shifts", json!({ "limit": 100 })),
    ]
    .into_iter()
    .map(|(command, input)| ask(desk, command, input).unwrap())
    .collect()
}

#[test]
fn the_same_seed_gives_the_same_salon_and_another_seed_another_one() {
    let (a, b, c) = (Place::new(), Place::new(), Place::new());
    let ((made_a, desk_a), (made_b, desk_b)) = (make(&a, &demo(7, 60, 1)), make(&b, &demo(7, 60, 1)));
    assert_eq!(made_a, made_b);
    assert_eq!(shown(&desk_a), shown(&desk_b));
    let (_, desk_c) = make(&c, &demo(8, 60, 1));
    assert_ne!(shown(&desk_a), shown(&desk_c));
    assert_ne!(
        adelante_host::key::find(&a.file(), None, KeychainUse::Never).unwrap()[0].key,
        adelante_host::key::find(&b.file(), None, KeychainUse::Never).unwrap()[0].key,
        "the key is never from the seed"
    );
}

#[test]
fn a_demo_salon_passes_every_check_and_its_owner_signs_in() {
    let place = Place::new();
    let (made, desk) = make(&place, &demo(1, 40, 1));
    assert_eq!((made.staff, made.clients), (5, 40));
    assert!(made.visits > 100 && made.receipts > 80, "{made:?}");
    let verified = ask(&desk, "verify", json!({})).unwrap();
    assert_eq!(verified["ok"], true, "{verified}");
    let state = ask(&desk, "get_app_state", json!({})).unwrap();
    let owner = state["users"].as_array().unwrap().iter().find(|user| user["role"] == "owner").unwrap();
    assert_eq!(owner["name"], made.owner);
    ask(&desk, "login", json!({ "staff_id": owner["staff_id"], "pin": PIN })).unwrap();
}

#[test]
fn every_language_and_country_makes_a_salon() {
    for (language, country) in [(Language::Uk, "UA"), (Language::Kk, "KZ"), (Language::En, "PL"), (Language::Ru, "RU")]
    {
        let place = Place::new();
        let (made, desk) = make(&place, &DemoOptions { language, country: country.to_owned(), ..demo(2, 25, 0) });
        assert_eq!((made.clients, made.visits), (25, 0), "{country}");
        assert!(made.services >= 20, "{country}");
        let page = ask(&desk, "list_clients", json!({ "limit": 25 })).unwrap();
        let rows = page["clients"].as_array().unwrap();
        assert!(rows.iter().all(|row| row["phone"].as_str().is_some_and(|phone| phone.len() > 8)), "{country}");
    }
}

#[test]
fn no_clients_and_no_months_give_an_empty_salon_with_staff_and_services() {
    let place = Place::new();
    let (made, desk) = make(&place, &demo(1, 0, 0));
    assert_eq!((made.staff, made.clients, made.visits, made.receipts), (5, 0, 0, 0));
    assert_eq!(ask(&desk, "list_staff", json!({})).unwrap()["staff"].as_array().unwrap().len(), 5);
    assert!(made.services >= 20);
}
