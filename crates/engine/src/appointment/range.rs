//! Several days of the calendar, and a month at a glance.

use adelante_domain::appointment::takes_time;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_wire::{DayView, DaysView, GetDay, GetDays, GetMonth, MonthDay, MonthView, MonthVisit};

use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Visits named in a month's cell.
const NAMED: usize = 4;

impl Query for GetDays {
    type Output = DaysView;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<DaysView> {
        if !(1..=7).contains(&self.days) {
            return Err(EngineError::out_of_range("days", 1, 7));
        }
        let days = (0..i64::from(self.days)).map(|offset| self.from_day.plus_days(offset));
        let days = days.map(|day| GetDay { day }.run(context, connection));
        Ok(DaysView { days: days.collect::<Result<_>>()? })
    }
}

impl Query for GetMonth {
    type Output = MonthView;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<MonthView> {
        if !(1..=42).contains(&self.days) {
            return Err(EngineError::out_of_range("days", 1, 42));
        }
        let mut days = Vec::with_capacity(usize::from(self.days));
        for offset in 0..i64::from(self.days) {
            let day = GetDay { day: self.from_day.plus_days(offset) }.run(context, connection)?;
            days.push(glance(&day, self));
        }
        Ok(MonthView { days })
    }
}

fn glance(day: &DayView, asked: &GetMonth) -> MonthDay {
    let wanted = |staff| asked.staff_id.is_none_or(|id| id == staff);
    let mut visits: Vec<_> = day
        .appointments
        .iter()
        .filter(|visit| takes_time(visit.status) && visit.lines.iter().any(|line| wanted(line.staff_id)))
        .collect();
    visits.sort_by_key(|visit| visit.lines.first().map(|line| line.start_min));
    let lines = visits.iter().flat_map(|visit| &visit.lines).filter(|line| wanted(line.staff_id));
    let working = day.staff.iter().filter(|staff| wanted(staff.staff_id) && !staff.work.is_empty());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    MonthDay {
        day: day.day,
        visits: count(visits.len()),
        due: count(visits.iter().filter(|visit| visit.due).count()),
        work_min: working
            .clone()
            .flat_map(|staff| &staff.work)
            .map(|part| u32::from(part.end_min.saturating_sub(part.start_min)))
            .sum(),
        booked_min: lines.map(|line| u32::from(line.duration_min)).sum(),
        staff: u16::try_from(working.count()).unwrap_or(u16::MAX),
        first: visits
            .iter()
            .take(NAMED)
            .filter_map(|visit| {
                Some(MonthVisit {
                    appointment_id: visit.appointment_id,
                    start_min: visit.lines.first()?.start_min,
                    client: visit.client.clone(),
                    status: visit.status,
                })
            })
            .collect(),
    }
}
