//! Packages on offer.

use adelante_base::PackageOfferId;
use adelante_domain::permission::Permission;
use adelante_store::credit::package::{self, Offer};
use adelante_store::{Connection, Door};
use adelante_wire::{
    Done, ListPackageOffers, PackageOffer, PackageOfferList, PackageOfferSaved, RetirePackageOffer, SavePackageOffer,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, filled};

/// Sessions of one package.
const SESSIONS_MAX: u16 = 365;
/// Months that a membership may run.
const PERIODS_MAX: u16 = 60;
/// Days that a package may be valid.
const DAYS_MAX: u16 = 3_650;

impl Mutation for SavePackageOffer {
    type Output = PackageOfferSaved;
    const KIND: &'static str = "package_offer_saved";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<PackageOfferSaved>> {
        filled("name", &self.name, 120)?;
        if self.periods.is_some_and(|months| !(1..=PERIODS_MAX).contains(&months)) {
            return Err(EngineError::out_of_range("periods", 1, PERIODS_MAX));
        }
        // Only a membership can be for as many sessions as wanted: its month bounds it.
        let least = u16::from(self.periods.is_none());
        if !(least..=SESSIONS_MAX).contains(&self.sessions) {
            return Err(EngineError::out_of_range("sessions", least, SESSIONS_MAX));
        }
        if self.valid_days.is_some_and(|days| !(1..=DAYS_MAX).contains(&days)) {
            return Err(EngineError::out_of_range("valid_days", 1, DAYS_MAX));
        }
        if self.price_minor.is_negative() {
            return Err(EngineError::out_of_range("price_minor", 0, adelante_base::Money::MAX.minor()));
        }
        for service in &self.service_ids {
            crate::service::living(door.connection(), *service)?;
        }
        let saved = |id| Offer {
            id,
            name: self.name.trim().to_owned(),
            price: self.price_minor,
            services: self.service_ids.clone(),
            sessions: self.sessions,
            valid_days: self.valid_days.filter(|_| self.periods.is_none()),
            periods: self.periods,
        };
        let offer_id = match self.offer_id {
            Some(id) => {
                living(door.connection(), id)?;
                package::update_offer(door, &saved(id))?;
                id
            }
            None => {
                let id = PackageOfferId::new(door.ids(), door.at());
                package::insert_offer(door, &saved(id))?;
                id
            }
        };
        Ok(Answer::of(PackageOfferSaved { offer_id }))
    }
}

impl Mutation for RetirePackageOffer {
    type Output = Done;
    const KIND: &'static str = "package_offer_retired";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.offer_id)?;
        door.retire("package_offer", &self.offer_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListPackageOffers {
    type Output = PackageOfferList;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<PackageOfferList> {
        let shown = |offer: Offer| PackageOffer {
            offer_id: offer.id,
            name: offer.name,
            price_minor: offer.price,
            service_ids: offer.services,
            sessions: offer.sessions,
            valid_days: offer.valid_days,
            periods: offer.periods,
        };
        Ok(PackageOfferList { offers: package::offers(connection)?.into_iter().map(shown).collect() })
    }
}

/// An offer that the salon knows.
pub(super) fn living(connection: &Connection, id: PackageOfferId) -> Result<Offer> {
    package::offer(connection, id)?.ok_or_else(|| EngineError::not_found("package_offer"))
}
