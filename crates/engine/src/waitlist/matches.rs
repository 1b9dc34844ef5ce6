//! Who of the waitlist fits a free stretch, and who usually comes then.

use std::collections::HashSet;

use adelante_base::ClientId;
use adelante_domain::availability::habit;
use adelante_domain::permission::Permission;
use adelante_domain::waitlist as rules;
use adelante_store::appointment::{busy, past};
use adelante_store::client::{Contact, contact};
use adelante_store::staff::StoredStaff;
use adelante_store::waitlist::{self, Entry};
use adelante_store::{Connection, service};
use adelante_wire::{ErrorCode, MatchWaitlist, UsualClient, WaitlistMatch, WaitlistMatches};

use super::look_ahead::{Wanted, book_line};
use super::{held, show};
use crate::appointment::slots::does;
use crate::appointment::usual::Usual;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Matches that are shown.
const MATCHES_MAX: usize = 50;
/// How many past visits make a habit.
const PAST_VISITS: u16 = 10;
/// How far back 'usually comes then' looks.
const USUAL_DAYS: i64 = 182;
/// A free stretch reaches at most so many minutes after its date's midnight.
const END_MAX_MIN: u16 = 2_880;

impl Query for MatchWaitlist {
    type Output = WaitlistMatches;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<WaitlistMatches> {
        if self.start_min >= self.end_min || self.end_min > END_MAX_MIN {
            return Err(EngineError::new(ErrorCode::BadTimes).with("field", "end_min"));
        }
        let member = crate::staff::living(connection, self.staff_id)?;
        let open = waitlist::open(connection)?;
        let wishing: HashSet<ClientId> = open.iter().map(|entry| entry.client_id).collect();
        let waiting = waiting(context, connection, open)?;
        let entries: Vec<rules::Entry> =
            waiting.iter().map(|one| rule(context, connection, &member, one)).collect::<Result<_>>()?;
        let hole =
            rules::Hole { day: self.day, start_min: self.start_min, end_min: self.end_min, staff_id: self.staff_id };
        let mut matches = Vec::new();
        for found in rules::rank(&entries, &hole) {
            let Some((entry, client)) = waiting.get(found.index) else { continue };
            if matches.len() == MATCHES_MAX {
                break;
            }
            // A room may be taken, or the client be elsewhere.
            let wanted = Wanted {
                client: entry.client_id,
                begin: (self.day, found.start_min),
                lines: &[book_line(entry.wish.service_id, self.staff_id)],
                wish: Some(entry.id),
                instead_of: self.appointment_id,
            };
            if wanted.is_free(context, connection)? {
                let entry = show::shown(context, connection, entry, client)?;
                matches.push(WaitlistMatch { entry, start_min: found.start_min, reasons: found.reasons });
            }
        }
        Ok(WaitlistMatches { matches, usual: usual_clients(self, context, connection, &wishing)? })
    }
}

/// Wishes that have nothing held for them, with their clients.
fn waiting(context: &Context<'_>, connection: &Connection, open: Vec<Entry>) -> Result<Vec<(Entry, Contact)>> {
    let mut waiting = Vec::new();
    for entry in open {
        if held(&entry, context.at).is_some() {
            continue;
        }
        if let Some(client) = contact(connection, entry.client_id)? {
            waiting.push((entry, client));
        }
    }
    Ok(waiting)
}

/// A wish as the rules see it with this staff member.
fn rule(
    context: &Context<'_>,
    connection: &Connection,
    member: &StoredStaff,
    (entry, client): &(Entry, Contact),
) -> Result<rules::Entry> {
    let offered = service::get(connection, entry.wish.service_id)?.filter(|service| !service.retired);
    let duration_min = match offered.filter(|service| does(member, service.id)) {
        Some(service) => {
            let usual = Usual::read(connection, &service, Some(entry.client_id))?;
            Some(usual.duration(member.id).0.saturating_add(service.transition_min))
        }
        None => None,
    };
    let visits = past::visits(connection, entry.client_id, PAST_VISITS)?;
    let history: Vec<_> = visits.iter().map(|visit| (visit.day, visit.start_min, 0)).collect();
    Ok(rules::Entry {
        duration_min,
        staff_id: entry.wish.staff_id,
        from_day: entry.wish.from_day,
        to_day: entry.wish.to_day,
        part: entry.wish.part,
        created_at: entry.created_at,
        tier: show::tier(context, client)?,
        usual: habit(&history).usual,
    })
}

/// Clients without a wish who usually come at this weekday and time, and have nothing booked
/// that day.
fn usual_clients(
    asked: &MatchWaitlist,
    context: &Context<'_>,
    connection: &Connection,
    wishing: &HashSet<ClientId>,
) -> Result<Vec<UsualClient>> {
    let since = asked.day.plus_days(-USUAL_DAYS);
    let mut clients = Vec::new();
    for (client_id, visits) in past::usual_then(connection, since, asked.day, asked.start_min, asked.end_min - 1)? {
        let here = busy::of_client(connection, client_id, asked.day, asked.day, None)?;
        if wishing.contains(&client_id) || here.iter().any(|visit| visit.day == asked.day) {
            continue;
        }
        if let Some(client) = contact(connection, client_id)? {
            let phone = crate::client::shown_phone(&client.phone, context.region());
            clients.push(UsualClient { client_id, client: client.name, phone, visits });
        }
    }
    Ok(clients)
}
