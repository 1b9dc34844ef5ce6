//! What makes the demo salon's calendar more than visits: waiting inside a colour, rooms, a
//! group, holidays, the waitlist, standing orders.

use adelante_base::vocabulary::{BlockPart, PartOfDay, StandingMode, TimeOffKind};
use adelante_base::{ClientId, Day};
use adelante_engine::Caller;
use adelante_wire::{
    AddTimeOff, AddToWaitlist, AppointmentBooked, BookAppointment, BookLine, CommandError, Done, FindSlots,
    GroupEventSaved, ResourceSaved, SaveGroupEvent, SaveResource, SaveStandingOrder, ServiceFields, ServiceResource,
    Slot, SlotsFound, StandingOrderFields, StandingOrderSaved, TimeOffAdded, TimeOffFields, UpdateService,
    WaitlistEntryAdded, WaitlistFields,
};

use super::DemoOptions;
use super::dice::Dice;
use super::fill::Stage;
use super::setup::{DemoService, Salon};
use super::words::Words;

/// Colour index of the price list's hair colours: they need time to work.
const HAIR_COLOUR: u8 = 2;
/// A colour shorter than this is put on and washed out without a wait.
const WAITING_FROM_MIN: u16 = 90;
/// Colour indexes of what is done in each room.
const ROOMS: [&[u8]; 2] = [&[7], &[6, 8]];
/// Wishes on the waitlist, and standing orders.
const WISHES: usize = 6;
const ORDERS: usize = 4;
/// Clients in the group.
const GROUP: usize = 3;

/// Gives hair colours their waiting, and treatments their rooms.
pub(super) fn rooms_and_blocks(
    stage: &Stage<'_>,
    owner: &Caller,
    words: &Words,
    services: &[DemoService],
    fields: &[ServiceFields],
    does: &[Vec<usize>],
) -> Result<(), CommandError> {
    for (name, colours) in words.list("rooms").into_iter().zip(ROOMS) {
        let inside: Vec<usize> = (0..fields.len()).filter(|index| colours.contains(&fields[*index].colour)).collect();
        let hands = does.iter().filter(|skills| skills.iter().any(|skill| inside.contains(skill))).count();
        let units = u16::try_from(hands.max(1)).unwrap_or(1);
        let room = SaveResource { resource_id: None, name: name.to_owned(), units };
        let ResourceSaved { resource_id } = stage.run(owner, "save_resource", &room)?;
        let need = ServiceResource { resource_id, part: BlockPart::Whole };
        for index in inside {
            let service = ServiceFields { resources: vec![need], ..fields[index].clone() };
            update(stage, owner, &services[index], service)?;
        }
    }
    for (made, fields) in services.iter().zip(fields) {
        if fields.colour == HAIR_COLOUR && fields.duration_min >= WAITING_FROM_MIN {
            let processing_min = fields.duration_min / 3 / 5 * 5;
            let finishing_min = fields.duration_min / 4 / 5 * 5;
            update(stage, owner, made, ServiceFields { processing_min, finishing_min, ..fields.clone() })?;
        }
    }
    Ok(())
}

fn update(stage: &Stage<'_>, owner: &Caller, made: &DemoService, service: ServiceFields) -> Result<(), CommandError> {
    let input = UpdateService { service_id: made.id, service };
    stage.run(owner, "update_service", &input).map(|Done {}| ())
}

/// What lies ahead beside the booked visits.
pub(super) fn ahead(
    stage: &Stage<'_>,
    salon: &Salon,
    words: &Words,
    demo: &DemoOptions,
    clients: &[ClientId],
    dice: &Dice,
) -> Result<(), CommandError> {
    if demo.months == 0 || demo.visits_only {
        return Ok(());
    }
    holidays(stage, salon, demo.today)?;
    group(stage, salon, words, demo.today, clients)?;
    for number in 0..WISHES {
        let Some(client_id) = dice.pick(clients).copied() else { return Ok(()) };
        wish(stage, salon, words, demo.today, client_id, (number, dice))?;
    }
    for number in 0..ORDERS {
        let Some(client_id) = dice.pick(clients).copied() else { return Ok(()) };
        order(stage, salon, client_id, number, dice)?;
    }
    Ok(())
}

/// The last master's holidays, after the days that are booked already.
fn holidays(stage: &Stage<'_>, salon: &Salon, today: Day) -> Result<(), CommandError> {
    let time_off = TimeOffFields {
        staff_id: salon.masters.last().copied(),
        from_day: today.plus_days(21),
        from_min: 0,
        to_day: today.plus_days(28),
        to_min: 1_440,
        kind: TimeOffKind::Vacation,
        note: String::new(),
    };
    let TimeOffAdded { .. } = stage.run(&salon.owner, "add_time_off", &AddTimeOff { time_off })?;
    Ok(())
}

/// A free time of a master's own service from a date on.
fn free(
    stage: &Stage<'_>,
    salon: &Salon,
    master: usize,
    service: usize,
    from: Day,
) -> Result<Option<Slot>, CommandError> {
    let (Some(service), Some(staff)) = (salon.services.get(service), salon.masters.get(master)) else {
        return Ok(None);
    };
    let asked = FindSlots {
        service_ids: vec![service.id],
        staff_id: Some(*staff),
        lines: Vec::new(),
        client_id: None,
        appointment_id: None,
        from_day: from,
        days: 14,
        limit: 1,
        not_before_min: 0,
        ranked: true,
    };
    let found: SlotsFound = stage.run(&salon.desk, "find_slots", &asked)?;
    Ok(found.slots.into_iter().next())
}

/// A class with a few clients in it.
fn group(
    stage: &Stage<'_>,
    salon: &Salon,
    words: &Words,
    today: Day,
    clients: &[ClientId],
) -> Result<(), CommandError> {
    let master = salon.masters.len().saturating_sub(1);
    let Some((service, _)) = salon.plan.get(master).and_then(|plan| plan.services.first()).copied() else {
        return Ok(());
    };
    let Some(slot) = free(stage, salon, master, service, today.plus_days(3))? else { return Ok(()) };
    let service_id = salon.services[service].id;
    let event = SaveGroupEvent {
        group_id: None,
        service_id,
        staff_id: slot.staff_id,
        day: slot.day,
        start_min: slot.start_min,
        duration_min: None,
        places: 6,
        title: words.line("class"),
        override_conflicts: false,
    };
    let GroupEventSaved { group_id } = stage.run(&salon.desk, "save_group_event", &event)?;
    for client_id in clients.iter().take(GROUP) {
        let line = BookLine {
            service_id,
            staff_id: slot.staff_id,
            start_min: None,
            duration_min: None,
            price_minor: None,
            line_id: None,
        };
        let booking = BookAppointment {
            client_id: Some(*client_id),
            new_client: None,
            day: slot.day,
            start_min: slot.start_min,
            lines: vec![line],
            note: String::new(),
            source: String::new(),
            override_conflicts: false,
            group_id: Some(group_id),
            waitlist_entry_id: None,
        };
        let AppointmentBooked { .. } = stage.run(&salon.desk, "book_appointment", &booking)?;
    }
    Ok(())
}

fn wish(
    stage: &Stage<'_>,
    salon: &Salon,
    words: &Words,
    today: Day,
    client_id: ClientId,
    (number, dice): (usize, &Dice),
) -> Result<(), CommandError> {
    let master = number % salon.masters.len().max(1);
    let Some((service, _)) = salon.plan.get(master).and_then(|plan| dice.pick(&plan.services)).copied() else {
        return Ok(());
    };
    let parts = [PartOfDay::Any, PartOfDay::Evening, PartOfDay::Morning];
    let part = parts[number % parts.len()];
    let entry = WaitlistFields {
        service_id: salon.services[service].id,
        staff_id: (number % 2 == 0).then_some(salon.masters[master]),
        from_day: None,
        to_day: (number % 3 == 1).then_some(today.plus_days(7)),
        part,
        note: if part == PartOfDay::Evening { words.line("wish") } else { String::new() },
    };
    let input = AddToWaitlist { client_id: Some(client_id), new_client: None, entry };
    let WaitlistEntryAdded { .. } = stage.run(&salon.desk, "add_to_waitlist", &input)?;
    Ok(())
}

fn order(
    stage: &Stage<'_>,
    salon: &Salon,
    client_id: ClientId,
    number: usize,
    dice: &Dice,
) -> Result<(), CommandError> {
    let master = number % salon.masters.len().max(1);
    let Some(plan) = salon.plan.get(master) else { return Ok(()) };
    let Some((service, _)) = dice.pick(&plan.services).copied() else { return Ok(()) };
    let Some(day) = plan.week.iter().find(|day| day.working) else { return Ok(()) };
    let order = StandingOrderFields {
        client_id,
        service_ids: vec![salon.services[service].id],
        staff_id: salon.masters[master],
        weekday: day.weekday,
        start_min: day.start_min + 60,
        every_weeks: [2, 3, 4][number % 3],
        mode: if number == 0 { StandingMode::Make } else { StandingMode::Propose },
    };
    let input = SaveStandingOrder { order_id: None, order };
    let StandingOrderSaved { .. } = stage.run(&salon.desk, "save_standing_order", &input)?;
    Ok(())
}
