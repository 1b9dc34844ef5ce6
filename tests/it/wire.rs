//! Golden messages: what a shipped version sent must decode for ever. A message is never
//! edited; a new version that adds a field or a command adds a folder beside the old one.

use std::collections::BTreeSet;
use std::fs;

use adelante_tests::program::fixture;
use adelante_wire as wire;
use adelante_wire::table::{COMMANDS, Call};
use serde_json::Value;

/// Decodes the input of a call and gives back what it was understood as.
fn understood(call: &Call) -> Result<Value, serde_json::Error> {
    macro_rules! inputs {
        ($($kind:ident $name:ident($input:ident) -> $output:ident;)*) => {
            match call.command.as_str() {
                $(stringify!($name) => serde_json::from_value::<wire::$input>(call.input.clone()).and_then(serde_json::to_value),)*
                other => panic!("{other} was taken out of the contract: it must stay, and may refuse"),
            }
        };
    }
    wire::with_commands!(inputs)
}

/// All golden messages, of all versions.
fn golden() -> Vec<(String, Value)> {
    let versions = fs::read_dir(fixture("wire")).unwrap().map(|entry| entry.unwrap().path());
    let files = versions.flat_map(|version| fs::read_dir(version).unwrap().map(|entry| entry.unwrap().path()));
    files
        .map(|file| {
            let name = file.display().to_string();
            let message =
                serde_json::from_slice(&fs::read(&file).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, message)
        })
        .collect()
}

#[test]
fn what_every_shipped_version_sent_is_still_understood_to_the_last_field() {
    for (name, message) in golden() {
        let call: Call = serde_json::from_value(message.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let input = understood(&call).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (field, sent) in message["input"].as_object().unwrap() {
            assert_holds(&input[field], sent, &format!("{name}: {field}"));
        }
    }
}

/// Everything that was sent is there; fields that came later may be too.
fn assert_holds(understood: &Value, sent: &Value, place: &str) {
    match (understood, sent) {
        (Value::Object(all), Value::Object(fields)) => {
            for (field, value) in fields {
                assert_holds(all.get(field).unwrap_or(&Value::Null), value, &format!("{place}.{field}"));
            }
        }
        (Value::Array(all), Value::Array(sent)) => {
            assert_eq!(all.len(), sent.len(), "{place}");
            all.iter().zip(sent).for_each(|(one, value)| assert_holds(one, value, place));
        }
        _ => assert_eq!(understood, sent, "{place}"),
    }
}

#[test]
fn every_command_has_a_golden_message() {
    let messages = golden();
    let named: BTreeSet<&str> = messages.iter().map(|(_, message)| message["command"].as_str().unwrap()).collect();
    let missing: Vec<&str> = COMMANDS.iter().map(|command| command.name).filter(|name| !named.contains(name)).collect();
    assert!(missing.is_empty(), "add tests/fixtures/wire/VERSION/NAME.json for {missing:?}");
}
