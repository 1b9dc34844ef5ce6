//! What is remembered of a service for a client: own length, own price.

use adelante_base::{ClientId, ClientServiceId, ServiceId};
use rusqlite::Connection;

pub use crate::service::own::Own as Remembered;
use crate::service::own::{self, Whose};
use crate::{Door, StoreError};

/// What is remembered for this client.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, client: ClientId, service: ServiceId) -> Result<Option<Remembered>, StoreError> {
    own::find(connection, &whose(client), service)
}

/// Sets what is remembered for this client.
///
/// # Errors
/// What SQLite says.
pub fn set(door: &Door<'_>, client: ClientId, service: ServiceId, own: Remembered) -> Result<(), StoreError> {
    own::set(door, &whose(client), service, own, || ClientServiceId::new(door.ids(), door.at()).to_string())
}

fn whose(client: ClientId) -> Whose<'static> {
    Whose {
        table: "client_service",
        column: "client_id",
        id: client.to_string(),
        find: include_str!("remembered_find.sql"),
    }
}
