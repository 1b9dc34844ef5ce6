//! Everything that was planned for a stretch of days, read at once.

use std::collections::HashMap;

use adelante_base::{Day, StaffMemberId};
use adelante_domain::availability::span::normalise;
use adelante_domain::availability::{Span, WallClock};
use adelante_domain::schedule::{DayHours, Schedule};
use adelante_store::schedule::time_off::{self, TimeOff};
use adelante_store::{Connection, schedule, staff};
use adelante_wire::HoursSource;

use crate::error::Result;

/// Who works when over a stretch of days.
pub(crate) struct Plans {
    people: HashMap<StaffMemberId, Schedule>,
    off: Vec<TimeOff>,
}

impl Plans {
    /// Reads the days from `from` to `to`.
    pub(crate) fn read(connection: &Connection, from: Day, to: Day) -> Result<Self> {
        Self::of(connection, from, to, None)
    }

    /// Reads them of one person only, or of everybody.
    pub(crate) fn of(connection: &Connection, from: Day, to: Day, only: Option<StaffMemberId>) -> Result<Self> {
        let hours = match only {
            Some(staff) => staff::hours_of(connection, staff)?,
            None => staff::hours(connection)?,
        };
        let asked = |staff| only.is_none_or(|only| only == staff);
        let mut people: HashMap<StaffMemberId, Schedule> = HashMap::new();
        for row in &hours {
            let day = crate::staff::weekday_hours(&hours, row.staff_id, row.weekday).day_hours();
            if let Some(place) = of(&mut people, row.staff_id).weekly.get_mut(usize::from(row.weekday)) {
                *place = day;
            }
        }
        for pattern in schedule::patterns(connection)?.into_iter().filter(|one| asked(one.staff_id)) {
            of(&mut people, pattern.staff_id).patterns.push(pattern.shifts);
        }
        for date in schedule::dates(connection, from, to)?.into_iter().filter(|one| asked(one.staff_id)) {
            of(&mut people, date.staff_id).exceptions.push((date.day, date.hours));
        }
        let off = time_off::between(connection, from, to)?;
        for (id, schedule) in &mut people {
            schedule.time_off = off.iter().filter(|off| off.is_of(*id)).map(|off| off.time).collect();
        }
        Ok(Self { people, off })
    }

    /// The hours of a date before time off, and where they come from; `None`: a day off.
    pub(crate) fn hours(&self, staff: StaffMemberId, day: Day) -> (Option<&DayHours>, HoursSource) {
        let Some(schedule) = self.people.get(&staff) else { return (None, HoursSource::Weekly) };
        let source = if schedule.exceptions.iter().any(|(date, _)| *date == day) {
            HoursSource::Date
        } else if schedule.patterns.iter().any(|pattern| pattern.reaches(day)) {
            HoursSource::Pattern
        } else {
            HoursSource::Weekly
        };
        (schedule.hours_on(day), source)
    }

    /// Minutes worked on a date after breaks, before time off.
    pub(crate) fn work(&self, staff: StaffMemberId, day: Day) -> Vec<(u16, u16)> {
        let hours = self.hours(staff, day).0.cloned();
        Schedule { exceptions: vec![(day, hours)], ..Schedule::default() }.plan(day).parts
    }

    /// Minutes worked on a date after breaks and time off.
    pub(crate) fn free(&self, staff: StaffMemberId, day: Day) -> Vec<(u16, u16)> {
        self.people.get(&staff).map(|schedule| schedule.plan(day).parts).unwrap_or_default()
    }

    /// Breaks of a date.
    pub(crate) fn breaks(&self, staff: StaffMemberId, day: Day) -> Vec<(u16, u16)> {
        self.hours(staff, day).0.map(|hours| hours.breaks.clone()).unwrap_or_default()
    }

    /// What is off of a date for somebody, and from which minute to which.
    pub(crate) fn off(&self, staff: StaffMemberId, day: Day) -> Vec<(&TimeOff, u16, u16)> {
        let own = self.off.iter().filter(|off| off.is_of(staff));
        own.filter_map(|off| off.time.on(day).map(|(start, end)| (off, start, end))).collect()
    }

    /// From which minute to which somebody is off on a date.
    pub(crate) fn off_minutes(&self, staff: StaffMemberId, day: Day) -> Vec<(u16, u16)> {
        self.off(staff, day).into_iter().map(|(_, start, end)| (start, end)).collect()
    }

    /// Every time off that touches the days.
    pub(crate) fn time_off(&self) -> &[TimeOff] {
        &self.off
    }

    /// Somebody's schedule of these days, if anything was ever planned.
    pub(super) fn schedule(&self, staff: StaffMemberId) -> Option<&Schedule> {
        self.people.get(&staff)
    }

    /// What is worked after breaks and time off, in absolute minutes.
    pub(crate) fn work_spans(&self, clock: &WallClock, staff: StaffMemberId, from: Day, to: Day) -> Vec<Span> {
        self.people.get(&staff).map(|schedule| schedule.work(clock, from, to)).unwrap_or_default()
    }

    /// The hours from their first to their last minute, in absolute minutes.
    pub(crate) fn hour_spans(&self, clock: &WallClock, staff: StaffMemberId, from: Day, to: Day) -> Vec<Span> {
        let days = (0..=to.days_since(from)).map(|offset| from.plus_days(offset));
        let hours = days.filter_map(|day| {
            let hours = self.hours(staff, day).0?;
            Some(Span::new(clock.start_edge(day, hours.start_min), clock.end_edge(day, hours.end_min)))
        });
        normalise(hours.collect())
    }
}

fn of(people: &mut HashMap<StaffMemberId, Schedule>, staff: StaffMemberId) -> &mut Schedule {
    people.entry(staff).or_default()
}
