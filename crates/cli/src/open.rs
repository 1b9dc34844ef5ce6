//! Opening a salon for one command.

use std::sync::Arc;

use adelante_base::id::SystemIds;
use adelante_base::{Clock, IdSource, RequestId, StaffMemberId, SystemClock};
use adelante_engine::Caller;
use adelante_host::key::KeychainUse;
use adelante_host::{Desk, DeskOptions, Upkeep, system_language};
use adelante_wire::table::Call;
use adelante_wire::{CommandError, ErrorCode, StaffList};
use anyhow::Context;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::arguments::Salon;
use crate::output::notice;

/// What a desk is opened with on the command line.
pub fn options(salon: &Salon, upkeep: Upkeep) -> DeskOptions {
    DeskOptions {
        file: salon.db.clone(),
        key_file: salon.key_file.clone(),
        keychain: if salon.no_keychain { KeychainUse::Never } else { KeychainUse::Allowed },
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemIds),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        language: system_language(),
        upkeep,
    }
}

/// Opens a salon that must be there already: a misspelt name must not make a new one.
pub fn existing(salon: &Salon) -> anyhow::Result<Arc<Desk>> {
    if !salon.db.exists() {
        return Err(CommandError::new(ErrorCode::NotFound).with("what", format!("file {}", salon.db.display())).into());
    }
    ready(salon)
}

/// Opens a salon and says so where its key lies in the open.
pub fn ready(salon: &Salon) -> anyhow::Result<Arc<Desk>> {
    let desk = Desk::open(options(salon, Upkeep::None));
    desk.ready()?;
    warn_of_key_file(&desk);
    Ok(desk)
}

/// A key beside the database protects it from nobody who can copy both.
pub fn warn_of_key_file(desk: &Desk) {
    if let Some(path) = desk.exposed_key_file() {
        notice(&format!("warning: the database's key lies unprotected in {}", path.display()));
    }
}

/// Asks the desk something in the program's own name.
pub fn ask<T: DeserializeOwned>(desk: &Desk, command: &str, input: Value) -> anyhow::Result<T> {
    let answer = desk.call(&call(command, input), Caller::Program)?;
    serde_json::from_value(answer).context("an answer of the engine that is not of its form")
}

/// A call with a request id of its own.
pub fn call(command: &str, input: Value) -> Call {
    let request_id = Some(RequestId::new(&SystemIds as &dyn IdSource, SystemClock.now()));
    Call { command: command.to_owned(), input, request_id, session_id: None }
}

/// A staff member by id or by name.
pub fn caller(desk: &Desk, user: Option<&str>) -> anyhow::Result<Caller> {
    let Some(user) = user else { return Ok(Caller::Program) };
    if let Ok(id) = user.parse::<StaffMemberId>() {
        return Ok(Caller::Staff(id));
    }
    let staff: StaffList = ask(desk, "list_staff", json!({}))?;
    let mut named = staff.staff.iter().filter(|member| member.staff.name.to_lowercase() == user.to_lowercase());
    match (named.next(), named.next()) {
        (Some(member), None) => Ok(Caller::Staff(member.staff_id)),
        (Some(_), Some(_)) => anyhow::bail!("several people have this name: give the id"),
        (None, _) => Err(CommandError::new(ErrorCode::NotFound).with("what", "staff member").into()),
    }
}
