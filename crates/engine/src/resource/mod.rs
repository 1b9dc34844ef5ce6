//! Rooms and equipment.

use adelante_base::ResourceId;
use adelante_domain::permission::Permission;
use adelante_store::resource::{self, Resource};
use adelante_store::{Connection, Door};
use adelante_wire::{
    self as wire, Done, ErrorCode, ListResources, ResourceList, ResourceSaved, RetireResource, SaveResource,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, filled};

const UNITS: std::ops::RangeInclusive<u16> = 1..=50;

impl Mutation for SaveResource {
    type Output = ResourceSaved;
    const KIND: &'static str = "resource_saved";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ResourceSaved>> {
        filled("name", &self.name, 100)?;
        if !UNITS.contains(&self.units) {
            return Err(EngineError::out_of_range("units", UNITS.start(), UNITS.end()));
        }
        let saved = |id| Resource { id, name: self.name.trim().to_owned(), units: self.units };
        let resource_id = if let Some(id) = self.resource_id {
            living(door.connection(), id)?;
            resource::update(door, &saved(id))?;
            id
        } else {
            let id = ResourceId::new(door.ids(), door.at());
            resource::insert(door, &saved(id))?;
            id
        };
        Ok(Answer::of(ResourceSaved { resource_id }))
    }
}

impl Mutation for RetireResource {
    type Output = Done;
    const KIND: &'static str = "resource_retired";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.resource_id)?;
        if resource::is_needed(door.connection(), self.resource_id)? {
            return Err(EngineError::new(ErrorCode::StillUsed).with("what", "resource"));
        }
        door.retire("resource", &self.resource_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListResources {
    type Output = ResourceList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<ResourceList> {
        Ok(ResourceList { resources: resource::list(connection)?.into_iter().map(shown).collect() })
    }
}

/// A room or equipment that the salon still has.
pub(crate) fn living(connection: &Connection, id: ResourceId) -> Result<Resource> {
    resource::get(connection, id)?.ok_or_else(|| EngineError::not_found("resource"))
}

/// A room or equipment as the contract has it.
pub(crate) fn shown(resource: Resource) -> wire::Resource {
    wire::Resource { resource_id: resource.id, name: resource.name, units: resource.units }
}
