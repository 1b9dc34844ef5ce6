//! Who works when, for the schedule's screen.

use std::collections::HashMap;

use adelante_base::{Day, StaffMemberId};
use adelante_domain::permission::Permission;
use adelante_domain::schedule::runs_out;
use adelante_store::appointment::busy;
use adelante_store::schedule::{self, Pattern};
use adelante_store::staff::StoredStaff;
use adelante_store::{Connection, staff};
use adelante_wire::{GetSchedule, Schedule, ScheduleDay, ShiftPattern, StaffSchedule};

use super::{Plans, may_write, shown, spans, time_off};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

const DAYS: std::ops::RangeInclusive<u8> = 1..=62;

impl Query for GetSchedule {
    type Output = Schedule;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Schedule> {
        if !DAYS.contains(&self.days) {
            return Err(EngineError::out_of_range("days", DAYS.start(), DAYS.end()));
        }
        let people = people(connection, self.staff_id)?;
        let last = self.from_day.plus_days(i64::from(self.days) - 1);
        let plans = Plans::read(connection, self.from_day, last)?;
        let patterns = schedule::patterns(connection)?;
        let booked = Booked::read(connection, self.from_day, last)?;
        let asked: Vec<Day> = (0..i64::from(self.days)).map(|offset| self.from_day.plus_days(offset)).collect();
        let staff = people.iter().map(|member| StaffSchedule {
            staff_id: member.id,
            name: member.staff.name.clone(),
            days: asked.iter().map(|day| day_of(&plans, &booked, member.id, *day)).collect(),
            patterns: coming(&patterns, member.id, context.today().0),
            runs_out: plans
                .schedule(member.id)
                .and_then(|schedule| runs_out(&schedule.patterns, &schedule.weekly, context.today().0)),
            may_write: may_write(context, Some(member.id), Permission::StaffWrite),
        });
        let concerns =
            |whose: Option<StaffMemberId>| self.staff_id.is_none() || whose.is_none() || whose == self.staff_id;
        Ok(Schedule {
            staff: staff.collect(),
            time_off: plans.time_off().iter().filter(|off| concerns(off.staff_id)).map(time_off::shown).collect(),
        })
    }
}

/// The person asked for, or everybody in the calendar.
fn people(connection: &Connection, asked: Option<StaffMemberId>) -> Result<Vec<StoredStaff>> {
    if let Some(id) = asked {
        return Ok(vec![crate::staff::living(connection, id)?]);
    }
    let all = staff::list(connection)?.into_iter();
    Ok(all.filter(|member| !member.retired && member.staff.in_calendar).collect())
}

fn day_of(plans: &Plans, booked: &Booked, staff: StaffMemberId, day: Day) -> ScheduleDay {
    let (hours, source) = plans.hours(staff, day);
    ScheduleDay {
        day,
        work: spans(plans.free(staff, day)),
        hours: hours.map(shown),
        source,
        booked_min: booked.minutes(staff, day),
    }
}

/// Patterns that are in force today or later, oldest first.
fn coming(patterns: &[Pattern], staff: StaffMemberId, today: Day) -> Vec<ShiftPattern> {
    let own = patterns.iter().filter(|pattern| pattern.staff_id == staff);
    let coming = own.filter(|pattern| pattern.shifts.until_day.is_none_or(|until| today <= until));
    let wire = coming.map(|pattern| ShiftPattern {
        pattern_id: pattern.id,
        from_day: pattern.shifts.from_day,
        until_day: pattern.shifts.until_day,
        days: pattern.shifts.days.iter().map(|day| day.as_ref().map(shown)).collect(),
    });
    wire.collect()
}

/// Booked minutes by person and date.
struct Booked(HashMap<(String, String), u16>);

impl Booked {
    fn read(connection: &Connection, from: Day, to: Day) -> Result<Self> {
        let mut minutes: HashMap<(String, String), u16> = HashMap::new();
        busy::each(connection, from, to, |taken| {
            let sum = minutes.entry((taken.owner.to_owned(), taken.day.to_owned())).or_default();
            *sum = sum.saturating_add(taken.end_min.saturating_sub(taken.start_min));
        })?;
        Ok(Self(minutes))
    }

    fn minutes(&self, staff: StaffMemberId, day: Day) -> u16 {
        self.0.get(&(staff.to_string(), day.to_string())).copied().unwrap_or(0)
    }
}
