//! What the program around the engine does with the queue: it asks for the next document, says that
//! it is on its way, and brings the device's answer. The engine knows no device.

use adelante_base::fiscal::{FiscalDeviceKind, FiscalFault, FiscalKind, FiscalState, SimulatedFault};
use adelante_base::{FiscalDocumentId, ReceiptId, RequestId, Timestamp};
use adelante_domain::fiscal::{FiscalAnswer, FiscalReceipt, next_try};
use adelante_store::door::{Begin, Outcome};
use adelante_store::fiscal::{self, Document, Queued, Tried, outage};
use adelante_store::{Connection, StoreError, local};
use serde::{Deserialize, Serialize};

use super::super::register;
use super::{DEVICE, FiscalChoice};
use crate::Engine;
use crate::error::Result;

/// The device's preference that holds the simulator's fault.
pub(super) const SIMULATED_FAULT: &str = "fiscal_fault";
/// The device's preference that holds what is known of the fiscal shift.
const SHIFT: &str = "fiscal_shift";
/// A device's words are kept so long.
const DETAIL_MAX: usize = 300;

/// What is known of the device's shift, for gauges and where it does not say so itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftOpen {
    /// Since when it is open.
    pub opened_at: Option<Timestamp>,
    /// Reserved fiscal numbers: how many are left, of how many.
    pub numbers: Option<(u32, u32)>,
}

/// A document to register now.
#[derive(Debug, Clone)]
pub struct Work {
    /// Which; the key by which the device is asked.
    pub id: FiscalDocumentId,
    /// What it is.
    pub kind: FiscalKind,
    /// Of which receipt.
    pub receipt_id: Option<ReceiptId>,
    /// What is sent.
    pub receipt: FiscalReceipt,
    /// Tries so far.
    pub tries: u32,
    /// Not before this.
    pub due_at: Timestamp,
}

/// How a try ended that registered nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Why.
    pub fault: FiscalFault,
    /// In the device's words.
    pub detail: String,
    /// Whether the document may have been registered all the same.
    pub uncertain: bool,
}

pub(super) fn shift_open(connection: &Connection) -> Result<ShiftOpen> {
    let stored = local::preference(connection, SHIFT)?;
    Ok(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

impl Engine {
    /// What registers the receipts of this register.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_choice(&self) -> Result<FiscalChoice> {
        super::choice(&*self.store.read()?)
    }

    /// Chooses it. What waits is tried with the new one.
    ///
    /// # Errors
    /// What the store says.
    pub fn choose_fiscal(&self, choice: &FiscalChoice) -> Result<()> {
        let text = serde_json::to_string(choice)?;
        self.note(|connection| {
            local::set_preference(connection, DEVICE, &text)?;
            local::set_preference(connection, SHIFT, "{}")?;
            if choice.device == FiscalDeviceKind::None { Ok(()) } else { fiscal::release(connection, None, self.now()) }
        })
    }

    /// Remembers the simulator's fault, which people see.
    ///
    /// # Errors
    /// What the store says.
    pub fn note_simulated_fault(&self, fault: SimulatedFault) -> Result<()> {
        self.note(|connection| local::set_preference(connection, SIMULATED_FAULT, fault.as_str()))
    }

    /// What is known of the fiscal shift.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_shift(&self) -> Result<ShiftOpen> {
        shift_open(&*self.store.read()?)
    }

    /// Remembers what a device told of its shift.
    ///
    /// # Errors
    /// What the store says.
    pub fn note_fiscal_shift(&self, shift: ShiftOpen) -> Result<()> {
        if self.fiscal_shift()? == shift {
            return Ok(());
        }
        let text = serde_json::to_string(&shift)?;
        self.note(|connection| local::set_preference(connection, SHIFT, &text))
    }

    /// The document whose turn it is, due or not; `None` where nothing waits.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_work(&self) -> Result<Option<Work>> {
        let Some(next) = fiscal::next(&*self.store.read()?)? else { return Ok(None) };
        let receipt = serde_json::from_str(&next.content)?;
        let Queued { id, kind, receipt_id, tries, next_at, made_at, .. } = next;
        Ok(Some(Work { id, kind, receipt_id, receipt, tries, due_at: next_at.unwrap_or(made_at) }))
    }

    /// A document is on its way to the device: written down before it is sent.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_sending(&self, id: FiscalDocumentId) -> Result<()> {
        Ok(self.store.write_local(|connection| fiscal::sending(connection, id))?)
    }

    /// A document was not registered, as far as one knows: it is tried again, or left to a person
    /// where the device does not take it.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_failed(&self, work: &Work, failure: &Failure) -> Result<()> {
        let now = self.now();
        let refused = failure.fault == FiscalFault::Refused;
        let state = match () {
            () if refused => FiscalState::Failed,
            () if failure.uncertain => FiscalState::Unknown,
            () => FiscalState::Queued,
        };
        let detail: String = failure.detail.chars().take(DETAIL_MAX).collect();
        let next_at = (!refused).then(|| next_try(work.tries, now));
        self.note(|connection| {
            fiscal::tried(connection, work.id, &Tried { state, fault: failure.fault, detail: &detail, next_at })?;
            if failure.fault == FiscalFault::Unreachable { outage::begin(connection, now) } else { Ok(()) }
        })
    }

    /// The device can be reached.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_reached(&self) -> Result<()> {
        let now = self.now();
        Ok(self.store.write_local(|connection| outage::end(connection, now))?)
    }

    /// There was nothing to register (no shift to close).
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_needless(&self, id: FiscalDocumentId) -> Result<()> {
        let now = self.now();
        self.note(|connection| fiscal::done(connection, id, now))
    }

    /// The device registered a document: a fact, once, however often it is told.
    ///
    /// # Errors
    /// What the store says.
    pub fn fiscal_accepted(&self, work: &Work, device: FiscalDeviceKind, answer: &FiscalAnswer) -> Result<()> {
        let now = self.now();
        let begin = Begin {
            request_id: request_of(work.id),
            kind: "fiscal_document_accepted",
            undo: "never",
            actor: "program",
            at: now,
            body_hash: [0; 32],
            app_version: &self.app_version,
            ids: self.ids.as_ref(),
        };
        let written = self.store.write(begin, |door| {
            let document = Document {
                id: work.id,
                kind: work.kind,
                register_id: register(door.connection())?.id,
                receipt_id: work.receipt_id,
                device,
                number: answer.number.clone(),
                sign: answer.sign.clone(),
                storage: answer.storage.clone(),
                registration: answer.registration.clone(),
                shift_number: answer.shift_number,
                total: work.receipt.total,
                // Zero: the device does not say when.
                at: if answer.at == Timestamp::default() { now } else { answer.at },
                qr: answer.qr.clone(),
                url: answer.url.clone(),
            };
            fiscal::insert(door, &document)?;
            fiscal::done(door.connection(), work.id, now)?;
            Ok::<_, crate::EngineError>(Outcome::of(serde_json::Value::Null))
        })?;
        self.tell_stale(&written.topics);
        self.tell_stale(&["fiscal"]);
        Ok(())
    }

    /// Tries one document, or all that wait, now; those that were left to a person too.
    ///
    /// # Errors
    /// What the store says.
    pub fn retry_fiscal(&self, id: Option<FiscalDocumentId>) -> Result<()> {
        let now = self.now();
        self.note(|connection| fiscal::release(connection, id, now))
    }

    /// Writes what only this device knows, and tells windows.
    fn note(&self, write: impl FnOnce(&Connection) -> std::result::Result<(), StoreError>) -> Result<()> {
        self.store.write_local(write)?;
        self.tell_stale(&["fiscal"]);
        Ok(())
    }
}

/// The document's own id is the request's: told twice, it is written once.
fn request_of(id: FiscalDocumentId) -> RequestId {
    RequestId::from_uuid(id.uuid())
}
