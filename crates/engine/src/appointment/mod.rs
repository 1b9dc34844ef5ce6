//! Visits: booking, changes, the day, free starts.

pub mod absence;
pub mod book;
pub mod change;
pub mod check;
pub mod completion;
pub mod conflict;
pub mod day;
pub mod following;
pub mod group;
pub mod list;
pub mod one_line;
pub mod plan;
pub mod range;
pub mod risk;
pub mod series;
pub mod show;
pub mod slots;
pub mod status;
pub mod usual;

use std::collections::{BTreeSet, HashMap};

use adelante_base::{AppointmentId, ServiceId, StaffMemberId};
use adelante_store::appointment::{self, Appointment};
use adelante_store::{Connection, service, staff};

use crate::error::{EngineError, Result};

/// Names of services and staff, also of those who left.
pub(crate) struct Names {
    services: HashMap<ServiceId, String>,
    staff: HashMap<StaffMemberId, String>,
}

impl Names {
    pub(crate) fn read(connection: &Connection) -> Result<Self> {
        Ok(Self {
            services: service::list(connection)?.into_iter().map(|service| (service.id, service.name)).collect(),
            staff: staff::list(connection)?.into_iter().map(|member| (member.id, member.staff.name)).collect(),
        })
    }

    /// Of some services and staff only: a bill names a few of a long price list, and asks for each once.
    pub(crate) fn of(
        connection: &Connection,
        services: impl Iterator<Item = ServiceId>,
        people: impl Iterator<Item = StaffMemberId>,
    ) -> Result<Self> {
        let mut names = Self { services: HashMap::new(), staff: HashMap::new() };
        for id in services.collect::<BTreeSet<_>>() {
            if let Some(service) = service::get(connection, id)? {
                names.services.insert(id, service.name);
            }
        }
        for id in people.collect::<BTreeSet<_>>() {
            if let Some(member) = staff::get(connection, id)? {
                names.staff.insert(id, member.staff.name);
            }
        }
        Ok(names)
    }

    pub(crate) fn service(&self, id: ServiceId) -> String {
        self.services.get(&id).cloned().unwrap_or_default()
    }

    pub(crate) fn staff(&self, id: StaffMemberId) -> String {
        self.staff.get(&id).cloned().unwrap_or_default()
    }
}

/// A visit that is in the calendar.
pub(crate) fn living(connection: &Connection, id: AppointmentId) -> Result<Appointment> {
    appointment::get(connection, id)?
        .filter(|visit| !visit.retired)
        .ok_or_else(|| EngineError::not_found("appointment"))
}
