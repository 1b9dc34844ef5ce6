//! The calendar's rules of the salon: steps, gaps, who plans the own days, sources.

use adelante_domain::permission::Permission;
use adelante_store::salon::rules;
use adelante_store::{Connection, Door};
use adelante_wire::{CalendarRules, Done, GetCalendarRules, SetCalendarRules};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, filled};

const STEP_MIN: std::ops::RangeInclusive<u16> = 5..=60;
const GAP_MAX_MIN: u16 = 120;
const SOURCES_MAX: usize = 30;

impl Mutation for SetCalendarRules {
    type Output = Done;
    const KIND: &'static str = "calendar_rules_set";
    const PERMISSION: Permission = Permission::SalonWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        rules::write(door, context.salon()?.id, &checked(&self.rules)?)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for GetCalendarRules {
    type Output = CalendarRules;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, _: &Connection) -> Result<CalendarRules> {
        let rules = of(context);
        Ok(CalendarRules {
            step_min: rules.step_min,
            gap_min: rules.gap_min,
            own_schedule: rules.own_schedule,
            sources: rules.sources,
        })
    }
}

/// The salon's rules; before anybody set them, the product's.
pub(crate) fn of(context: &Context<'_>) -> rules::CalendarRules {
    context.salon_if_made().map(|salon| salon.calendar.clone()).unwrap_or_default()
}

fn checked(asked: &CalendarRules) -> Result<rules::CalendarRules> {
    if !STEP_MIN.contains(&asked.step_min) {
        return Err(EngineError::out_of_range("step_min", STEP_MIN.start(), STEP_MIN.end()));
    }
    if asked.gap_min > GAP_MAX_MIN {
        return Err(EngineError::out_of_range("gap_min", 0, GAP_MAX_MIN));
    }
    if asked.sources.len() > SOURCES_MAX {
        return Err(EngineError::out_of_range("sources", 0, SOURCES_MAX));
    }
    asked.sources.iter().try_for_each(|source| filled("source", source, 100))?;
    Ok(rules::CalendarRules {
        step_min: asked.step_min,
        gap_min: asked.gap_min,
        own_schedule: asked.own_schedule,
        sources: asked.sources.iter().map(|source| source.trim().to_owned()).collect(),
    })
}
