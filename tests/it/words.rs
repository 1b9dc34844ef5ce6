//! The command line's manners: exit code 0 only if it was done, one sentence on stderr, JSON
//! where asked.

use adelante_tests::{Dice, Said, Salon, program};
use adelante_wire::table::COMMANDS;
use serde_json::{Value, json};

fn bare(words: &[&str]) -> Said {
    Said::of(program::command().args(words).output().unwrap())
}

#[test]
fn commands_lists_every_command_with_a_schema_of_its_input_and_output() {
    let list = bare(&["--json", "commands"]).done();
    let text = list.to_string();
    for command in COMMANDS {
        assert!(text.contains(&format!("\"{}\"", command.name)), "{}", command.name);
    }
    let for_people = bare(&["commands"]);
    assert_eq!(for_people.code, Some(0));
    assert_eq!(for_people.stdout.lines().count(), COMMANDS.len());
}

#[test]
fn a_wrong_word_is_refused_before_anything_is_touched() {
    for words in [&["sing"][..], &["verify"], &["demo", "--clients", "-1", "--db", "x.db"], &["call", "--db", "x.db"]] {
        let said = bare(words);
        assert!(said.code.is_some_and(|code| code != 0), "{words:?}");
        assert!(!said.stderr.is_empty() && said.stdout.is_empty(), "{words:?}");
    }
}

#[test]
fn a_misspelt_file_is_not_made() {
    let salon = Salon::none();
    for command in ["verify", "backup"] {
        let said = salon.run::<&str>(command, &[]);
        assert_eq!(said.code_of_refusal(), "not_found", "{command}");
    }
    assert_eq!(salon.call("list_clients", &json!({ "limit": 1 })).code_of_refusal(), "not_found");
    assert!(!salon.file().exists());
}

#[test]
fn verify_says_a_line_for_each_check_and_succeeds_on_a_whole_file() {
    let salon = Salon::demo(3, 30, 1);
    let verified = salon.run::<&str>("verify", &[]).done();
    let checks: Vec<&str> =
        verified["lines"].as_array().unwrap().iter().map(|line| line["check"].as_str().unwrap()).collect();
    for check in ["integrity", "foreign_keys", "ledger", "caches", "chain", "receipts"] {
        assert!(checks.contains(&check), "{check}");
    }
    assert!(verified["lines"].as_array().unwrap().iter().all(|line| line["ok"] == true && line["detail"] == ""));
}

#[test]
fn call_answers_refuses_and_says_why_in_one_sentence() {
    let salon = Salon::demo(3, 5, 0);
    let made =
        salon.must("create_client", &json!({ "client": { "first_name": "Анна", "phones": ["8 701 123 45 67"] } }));
    let card = salon.must("get_client", &json!({ "client_id": made["client_id"] }));
    assert_eq!(card["phones"][0]["e164"], "+77011234567");
    for (command, input, code) in [
        ("sing", json!({}), "bad_input"),
        ("create_client", json!({ "klient": {} }), "bad_input"),
        ("create_client", json!({ "client": { "first_name": "А", "phones": ["12"] } }), "bad_phone"),
        ("get_client", json!({ "client_id": Dice::new(1).id() }), "not_found"),
        ("list_clients", json!({ "limit": 0 }), "out_of_range"),
        ("take_payment", json!({}), "bad_input"),
    ] {
        assert_eq!(salon.call(command, &input).code_of_refusal(), code, "{command} {input}");
    }
    let said = salon.run("call", &["list_clients", "no json"]);
    assert!(said.refused().1.contains("not JSON"), "{}", said.stderr);
}

#[test]
fn a_person_may_only_what_the_role_allows() {
    let salon = Salon::demo(3, 5, 0);
    let staff = salon.must("list_staff", &json!({}));
    let named = |role: &str| {
        let found = staff["staff"].as_array().unwrap().iter().find(|member| member["staff"]["role"] == role);
        found.unwrap()["staff"]["name"].as_str().unwrap().to_owned()
    };
    let settings = salon.must("get_salon", &json!({}))["salon"].clone();
    let input = json!({ "salon": settings }).to_string();
    let as_ = |who: &str| salon.run("call", &["update_salon", &input, "--as", who]);
    assert_eq!(as_(&named("master")).code_of_refusal(), "not_permitted");
    as_(&named("owner")).done();
    assert_eq!(as_("nobody of this name").code_of_refusal(), "not_found");
}

#[test]
fn a_mutation_asked_again_with_its_request_id_happens_once() {
    let salon = Salon::demo(3, 5, 0);
    let id = Dice::new(9).id();
    let ask = |name: &str| {
        let input = json!({ "client": { "first_name": name } }).to_string();
        salon.run("call", &["create_client", &input, "--request-id", &id])
    };
    assert_eq!(ask("Анна").done(), ask("Анна").done());
    assert_eq!(ask("Вера").code_of_refusal(), "request_id_reused");
    assert_eq!(salon.must("list_clients", &json!({ "limit": 1 }))["total"], 6);
}

#[test]
fn a_receipt_is_written_by_its_number_and_by_its_id() {
    let salon = Salon::demo(3, 30, 1);
    let receipts = salon.must("list_receipts", &json!({ "limit": 1 }));
    let receipt = &receipts["receipts"][0];
    for (name, format) in [("number", "80mm"), ("receipt_id", "a4")] {
        let out = salon.at(&format!("{name}.pdf"));
        let words = [receipt[name].as_str().unwrap(), "--format", format, "--out", out.to_str().unwrap()];
        salon.run("receipt", &words).done();
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{name}");
    }
    let out = salon.at("none.pdf");
    let absent = salon.run("receipt", &["K1-999999", "--out", out.to_str().unwrap()]);
    assert_eq!(absent.code_of_refusal(), "not_found");
    let odd =
        salon.run("receipt", &[receipt["number"].as_str().unwrap(), "--format", "a7", "--out", out.to_str().unwrap()]);
    assert_eq!(odd.code, Some(1));
    assert!(!out.exists());
}

#[test]
fn money_that_cannot_be_taken_is_refused_with_what_to_do() {
    let salon = Salon::demo(3, 5, 0);
    let staff = salon.must("list_staff", &json!({}));
    let master = staff["staff"].as_array().unwrap().iter().find(|member| member["staff"]["role"] == "master").unwrap();
    let service = salon.must("list_services", &json!({}))["services"][0].clone();
    let visit = |day: &str, start: u32, price: i64| {
        let line = json!({ "service_id": service["service_id"], "staff_id": master["staff_id"], "price_minor": price });
        salon.call(
            "book_appointment",
            &json!({ "day": day, "start_min": start, "lines": [line], "override_conflicts": true }),
        )
    };
    assert_eq!(visit("2026-12-01", 700, -1).code_of_refusal(), "out_of_range");
    assert_eq!(visit("2026-12-01", 1_440, 100).code_of_refusal(), "out_of_range");
    let booked = visit("2026-12-01", 700, 500_000).done();
    let method = salon.must("get_salon", &json!({}))["methods"][0]["method_id"].clone();
    let pay = |minor: Value| {
        let payment = json!({ "method_id": method, "amount_minor": minor });
        salon.call(
            "take_payment",
            &json!({ "appointment_id": booked["appointment_id"], "payments": [payment], "after": "keep" }),
        )
    };
    assert_eq!(pay(json!(100)).code_of_refusal(), "no_shift");
    salon.must("open_shift", &json!({}));
    for (minor, code) in [
        (json!(0), "not_positive"),
        (json!(-100), "not_positive"),
        (json!(500_001), "over_remaining"),
        (json!(1_000_000_000_000_000_i64), "over_remaining"),
        (json!(0.5), "bad_input"),
    ] {
        assert_eq!(pay(minor.clone()).code_of_refusal(), code, "{minor}");
    }
    pay(json!(500_000)).done();
    salon.assert_sound();
}
