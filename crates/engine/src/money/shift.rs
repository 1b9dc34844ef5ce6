//! Opening and closing a shift, and how it stands.

use adelante_base::Money;
use adelante_domain::cash::needs_reason;
use adelante_domain::payment::is_money;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, Door, salon, shift, staff};
use adelante_wire::{
    self as wire, CloseShift, CurrentShift, ErrorCode, GetShift, ListShifts, MethodTotal, OpenShift, ShiftClosed,
    ShiftList, ShiftOpened,
};

use super::{count, open_shift, register};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::salon::till;

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
        let count = count::checked(self.count.as_ref())?;
        let first = count::is_first(door, &register)?;
        let (shift_id, number) = shift::open(door, register.id, context.business_day()?, count.as_ref())?;
        if let Some(count) = count {
            let difference = count::difference(door, &register, &count)?;
            count::post_opening(context, door, &register, shift_id, first, difference)?;
        }
        Ok(Answer::of(ShiftOpened { shift_id, number }))
    }
}

impl Mutation for CloseShift {
    type Output = ShiftClosed;
    const KIND: &'static str = "shift_closed";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Never("a closed shift is final");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ShiftClosed>> {
        at_most("reason", &self.reason, 500)?;
        let register = register(door.connection())?;
        let open = open_shift(door.connection(), &register)?;
        let expected = count::in_drawer(door.connection(), register.id)?;
        let counted = count::checked(self.count.as_ref())?;
        let difference = match &counted {
            Some(counted) => count::difference(door, &register, counted)?,
            None => Money::ZERO,
        };
        if self.reason.trim().is_empty() {
            explained(context, difference)?;
        }
        shift::close(door, open.id, expected, counted.as_ref(), self.reason.trim())?;
        count::post_close(context, door, &register, open.id, difference)?;
        super::fiscal::queue_close(context, door)?;
        let closed = ShiftClosed {
            shift_id: open.id,
            expected_minor: expected,
            counted_minor: counted.map(|counted| counted.counted()),
            difference_minor: difference,
        };
        Ok(Answer::of(closed).because(&self.reason))
    }
}

/// Refuses a drawer that is over or short beyond the rule of the till and without a reason. Whoever
/// counts blindly hears only that it differs, or the next count would be made to fit.
fn explained(context: &Context<'_>, difference: Money) -> Result<()> {
    if !needs_reason(difference, till::of(context).difference_without_reason_minor) {
        return Ok(());
    }
    let differs = EngineError::new(ErrorCode::CountDiffers);
    let seen = till::sees_drawer(context);
    Err(if seen { differs.with("difference_minor", difference.minor()) } else { differs })
}

impl Query for GetShift {
    type Output = CurrentShift;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<CurrentShift> {
        let register = register(connection)?;
        let shift = shift::current(connection, register.id)?;
        Ok(CurrentShift { shift: shift.map(|shift| shown(context, connection, shift)).transpose()? })
    }
}

impl Query for ListShifts {
    type Output = ShiftList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ShiftList> {
        if !(1..=100).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 100));
        }
        let register = register(connection)?;
        let shifts = shift::list(connection, register.id, self.limit)?;
        let shifts = shifts.into_iter().map(|shift| shown(context, connection, shift)).collect::<Result<_>>()?;
        Ok(ShiftList { shifts })
    }
}

/// A shift as it stands or ended.
pub(super) fn shown(context: &Context<'_>, connection: &Connection, shift: shift::Shift) -> Result<wire::Shift> {
    let register =
        salon::register_of(connection, shift.register_id)?.ok_or_else(|| EngineError::not_found("register"))?;
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
    Ok(wire::Shift {
        drawer_minor: drawer_of(context, connection, &shift)?,
        shift_id: shift.id,
        number: shift.number,
        register: crate::salon::shown_register(&register),
        business_day: shift.business_day,
        opened_at: shift.opened_at,
        opened_by: person(connection, &shift.opened_by)?,
        closed_at: shift.closed_at,
        receipts: shift.receipts,
        total_minor: Money::sum(by_method.iter().filter(|sum| is_money(sum.kind)).map(|sum| sum.total_minor))?,
        by_method,
    })
}

/// What must lie in a shift's drawer: now, or at its close. Who counts blindly does not know it before.
pub(super) fn drawer_of(context: &Context<'_>, connection: &Connection, shift: &shift::Shift) -> Result<Option<Money>> {
    match shift.closed_drawer {
        None if !till::sees_drawer(context) => Ok(None),
        None => count::in_drawer(connection, shift.register_id).map(Some),
        closed => Ok(closed),
    }
}

/// Name of a staff member by the text the facts carry; empty for the program itself.
pub(crate) fn person(connection: &Connection, actor: &str) -> Result<String> {
    let Ok(id) = actor.parse() else { return Ok(String::new()) };
    Ok(staff::get(connection, id)?.map(|member| member.staff.name).unwrap_or_default())
}
