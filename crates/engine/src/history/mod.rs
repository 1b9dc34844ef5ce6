//! The change log as people read it, and undo.

pub mod list;
pub mod undo;

use adelante_base::{OperationId, Timestamp};
use adelante_store::{Connection, StoreError, operation, staff};

/// Who did an operation, what it was, and when: for a refusal that has to say so.
pub(crate) fn who_and_what(
    connection: &Connection,
    id: OperationId,
) -> Result<Option<(String, String, Timestamp)>, StoreError> {
    let Some(found) = operation::find(connection, id)? else { return Ok(None) };
    let who = match found.actor.parse() {
        Ok(id) => staff::get(connection, id)?.map(|member| member.staff.name).unwrap_or_default(),
        Err(_) => String::new(),
    };
    Ok(Some((who, found.kind, found.at)))
}
