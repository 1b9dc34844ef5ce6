//! Fiscal documents: the facts of what was registered (synced), and this device's queue of what
//! shall be (local). A queue of its own, beside [`crate::job`]: its order is kept, it never gives up,
//! and what may have been done is told apart from what was not (docs/adr/0014).

pub mod outage;

use adelante_base::fiscal::{FiscalDeviceKind, FiscalFault, FiscalKind, FiscalState};
use adelante_base::{FiscalDocumentId, Money, ReceiptId, RegisterId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A document of this device's queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// Which; the key by which the device is asked.
    pub id: FiscalDocumentId,
    /// What it is.
    pub kind: FiscalKind,
    /// Of which receipt.
    pub receipt_id: Option<ReceiptId>,
    /// Number of the receipt's series, with the register's prefix; or none.
    pub receipt: Option<(String, u32, u32)>,
    /// What is sent, JSON.
    pub content: String,
    /// Sum; positive.
    pub total: Money,
    /// How far it is.
    pub state: FiscalState,
    /// Tries so far.
    pub tries: u32,
    /// Why the last one failed.
    pub fault: Option<FiscalFault>,
    /// In the device's words, or empty.
    pub detail: String,
    /// Next try by itself; `None`: waits for a person.
    pub next_at: Option<Timestamp>,
    /// When it was made.
    pub made_at: Timestamp,
    /// Number of the registered document, or empty.
    pub number: String,
}

/// A document before it is queued.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// What it is.
    pub kind: FiscalKind,
    /// Of which receipt.
    pub receipt_id: Option<ReceiptId>,
    /// What is sent, JSON.
    pub content: &'a str,
    /// Sum; positive.
    pub total: Money,
}

/// How a try ended that registered nothing.
#[derive(Debug, Clone, Copy)]
pub struct Tried<'a> {
    /// Where the document stands now.
    pub state: FiscalState,
    /// Why.
    pub fault: FiscalFault,
    /// In the device's words.
    pub detail: &'a str,
    /// Next try; `None`: waits for a person.
    pub next_at: Option<Timestamp>,
}

/// What a device answered when it registered a document: a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: FiscalDocumentId,
    /// What it is.
    pub kind: FiscalKind,
    /// On which register.
    pub register_id: RegisterId,
    /// Of which receipt.
    pub receipt_id: Option<ReceiptId>,
    /// By what.
    pub device: FiscalDeviceKind,
    /// Its number.
    pub number: String,
    /// Its sign.
    pub sign: String,
    /// Number of the fiscal storage.
    pub storage: String,
    /// Registration number of the device.
    pub registration: String,
    /// Number of the fiscal shift.
    pub shift_number: u32,
    /// Sum; positive.
    pub total: Money,
    /// When, by the device's clock.
    pub at: Timestamp,
    /// Text of the QR code.
    pub qr: String,
    /// Where a client can check it, or empty.
    pub url: String,
}

/// How the queue stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Not registered yet.
    pub waiting: u32,
    /// Of those for a person.
    pub failed: u32,
    /// When the oldest was made.
    pub oldest_at: Option<Timestamp>,
}

/// Queues a document at the end, in the operation's own transaction.
///
/// # Errors
/// What SQLite says.
pub fn enqueue(door: &Door<'_>, new: &New<'_>) -> Result<FiscalDocumentId, StoreError> {
    let id = FiscalDocumentId::new(door.ids(), door.at());
    door.connection().prepare_cached(include_str!("enqueue.sql"))?.execute(named_params! {
        ":id": id.to_string(),
        ":kind": new.kind.as_str(),
        ":receipt_id": new.receipt_id.map(|id| id.to_string()),
        ":content": new.content,
        ":total_minor": new.total.minor(),
        ":at": door.at().millis(),
    })?;
    Ok(id)
}

/// The document whose turn it is. Those that a person must look at let the next ones pass.
///
/// # Errors
/// What SQLite says.
pub fn next(connection: &Connection) -> Result<Option<Queued>, StoreError> {
    let sql = concat!(
        include_str!("select.sql"),
        " WHERE q.state IN ('queued', 'sent', 'unknown') AND q.next_at IS NOT NULL ORDER BY q.position LIMIT 1"
    );
    Ok(connection.prepare_cached(sql)?.query_row([], read).optional()?)
}

/// A page of the queue with what is done, latest first, and how many there are.
///
/// # Errors
/// What SQLite says.
pub fn page(connection: &Connection, offset: u32, limit: u16) -> Result<(Vec<Queued>, u32), StoreError> {
    let sql = concat!(include_str!("select.sql"), " ORDER BY q.position DESC LIMIT :limit OFFSET :offset");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(named_params! { ":limit": limit, ":offset": offset }, read)?;
    let rows = rows.collect::<Result<_, _>>()?;
    let mut count = connection.prepare_cached("SELECT count(*) AS documents FROM fiscal_queue")?;
    Ok((rows, count.query_row([], |row| row.get("documents"))?))
}

/// How the queue stands.
///
/// # Errors
/// What SQLite says.
pub fn standing(connection: &Connection) -> Result<Standing, StoreError> {
    let mut find = connection.prepare_cached(include_str!("standing.sql"))?;
    Ok(find.query_row([], |row| {
        Ok(Standing {
            waiting: row.get("waiting")?,
            failed: row.get("failed")?,
            oldest_at: row.get::<_, Option<i64>>("oldest_at")?.map(Timestamp::from_millis),
        })
    })?)
}

/// The first document that is not registered yet, whoever must look at it.
///
/// # Errors
/// What SQLite says.
pub fn first_open(connection: &Connection) -> Result<Option<Queued>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE q.state <> 'accepted' ORDER BY q.position LIMIT 1");
    Ok(connection.prepare_cached(sql)?.query_row([], read).optional()?)
}

/// How far a receipt's document is on this device; `None` where there is none.
///
/// # Errors
/// What SQLite says.
pub fn state_of(connection: &Connection, receipt: ReceiptId) -> Result<Option<FiscalState>, StoreError> {
    let mut find = connection.prepare_cached("SELECT state FROM fiscal_queue WHERE receipt_id = ?1")?;
    Ok(find.query_row([receipt.to_string()], |row| parsed(row, "state")).optional()?)
}

/// Notes that a document is on its way: whatever happens from here on, the device is asked first.
///
/// # Errors
/// What SQLite says.
pub fn sending(connection: &Connection, id: FiscalDocumentId) -> Result<(), StoreError> {
    let sql = "UPDATE fiscal_queue SET state = 'sent' WHERE id = ?1 AND state <> 'accepted'";
    connection.prepare_cached(sql)?.execute([id.to_string()])?;
    Ok(())
}

/// Notes a try that registered nothing.
///
/// # Errors
/// What SQLite says.
pub fn tried(connection: &Connection, id: FiscalDocumentId, tried: &Tried<'_>) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("tried.sql"))?.execute(named_params! {
        ":id": id.to_string(),
        ":state": tried.state.as_str(),
        ":fault": tried.fault.as_str(),
        ":detail": tried.detail,
        ":next_at": tried.next_at.map(Timestamp::millis),
    })?;
    Ok(())
}

/// Notes that a document is done: registered, or with nothing to register (no shift to close).
///
/// # Errors
/// What SQLite says.
pub fn done(connection: &Connection, id: FiscalDocumentId, at: Timestamp) -> Result<(), StoreError> {
    connection
        .prepare_cached(include_str!("done.sql"))?
        .execute(named_params! { ":id": id.to_string(), ":at": at.millis() })?;
    Ok(())
}

/// Lets a document, or all that wait, be tried from a moment on; also those for a person.
///
/// # Errors
/// What SQLite says.
pub fn release(connection: &Connection, id: Option<FiscalDocumentId>, at: Timestamp) -> Result<(), StoreError> {
    connection
        .prepare_cached(include_str!("release.sql"))?
        .execute(named_params! { ":id": id.map(|id| id.to_string()), ":at": at.millis() })?;
    Ok(())
}

/// After a backup was put in the place of the file: what waits may have been registered since, or
/// by another PC. A person says whether to send it.
///
/// # Errors
/// What SQLite says.
pub fn hold(connection: &Connection) -> Result<(), StoreError> {
    let sql = "UPDATE fiscal_queue SET state = 'unknown', fault = 'restored', next_at = NULL WHERE state <> 'accepted'";
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Writes what a device registered.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, document: &Document) -> Result<(), StoreError> {
    door.insert(
        "fiscal_document",
        &[
            ("id", document.id.to_string().into()),
            ("kind", document.kind.as_str().to_owned().into()),
            ("register_id", document.register_id.to_string().into()),
            ("receipt_id", document.receipt_id.map(|id| id.to_string()).into()),
            ("device", document.device.as_str().to_owned().into()),
            ("number", document.number.clone().into()),
            ("sign", document.sign.clone().into()),
            ("storage", document.storage.clone().into()),
            ("registration", document.registration.clone().into()),
            ("shift_number", i64::from(document.shift_number).into()),
            ("total_minor", document.total.minor().into()),
            ("at", document.at.millis().into()),
            ("qr", document.qr.clone().into()),
            ("url", document.url.clone().into()),
        ],
    )
}

/// What was registered of a receipt, on whichever register.
///
/// # Errors
/// What SQLite says.
pub fn of_receipt(connection: &Connection, receipt: ReceiptId) -> Result<Option<Document>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("of_receipt.sql"))?;
    let found = find.query_row([receipt.to_string()], |row| {
        Ok(Document {
            id: parsed(row, "id")?,
            kind: parsed(row, "kind")?,
            register_id: parsed(row, "register_id")?,
            receipt_id: parsed_or_null(row, "receipt_id")?,
            device: parsed(row, "device")?,
            number: row.get("number")?,
            sign: row.get("sign")?,
            storage: row.get("storage")?,
            registration: row.get("registration")?,
            shift_number: row.get("shift_number")?,
            total: money(row, "total_minor")?,
            at: Timestamp::from_millis(row.get("at")?),
            qr: row.get("qr")?,
            url: row.get("url")?,
        })
    });
    Ok(found.optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Queued> {
    let prefix: Option<String> = row.get("prefix")?;
    Ok(Queued {
        id: parsed(row, "id")?,
        kind: parsed(row, "kind")?,
        receipt_id: parsed_or_null(row, "receipt_id")?,
        receipt: match prefix {
            Some(prefix) => Some((prefix, row.get("receipt_series")?, row.get("receipt_number")?)),
            None => None,
        },
        content: row.get("content")?,
        total: money(row, "total_minor")?,
        state: parsed(row, "state")?,
        tries: row.get("tries")?,
        fault: parsed_or_null(row, "fault")?,
        detail: row.get("detail")?,
        next_at: row.get::<_, Option<i64>>("next_at")?.map(Timestamp::from_millis),
        made_at: Timestamp::from_millis(row.get("made_at")?),
        number: row.get::<_, Option<String>>("document_number")?.unwrap_or_default(),
    })
}
