//! The clash check, inside the write transaction: two bookings of one minute cannot both be
//! saved by the same store, whatever the race. Every conflict has its reason; a permitted role
//! can book all the same, and that is recorded with the visit.

use adelante_base::{AppointmentId, ClientId, Day, GroupEventId, StaffMemberId, WaitlistEntryId};
use adelante_domain::availability::{Blocks, Span, WallClock};
use adelante_domain::permission::Permission;
use adelante_store::appointment::busy::Busy;
use adelante_store::appointment::{Line, busy, group};
use adelante_store::{Connection, client, resource, service, staff, waitlist};
use adelante_wire::{Conflict, ConflictKind, ErrorCode};

use super::plan::{self, blocks, busy_span, clock, part, same_for_all};
use crate::command::Context;
use crate::error::{EngineError, Result};
use crate::schedule::Plans;

/// What is to be booked, for the check.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The lines as they shall stand.
    pub lines: &'a [Line],
    /// Whose visit it is.
    pub client: Option<ClientId>,
    /// The visit that is rewritten or moved.
    pub visit: Option<AppointmentId>,
    /// The group appointment it takes a place in.
    pub group: Option<GroupEventId>,
    /// The wish it fulfils: its own hold does not stand in the way.
    pub wish: Option<WaitlistEntryId>,
    /// The group appointment that moves: neither it nor its visits stand in the way.
    pub moving: Option<GroupEventId>,
}

impl Asked<'_> {
    /// Whether something belongs to the group appointment that moves.
    fn moves(&self, group: Option<GroupEventId>) -> bool {
        group.is_some() && group == self.moving
    }
}

/// Refuses what clashes, or, where the person insists and may, says what it is booked in
/// spite of.
pub(crate) fn decide(
    context: &Context<'_>,
    connection: &Connection,
    asked: &Asked<'_>,
    insists: bool,
) -> Result<Vec<ConflictKind>> {
    let conflicts = list(context, connection, asked)?;
    let Some(first) = conflicts.first() else { return Ok(Vec::new()) };
    if !insists {
        return Err(refusal(first));
    }
    context.actor.check(Permission::CalendarOverride)?;
    let mut kinds: Vec<ConflictKind> = conflicts.iter().map(|conflict| conflict.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    Ok(kinds)
}

/// Everything in the way, line by line.
///
/// # Errors
/// [`ErrorCode::NoSuchTime`] for a start that the clock jumps over.
pub(crate) fn list(context: &Context<'_>, connection: &Connection, asked: &Asked<'_>) -> Result<Vec<Conflict>> {
    let (Some(from), Some(to)) =
        (asked.lines.iter().map(|line| line.day).min(), asked.lines.iter().map(|line| line.day).max())
    else {
        return Ok(Vec::new());
    };
    let only = same_for_all(asked.lines.iter().map(|line| Some(line.staff_id)));
    let mut check = Check {
        clock: clock(context),
        context,
        connection,
        asked,
        plans: Plans::of(connection, from, to.plus_days(2), only)?,
        found: Vec::new(),
    };
    for (place, line) in (0u8..).zip(asked.lines) {
        let start = plan::start(&check.clock, line.day, line.start_min)?;
        check.line(place, line, start)?;
    }
    Ok(check.found)
}

/// The refusal that a conflict means.
pub(crate) fn refusal(conflict: &Conflict) -> EngineError {
    let code = match conflict.kind {
        ConflictKind::StaffBusy => ErrorCode::StaffBusy,
        ConflictKind::ResourceBusy => ErrorCode::ResourceBusy,
        ConflictKind::ClientBusy => ErrorCode::ClientBusy,
        ConflictKind::OutsideHours => ErrorCode::OutsideHours,
        ConflictKind::InBreak => ErrorCode::InBreak,
        ConflictKind::TimeOff => ErrorCode::InTimeOff,
        ConflictKind::SkillMissing => ErrorCode::SkillMissing,
        ConflictKind::BufferEaten => ErrorCode::BufferEaten,
        ConflictKind::Held => ErrorCode::SlotHeld,
        ConflictKind::GroupFull => ErrorCode::GroupFull,
    };
    let has_time = conflict.from_min < conflict.to_min;
    let clock = |minute: u16| {
        if has_time { format!("{:02}:{:02}", minute / 60 % 24, minute % 60) } else { String::new() }
    };
    EngineError::new(code)
        .with("staff", &conflict.staff)
        .with("resource", &conflict.resource)
        .with("client", &conflict.client)
        .with("from", clock(conflict.from_min))
        .with("to", clock(conflict.to_min))
}

struct Check<'a> {
    clock: WallClock,
    context: &'a Context<'a>,
    connection: &'a Connection,
    asked: &'a Asked<'a>,
    plans: Plans,
    found: Vec<Conflict>,
}

/// What a conflict is about, before it has names.
struct About<'a> {
    kind: ConflictKind,
    place: u8,
    line: &'a Line,
    minutes: (u16, u16),
}

impl Check<'_> {
    fn line(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        let about = |kind, minutes| About { kind, place, line, minutes };
        self.skill(&about(ConflictKind::SkillMissing, (0, 0)))?;
        if let Some(group) = self.asked.group {
            return self.group(group, &about(ConflictKind::GroupFull, (0, 0)));
        }
        self.hours(place, line, start)?;
        self.own_lines(place, line, start)?;
        let asked = self.asked;
        let taken = self.taken(&line.staff_id.to_string(), line.day)?;
        for taken in taken.into_iter().filter(|taken| !asked.moves(taken.group_id)) {
            self.hands(place, line, start, &taken)?;
        }
        self.groups(place, line, start)?;
        self.holds(place, line, start)?;
        self.resources(place, line, start)?;
        self.client(place, line, start)
    }

    /// When somebody or something is taken around a date by other visits.
    fn taken(&self, owner: &str, day: Day) -> Result<Vec<Busy>> {
        Ok(busy::of_owner(self.connection, owner, (day, day.plus_days(2)), self.asked.visit)?)
    }

    fn push(&mut self, about: &About<'_>, client: &str, resource: &str) -> Result<()> {
        let staff = staff::get(self.connection, about.line.staff_id)?;
        self.found.push(Conflict {
            kind: about.kind,
            line: about.place,
            staff: staff.map(|member| member.staff.name).unwrap_or_default(),
            resource: resource.to_owned(),
            client: client.to_owned(),
            from_min: about.minutes.0,
            to_min: about.minutes.1,
        });
        Ok(())
    }

    fn skill(&mut self, about: &About<'_>) -> Result<()> {
        let Some(member) = staff::get(self.connection, about.line.staff_id)? else { return Ok(()) };
        let skills = &member.staff.services;
        if skills.is_empty() || skills.contains(&about.line.service_id) {
            return Ok(());
        }
        let service = service::get(self.connection, about.line.service_id)?;
        self.push(about, "", &service.map(|service| service.name).unwrap_or_default())
    }

    fn group(&mut self, id: GroupEventId, about: &About<'_>) -> Result<()> {
        let group = group::get(self.connection, id)?.ok_or_else(|| EngineError::not_found("group_event"))?;
        let inside = match self.asked.visit {
            Some(visit) => group::members(self.connection, id)?.contains(&visit),
            None => false,
        };
        if !inside && group.taken >= group.places {
            self.push(about, "", "")?;
        }
        Ok(())
    }

    /// Hours, breaks and time off. Clean-up alone beyond them is a buffer eaten.
    fn hours(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        let spans: Vec<Span> = blocks(line).staff_spans(start).collect();
        let Some(gone) = spans.last().map(|last| last.end) else { return Ok(()) };
        let served = gone - i64::from(line.transition_min);
        let before = self.found.len();
        for day in [line.day, line.day.plus_days(1), line.day.plus_days(2)] {
            for (kind, off) in self.not_working(line.staff_id, day) {
                let minutes = self.minutes(line.day, off);
                if spans.iter().any(|span| span.overlaps(off) && span.start < served.min(off.end) && off.start < served)
                {
                    self.push(&About { kind, place, line, minutes }, "", "")?;
                } else if spans.iter().any(|span| span.overlaps(off)) {
                    self.push(&About { kind: ConflictKind::BufferEaten, place, line, minutes }, "", "")?;
                }
            }
        }
        if self.found.len() > before {
            return Ok(());
        }
        let worked = self.plans.hour_spans(&self.clock, line.staff_id, line.day, line.day.plus_days(2));
        if spans.iter().all(|span| covered(&worked, *span)) {
            return Ok(());
        }
        let cut = Span::new(start, served);
        let kind = if blocks(line)
            .staff_spans(start)
            .all(|span| covered(&worked, Span::new(span.start, span.end.min(served))))
        {
            ConflictKind::BufferEaten
        } else {
            ConflictKind::OutsideHours
        };
        let near = worked
            .iter()
            .find(|work| work.overlaps(cut))
            .or_else(|| worked.iter().find(|work| self.clock.wall(work.start).0 == line.day));
        let minutes = near.map_or((0, 0), |work| self.minutes(line.day, *work));
        self.push(&About { kind, place, line, minutes }, "", "")
    }

    /// Breaks and time off of one date.
    fn not_working(&self, staff: StaffMemberId, day: Day) -> Vec<(ConflictKind, Span)> {
        let span = |(from, to): (u16, u16)| Span::new(self.clock.start_edge(day, from), self.clock.end_edge(day, to));
        let breaks = self.plans.breaks(staff, day).into_iter().map(|minutes| (ConflictKind::InBreak, span(minutes)));
        let off = self.plans.off_minutes(staff, day).into_iter().map(|minutes| (ConflictKind::TimeOff, span(minutes)));
        off.chain(breaks).collect()
    }

    /// A staff member cannot do two services of one visit at once.
    fn own_lines(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        for other in
            self.asked.lines.iter().skip(usize::from(place) + 1).filter(|other| other.staff_id == line.staff_id)
        {
            let Some(other_start) = self.clock.at(other.day, other.start_min) else { continue };
            let clash = blocks(line)
                .staff_spans(start)
                .any(|span| blocks(other).staff_spans(other_start).any(|taken| taken.overlaps(span)));
            if clash {
                let minutes = (other.start_min, other.start_min + other.duration_min);
                self.push(&About { kind: ConflictKind::StaffBusy, place, line, minutes }, "", "")?;
            }
        }
        Ok(())
    }

    /// Another visit takes the staff member's hands; where only clean-up overlaps, a buffer is
    /// eaten.
    fn hands(&mut self, place: u8, line: &Line, start: i64, taken: &Busy) -> Result<()> {
        let other = busy_span(&self.clock, taken);
        let served = Span::new(other.start, other.end - i64::from(taken.clean_min));
        let own: Vec<Span> = blocks(line).staff_spans(start).collect();
        if !own.iter().any(|span| span.overlaps(other)) {
            return Ok(());
        }
        let gone = own.last().map_or(start, |last| last.end) - i64::from(line.transition_min);
        let clash = own.iter().any(|span| Span::new(span.start, span.end.min(gone)).overlaps(served));
        let kind = if clash { ConflictKind::StaffBusy } else { ConflictKind::BufferEaten };
        let minutes = self.minutes(line.day, other);
        let guest = busy::guest(self.connection, taken.appointment_id)?;
        self.push(&About { kind, place, line, minutes }, &guest, "")
    }

    fn groups(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        for group in group::between(self.connection, line.day.plus_days(-1), line.day.plus_days(1))? {
            let from = self.clock.start_edge(group.day, group.start_min);
            let span = Span::new(from, from + i64::from(group.duration_min));
            let clash = blocks(line).staff_spans(start).any(|own| own.overlaps(span));
            if group.staff_id == line.staff_id && clash && !self.asked.moves(Some(group.id)) {
                let minutes = self.minutes(line.day, span);
                self.push(&About { kind: ConflictKind::StaffBusy, place, line, minutes }, &group.title, "")?;
            }
        }
        Ok(())
    }

    fn holds(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        let (from, to) = (line.day.plus_days(-1), line.day.plus_days(1));
        for hold in waitlist::holds(self.connection, from, to, self.context.at)? {
            let from = self.clock.start_edge(hold.day, hold.start_min);
            let span = Span::new(from, from + i64::from(hold.end_min - hold.start_min));
            let clash = blocks(line).staff_spans(start).any(|own| own.overlaps(span));
            if hold.staff_id == line.staff_id && Some(hold.entry_id) != self.asked.wish && clash {
                let minutes = self.minutes(line.day, span);
                let name = client::name(self.connection, hold.client_id)?;
                self.push(&About { kind: ConflictKind::Held, place, line, minutes }, &name, "")?;
            }
        }
        Ok(())
    }

    fn resources(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        let asked = self.asked;
        for need in &line.resources {
            let Some(resource) = resource::get(self.connection, need.resource_id)? else { continue };
            let span = blocks(line).part_span(start, part(need));
            let mut uses: Vec<(Span, Option<AppointmentId>)> = Vec::new();
            let taken = self.taken(&resource.id.to_string(), line.day)?;
            for taken in taken.into_iter().filter(|taken| !asked.moves(taken.group_id)) {
                uses.push((busy_span(&self.clock, &taken), Some(taken.appointment_id)));
            }
            for other in self.asked.lines.iter().take(usize::from(place)) {
                let Some(other_start) = self.clock.at(other.day, other.start_min) else { continue };
                let needs = other.resources.iter().filter(|other| other.resource_id == resource.id);
                // The visit's own next service may use the room before it is cleaned.
                let while_there = Blocks { transition: 0, ..blocks(other) };
                uses.extend(needs.map(|need| (while_there.part_span(other_start, part(need)), None)));
            }
            uses.retain(|(used, _)| used.overlaps(span));
            if most_at_once(&uses, span) >= usize::from(resource.units)
                && let Some((used, visit)) = uses.first()
            {
                let name = visit.map_or_else(|| Ok(String::new()), |visit| busy::guest(self.connection, visit))?;
                let minutes = self.minutes(line.day, *used);
                let about = About { kind: ConflictKind::ResourceBusy, place, line, minutes };
                self.push(&about, &name, &resource.name)?;
            }
        }
        Ok(())
    }

    fn client(&mut self, place: u8, line: &Line, start: i64) -> Result<()> {
        let Some(client) = self.asked.client else { return Ok(()) };
        let span = blocks(line).client_span(start);
        for taken in busy::of_client(self.connection, client, line.day, line.day, self.asked.visit)? {
            let other = busy_span(&self.clock, &taken);
            if span.overlaps(other) {
                let minutes = self.minutes(line.day, other);
                self.found.push(Conflict {
                    kind: ConflictKind::ClientBusy,
                    line: place,
                    staff: taken.staff,
                    resource: String::new(),
                    client: client::name(self.connection, client)?,
                    from_min: minutes.0,
                    to_min: minutes.1,
                });
                break;
            }
        }
        Ok(())
    }

    /// A span as minutes after a date's midnight, as far as they lie on it or after it.
    fn minutes(&self, day: Day, span: Span) -> (u16, u16) {
        let on = |minute: i64| {
            let (date, min) = self.clock.wall(minute);
            let days = date.days_since(day);
            u16::try_from(days * 1_440 + i64::from(min)).unwrap_or(0)
        };
        (on(span.start), on(span.end))
    }
}

fn covered(worked: &[Span], span: Span) -> bool {
    span.is_empty() || worked.iter().any(|work| work.start <= span.start && span.end <= work.end)
}

/// The most uses that overlap anywhere within a span.
fn most_at_once(uses: &[(Span, Option<AppointmentId>)], within: Span) -> usize {
    let moments = uses.iter().map(|(used, _)| used.start.max(within.start));
    moments.map(|at| uses.iter().filter(|(used, _)| used.start <= at && at < used.end).count()).max().unwrap_or(0)
}
