//! The hours of single dates: painting a month, copying a week.

use std::collections::{BTreeMap, BTreeSet};

use adelante_base::{Day, ScheduleDayId, StaffMemberId};
use adelante_domain::permission::Permission;
use adelante_domain::schedule::DayHours;
use adelante_store::Door;
use adelante_store::schedule::{self, Date};
use adelante_wire::{Done, SetScheduleDays};

use super::{bad_times, check_may_write, rule};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

/// Dates set at once.
const DAYS_MAX: usize = 400;

/// What a date shall be: hours, off, or as usual.
enum Setting {
    Hours(Option<DayHours>),
    Usual,
}

impl Mutation for SetScheduleDays {
    type Output = Done;
    const KIND: &'static str = "schedule_days_set";
    const PERMISSION: Permission = Permission::ScheduleOwn;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let settings = checked(self)?;
        let people: BTreeSet<StaffMemberId> = settings.keys().map(|(staff, _)| *staff).collect();
        for staff in people {
            check_may_write(context, Some(staff), Permission::StaffWrite)?;
            crate::staff::living(door.connection(), staff)?;
        }
        let days = || settings.keys().map(|(_, day)| *day);
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(Answer::of(Done {})) };
        let present = schedule::dates(door.connection(), first, last)?;
        for ((staff, day), setting) in &settings {
            let own = present.iter().filter(|date| date.staff_id == *staff && date.day == *day);
            set(door, (*staff, *day), setting, &own.collect::<Vec<_>>())?;
        }
        Ok(Answer::of(Done {}))
    }
}

fn set(door: &Door<'_>, (staff_id, day): (StaffMemberId, Day), setting: &Setting, present: &[&Date]) -> Result<()> {
    match (setting, present.last()) {
        (Setting::Usual, _) => {
            for date in present {
                door.retire("schedule_day", &date.id.to_string())?;
            }
        }
        (Setting::Hours(hours), Some(newest)) => schedule::update_date(door, newest.id, hours.as_ref())?,
        (Setting::Hours(hours), None) => {
            let id = ScheduleDayId::new(door.ids(), door.at());
            schedule::insert_date(door, &Date { id, staff_id, day, hours: hours.clone() })?;
        }
    }
    Ok(())
}

/// What is asked, by person and date; of two settings of one date the later counts.
fn checked(asked: &SetScheduleDays) -> Result<BTreeMap<(StaffMemberId, Day), Setting>> {
    if asked.days.is_empty() || asked.days.len() > DAYS_MAX {
        return Err(EngineError::out_of_range("days", 1, DAYS_MAX));
    }
    let mut settings = BTreeMap::new();
    for day in &asked.days {
        let hours = day.hours.as_ref().map(rule);
        if let Some(hours) = &hours {
            hours.validate().map_err(|bad| bad_times("hours", bad).with("day", day.day))?;
        }
        let setting = if day.usual { Setting::Usual } else { Setting::Hours(hours) };
        settings.insert((day.staff_id, day.day), setting);
    }
    Ok(settings)
}
