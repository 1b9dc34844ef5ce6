//! What is known of a stretch of days: who works when, who and what is taken. Free times are
//! looked for in it, and conflicts are found with the same clock.

use std::collections::HashMap;

use adelante_base::{AppointmentId, ClientId, Day, ResourceId, StaffMemberId};
use adelante_domain::availability::{Blocks, Part, Pool, ResourceTime, Span, StaffTime, WallClock};
use adelante_store::appointment::{Line, Need, busy, group};
use adelante_store::staff::StoredStaff;
use adelante_store::{Connection, resource, staff, waitlist};
use adelante_wire::{BlockPart, ErrorCode};

use crate::command::Context;
use crate::error::{EngineError, Result};
use crate::schedule::Plans;

/// The salon's wall clock.
pub(crate) fn clock(context: &Context<'_>) -> WallClock {
    WallClock::new(context.salon_if_made().map_or(chrono_tz::UTC, |salon| salon.zone))
}

/// The absolute minute of a start, which must exist on that date.
pub(crate) fn start(clock: &WallClock, day: Day, start_min: u16) -> Result<i64> {
    clock.at(day, start_min).ok_or_else(|| {
        let time = format!("{:02}:{:02}", start_min / 60 % 24, start_min % 60);
        EngineError::new(ErrorCode::NoSuchTime).with("day", day).with("time", time)
    })
}

/// How the minutes of a booked service pass.
pub(crate) fn blocks(line: &Line) -> Blocks {
    Blocks::new(line.duration_min, line.processing_min, line.finishing_min, line.transition_min)
}

/// The part of a service in which a room or equipment is needed, as the rules call it.
pub(crate) const fn part(need: &Need) -> Part {
    match need.part {
        BlockPart::Whole => Part::Whole,
        BlockPart::Active => Part::Active,
        BlockPart::Processing => Part::Processing,
        BlockPart::Finishing => Part::Finishing,
    }
}

/// A wall time of a day that may be skipped or beyond midnight, and so many minutes from it.
fn taken(clock: &WallClock, day: Day, start_min: u16, end_min: u16) -> Span {
    let start = clock.start_edge(day, start_min);
    Span::new(start, start + i64::from(end_min.saturating_sub(start_min)))
}

/// What all have in common, where all have the same.
pub(crate) fn same_for_all<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|one| one.as_ref() == Some(&first)).then_some(first)
}

/// What is read of a stretch of days.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    /// First and last day.
    pub days: (Day, Day),
    /// One person only, or everybody.
    pub only: Option<StaffMemberId>,
    /// Whether rooms and equipment matter.
    pub rooms: bool,
    /// What this visit takes counts as free.
    pub except: Option<AppointmentId>,
}

/// People, rooms and equipment over a stretch of days.
pub(crate) struct Frame {
    pub clock: WallClock,
    pub people: Vec<StoredStaff>,
    pub resources: Vec<resource::Resource>,
    work: Vec<Vec<Span>>,
    busy: Vec<Vec<Span>>,
    uses: Vec<Vec<Span>>,
}

impl Frame {
    /// Reads the stretch.
    pub(crate) fn read(context: &Context<'_>, connection: &Connection, stretch: &Stretch) -> Result<Self> {
        let (from, to) = stretch.days;
        let clock = clock(context);
        let people = match stretch.only {
            Some(id) => staff::get(connection, id)?.into_iter().collect(),
            None => staff::list(connection)?,
        };
        let people: Vec<StoredStaff> =
            people.into_iter().filter(|member| !member.retired && member.staff.in_calendar).collect();
        let resources = if stretch.rooms { resource::list(connection)? } else { Vec::new() };
        let plans = Plans::of(connection, from, to.plus_days(1), stretch.only)?;
        let work = people.iter().map(|member| plans.work_spans(&clock, member.id, from, to.plus_days(1))).collect();
        let (staff_count, resource_count) = (people.len(), resources.len());
        let mut frame = Self {
            clock,
            people,
            resources,
            work,
            busy: vec![Vec::new(); staff_count],
            uses: vec![Vec::new(); resource_count],
        };
        match stretch.only {
            Some(id) if !stretch.rooms => frame.take_visits_of(connection, id, stretch)?,
            _ => frame.take_visits(connection, stretch)?,
        }
        frame.take_groups(connection, from, to)?;
        frame.take_holds(context, connection, from, to)?;
        Ok(frame)
    }

    fn take_visits_of(&mut self, connection: &Connection, staff: StaffMemberId, stretch: &Stretch) -> Result<()> {
        let (from, to) = stretch.days;
        for busy in busy::of_owner(connection, &staff.to_string(), (from, to.plus_days(1)), stretch.except)? {
            let span = busy_span(&self.clock, &busy);
            self.take(staff, span);
        }
        Ok(())
    }

    fn take_visits(&mut self, connection: &Connection, stretch: &Stretch) -> Result<()> {
        let (from, to) = stretch.days;
        let staff = self.people.iter().enumerate().map(|(place, member)| (member.id.to_string(), (true, place)));
        let rooms = self.resources.iter().enumerate().map(|(place, room)| (room.id.to_string(), (false, place)));
        let owners: HashMap<String, (bool, usize)> = staff.chain(rooms).collect();
        let except = stretch.except.map(|id| id.to_string());
        let mut last = (String::new(), from);
        let (clock, busy, uses) = (&self.clock, &mut self.busy, &mut self.uses);
        busy::each(connection, from, to.plus_days(1), |row| {
            if except.as_deref() == Some(row.appointment_id) {
                return;
            }
            let Some((is_staff, place)) = owners.get(row.owner) else { return };
            if last.0 != row.day {
                let Ok(day) = row.day.parse() else { return };
                last = (row.day.to_owned(), day);
            }
            let list = if *is_staff { busy.get_mut(*place) } else { uses.get_mut(*place) };
            if let Some(list) = list {
                list.push(taken(clock, last.1, row.start_min, row.end_min));
            }
        })?;
        Ok(())
    }

    fn take_groups(&mut self, connection: &Connection, from: Day, to: Day) -> Result<()> {
        for group in group::between(connection, from.plus_days(-1), to.plus_days(1))? {
            let span = taken(&self.clock, group.day, group.start_min, group.start_min + group.duration_min);
            self.take(group.staff_id, span);
        }
        Ok(())
    }

    fn take_holds(&mut self, context: &Context<'_>, connection: &Connection, from: Day, to: Day) -> Result<()> {
        for hold in waitlist::holds(connection, from.plus_days(-1), to.plus_days(1), context.at)? {
            let span = taken(&self.clock, hold.day, hold.start_min, hold.end_min);
            self.take(hold.staff_id, span);
        }
        Ok(())
    }

    fn take(&mut self, staff: StaffMemberId, span: Span) {
        if let Some(list) = self.place(staff).and_then(|place| self.busy.get_mut(place)) {
            list.push(span);
        }
    }

    /// Where somebody stands in the pool.
    pub(crate) fn place(&self, staff: StaffMemberId) -> Option<usize> {
        self.people.iter().position(|member| member.id == staff)
    }

    /// Where a room or equipment stands in the pool.
    pub(crate) fn resource_place(&self, id: ResourceId) -> Option<usize> {
        self.resources.iter().position(|resource| resource.id == id)
    }

    /// The pool in which free times are looked for.
    pub(crate) fn pool(self, client_busy: Vec<Span>) -> (Pool, WallClock, Vec<StoredStaff>) {
        let staff = self.work.into_iter().zip(self.busy).map(|(work, busy)| StaffTime::new(work, busy)).collect();
        let uses = self.resources.iter().zip(&self.uses);
        let resources = uses.map(|(resource, uses)| ResourceTime::new(resource.units, uses)).collect();
        (Pool { staff, resources, client_busy }, self.clock, self.people)
    }
}

/// When a client is in the salon for other visits.
pub(crate) fn client_busy(
    clock: &WallClock,
    connection: &Connection,
    client: ClientId,
    (from, to): (Day, Day),
    except: Option<AppointmentId>,
) -> Result<Vec<Span>> {
    let visits = busy::of_client(connection, client, from, to, except)?;
    Ok(visits.iter().map(|visit| taken(clock, visit.day, visit.start_min, visit.end_min)).collect())
}

/// The span of a taken stretch.
pub(crate) fn busy_span(clock: &WallClock, busy: &busy::Busy) -> Span {
    taken(clock, busy.day, busy.start_min, busy.end_min)
}
