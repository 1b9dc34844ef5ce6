//! What is remembered of a service for a client, and what is proposed with it.

use adelante_domain::duration::usual_minutes;
use adelante_domain::permission::Permission;
use adelante_store::appointment::past;
use adelante_store::client::remembered::{self, Remembered};
use adelante_store::{Connection, Door};
use adelante_wire::{Done, LineSuggestion, RememberForClient, SuggestLine};

use super::living;
use crate::appointment::usual::Usual;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::Result;
use crate::service::check_own;

/// So many actual lengths make a proposal.
const ACTUAL_VISITS: u16 = 3;

impl Mutation for RememberForClient {
    type Output = Done;
    const KIND: &'static str = "client_service_remembered";
    const PERMISSION: Permission = Permission::ClientsWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door, self.client_id)?;
        let service = crate::service::living(door.connection(), self.service_id)?;
        let own = Remembered { price: self.price_minor, duration_min: self.duration_min };
        check_own(&own)?;
        if own.price.is_some_and(|price| price != service.price) {
            context.actor.check(Permission::PricesEdit)?;
        }
        remembered::set(door, self.client_id, self.service_id, own)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for SuggestLine {
    type Output = LineSuggestion;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<LineSuggestion> {
        let service = crate::service::living(connection, self.service_id)?;
        crate::staff::living(connection, self.staff_id)?;
        let usual = Usual::read(connection, &service, self.client_id)?;
        let (duration_min, duration_from) = usual.duration(self.staff_id);
        let (price_minor, price_from) = usual.price(self.staff_id);
        let actual_min = match self.client_id {
            Some(client) => {
                let mut actual = past::actual_minutes(connection, client, service.id, ACTUAL_VISITS)?;
                actual.reverse();
                usual_minutes(&actual)
            }
            None => None,
        };
        Ok(LineSuggestion { duration_min, duration_from, price_minor, price_from, actual_min })
    }
}
