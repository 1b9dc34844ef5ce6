//! The price list.

use adelante_base::{Money, ServiceCategoryId, ServiceId};
use adelante_domain::appointment::DURATION_MIN;
use adelante_domain::permission::Permission;
use adelante_domain::starter_services::starter_services;
use adelante_store::service::{self, Service};
use adelante_store::{Connection, Door};
use adelante_wire::{
    self as wire, CreateServices, Done, ErrorCode, GetStarterServices, ListServices, RetireService, ServiceFields,
    ServiceList, ServicesCreated, StarterServices, UpdateService,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};

/// Services added at once: the answer with their ids must fit into the log.
const CREATED_AT_ONCE: usize = 80;

impl Mutation for CreateServices {
    type Output = ServicesCreated;
    const KIND: &'static str = "services_created";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ServicesCreated>> {
        if self.services.is_empty() || self.services.len() > CREATED_AT_ONCE {
            return Err(EngineError::out_of_range("services", 1, CREATED_AT_ONCE));
        }
        let mut service_ids = Vec::new();
        for fields in &self.services {
            check(fields)?;
            let id = ServiceId::new(door.ids(), door.at());
            let category = service::category(door, fields.category.trim())?;
            service::insert(door, &stored(id, category, fields))?;
            service_ids.push(id);
        }
        Ok(Answer::of(ServicesCreated { service_ids }))
    }
}

impl Mutation for UpdateService {
    type Output = Done;
    const KIND: &'static str = "service_updated";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.service_id)?;
        check(&self.service)?;
        let category = service::category(door, self.service.category.trim())?;
        service::update(door, &stored(self.service_id, category, &self.service))?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for RetireService {
    type Output = Done;
    const KIND: &'static str = "service_retired";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.service_id)?;
        door.retire("service", &self.service_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListServices {
    type Output = ServiceList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<ServiceList> {
        let services = service::list(connection)?.into_iter().filter(|service| self.retired || !service.retired);
        Ok(ServiceList { services: services.map(shown).collect() })
    }
}

impl Query for GetStarterServices {
    type Output = StarterServices;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<StarterServices> {
        let services = starter_services(self.language, &self.country);
        let fields = services.into_iter().map(|starter| ServiceFields {
            category: starter.category.to_owned(),
            name: starter.name.to_owned(),
            duration_min: starter.duration_min,
            price_minor: starter.price_minor,
            colour: starter.colour,
        });
        Ok(StarterServices { services: fields.collect() })
    }
}

/// A service that is still offered.
pub(crate) fn living(connection: &Connection, id: ServiceId) -> Result<Service> {
    service::get(connection, id)?.filter(|service| !service.retired).ok_or_else(|| EngineError::not_found("service"))
}

fn check(fields: &ServiceFields) -> Result<()> {
    filled("name", &fields.name, 200)?;
    at_most("category", &fields.category, 100)?;
    if !DURATION_MIN.contains(&fields.duration_min) {
        return Err(EngineError::out_of_range("duration_min", DURATION_MIN.start(), DURATION_MIN.end()));
    }
    if fields.price_minor.is_negative() {
        return Err(EngineError::new(ErrorCode::OutOfRange)
            .with("field", "price")
            .with("min", 0)
            .with("max", Money::MAX.minor()));
    }
    if fields.colour > 11 {
        return Err(EngineError::out_of_range("colour", 0, 11));
    }
    Ok(())
}

fn stored(id: ServiceId, category_id: ServiceCategoryId, fields: &ServiceFields) -> Service {
    Service {
        id,
        category_id,
        category: fields.category.trim().to_owned(),
        name: fields.name.trim().to_owned(),
        duration_min: fields.duration_min,
        price: fields.price_minor,
        colour: fields.colour,
        retired: false,
    }
}

fn shown(service: Service) -> wire::Service {
    wire::Service {
        service_id: service.id,
        category_id: service.category_id,
        retired: service.retired,
        service: ServiceFields {
            category: service.category,
            name: service.name,
            duration_min: service.duration_min,
            price_minor: service.price,
            colour: service.colour,
        },
    }
}
