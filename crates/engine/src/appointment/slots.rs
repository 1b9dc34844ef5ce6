//! Free starts for services in a row.

use adelante_base::{Day, StaffMemberId};
use adelante_domain::availability::{Interval, free_starts};
use adelante_domain::permission::Permission;
use adelante_store::staff::{self, Hours, StoredStaff};
use adelante_store::{Connection, appointment};
use adelante_wire::{ErrorCode, FindSlots, Slot, SlotsFound};

use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Starts are offered on the quarter of an hour and where a gap begins.
const STEP_MIN: u16 = 15;

impl Query for FindSlots {
    type Output = SlotsFound;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<SlotsFound> {
        if !(1..=31).contains(&self.days) {
            return Err(EngineError::out_of_range("days", 1, 31));
        }
        if !(1..=200).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 200));
        }
        let duration = duration(self, connection)?;
        let people = people(self, connection)?;
        let hours = staff::hours(connection)?;
        let mut slots = Vec::new();
        for offset in 0..i64::from(self.days) {
            let day = self.from_day.plus_days(offset);
            let mut starts = Vec::new();
            for member in &people {
                for start_min in starts_of(self, context, connection, day, member.id, duration, &hours)? {
                    starts.push(Slot { staff_id: member.id, staff: member.staff.name.clone(), day, start_min });
                }
            }
            starts.sort_by_key(|slot| slot.start_min);
            slots.extend(starts);
            if slots.len() >= usize::from(self.limit) {
                break;
            }
        }
        slots.truncate(usize::from(self.limit));
        Ok(SlotsFound { slots })
    }
}

fn duration(asked: &FindSlots, connection: &Connection) -> Result<u16> {
    let mut minutes = 0u16;
    for id in &asked.service_ids {
        minutes = minutes.saturating_add(crate::service::living(connection, *id)?.duration_min);
    }
    if minutes == 0 { Err(EngineError::new(ErrorCode::NoServices)) } else { Ok(minutes) }
}

/// The named person, or everyone in the calendar who does all of the services.
fn people(asked: &FindSlots, connection: &Connection) -> Result<Vec<StoredStaff>> {
    let does = |member: &StoredStaff| {
        let skills = &member.staff.services;
        skills.is_empty() || asked.service_ids.iter().all(|id| skills.contains(id))
    };
    let people = staff::list(connection)?.into_iter().filter(|member| !member.retired && member.staff.in_calendar);
    Ok(match asked.staff_id {
        Some(id) => people.filter(|member| member.id == id).collect(),
        None => people.filter(does).collect(),
    })
}

fn starts_of(
    asked: &FindSlots,
    context: &Context<'_>,
    connection: &Connection,
    day: Day,
    staff: StaffMemberId,
    duration: u16,
    hours: &[Hours],
) -> Result<Vec<u16>> {
    let (today, minute) = context.today();
    if day < today {
        return Ok(Vec::new());
    }
    let mut not_before = if day == asked.from_day { asked.not_before_min } else { 0 };
    if day == today {
        not_before = not_before.max(minute);
    }
    let work = crate::staff::weekday_hours(hours, staff, day.weekday()).intervals();
    let mut taken = vec![Interval { start_min: 0, end_min: not_before }];
    for busy in appointment::busy(connection, staff, day, day, None)? {
        let shift = busy.day.days_since(day) * 1440;
        let minute = |at: u16| u16::try_from((i64::from(at) + shift).clamp(0, 1440)).unwrap_or(0);
        taken.push(Interval { start_min: minute(busy.start_min), end_min: minute(busy.start_min + busy.duration_min) });
    }
    Ok(free_starts(&work, &taken, duration, STEP_MIN))
}
