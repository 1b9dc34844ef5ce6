//! Putting a client on the waitlist, changing the wish, taking it off.

use adelante_base::vocabulary::WaitlistState;
use adelante_base::{ClientId, WaitlistEntryId};
use adelante_domain::permission::Permission;
use adelante_store::waitlist::{self, Entry, Progress, Wish};
use adelante_store::{Connection, Door};
use adelante_wire::{
    AddToWaitlist, CloseWaitlistEntry, Done, ErrorCode, UpdateWaitlistEntry, WaitlistEntryAdded, WaitlistFields,
};

use super::open;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

impl Mutation for AddToWaitlist {
    type Output = WaitlistEntryAdded;
    const KIND: &'static str = "waitlist_entry_added";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<WaitlistEntryAdded>> {
        let wish = checked(context, door.connection(), &self.entry)?;
        let client = client_of(self, context, door)?;
        let entry_id = WaitlistEntryId::new(door.ids(), door.at());
        waitlist::insert(door, entry_id, client, &wish)?;
        Ok(Answer::of(WaitlistEntryAdded { entry_id }))
    }
}

impl Mutation for UpdateWaitlistEntry {
    type Output = Done;
    const KIND: &'static str = "waitlist_entry_updated";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let present = open(door.connection(), self.entry_id, WaitlistState::Waiting)?;
        let wish = checked(context, door.connection(), &self.entry)?;
        let other = (present.wish.service_id, present.wish.staff_id) != (wish.service_id, wish.staff_id);
        waitlist::update_wish(door, self.entry_id, &wish)?;
        if other && present.progress.offer.is_some() {
            // What was held was held for another service.
            waitlist::update_progress(door, self.entry_id, &waiting(&present))?;
        }
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for CloseWaitlistEntry {
    type Output = Done;
    const KIND: &'static str = "waitlist_entry_closed";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        at_most("reason", &self.reason, 200)?;
        let entry = open(door.connection(), self.entry_id, WaitlistState::Closed)?;
        let closed =
            Progress { state: WaitlistState::Closed, reason: self.reason.trim().to_owned(), ..waiting(&entry) };
        waitlist::update_progress(door, self.entry_id, &closed)?;
        Ok(Answer::of(Done {}).because(&self.reason))
    }
}

/// A wish that waits, with nothing held for it.
pub(super) fn waiting(entry: &Entry) -> Progress {
    Progress {
        state: WaitlistState::Waiting,
        reason: String::new(),
        appointment_id: None,
        offer: None,
        notified_at: entry.progress.notified_at,
    }
}

fn client_of(asked: &AddToWaitlist, context: &Context<'_>, door: &Door<'_>) -> Result<ClientId> {
    match (asked.client_id, &asked.new_client) {
        (Some(id), _) => crate::client::living(door, id).map(|_| id),
        (None, Some(fields)) => {
            context.actor.check(Permission::ClientsWrite)?;
            crate::client::create(context, door, fields)
        }
        (None, None) => Err(EngineError::required("client_id")),
    }
}

fn checked(context: &Context<'_>, connection: &Connection, fields: &WaitlistFields) -> Result<Wish> {
    at_most("note", &fields.note, 500)?;
    let service = crate::service::living(connection, fields.service_id)?;
    if let Some(staff) = fields.staff_id {
        crate::staff::does(connection, staff, &service)?;
    }
    let first = fields.from_day.unwrap_or_else(|| context.today().0).max(context.today().0);
    if fields.to_day.is_some_and(|last| last < first) {
        return Err(EngineError::new(ErrorCode::BadTimes).with("field", "to_day"));
    }
    Ok(Wish {
        service_id: fields.service_id,
        staff_id: fields.staff_id,
        from_day: fields.from_day,
        to_day: fields.to_day,
        part: fields.part,
        note: fields.note.trim().to_owned(),
    })
}
