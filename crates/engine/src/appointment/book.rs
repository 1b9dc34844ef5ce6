//! Booking: a client, services in a row, an end that follows from them.

use adelante_base::vocabulary::AppointmentStatus;
use adelante_base::{
    AppointmentId, AppointmentServiceId, ClientId, Day, Money, SeededIds, SeriesId, StaffMemberId, Timestamp,
};
use adelante_domain::appointment::{DURATION_MIN, LINES_MAX};
use adelante_domain::availability::{self, WallClock};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment, Line};
use adelante_store::{Connection, Door, service};
use adelante_wire::{AppointmentBooked, BookAppointment, BookLine, ErrorCode, ValueSource};

use super::conflict;
use super::plan::blocks;
use super::usual::Usual;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

impl Mutation for BookAppointment {
    type Output = AppointmentBooked;
    const KIND: &'static str = "appointment_booked";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<AppointmentBooked>> {
        Ok(Answer::of(book(context, door, self)?))
    }
}

/// Books one visit.
pub(crate) fn book(context: &Context<'_>, door: &Door<'_>, asked: &BookAppointment) -> Result<AppointmentBooked> {
    let client_id = client_of(context, door, asked)?;
    let id = write(context, door, asked, client_id, None)?;
    if let Some(wish) = asked.waitlist_entry_id {
        crate::waitlist::fulfil(door, wish, id)?;
    }
    Ok(AppointmentBooked { appointment_id: id, client_id })
}

/// Whose visit it is; a new client is made.
pub(super) fn client_of(context: &Context<'_>, door: &Door<'_>, asked: &BookAppointment) -> Result<Option<ClientId>> {
    match (&asked.client_id, &asked.new_client) {
        (Some(id), _) => {
            crate::client::living(door, *id)?;
            Ok(Some(*id))
        }
        (None, Some(fields)) => {
            context.actor.check(Permission::ClientsWrite)?;
            Ok(Some(crate::client::create(context, door, fields)?))
        }
        (None, None) => Ok(None),
    }
}

/// Checks and writes a visit.
pub(super) fn write(
    context: &Context<'_>,
    door: &Door<'_>,
    asked: &BookAppointment,
    client_id: Option<ClientId>,
    series_id: Option<SeriesId>,
) -> Result<AppointmentId> {
    at_most("note", &asked.note, 2_000)?;
    at_most("source", &asked.source, 100)?;
    let in_group = asked.group_id.map(|id| super::group::place_in(door.connection(), id, asked)).transpose()?;
    let asked = in_group.as_ref().unwrap_or(asked);
    check_start(asked.start_min)?;
    let planned = planned(door, (asked.day, asked.start_min), &asked.lines, &[], client_id)?;
    check_prices(context, &planned)?;
    let lines: Vec<Line> = planned.into_iter().map(|planned| planned.line).collect();
    let check = conflict::Asked {
        lines: &lines,
        client: client_id,
        visit: None,
        group: asked.group_id,
        wish: asked.waitlist_entry_id,
        moving: None,
    };
    let conflicts = conflict::decide(context, door.connection(), &check, asked.override_conflicts)?;
    let id = AppointmentId::new(door.ids(), door.at());
    appointment::insert(
        door,
        &Appointment {
            id,
            client_id,
            day: asked.day,
            start_min: asked.start_min,
            zone: context.salon()?.zone.name().to_owned(),
            overridden: !conflicts.is_empty(),
            conflicts,
            series_id,
            group_id: asked.group_id,
            to_call: false,
            sale: false,
            status: AppointmentStatus::Booked,
            status_reason: String::new(),
            note: asked.note.trim().to_owned(),
            source: asked.source.trim().to_owned(),
            created_at: door.at(),
            retired: false,
        },
    )?;
    for line in &lines {
        appointment::insert_line(door, id, line)?;
    }
    Ok(id)
}

/// Refuses a start that is not a minute of a day.
pub(super) fn check_start(start_min: u16) -> Result<()> {
    if start_min >= 1440 {
        return Err(EngineError::out_of_range("start_min", 0, 1439));
    }
    Ok(())
}

/// A line as it will stand, with the price that needs no permission.
pub(crate) struct Planned {
    /// The line.
    pub line: Line,
    /// The price proposed for it.
    pub usual_price: Money,
    /// Where its length comes from.
    pub duration_from: ValueSource,
    /// Where its price comes from.
    pub price_from: ValueSource,
}

/// The lines as they will stand: each right after the one before it, unless its start is
/// given. A line that names one of `present` keeps its id and its list price.
pub(crate) fn planned(
    door: &Door<'_>,
    begin: (Day, u16),
    asked: &[BookLine],
    present: &[Line],
    client: Option<ClientId>,
) -> Result<Vec<Planned>> {
    let new_id = || AppointmentServiceId::new(door.ids(), door.at());
    let mut lines = plan_lines(door.connection(), begin, asked, (present, client), &new_id)?;
    postpone_clean_up(door.connection(), &mut lines)?;
    Ok(lines)
}

/// The same without a door, for a look ahead: the ids of new lines mean nothing.
pub(crate) fn looked_ahead(
    connection: &Connection,
    begin: (Day, u16),
    asked: &[BookLine],
    present: &[Line],
    client: Option<ClientId>,
) -> Result<Vec<Planned>> {
    let ids = SeededIds::new(0);
    let no_id = || AppointmentServiceId::new(&ids, Timestamp::from_millis(0));
    let mut lines = plan_lines(connection, begin, asked, (present, client), &no_id)?;
    postpone_clean_up(connection, &mut lines)?;
    Ok(lines)
}

fn plan_lines(
    connection: &Connection,
    (day, start_min): (Day, u16),
    asked: &[BookLine],
    (present, client): (&[Line], Option<ClientId>),
    new_id: &dyn Fn() -> AppointmentServiceId,
) -> Result<Vec<Planned>> {
    if asked.is_empty() {
        return Err(EngineError::new(ErrorCode::NoServices));
    }
    if asked.len() > LINES_MAX {
        return Err(EngineError::out_of_range("lines", 1, LINES_MAX));
    }
    let mut lines = Vec::with_capacity(asked.len());
    let mut next = start_min;
    for (position, line) in (0u8..).zip(asked) {
        let start = line.start_min.unwrap_or(next);
        if start < start_min {
            return Err(EngineError::new(ErrorCode::BadTimes).with("field", "start_min"));
        }
        let planned = plan_line(connection, line, kept_line(line, present)?, client, (day, start, position), new_id)?;
        next = start + planned.line.duration_min;
        lines.push(planned);
    }
    Ok(lines)
}

fn plan_line(
    connection: &Connection,
    asked: &BookLine,
    kept: Option<&Line>,
    client: Option<ClientId>,
    (day, start_min, position): (Day, u16, u8),
    new_id: &dyn Fn() -> AppointmentServiceId,
) -> Result<Planned> {
    crate::staff::living(connection, asked.staff_id)?;
    let service = match kept {
        Some(_) => service::get(connection, asked.service_id)?.ok_or_else(|| EngineError::not_found("service"))?,
        None => crate::service::living(connection, asked.service_id)?,
    };
    let usual = Usual::read(connection, &service, client)?;
    let (usual_min, duration_from) = usual.duration(asked.staff_id);
    let (usual_price, price_from) = usual.price(asked.staff_id);
    let duration_min = asked.duration_min.unwrap_or_else(|| kept.map_or(usual_min, |kept| kept.duration_min));
    if !DURATION_MIN.contains(&duration_min) {
        return Err(EngineError::out_of_range("duration_min", DURATION_MIN.start(), DURATION_MIN.end()));
    }
    let price = asked.price_minor.unwrap_or_else(|| kept.map_or(usual_price, |kept| kept.price));
    if price.is_negative() {
        return Err(EngineError::out_of_range("price", 0, Money::MAX.minor()));
    }
    if u32::from(start_min) + u32::from(duration_min) > 2_880 || start_min >= 2_880 {
        return Err(EngineError::new(ErrorCode::BadTimes).with("field", "start_min"));
    }
    let line = Line {
        id: kept.map_or_else(new_id, |kept| kept.id),
        service_id: asked.service_id,
        staff_id: asked.staff_id,
        day,
        start_min,
        duration_min,
        processing_min: kept.map_or(service.processing_min, |kept| kept.processing_min),
        finishing_min: kept.map_or(service.finishing_min, |kept| kept.finishing_min),
        transition_min: service.transition_min,
        resources: kept.map_or_else(|| service.resources.clone(), |kept| kept.resources.clone()),
        position,
        list_price: kept.map_or_else(|| usual.list_price(asked.staff_id), |kept| kept.list_price),
        price,
        // Another price typed by hand ends the discount.
        discount: kept.filter(|kept| kept.price == price).map_or(Money::ZERO, |kept| kept.discount),
        discount_reason: kept.map(|kept| kept.discount_reason.clone()).unwrap_or_default(),
    };
    Ok(Planned { line, usual_price, duration_from, price_from })
}

/// Who goes on with the same client cleans up once, after the last service.
fn postpone_clean_up(connection: &Connection, lines: &mut [Planned]) -> Result<()> {
    let people: Vec<StaffMemberId> = lines.iter().map(|planned| planned.line.staff_id).collect();
    let clock = WallClock::new(adelante_store::salon::get(connection)?.map_or(chrono_tz::UTC, |salon| salon.zone));
    let mut rules: Vec<(usize, availability::Line)> = lines
        .iter()
        .enumerate()
        .map(|(index, planned)| {
            let line = &planned.line;
            let staff = people.iter().position(|id| *id == line.staff_id).unwrap_or(index);
            (
                index,
                availability::Line { staff, start: clock.start_edge(line.day, line.start_min), blocks: blocks(line) },
            )
        })
        .collect();
    rules.sort_by_key(|(_, line)| line.start);
    let mut in_order: Vec<availability::Line> = rules.iter().map(|(_, line)| *line).collect();
    availability::postpone_clean_up(&mut in_order);
    for ((index, _), rule) in rules.iter().zip(in_order) {
        if let Some(planned) = lines.get_mut(*index) {
            planned.line.transition_min = rule.blocks.transition;
        }
    }
    Ok(())
}

/// The booked line that is meant to stay; its service cannot become another one.
fn kept_line<'a>(line: &BookLine, present: &'a [Line]) -> Result<Option<&'a Line>> {
    let Some(id) = line.line_id else { return Ok(None) };
    let kept = present.iter().find(|kept| kept.id == id && kept.service_id == line.service_id);
    kept.map(Some).ok_or_else(|| EngineError::not_found("appointment_service"))
}

/// Another price than the list's, or than what is remembered for the client, needs the
/// permission.
pub(super) fn check_prices(context: &Context<'_>, lines: &[Planned]) -> Result<()> {
    let other = |planned: &Planned| {
        let line = &planned.line;
        line.discount.is_zero() && line.price != line.list_price && line.price != planned.usual_price
    };
    if lines.iter().any(other) {
        context.actor.check(Permission::PricesEdit)?;
    }
    Ok(())
}
