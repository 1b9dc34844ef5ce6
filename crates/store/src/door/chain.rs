//! The hash chain: each device's operations, each hashing the one before it.
//!
//! A change is hashed with a salt of its own, so that an erasure can blank a person's payload
//! and salt and the chain still verifies.

use adelante_base::DeviceId;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::operation::Operation;

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The end of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Number of the last operation; 0 before the first.
    pub device_seq: i64,
    /// Its hash; zeros before the first.
    pub hash: Hash,
}

/// The head of a device's chain.
///
/// # Errors
/// What SQLite says.
pub fn head(connection: &Connection, device: DeviceId) -> Result<Link, StoreError> {
    let mut find = connection.prepare_cached("SELECT device_seq, hash FROM chain WHERE device = ?1")?;
    let link = find
        .query_row([device.to_string()], |row| Ok(Link { device_seq: row.get("device_seq")?, hash: row.get("hash")? }))
        .optional()?;
    Ok(link.unwrap_or(Link { device_seq: 0, hash: [0; 32] }))
}

/// Moves the head.
///
/// # Errors
/// What SQLite says.
pub fn set_head(connection: &Connection, device: DeviceId, link: &Link) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("set_head.sql"))?.execute(rusqlite::named_params! {
        ":device": device.to_string(), ":device_seq": link.device_seq, ":hash": link.hash,
    })?;
    Ok(())
}

/// SHA-256(salt ‖ payload) of a change; each part is preceded by its length.
#[must_use]
pub fn change_hash(salt: &[u8], table: &str, row: &str, verb: &str, before: Option<&str>, after: &str) -> Hash {
    let mut hash = Sha256::new();
    part(&mut hash, salt);
    for text in [table, row, verb, before.unwrap_or(""), after] {
        part(&mut hash, text.as_bytes());
    }
    hash.finalize().into()
}

/// The operation's own hash: its fields, the hash before it, and its changes' hashes in order.
#[must_use]
pub fn operation_hash(row: &Operation, changes: &[Vec<u8>]) -> Hash {
    let mut hash = Sha256::new();
    part(&mut hash, &row.prev_hash);
    let optional = |id: Option<String>| id.unwrap_or_default();
    for text in [
        row.id.to_string(),
        row.request_id.to_string(),
        row.kind.clone(),
        row.undo.clone(),
        row.actor.clone(),
        row.device.to_string(),
        row.device_seq.to_string(),
        row.at.millis().to_string(),
        row.hlc.to_string(),
        optional(row.undo_of.map(|id| id.to_string())),
        optional(row.batch.map(|id| id.to_string())),
        optional(row.reason.clone()),
        row.app_version.clone(),
        row.schema_version.to_string(),
        row.result.clone(),
    ] {
        part(&mut hash, text.as_bytes());
    }
    part(&mut hash, &row.body_hash);
    for change in changes {
        part(&mut hash, change);
    }
    hash.finalize().into()
}

fn part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
    hash.update(bytes);
}
