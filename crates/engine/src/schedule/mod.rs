//! Who works when: patterns of shifts, single dates, time off, and what they make together.

pub mod days;
pub mod pattern;
pub(crate) mod plans;
pub mod show;
pub mod time_off;

use adelante_base::StaffMemberId;
use adelante_base::vocabulary::Role;
use adelante_domain::permission::{Permission, allows};
use adelante_domain::schedule as rules;
use adelante_wire::{DayHours, ErrorCode, MinuteSpan};

pub(crate) use plans::Plans;

use crate::command::Context;
use crate::error::{EngineError, Result};

/// Whether the person who asks may change this schedule: who has the permission for everybody
/// may; one's own schedule changes everybody, a master where the salon's rules let staff do so.
pub(crate) fn may_write(context: &Context<'_>, staff: Option<StaffMemberId>, for_everybody: Permission) -> bool {
    let role = context.actor.role;
    let own = staff.is_some_and(|id| id.to_string() == context.actor.id);
    let lets = role != Role::Master || crate::salon::rules::of(context).own_schedule;
    allows(role, for_everybody) || (own && lets && allows(role, Permission::ScheduleOwn))
}

/// Refuses who may not change this schedule.
fn check_may_write(context: &Context<'_>, staff: Option<StaffMemberId>, for_everybody: Permission) -> Result<()> {
    if may_write(context, staff, for_everybody) {
        return Ok(());
    }
    Err(EngineError::new(ErrorCode::NotPermitted).with("permission", for_everybody).with("role", context.actor.role))
}

/// A day's hours as the rules have them.
fn rule(hours: &DayHours) -> rules::DayHours {
    rules::DayHours {
        start_min: hours.start_min,
        end_min: hours.end_min,
        breaks: hours.breaks.iter().map(|rest| (rest.start_min, rest.end_min)).collect(),
    }
}

/// A day's hours as the contract has them.
fn shown(hours: &rules::DayHours) -> DayHours {
    DayHours { start_min: hours.start_min, end_min: hours.end_min, breaks: spans(hours.breaks.iter().copied()) }
}

/// Stretches of minutes as the contract has them.
pub(crate) fn spans(minutes: impl IntoIterator<Item = (u16, u16)>) -> Vec<MinuteSpan> {
    minutes.into_iter().map(|(start_min, end_min)| MinuteSpan { start_min, end_min }).collect()
}

fn bad_times(field: &str, detail: impl ToString) -> EngineError {
    EngineError::new(ErrorCode::BadTimes).with("field", field).with("detail", detail)
}
