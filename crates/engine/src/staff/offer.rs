//! Own prices and lengths of services with a staff member.

use std::collections::HashSet;

use adelante_domain::permission::Permission;
use adelante_store::service::own::Own;
use adelante_store::staff::offer;
use adelante_store::{Connection, Door};
use adelante_wire::{Done, ListStaffOffers, SetStaffOffer, StaffOffer, StaffOfferList};

use super::living;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::Result;
use crate::service::check_own;

impl Mutation for SetStaffOffer {
    type Output = Done;
    const KIND: &'static str = "staff_offer_set";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.staff_id)?;
        crate::service::living(door.connection(), self.service_id)?;
        let own = Own { price: self.price_minor, duration_min: self.duration_min };
        check_own(&own)?;
        offer::set(door, self.staff_id, self.service_id, own)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListStaffOffers {
    type Output = StaffOfferList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<StaffOfferList> {
        let mut seen = HashSet::new();
        let offers = offer::list(connection)?.into_iter().filter(|offer| {
            self.staff_id.is_none_or(|staff| staff == offer.staff_id) && seen.insert((offer.staff_id, offer.service_id))
        });
        let offers = offers.map(|offer| StaffOffer {
            staff_id: offer.staff_id,
            service_id: offer.service_id,
            price_minor: offer.price,
            duration_min: offer.duration_min,
        });
        Ok(StaffOfferList { offers: offers.collect() })
    }
}
