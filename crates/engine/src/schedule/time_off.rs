//! Time off and blocked times.

use adelante_base::TimeOffId;
use adelante_domain::permission::Permission;
use adelante_domain::schedule as rules;
use adelante_store::Door;
use adelante_store::schedule::time_off::{self, TimeOff};
use adelante_wire::{
    self as wire, AddTimeOff, Done, RetireTimeOff, TimeOffAdded, TimeOffFields, TimeOffUpdated, UpdateTimeOff,
};

use super::{bad_times, check_may_write};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

/// A time off lasts at most so many days.
const LONGEST_DAYS: i64 = 731;

impl Mutation for AddTimeOff {
    type Output = TimeOffAdded;
    const KIND: &'static str = "time_off_added";
    const PERMISSION: Permission = Permission::ScheduleOwn;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<TimeOffAdded>> {
        let off = add(context, door, &self.time_off)?;
        let affected = time_off::affected(door.connection(), &off)?;
        Ok(Answer::of(TimeOffAdded { time_off_id: off.id, affected }).because(&off.note))
    }
}

impl Mutation for UpdateTimeOff {
    type Output = TimeOffUpdated;
    const KIND: &'static str = "time_off_updated";
    const PERMISSION: Permission = Permission::ScheduleOwn;
    const UNDO: Undo = Undo::Inverse;

    /// Who may not write the time off as it is may not take it over either.
    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<TimeOffUpdated>> {
        let present =
            time_off::get(door.connection(), self.time_off_id)?.ok_or_else(|| EngineError::not_found("time_off"))?;
        check_may_write(context, present.staff_id, Permission::CalendarWrite)?;
        check_may_write(context, self.time_off.staff_id, Permission::CalendarWrite)?;
        if let Some(staff) = self.time_off.staff_id.filter(|staff| present.staff_id != Some(*staff)) {
            crate::staff::living(door.connection(), staff)?;
        }
        let off = checked(self.time_off_id, &self.time_off)?;
        time_off::update(door, &off)?;
        let affected = time_off::affected(door.connection(), &off)?;
        Ok(Answer::of(TimeOffUpdated { affected }).because(&off.note))
    }
}

impl Mutation for RetireTimeOff {
    type Output = Done;
    const KIND: &'static str = "time_off_retired";
    const PERMISSION: Permission = Permission::ScheduleOwn;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let off =
            time_off::get(door.connection(), self.time_off_id)?.ok_or_else(|| EngineError::not_found("time_off"))?;
        check_may_write(context, off.staff_id, Permission::CalendarWrite)?;
        door.retire("time_off", &self.time_off_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

/// Writes a time off: also used by a sick day, which moves visits with it.
pub(crate) fn add(context: &Context<'_>, door: &Door<'_>, fields: &TimeOffFields) -> Result<TimeOff> {
    check_may_write(context, fields.staff_id, Permission::CalendarWrite)?;
    if let Some(staff) = fields.staff_id {
        crate::staff::living(door.connection(), staff)?;
    }
    let off = checked(TimeOffId::new(door.ids(), door.at()), fields)?;
    time_off::insert(door, &off)?;
    Ok(off)
}

/// A time off as the contract has it.
pub(super) fn shown(off: &TimeOff) -> wire::TimeOff {
    wire::TimeOff {
        time_off_id: off.id,
        time_off: TimeOffFields {
            staff_id: off.staff_id,
            from_day: off.time.from_day,
            from_min: off.time.from_min,
            to_day: off.time.until_day,
            to_min: off.time.until_min,
            kind: off.kind,
            note: off.note.clone(),
        },
    }
}

fn checked(id: TimeOffId, fields: &TimeOffFields) -> Result<TimeOff> {
    at_most("note", &fields.note, 200)?;
    if fields.from_min > rules::DAY_MIN || fields.to_min > rules::DAY_MIN {
        return Err(EngineError::out_of_range("to_min", 0, rules::DAY_MIN));
    }
    if (fields.from_day, fields.from_min) >= (fields.to_day, fields.to_min) {
        return Err(bad_times("to_day", "ends before it begins"));
    }
    if fields.to_day.days_since(fields.from_day) >= LONGEST_DAYS {
        return Err(EngineError::out_of_range("to_day", 1, LONGEST_DAYS));
    }
    Ok(TimeOff {
        id,
        staff_id: fields.staff_id,
        time: rules::TimeOff {
            from_day: fields.from_day,
            from_min: fields.from_min,
            until_day: fields.to_day,
            until_min: fields.to_min,
        },
        kind: fields.kind,
        note: fields.note.trim().to_owned(),
    })
}
