//! The salon's registers.

use adelante_base::RegisterId;
use adelante_domain::permission::Permission;
use adelante_store::salon::{self, Register};
use adelante_store::{Connection, Door, local, shift};
use adelante_wire::table::Call;
use adelante_wire::{
    AddRegister, Done, ErrorCode, ListRegisters, RegisterAdded, RegisterList, RegisterState, RetireRegister,
    UpdateRegister, UseRegister,
};

use super::count::in_drawer;
use super::register;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, filled};
use crate::people::Local;
use crate::salon::shown_register;
use crate::salon::till::sees_drawer;
use crate::{Caller, Engine};

/// Letters of a prefix.
const PREFIX_MAX: usize = 4;
/// The preference that says which of its registers this device works with.
const CHOSEN: &str = "register";

impl Mutation for AddRegister {
    type Output = RegisterAdded;
    const KIND: &'static str = "register_added";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<RegisterAdded>> {
        filled("name", &self.name, 80)?;
        filled("prefix", &self.prefix, PREFIX_MAX)?;
        let prefix = self.prefix.trim().to_uppercase();
        if !prefix.chars().all(char::is_alphanumeric) {
            return Err(EngineError::new(ErrorCode::BadInput).with("field", "prefix"));
        }
        if salon::prefix_known(door.connection(), &prefix)? {
            return Err(EngineError::new(ErrorCode::PrefixTaken).with("prefix", prefix));
        }
        let register_id = RegisterId::new(door.ids(), door.at());
        let register = Register { id: register_id, name: self.name.trim().to_owned(), prefix };
        salon::insert_register(door, &register)?;
        Ok(Answer::of(RegisterAdded { register_id }))
    }
}

impl Mutation for RetireRegister {
    type Output = Done;
    const KIND: &'static str = "register_retired";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let retired = living(door.connection(), self.register_id)?;
        let used = |what: &str| Err(EngineError::new(ErrorCode::StillUsed).with("what", what));
        if register(door.connection())?.id == retired.id {
            return used("register");
        }
        if shift::current(door.connection(), retired.id)?.is_some() {
            return used("shift");
        }
        if !in_drawer(door.connection(), retired.id)?.is_zero() {
            return used("drawer");
        }
        door.retire("register", &retired.id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Local for UseRegister {
    type Output = Done;

    fn run(&self, engine: &Engine, call: &Call, caller: Caller) -> Result<Done> {
        engine.actor(call, caller)?.check(Permission::Shifts)?;
        let own = salon::registers_here(&*engine.store.read()?)?;
        if !own.iter().any(|one| one.id == self.register_id) {
            return Err(EngineError::not_found("register"));
        }
        let chosen = self.register_id.to_string();
        engine.store.write_local(|connection| local::set_preference(connection, CHOSEN, &chosen))?;
        engine.tell_stale(&["salon", "money"]);
        Ok(Done {})
    }
}

impl Mutation for UpdateRegister {
    type Output = Done;
    const KIND: &'static str = "register_updated";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        filled("name", &self.name, 80)?;
        let register = living(door.connection(), self.register_id)?;
        salon::rename_register(door, register.id, self.name.trim())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListRegisters {
    type Output = RegisterList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<RegisterList> {
        let here = register(connection)?;
        let own = salon::registers_here(connection)?;
        let state = |one: Register| -> Result<RegisterState> {
            let open = shift::current(connection, one.id)?;
            let seen = open.is_none() || sees_drawer(context);
            Ok(RegisterState {
                here: one.id == here.id,
                own: own.iter().any(|mine| mine.id == one.id),
                shift_number: open.map(|shift| shift.number),
                drawer_minor: seen.then(|| in_drawer(connection, one.id)).transpose()?,
                register: shown_register(&one),
            })
        };
        Ok(RegisterList { registers: salon::registers(connection)?.into_iter().map(state).collect::<Result<_>>()? })
    }
}

/// A register that the salon still has.
pub(super) fn living(connection: &Connection, id: RegisterId) -> Result<Register> {
    let found = salon::registers(connection)?.into_iter().find(|register| register.id == id);
    found.ok_or_else(|| EngineError::not_found("register"))
}
