//! `adelante call` and `adelante commands`.

use std::io::Read;

use adelante_wire::table::COMMANDS;
use anyhow::Context;
use serde_json::Value;

use crate::arguments;
use crate::open;
use crate::output::Output;

/// Runs any command of the router and prints its output.
pub fn run(wanted: &arguments::Call, output: &Output) -> anyhow::Result<()> {
    let text = if wanted.input == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("stdin cannot be read")?;
        text
    } else {
        wanted.input.clone()
    };
    let input: Value = serde_json::from_str(&text).context("the input is not JSON")?;
    let mut call = open::call(&wanted.command, input);
    if let Some(id) = &wanted.request_id {
        call.request_id = Some(id.parse().context("the request id must be a UUID")?);
    }
    let desk = open::existing(&wanted.salon)?;
    let caller = open::caller(&desk, wanted.user.as_deref())?;
    output.document(&desk.call(&call, caller)?)
}

/// Lists the commands: names and kinds for people, JSON schemas for programs.
pub fn list(output: &Output) -> anyhow::Result<()> {
    output.answer(&adelante_wire::schemas::commands(), || {
        COMMANDS
            .iter()
            .map(|command| {
                format!("{:<9} {}({}) -> {}", command.kind.as_str(), command.name, command.input, command.output)
            })
            .collect::<Vec<_>>()
            .join("\n")
    })
}
