//! This device's own state: identity, preferences, PIN verifiers. Never synced.

use adelante_base::{DeviceId, Hlc, IdSource, ReceiptId, StaffMemberId, Timestamp};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::StoreError;
use crate::operation::parsed;

/// A PIN verifier with its tries.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin {
    /// argon2id, PHC string.
    pub verifier: String,
    /// Wrong tries in a row.
    pub tries: u32,
    /// No try before this.
    pub locked_until: Timestamp,
}

/// This device's id and the last moment of its clock; made where it has none yet.
///
/// # Errors
/// What SQLite says.
pub fn device(connection: &Connection, at: Timestamp, ids: &dyn IdSource) -> Result<(DeviceId, Hlc), StoreError> {
    let mut find = connection.prepare_cached("SELECT device_id, hlc FROM device, door")?;
    let found = find.query_row([], |row| Ok((parsed(row, "device_id")?, parsed(row, "hlc")?))).optional()?;
    if let Some(known) = found {
        return Ok(known);
    }
    let id = DeviceId::new(ids, at);
    connection.execute(
        "INSERT INTO device (id, device_id, made_at) VALUES (1, ?1, ?2)",
        rusqlite::params![id.to_string(), at.millis()],
    )?;
    Ok((id, connection.query_row("SELECT hlc FROM door", [], |row| parsed(row, "hlc"))?))
}

/// This device's id, where it has one yet.
///
/// # Errors
/// What SQLite says.
pub fn known_device(connection: &Connection) -> Result<Option<DeviceId>, StoreError> {
    let mut find = connection.prepare_cached("SELECT device_id FROM device")?;
    Ok(find.query_row([], |row| parsed(row, "device_id")).optional()?)
}

/// Opens a door: from here on synced rows may be written, in this transaction.
///
/// # Errors
/// What SQLite says.
pub fn open_door(connection: &Connection, mode: &'static str) -> Result<(), StoreError> {
    connection.prepare_cached("UPDATE door SET mode = ?1")?.execute([mode])?;
    Ok(())
}

/// Closes the door and remembers the moment of the operation: what is written here from now on
/// is later than that, whoever's clock showed it.
///
/// # Errors
/// What SQLite says.
pub fn close_door(connection: &Connection, hlc: Hlc) -> Result<(), StoreError> {
    connection.prepare_cached("UPDATE door SET mode = NULL, hlc = max(hlc, ?1)")?.execute([hlc.to_string()])?;
    Ok(())
}

/// Series of this device's receipt numbers: 1, and one more after each restored backup.
///
/// # Errors
/// What SQLite says.
pub fn series(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.prepare_cached("SELECT series FROM device")?.query_row([], |row| row.get("series"))?)
}

/// After a backup was put in the place of the file: a new identity and a new receipt series,
/// so that what was made after the backup and is lost here is never numbered again.
///
/// # Errors
/// What SQLite says.
pub fn begin_new_identity(connection: &Connection, at: Timestamp, ids: &dyn IdSource) -> Result<DeviceId, StoreError> {
    let id = DeviceId::new(ids, at);
    connection.execute("UPDATE device SET device_id = ?1, series = series + 1", [id.to_string()])?;
    Ok(id)
}

/// When this device last heard of what the others did; none: never. The network agent sets it.
///
/// # Errors
/// What SQLite says.
pub fn last_synced(connection: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let mut find = connection.prepare_cached("SELECT last_synced_at FROM device")?;
    let at: Option<Option<i64>> = find.query_row([], |row| row.get("last_synced_at")).optional()?;
    Ok(at.flatten().map(Timestamp::from_millis))
}

/// Remembers that this device has heard of what the others did until `at`.
///
/// # Errors
/// What SQLite says.
pub fn set_last_synced(connection: &Connection, at: Timestamp) -> Result<(), StoreError> {
    connection.prepare_cached("UPDATE device SET last_synced_at = ?1")?.execute([at.millis()])?;
    Ok(())
}

/// A preference of this device.
///
/// # Errors
/// What SQLite says.
pub fn preference(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let mut find = connection.prepare_cached("SELECT value FROM preference WHERE name = ?1")?;
    Ok(find.query_row([name], |row| row.get("value")).optional()?)
}

/// Sets a preference of this device.
///
/// # Errors
/// What SQLite says.
pub fn set_preference(connection: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO preference (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?
        .execute([name, value])?;
    Ok(())
}

/// Whether this device has printed a receipt before.
///
/// # Errors
/// What SQLite says.
pub fn was_printed(connection: &Connection, receipt: ReceiptId) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached("SELECT 1 FROM receipt_print WHERE receipt_id = ?1")?;
    Ok(find.exists([receipt.to_string()])?)
}

/// Remembers that this device has printed a receipt, or may have.
///
/// # Errors
/// What SQLite says.
pub fn set_printed(connection: &Connection, receipt: ReceiptId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO receipt_print (receipt_id, printed_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    connection.prepare_cached(sql)?.execute(rusqlite::params![receipt.to_string(), at.millis()])?;
    Ok(())
}

/// Somebody's PIN verifier.
///
/// # Errors
/// What SQLite says.
pub fn pin(connection: &Connection, staff: StaffMemberId) -> Result<Option<Pin>, StoreError> {
    let mut find = connection.prepare_cached("SELECT verifier, tries, locked_until FROM pin WHERE staff_id = ?1")?;
    let found = find.query_row([staff.to_string()], |row| {
        Ok(Pin {
            verifier: row.get("verifier")?,
            tries: row.get("tries")?,
            locked_until: Timestamp::from_millis(row.get("locked_until")?),
        })
    });
    Ok(found.optional()?)
}

/// Sets somebody's PIN verifier, forgetting the wrong tries.
///
/// # Errors
/// What SQLite says.
pub fn set_pin(connection: &Connection, staff: StaffMemberId, verifier: &str, at: Timestamp) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("set_pin.sql"))?.execute(named_params! {
        ":staff_id": staff.to_string(), ":verifier": verifier, ":set_at": at.millis(),
    })?;
    Ok(())
}

/// Remembers how many wrong tries there were and until when to wait.
///
/// # Errors
/// What SQLite says.
pub fn set_tries(
    connection: &Connection,
    staff: StaffMemberId,
    tries: u32,
    locked_until: Timestamp,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE pin SET tries = ?2, locked_until = ?3 WHERE staff_id = ?1")?
        .execute(rusqlite::params![staff.to_string(), tries, locked_until.millis()])?;
    Ok(())
}

impl crate::Store {
    /// Writes device-local state in a transaction of its own.
    ///
    /// # Errors
    /// What the body or SQLite says.
    pub fn write_local<T>(&self, body: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut writer = self.writer();
        let transaction = writer.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let value = body(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }
}

/// The wall-clock part of the last moment of this device's clock.
///
/// # Errors
/// What SQLite says.
pub fn last_moment(connection: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let mut find = connection.prepare_cached("SELECT hlc FROM door")?;
    let last: Option<Hlc> = find.query_row([], |row| parsed(row, "hlc")).optional()?;
    Ok(last.map(Hlc::at))
}
