//! Free times (B6, B14): for one service or a basket, with somebody or anyone.

use adelante_base::{ClientId, ServiceId};
use adelante_domain::availability::{
    Blocks, Habit, Need, Offer, Options, Part, Ranked, Span, WallClock, habit, offers, rank, starts_every,
};
use adelante_domain::permission::Permission;
use adelante_store::appointment::past;
use adelante_store::service::Service;
use adelante_store::staff::StoredStaff;
use adelante_store::{Connection, service};
use adelante_wire::{ErrorCode, FindSlots, Slot, SlotLine, SlotPart, SlotsFound};

use super::plan::{self, Frame, Stretch, same_for_all};
use super::usual::Usual;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// A visit has at most this many services.
const LINES_MAX: usize = adelante_domain::appointment::LINES_MAX;
/// How many past visits make a habit.
const PAST_VISITS: u16 = 10;

impl Query for FindSlots {
    type Output = SlotsFound;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<SlotsFound> {
        Ok(SlotsFound { slots: find(context, connection, self)? })
    }
}

/// The free times that are asked for.
pub(crate) fn find(context: &Context<'_>, connection: &Connection, asked: &FindSlots) -> Result<Vec<Slot>> {
    if !(1..=62).contains(&asked.days) {
        return Err(EngineError::out_of_range("days", 1, 62));
    }
    if !(1..=200).contains(&asked.limit) {
        return Err(EngineError::out_of_range("limit", 1, 200));
    }
    let lines = basket(asked)?;
    let (today, minute) = context.today();
    let last = asked.from_day.plus_days(i64::from(asked.days) - 1);
    let first = asked.from_day.max(today);
    if last < first {
        return Ok(Vec::new());
    }
    let rules = crate::salon::rules::of(context);
    let services = services(connection, &lines)?;
    let stretch = Stretch {
        days: (first, last),
        only: same_for_all(lines.iter().map(|line| line.staff_id)),
        rooms: services.iter().any(|service| !service.resources.is_empty()),
        except: asked.appointment_id,
    };
    let frame = Frame::read(context, connection, &stretch)?;
    let needs = needs(connection, asked.client_id, lines.iter().zip(&services), &frame)?;
    let mut not_before = if first == asked.from_day { asked.not_before_min } else { 0 };
    if first == today {
        not_before = not_before.max(minute);
    }
    let earliest = frame.clock.start_edge(first, not_before);
    let latest = frame.clock.end_edge(last, 1_440);
    let mut client_busy = vec![Span::new(earliest - 3 * 1_440, earliest)];
    if let Some(client) = asked.client_id {
        client_busy.extend(plan::client_busy(&frame.clock, connection, client, (first, last), asked.appointment_id)?);
    }
    let (pool, clock, people) = frame.pool(client_busy);
    let candidates = starts_every(&clock, first, last, rules.step_min);
    let options = Options { clock: &clock, min_hole: rules.gap_min };
    let mut found = offers(&needs, &pool, &candidates, options);
    found.retain(|offer| offer.start < latest);
    let limit = usize::from(asked.limit);
    let ranked = if asked.ranked {
        rank(found, &client_habit(connection, asked.client_id, &people)?, &clock, limit)
    } else {
        found.truncate(limit);
        found.into_iter().map(|offer| Ranked { offer, reasons: Vec::new() }).collect()
    };
    Ok(ranked.iter().filter_map(|one| shown(one, &lines, &clock, &people)).collect())
}

/// The asked services, in the long form.
fn basket(asked: &FindSlots) -> Result<Vec<SlotLine>> {
    let short =
        asked.service_ids.iter().map(|id| SlotLine { service_id: *id, staff_id: asked.staff_id, with_previous: false });
    let lines: Vec<SlotLine> = if asked.lines.is_empty() { short.collect() } else { asked.lines.clone() };
    if lines.is_empty() {
        return Err(EngineError::new(ErrorCode::NoServices));
    }
    if lines.len() > LINES_MAX {
        return Err(EngineError::out_of_range("lines", 1, LINES_MAX));
    }
    Ok(lines)
}

/// The services of the basket.
fn services(connection: &Connection, lines: &[SlotLine]) -> Result<Vec<Service>> {
    let living = |line: &SlotLine| {
        let found = service::get(connection, line.service_id)?.filter(|service| !service.retired);
        found.ok_or_else(|| EngineError::not_found("service"))
    };
    lines.iter().map(living).collect()
}

/// Who may do each service, how long each takes, and what it needs.
fn needs<'a>(
    connection: &Connection,
    client: Option<ClientId>,
    lines: impl Iterator<Item = (&'a SlotLine, &'a Service)>,
    frame: &Frame,
) -> Result<Vec<Need>> {
    let mut needs = Vec::new();
    for (line, service) in lines {
        let usual = Usual::read(connection, service, client)?;
        let who = frame.people.iter().enumerate().filter(|(_, member)| match line.staff_id {
            Some(id) => member.id == id,
            None => does(member, service.id),
        });
        let staff = who.map(|(place, member)| {
            let minutes = usual.duration(member.id).0;
            (place, Blocks::new(minutes, service.processing_min, service.finishing_min, service.transition_min))
        });
        let resources = service
            .resources
            .iter()
            .filter_map(|need| Some((frame.resource_place(need.resource_id)?, plan::part(need))));
        let resources: Vec<(usize, Part)> = resources.collect();
        needs.push(Need { staff: staff.collect(), resources, with_previous: line.with_previous });
    }
    Ok(needs)
}

/// Whether somebody does a service.
pub(crate) fn does(member: &StoredStaff, service: ServiceId) -> bool {
    member.staff.services.is_empty() || member.staff.services.contains(&service)
}

/// What the client usually does.
fn client_habit(connection: &Connection, client: Option<ClientId>, people: &[StoredStaff]) -> Result<Habit> {
    let Some(client) = client else { return Ok(Habit::default()) };
    let visits = past::visits(connection, client, PAST_VISITS)?;
    let known = visits.iter().map(|visit| {
        let place = people.iter().position(|member| member.id == visit.staff_id).unwrap_or(usize::MAX);
        (visit.day, visit.start_min, place)
    });
    Ok(habit(&known.collect::<Vec<_>>()))
}

fn shown(ranked: &Ranked, asked: &[SlotLine], clock: &WallClock, people: &[StoredStaff]) -> Option<Slot> {
    let offer: &Offer = &ranked.offer;
    let (day, start_min) = clock.wall(offer.start);
    let minutes = |at: i64| {
        let (date, min) = clock.wall(at);
        u16::try_from(date.days_since(day) * 1_440 + i64::from(min)).unwrap_or(0)
    };
    let id = |place: usize| people.get(place).map(|member| member.id);
    let parts = offer.lines().zip(asked).filter_map(|(line, asked)| {
        Some(SlotPart {
            service_id: asked.service_id,
            staff_id: id(line.staff)?,
            start_min: minutes(line.start),
            duration_min: u16::try_from(line.blocks.client_min()).unwrap_or(u16::MAX),
        })
    });
    let lines: Vec<SlotPart> = parts.collect();
    let first = people.get(offer.first_staff())?;
    Some(Slot {
        staff_id: first.id,
        staff: first.staff.name.clone(),
        day,
        start_min,
        end_min: minutes(offer.end),
        lines,
        reasons: ranked.reasons.clone(),
        gap_from_min: minutes(offer.start - offer.hole_before),
        gap_to_min: minutes(offer.end + offer.hole_after),
    })
}
