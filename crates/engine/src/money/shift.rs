//! Opening and closing a shift, and how it stands.

use adelante_base::Money;
use adelante_domain::ledger::Account;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, Door, ledger, shift, staff};
use adelante_wire::{
    self as wire, CloseShift, CurrentShift, ErrorCode, GetShift, ListShifts, MethodTotal, OpenShift, ShiftClosed,
    ShiftList, ShiftOpened,
};

use super::{open_shift, register};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

impl Mutation for OpenShift {
    type Output = ShiftOpened;
    const KIND: &'static str = "shift_opened";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Never("a shift that was opened is closed, not undone");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ShiftOpened>> {
        let register = register(door.connection())?;
        if let Some(open) = shift::current(door.connection(), register.id)? {
            return Err(EngineError::new(ErrorCode::ShiftOpen).with("number", open.number));
        }
        if door.clock_is_back() {
            return Err(EngineError::new(ErrorCode::ClockBack).with("now", context.at.millis()));
        }
        let (shift_id, number) = shift::open(door, register.id, context.business_day()?)?;
        Ok(Answer::of(ShiftOpened { shift_id, number }))
    }
}

impl Mutation for CloseShift {
    type Output = ShiftClosed;
    const KIND: &'static str = "shift_closed";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Never("a closed shift is final");

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ShiftClosed>> {
        let register = register(door.connection())?;
        let open = open_shift(door.connection(), &register)?;
        let drawer = ledger::balance(door.connection(), Account::Drawer(register.id))?;
        shift::close(door, open.id, drawer)?;
        Ok(Answer::of(ShiftClosed {
            shift_id: open.id,
            expected_minor: drawer,
            counted_minor: None,
            difference_minor: Money::ZERO,
        }))
    }
}

impl Query for GetShift {
    type Output = CurrentShift;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<CurrentShift> {
        let register = register(connection)?;
        let shift = shift::current(connection, register.id)?;
        Ok(CurrentShift { shift: shift.map(|shift| shown(connection, shift)).transpose()? })
    }
}

impl Query for ListShifts {
    type Output = ShiftList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<ShiftList> {
        if !(1..=100).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 100));
        }
        let register = register(connection)?;
        let shifts = shift::list(connection, register.id, self.limit)?;
        Ok(ShiftList { shifts: shifts.into_iter().map(|shift| shown(connection, shift)).collect::<Result<_>>()? })
    }
}

fn shown(connection: &Connection, shift: shift::Shift) -> Result<wire::Shift> {
    let register = register(connection)?;
    let by_method: Vec<MethodTotal> = shift::by_method(connection, shift.id)?
        .into_iter()
        .map(|sum| MethodTotal {
            method_id: sum.method_id,
            kind: sum.kind,
            name: sum.name,
            total_minor: sum.total,
            count: sum.count,
        })
        .collect();
    let drawer = match shift.closed_drawer {
        Some(drawer) => drawer,
        None => ledger::balance(connection, Account::Drawer(register.id))?,
    };
    Ok(wire::Shift {
        shift_id: shift.id,
        number: shift.number,
        register: crate::salon::shown_register(&register),
        business_day: shift.business_day,
        opened_at: shift.opened_at,
        opened_by: person(connection, &shift.opened_by)?,
        closed_at: shift.closed_at,
        receipts: shift.receipts,
        drawer_minor: Some(drawer),
        total_minor: Money::sum(by_method.iter().map(|sum| sum.total_minor))?,
        by_method,
    })
}

/// Name of a staff member by the text the facts carry; empty for the program itself.
pub(crate) fn person(connection: &Connection, actor: &str) -> Result<String> {
    let Ok(id) = actor.parse() else { return Ok(String::new()) };
    Ok(staff::get(connection, id)?.map(|member| member.staff.name).unwrap_or_default())
}
