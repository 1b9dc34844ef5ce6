//! The price list.

use adelante_base::{Money, ServiceCategoryId, ServiceId};
use adelante_domain::appointment::DURATION_MIN;
use adelante_domain::permission::Permission;
use adelante_domain::starter_services::starter_services;
use adelante_store::appointment::Need;
use adelante_store::service::own::Own;
use adelante_store::service::{self, Service};
use adelante_store::{Connection, Door};
use adelante_wire::{
    self as wire, CreateServices, Done, GetStarterServices, ListServices, RetireService, ServiceFields, ServiceList,
    ServiceResource, ServicesCreated, StarterServices, UpdateService,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};

/// Services added at once: the answer with their ids must fit into the log.
const CREATED_AT_ONCE: usize = 80;
/// Rooms and equipment that one service may need.
const RESOURCES_MAX: usize = 5;
/// The longest clean-up.
const TRANSITION_MAX_MIN: u16 = 240;

impl Mutation for CreateServices {
    type Output = ServicesCreated;
    const KIND: &'static str = "services_created";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ServicesCreated>> {
        if self.services.is_empty() || self.services.len() > CREATED_AT_ONCE {
            return Err(EngineError::out_of_range("services", 1, CREATED_AT_ONCE));
        }
        let mut service_ids = Vec::new();
        for fields in &self.services {
            check(context, door.connection(), fields)?;
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

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.service_id)?;
        check(context, door.connection(), &self.service)?;
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
            processing_min: 0,
            finishing_min: 0,
            transition_min: 0,
            resources: Vec::new(),
            price_minor: starter.price_minor,
            colour: starter.colour,
            tax_code: None,
        });
        Ok(StarterServices { services: fields.collect() })
    }
}

/// A service that is still offered.
pub(crate) fn living(connection: &Connection, id: ServiceId) -> Result<Service> {
    service::get(connection, id)?.filter(|service| !service.retired).ok_or_else(|| EngineError::not_found("service"))
}

/// Refuses an own price or length that cannot be.
pub(crate) fn check_own(own: &Own) -> Result<()> {
    own.duration_min.map_or(Ok(()), check_duration)?;
    own.price.map_or(Ok(()), check_price)
}

fn check(context: &Context<'_>, connection: &Connection, fields: &ServiceFields) -> Result<()> {
    filled("name", &fields.name, 200)?;
    at_most("category", &fields.category, 100)?;
    check_duration(fields.duration_min)?;
    check_price(fields.price_minor)?;
    if fields.colour > 11 {
        return Err(EngineError::out_of_range("colour", 0, 11));
    }
    check_blocks(fields)?;
    if let (Some(code), Some(salon)) = (fields.tax_code, context.salon_if_made()) {
        crate::money::tax::check(&salon.country, code, context.today().0)?;
    }
    if fields.resources.len() > RESOURCES_MAX {
        return Err(EngineError::out_of_range("resources", 0, RESOURCES_MAX));
    }
    for need in &fields.resources {
        crate::resource::living(connection, need.resource_id)?;
    }
    Ok(())
}

/// The client's time begins with hands on: waiting and finishing leave at least a minute of it.
fn check_blocks(fields: &ServiceFields) -> Result<()> {
    let parts = u32::from(fields.processing_min) + u32::from(fields.finishing_min);
    if parts >= u32::from(fields.duration_min) {
        return Err(EngineError::out_of_range("processing_min", 0, fields.duration_min.saturating_sub(1)));
    }
    if fields.transition_min > TRANSITION_MAX_MIN {
        return Err(EngineError::out_of_range("transition_min", 0, TRANSITION_MAX_MIN));
    }
    Ok(())
}

fn check_duration(minutes: u16) -> Result<()> {
    if DURATION_MIN.contains(&minutes) {
        return Ok(());
    }
    Err(EngineError::out_of_range("duration_min", DURATION_MIN.start(), DURATION_MIN.end()))
}

fn check_price(price: Money) -> Result<()> {
    if price.is_negative() {
        return Err(EngineError::out_of_range("price", 0, Money::MAX.minor()));
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
        processing_min: fields.processing_min,
        finishing_min: fields.finishing_min,
        transition_min: fields.transition_min,
        resources: fields
            .resources
            .iter()
            .map(|need| Need { resource_id: need.resource_id, part: need.part })
            .collect(),
        price: fields.price_minor,
        colour: fields.colour,
        tax_code: fields.tax_code,
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
            processing_min: service.processing_min,
            finishing_min: service.finishing_min,
            transition_min: service.transition_min,
            resources: service
                .resources
                .iter()
                .map(|need| ServiceResource { resource_id: need.resource_id, part: need.part })
                .collect(),
            price_minor: service.price,
            colour: service.colour,
            tax_code: service.tax_code,
        },
    }
}
