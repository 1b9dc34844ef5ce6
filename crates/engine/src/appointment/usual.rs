//! What to propose for a service: the price list's, the staff member's own, or what is
//! remembered for the client; the client's weighs most.

use adelante_base::{ClientId, Money, StaffMemberId};
use adelante_store::Connection;
use adelante_store::client::remembered::{self, Remembered};
use adelante_store::service::Service;
use adelante_store::staff::offer::{self, StaffOffer};
use adelante_wire::ValueSource;

use crate::error::Result;

/// Lengths and prices of one service.
pub(crate) struct Usual<'s> {
    service: &'s Service,
    offers: Vec<StaffOffer>,
    remembered: Option<Remembered>,
}

impl<'s> Usual<'s> {
    /// Reads what is known of a service.
    pub(crate) fn read(connection: &Connection, service: &'s Service, client: Option<ClientId>) -> Result<Self> {
        let offers = offer::of_service(connection, service.id)?;
        let remembered = match client {
            Some(client) => remembered::get(connection, client, service.id)?,
            None => None,
        };
        Ok(Self { service, offers, remembered })
    }

    fn offer(&self, staff: StaffMemberId) -> Option<&StaffOffer> {
        self.offers.iter().find(|offer| offer.staff_id == staff)
    }

    /// How long it takes, and where that comes from.
    pub(crate) fn duration(&self, staff: StaffMemberId) -> (u16, ValueSource) {
        let client = self.remembered.as_ref().and_then(|kept| kept.duration_min);
        let own = self.offer(staff).and_then(|offer| offer.duration_min);
        first_of(client, own, self.service.duration_min)
    }

    /// What it costs this client with this staff member, and where that comes from.
    pub(crate) fn price(&self, staff: StaffMemberId) -> (Money, ValueSource) {
        let client = self.remembered.as_ref().and_then(|kept| kept.price);
        first_of(client, self.offer(staff).and_then(|offer| offer.price), self.service.price)
    }

    /// The list price with this staff member: the hint beside an edited price.
    pub(crate) fn list_price(&self, staff: StaffMemberId) -> Money {
        self.offer(staff).and_then(|offer| offer.price).unwrap_or(self.service.price)
    }
}

fn first_of<T>(client: Option<T>, staff: Option<T>, service: T) -> (T, ValueSource) {
    match (client, staff) {
        (Some(value), _) => (value, ValueSource::Client),
        (None, Some(value)) => (value, ValueSource::Staff),
        (None, None) => (service, ValueSource::Service),
    }
}
