//! What sync will rest on: operations applied elsewhere give the same rows, and two stores
//! that worked apart agree once they have seen each other's.

use adelante_store::{Envelope, Key, Store, apply, operation};
use adelante_testkit::{Rows, TestSalon, dump};
use serde_json::{Value, json};

use crate::samples::{Sample, mutations, sample};

pub fn envelopes(store: &Store) -> Vec<Envelope> {
    let connection = store.read().unwrap();
    let mut heads = connection.prepare("SELECT device FROM chain ORDER BY device").unwrap();
    let devices: Vec<String> = heads.query_map([], |row| row.get("device")).unwrap().map(Result::unwrap).collect();
    let mut all = Vec::new();
    for device in devices {
        for found in operation::of_device(&connection, &device, 0, 100_000).unwrap() {
            all.push(apply::export(&connection, found.id).unwrap());
        }
    }
    all
}

#[test]
fn the_operations_of_every_command_applied_to_an_empty_store_give_equal_tables() {
    for command in mutations() {
        let Sample { salon, input } = sample(command);
        salon.must(command, input);
        let folder = tempfile::tempdir().unwrap();
        let mirror = Store::open(&folder.path().join("mirror.db"), &Key::from_bytes([9; 32])).unwrap();
        for envelope in envelopes(salon.engine.store()) {
            mirror.apply(&envelope).unwrap_or_else(|error| panic!("{command}: {error}"));
            assert!(mirror.apply(&envelope).unwrap().is_empty(), "applied twice it changes nothing");
        }
        assert_eq!(dump(&mirror.read().unwrap(), Rows::All), salon.dump(), "{command}");
        for check in mirror.verify().unwrap() {
            assert!(check.ok, "{command}: {}: {}", check.name, check.detail);
        }
    }
}

#[test]
fn an_operation_that_was_altered_or_skips_its_chain_is_refused() {
    let salon = TestSalon::new(3);
    let folder = tempfile::tempdir().unwrap();
    let mirror = Store::open(&folder.path().join("mirror.db"), &Key::from_bytes([9; 32])).unwrap();
    let all = envelopes(salon.engine.store());
    assert!(mirror.apply(&all[1]).is_err(), "the second before the first");
    let mut altered = all[0].clone();
    altered.operation.actor = "somebody else".to_owned();
    assert!(mirror.apply(&altered).is_err());
    let mut altered = all[0].clone();
    altered.changes[0].1.insert("name".to_owned(), json!("Другой"));
    altered.changes[0].0.after = Some(Value::Object(altered.changes[0].1.clone()).to_string());
    assert!(mirror.apply(&altered).is_err());
    mirror.apply(&all[0]).unwrap();
}

/// A second till with the same salon: it got everything the first one has, under its own name.
pub fn second_till(first: &TestSalon, seed: u64) -> TestSalon {
    let mut second = TestSalon::empty(seed);
    for envelope in envelopes(first.engine.store()) {
        second.engine.store().apply(&envelope).unwrap();
    }
    second.staff.clone_from(&first.staff);
    second.services.clone_from(&first.services);
    second.clients.clone_from(&first.clients);
    second
}

/// Fifty commands drawn by a seed; refusals are part of the day.
fn a_busy_day(salon: &TestSalon, visits: &[String], mut seed: u64) -> u32 {
    let mut draw = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut done = 0;
    for step in 0..50 {
        let visit = &visits[usize::try_from(draw(visits.len() as u64)).unwrap()];
        let client = &salon.clients[usize::try_from(draw(2)).unwrap()];
        let start = 540 + draw(40) * 15;
        let day = format!("2026-11-{}", 22 + draw(5));
        let answer = match draw(9) {
            0 => salon.call("update_client", json!({ "client_id": client, "client": { "first_name": format!("Имя{step}"), "note": format!("{}", draw(99)) } })),
            1 => salon.call("move_appointment", json!({ "appointment_id": visit, "day": day, "start_min": start, "override_conflicts": true })),
            2 => salon.call("move_appointment", json!({ "appointment_id": visit, "day": day, "start_min": start, "from_staff_id": salon.staff[2], "to_staff_id": salon.staff[3], "override_conflicts": true })),
            3 => {
                let line = json!({ "service_id": salon.services[2], "staff_id": salon.staff[2] });
                let shown = salon.must("get_appointment", json!({ "appointment_id": visit }));
                let mut lines: Vec<Value> = shown["lines"].as_array().unwrap().iter().map(|kept| json!({ "line_id": kept["line_id"], "service_id": kept["service_id"], "staff_id": kept["staff_id"] })).collect();
                lines.push(line);
                salon.call("update_appointment", json!({ "appointment_id": visit, "client_id": client, "day": day, "start_min": start, "note": format!("{step}"), "source": "", "lines": lines, "override_conflicts": true }))
            }
            4 => {
                let status = ["confirmed", "arrived", "no_show"][usize::try_from(draw(3)).unwrap()];
                salon.call("set_appointment_status", json!({ "appointment_id": visit, "status": status }))
            }
            5 => salon.call("undo", json!({})),
            6 => salon.call("update_service", json!({ "service_id": salon.services[0], "service": { "category": "Волосы", "name": "Стрижка", "duration_min": 30 + draw(60), "price_minor": draw(9_000_000) } })),
            7 => salon.call("create_client", json!({ "client": { "first_name": format!("Новая{step}"), "phones": ["+77010000000"] } })),
            _ => salon.call("retire_client", json!({ "client_id": client })),
        };
        done += u32::from(answer.is_ok());
        salon.clock.advance(i64::try_from(draw(90_000)).unwrap());
    }
    done
}

#[test]
fn two_tills_that_worked_apart_swap_and_agree() {
    for seed in 0..6 {
        let first = TestSalon::new(100 + seed);
        let visits: Vec<String> = (0..4u16).map(|n| first.book(540 + n * 120, &[0], 2)).collect();
        let second = second_till(&first, 200 + seed);
        let done = a_busy_day(&first, &visits, seed * 2 + 1) + a_busy_day(&second, &visits, seed * 2 + 2);
        assert!(done > 30, "only {done} of 100 commands were possible");
        let (a, b) = (envelopes(first.engine.store()), envelopes(second.engine.store()));
        for envelope in &b {
            first.engine.store().apply(envelope).unwrap();
        }
        for envelope in &a {
            second.engine.store().apply(envelope).unwrap();
        }
        let (here, there) = (first.dump(), second.dump());
        let differ: Vec<_> = here.iter().zip(&there).filter(|(a, b)| a != b).take(3).collect();
        assert!(here == there, "seed {seed}: {differ:#?}");
        first.assert_sound();
        second.assert_sound();
    }
}
