//! Patterns of shifts that repeat.

use adelante_base::ShiftPatternId;
use adelante_domain::permission::Permission;
use adelante_domain::schedule::{BadPattern, LONGEST_PATTERN_DAYS, ShiftPattern};
use adelante_store::Door;
use adelante_store::schedule::{self, Pattern};
use adelante_wire::{Done, RetireShiftPattern, SetShiftPattern};

use super::{bad_times, check_may_write, rule};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

impl Mutation for SetShiftPattern {
    type Output = Done;
    const KIND: &'static str = "shift_pattern_set";
    const PERMISSION: Permission = Permission::ScheduleOwn;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        check_may_write(context, Some(self.staff_id), Permission::StaffWrite)?;
        crate::staff::living(door.connection(), self.staff_id)?;
        let shifts = checked(self)?;
        let present = schedule::patterns(door.connection())?;
        let same = present
            .iter()
            .rfind(|pattern| pattern.staff_id == self.staff_id && pattern.shifts.from_day == self.from_day);
        match same {
            // Two patterns that begin on one day would only hide each other.
            Some(pattern) => schedule::update_pattern(door, &Pattern { shifts, ..pattern.clone() })?,
            None => {
                let id = ShiftPatternId::new(door.ids(), door.at());
                schedule::insert_pattern(door, &Pattern { id, staff_id: self.staff_id, shifts })?;
            }
        }
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for RetireShiftPattern {
    type Output = Done;
    const KIND: &'static str = "shift_pattern_retired";
    const PERMISSION: Permission = Permission::ScheduleOwn;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let pattern = schedule::pattern(door.connection(), self.pattern_id)?
            .ok_or_else(|| EngineError::not_found("shift_pattern"))?;
        check_may_write(context, Some(pattern.staff_id), Permission::StaffWrite)?;
        door.retire("shift_pattern", &self.pattern_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

fn checked(asked: &SetShiftPattern) -> Result<ShiftPattern> {
    let shifts = ShiftPattern {
        from_day: asked.from_day,
        until_day: asked.until_day,
        days: asked.days.iter().map(|day| day.as_ref().map(rule)).collect(),
    };
    shifts.validate().map_err(|bad| match bad {
        BadPattern::Length => EngineError::out_of_range("days", 1, LONGEST_PATTERN_DAYS),
        BadPattern::EndsBeforeStart => bad_times("until_day", bad),
        BadPattern::BadDay { .. } => bad_times("days", bad),
    })?;
    Ok(shifts)
}
