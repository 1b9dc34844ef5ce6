//! The waitlist as the desk sees it.

use adelante_base::vocabulary::WaitlistState;
use adelante_domain::permission::Permission;
use adelante_domain::{country, loyalty};
use adelante_store::client::{Contact, contact};
use adelante_store::waitlist::{self, Entry};
use adelante_store::{Connection, service, staff};
use adelante_wire::{ListWaitlist, Offer, Tier, Waitlist, WaitlistEntry, WaitlistFields};

use super::held;
use crate::appointment::usual::Usual;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Fulfilled and closed wishes that are shown.
const CLOSED_MAX: u16 = 200;

impl Query for ListWaitlist {
    type Output = Waitlist;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Waitlist> {
        let mut found = waitlist::open(connection)?;
        if self.closed {
            found.extend(waitlist::closed(connection, CLOSED_MAX)?);
            found.sort_by_key(|entry| (entry.created_at, entry.id));
        }
        let mut entries = Vec::with_capacity(found.len());
        for entry in found {
            // Whose card was put away does not wait.
            if let Some(client) = contact(connection, entry.client_id)? {
                entries.push(shown(context, connection, &entry, &client)?);
            }
        }
        Ok(Waitlist { entries })
    }
}

/// A wish as the contract has it.
pub(super) fn shown(
    context: &Context<'_>,
    connection: &Connection,
    entry: &Entry,
    client: &Contact,
) -> Result<WaitlistEntry> {
    let offer = held(entry, context.at);
    let service = service::get(connection, entry.wish.service_id)?.ok_or_else(|| EngineError::not_found("service"))?;
    let usual = Usual::read(connection, &service, Some(entry.client_id))?;
    let staff = entry.wish.staff_id.map(|id| staff::get(connection, id)).transpose()?.flatten();
    let duration_min = entry.wish.staff_id.map_or(service.duration_min, |id| usual.duration(id).0);
    let lapsed = entry.progress.state == WaitlistState::Offered && offer.is_none();
    Ok(WaitlistEntry {
        entry_id: entry.id,
        client_id: entry.client_id,
        client: client.name.clone(),
        phone: crate::client::shown_phone(&client.phone, context.region()),
        tier: tier(context, client)?,
        entry: WaitlistFields {
            service_id: entry.wish.service_id,
            staff_id: entry.wish.staff_id,
            from_day: entry.wish.from_day,
            to_day: entry.wish.to_day,
            part: entry.wish.part,
            note: entry.wish.note.clone(),
        },
        duration_min,
        staff: staff.map(|member| member.staff.name).unwrap_or_default(),
        state: if lapsed { WaitlistState::Waiting } else { entry.progress.state },
        offer: offer.map(|offer| Offer {
            staff_id: offer.staff_id,
            day: offer.day,
            start_min: offer.start_min,
            end_min: offer.end_min,
            until: offer.until,
        }),
        created_at: entry.created_at,
        notified_at: entry.progress.notified_at,
        service: service.name,
    })
}

/// A client's tier by what was spent on completed visits.
pub(super) fn tier(context: &Context<'_>, client: &Contact) -> Result<Tier> {
    let code = &context.salon()?.currency;
    let currency = country::currency(code).ok_or_else(|| EngineError::not_found("currency"))?;
    Ok(loyalty::tier(client.spent, currency))
}
