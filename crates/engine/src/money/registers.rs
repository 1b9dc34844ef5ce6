//! The salon's registers.

use adelante_base::RegisterId;
use adelante_domain::permission::Permission;
use adelante_store::salon::{self, Register};
use adelante_store::{Connection, Door, shift};
use adelante_wire::{Done, ListRegisters, RegisterList, RegisterState, UpdateRegister};

use super::count::in_drawer;
use super::register;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, filled};
use crate::salon::shown_register;
use crate::salon::till::sees_drawer;

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
        let state = |one: Register| -> Result<RegisterState> {
            let open = shift::current(connection, one.id)?;
            let seen = open.is_none() || sees_drawer(context);
            Ok(RegisterState {
                here: one.id == here.id,
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
