//! Holding a free time for somebody of the waitlist, and letting it go.

use adelante_base::vocabulary::WaitlistState;
use adelante_domain::permission::Permission;
use adelante_domain::waitlist::held_until;
use adelante_store::Door;
use adelante_store::waitlist::{self, Offer, Progress};
use adelante_wire::{DeclineOffer, Done, ErrorCode, OfferSlot, SlotOffered};

use super::look_ahead::{Wanted, book_line};
use super::{entry, open};
use crate::appointment::conflict;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

impl Mutation for OfferSlot {
    type Output = SlotOffered;
    const KIND: &'static str = "slot_offered";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<SlotOffered>> {
        let present = open(door.connection(), self.entry_id, WaitlistState::Offered)?;
        if (self.day, self.start_min) < context.today() {
            return Err(EngineError::new(ErrorCode::BadTimes).with("field", "start_min"));
        }
        let wanted = Wanted {
            client: present.client_id,
            begin: (self.day, self.start_min),
            lines: &[book_line(present.wish.service_id, self.staff_id)],
            wish: Some(self.entry_id),
            instead_of: None,
        };
        let (lines, conflicts) = wanted.check(context, door.connection())?;
        if let Some(first) = conflicts.first() {
            return Err(conflict::refusal(first));
        }
        let until = held_until(context.at);
        let taken = lines.first().map_or(0, |line| line.duration_min.saturating_add(line.transition_min));
        let offer = Offer {
            staff_id: self.staff_id,
            day: self.day,
            start_min: self.start_min,
            end_min: self.start_min.saturating_add(taken),
            until,
        };
        let offered = Progress {
            state: WaitlistState::Offered,
            offer: Some(offer),
            notified_at: Some(context.at),
            ..entry::waiting(&present)
        };
        waitlist::update_progress(door, self.entry_id, &offered)?;
        Ok(Answer::of(SlotOffered { until }))
    }
}

impl Mutation for DeclineOffer {
    type Output = Done;
    const KIND: &'static str = "offer_declined";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let present = open(door.connection(), self.entry_id, WaitlistState::Waiting)?;
        waitlist::update_progress(door, self.entry_id, &entry::waiting(&present))?;
        Ok(Answer::of(Done {}))
    }
}
