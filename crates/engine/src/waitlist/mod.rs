//! The waitlist: wishes, held times, who fits a freed one.

pub mod entry;
pub(crate) mod look_ahead;
pub mod matches;
pub mod offer;
pub mod show;

use adelante_base::vocabulary::WaitlistState;
use adelante_base::{AppointmentId, Timestamp, WaitlistEntryId};
use adelante_store::waitlist::{self, Entry, Offer, Progress};
use adelante_store::{Connection, Door};
use adelante_wire::ErrorCode;

use crate::error::{EngineError, Result};

/// Marks a wish as fulfilled by a visit; what was held for it is no longer held.
pub(crate) fn fulfil(door: &Door<'_>, wish: WaitlistEntryId, visit: AppointmentId) -> Result<()> {
    let entry = open(door.connection(), wish, WaitlistState::Booked)?;
    let booked = Progress {
        state: WaitlistState::Booked,
        reason: String::new(),
        appointment_id: Some(visit),
        offer: None,
        notified_at: entry.progress.notified_at,
    };
    Ok(waitlist::update_progress(door, wish, &booked)?)
}

/// A wish that still waits or has an offer; others cannot become `next`.
fn open(connection: &Connection, id: WaitlistEntryId, next: WaitlistState) -> Result<Entry> {
    let entry = waitlist::get(connection, id)?.ok_or_else(|| EngineError::not_found("waitlist_entry"))?;
    match entry.progress.state {
        WaitlistState::Waiting | WaitlistState::Offered => Ok(entry),
        state => Err(EngineError::new(ErrorCode::BadStatus).with("from", state).with("to", next)),
    }
}

/// What is held for a wish at this moment: an offer that ran out holds nothing.
fn held(entry: &Entry, now: Timestamp) -> Option<Offer> {
    entry.progress.offer.filter(|offer| entry.progress.state == WaitlistState::Offered && offer.until > now)
}
