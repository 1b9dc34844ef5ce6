//! Own prices and lengths of services with a staff member.

use adelante_base::{Money, ServiceId, StaffMemberId, StaffOfferId};
use rusqlite::{Connection, Params};

use crate::operation::parsed;
use crate::service::own::{self, Own, Whose};
use crate::{Door, StoreError};

/// A service that costs or lasts otherwise with one staff member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffOffer {
    /// With whom.
    pub staff_id: StaffMemberId,
    /// Which service.
    pub service_id: ServiceId,
    /// Own price.
    pub price: Option<Money>,
    /// Own length.
    pub duration_min: Option<u16>,
}

/// Everybody's, newest first: where two devices set the same one, the first counts.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<StaffOffer>, StoreError> {
    collect(connection, include_str!("offers.sql"), [])
}

/// Those of one service, newest first.
///
/// # Errors
/// What SQLite says.
pub fn of_service(connection: &Connection, service: ServiceId) -> Result<Vec<StaffOffer>, StoreError> {
    collect(connection, include_str!("offers_of_service.sql"), [service.to_string()])
}

/// Sets what differs with this staff member.
///
/// # Errors
/// What SQLite says.
pub fn set(door: &Door<'_>, staff: StaffMemberId, service: ServiceId, own: Own) -> Result<(), StoreError> {
    own::set(door, &whose(staff), service, own, || StaffOfferId::new(door.ids(), door.at()).to_string())
}

fn whose(staff: StaffMemberId) -> Whose<'static> {
    Whose { table: "staff_offer", column: "staff_id", id: staff.to_string(), find: include_str!("offer_find.sql") }
}

fn collect(connection: &Connection, sql: &str, params: impl Params) -> Result<Vec<StaffOffer>, StoreError> {
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(params, |row| {
        let Own { price, duration_min } = own::read(row)?;
        Ok(StaffOffer {
            staff_id: parsed(row, "staff_id")?,
            service_id: parsed(row, "service_id")?,
            price,
            duration_min,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
