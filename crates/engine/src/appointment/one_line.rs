//! One line of text as a booking: read, looked up, and shown before anything is saved.

use adelante_base::ServiceId;
use adelante_domain::one_line::{Names as Known, Parsed, parse};
use adelante_domain::permission::Permission;
use adelante_store::{Connection, service, staff};
use adelante_wire::{FindSlots, ParseBooking, ParsedBooking, SearchClients, Slot};

use super::slots;
use crate::command::{Context, Query};
use crate::error::{Result, at_most};

/// Free times and clients named.
const NAMED: usize = 5;
/// Where no date was said, the next days are looked at.
const DAYS_AHEAD: u8 = 14;

impl Query for ParseBooking {
    type Output = ParsedBooking;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ParsedBooking> {
        at_most("text", &self.text, 200)?;
        let (today, minute) = context.today();
        let services = service::list(connection)?.into_iter().filter(|service| !service.retired);
        let people = staff::list(connection)?.into_iter().filter(|member| !member.retired && member.staff.in_calendar);
        let known = Known {
            services: services.map(|service| (service.id, service.name)).collect(),
            staff: people.map(|member| (member.id, member.staff.name)).collect(),
        };
        let parsed = parse(&self.text, today, minute, &known);
        let client_text = parsed.new_phone.clone().unwrap_or_else(|| parsed.client.clone());
        let clients = if client_text.is_empty() {
            Vec::new()
        } else {
            SearchClients { text: client_text.clone(), limit: 5 }.run(context, connection)?.clients
        };
        let client = clients.first().map(|row| row.client_id);
        let slots = free(context, connection, &parsed, client)?;
        let free = parsed.start_min.is_some_and(|start| {
            slots.first().is_some_and(|slot| slot.start_min == start && slot.day == parsed.day.unwrap_or(slot.day))
        });
        Ok(ParsedBooking {
            day: parsed.day,
            start_min: parsed.start_min,
            service_ids: parsed.service_ids,
            staff_id: parsed.staff_id,
            client_text,
            clients,
            unsure: parsed.unsure.into_iter().map(|unsure| unsure.word).collect(),
            slots,
            free,
        })
    }
}

/// Free times for what was said, nearest to the said time first.
fn free(
    context: &Context<'_>,
    connection: &Connection,
    parsed: &Parsed,
    client_id: Option<adelante_base::ClientId>,
) -> Result<Vec<Slot>> {
    let service_ids: Vec<ServiceId> = parsed.service_ids.clone();
    if service_ids.is_empty() {
        return Ok(Vec::new());
    }
    let (part_from, part_to) = parsed.part.map_or((0, 1_440), adelante_domain::waitlist::bounds);
    let asked = FindSlots {
        service_ids,
        staff_id: parsed.staff_id,
        lines: Vec::new(),
        client_id,
        appointment_id: None,
        from_day: parsed.day.unwrap_or_else(|| context.today().0),
        days: if parsed.day.is_some() { 1 } else { DAYS_AHEAD },
        limit: 200,
        not_before_min: 0,
        ranked: parsed.start_min.is_none(),
    };
    let mut found = slots::find(context, connection, &asked)?;
    found.retain(|slot| (part_from..part_to).contains(&slot.start_min));
    if found.is_empty() && asked.days == 1 {
        // The named day is full: the next ones.
        found = slots::find(context, connection, &FindSlots { days: DAYS_AHEAD, ..asked })?;
    }
    if let Some(start) = parsed.start_min {
        found.sort_by_key(|slot| (slot.start_min.abs_diff(start), slot.day));
    }
    found.truncate(NAMED);
    Ok(found)
}
