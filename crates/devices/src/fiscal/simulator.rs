//! A fiscal device that is none: for trying, training and tests, with faults on demand and a memory
//! of its own that outlives the program. Sent the same key twice it registers twice, as the worst
//! real device would: that it never happens is the caller's merit.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use adelante_base::Timestamp;
use adelante_base::fiscal::{FiscalKind, SimulatedFault};
use adelante_domain::fiscal::{FiscalAnswer, FiscalReceipt, qr_text};
use serde::{Deserialize, Serialize};

use super::{DeviceState, FiscalDevice, FiscalError, Known, Operator, ShiftState};

const DAY_SECONDS: i64 = 24 * 3_600;
/// Fiscal numbers that it has reserved (Ukraine).
const NUMBERS: u32 = 2_000;
/// Number of its storage: no real one begins so.
const STORAGE: &str = "0000000000000001";

/// The simulated device.
#[derive(Debug)]
pub struct Simulator {
    file: Option<PathBuf>,
    memory: Mutex<Memory>,
}

/// What it remembers.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Memory {
    fault: Option<SimulatedFault>,
    shift_opened: Option<Timestamp>,
    shift_number: u32,
    documents: Vec<Kept>,
    #[serde(default)]
    known: BTreeMap<String, usize>,
}

/// A document that it registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    key: String,
    kind: String,
    total_minor: i64,
    answer: FiscalAnswer,
}

impl Simulator {
    /// A device that forgets everything when it goes.
    #[must_use]
    pub fn new() -> Self {
        Self { file: None, memory: Mutex::default() }
    }

    /// A device that keeps its memory in a file; an unreadable one is as a new device.
    #[must_use]
    pub fn in_file(file: &Path) -> Self {
        let memory = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { file: Some(file.to_owned()), memory: Mutex::new(memory) }
    }

    /// Breaks it, or mends it with [`SimulatedFault::None`]. A shift that is too long is an open one
    /// of the day before yesterday.
    pub fn set_fault(&self, fault: SimulatedFault, at: Timestamp) {
        let mut memory = self.memory();
        memory.fault = (fault != SimulatedFault::None && fault != SimulatedFault::ShiftTooLong).then_some(fault);
        if fault == SimulatedFault::ShiftTooLong {
            memory.shift_opened = Some(at.plus_seconds(-2 * DAY_SECONDS));
        }
        // A memory that cannot be kept is a simulator that forgets, nothing worse.
        let _ = self.keep(&memory);
    }

    /// Kinds, keys and sums of what it registered, in its order; shifts left out.
    #[must_use]
    pub fn receipts(&self) -> Vec<(String, String, i64)> {
        let memory = self.memory();
        let of_shifts = ["open_shift", FiscalKind::CloseShift.as_str()];
        let receipts = memory.documents.iter().filter(|kept| !of_shifts.contains(&kept.kind.as_str()));
        receipts.map(|kept| (kept.kind.clone(), kept.key.clone(), kept.total_minor)).collect()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new file in the place of the old: a power cut leaves one of the two.
    fn keep(&self, memory: &Memory) -> std::io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let new = file.with_extension("new");
        fs::write(&new, serde_json::to_vec(memory).unwrap_or_default())?;
        fs::rename(&new, file)
    }

    fn register(&self, key: &str, at: Timestamp, kind: &str, total_minor: i64) -> Result<FiscalAnswer, FiscalError> {
        let mut memory = self.memory();
        match memory.fault {
            Some(SimulatedFault::Unreachable) => return Err(FiscalError::Unreachable("simulated".to_owned())),
            Some(SimulatedFault::Busy) => return Err(FiscalError::Busy),
            Some(SimulatedFault::PaperOut) => return Err(FiscalError::PaperOut),
            Some(SimulatedFault::ClockWrong) => return Err(FiscalError::ClockWrong),
            _ => {}
        }
        match (kind, memory.shift_opened) {
            ("open_shift", Some(_)) => return Err(FiscalError::Refused("the shift is open already".to_owned())),
            ("open_shift", None) => {
                memory.shift_opened = Some(at);
                memory.shift_number += 1;
            }
            (_, None) => return Err(FiscalError::ShiftClosed),
            ("close_shift", Some(_)) => memory.shift_opened = None,
            (_, Some(since)) if since.plus_seconds(DAY_SECONDS) <= at => return Err(FiscalError::ShiftTooLong),
            _ => {}
        }
        let answer = answer(&memory, at, kind, total_minor);
        let kept = Kept { key: key.to_owned(), kind: kind.to_owned(), total_minor, answer: answer.clone() };
        let place = memory.documents.len();
        memory.known.insert(key.to_owned(), place);
        memory.documents.push(kept);
        let lost = memory.fault == Some(SimulatedFault::AnswerLost) && kind != "open_shift";
        if lost {
            memory.fault = None;
        }
        self.keep(&memory).map_err(|error| FiscalError::Refused(error.to_string()))?;
        if lost { Err(FiscalError::NoAnswer) } else { Ok(answer) }
    }

    fn receipt(
        &self,
        key: &str,
        at: Timestamp,
        kind: FiscalKind,
        receipt: &FiscalReceipt,
    ) -> Result<FiscalAnswer, FiscalError> {
        receipt.check().map_err(|error| FiscalError::Refused(error.to_string()))?;
        self.register(key, at, kind.as_str(), receipt.total.minor())
    }
}

impl Default for Simulator {
    fn default() -> Self {
        Self::new()
    }
}

/// Number and sign as a device makes them: the sign only looks like one.
fn answer(memory: &Memory, at: Timestamp, kind: &str, total_minor: i64) -> FiscalAnswer {
    let number = (memory.documents.len() + 1).to_string();
    let mixed = total_minor.unsigned_abs().wrapping_mul(2_654_435_761).wrapping_add(at.millis().unsigned_abs());
    let sign = format!("{:010}", mixed % 10_000_000_000);
    let (day, minute) = at.local(chrono_tz::UTC);
    let wall = format!("{}T{:02}{:02}", day.to_string().replace('-', ""), minute / 60, minute % 60);
    let of_receipt = kind.parse().ok().filter(|kind| *kind != FiscalKind::CloseShift);
    let total = adelante_base::Money::from_minor(total_minor).unwrap_or_default();
    let qr = of_receipt.map_or_else(String::new, |kind| qr_text(kind, &wall, total, STORAGE, &number, &sign));
    FiscalAnswer {
        number,
        sign,
        storage: STORAGE.to_owned(),
        registration: "0000000000000002".to_owned(),
        shift_number: memory.shift_number,
        at,
        qr,
        url: String::new(),
    }
}

impl FiscalDevice for Simulator {
    fn state(&self, _: Timestamp) -> Result<DeviceState, FiscalError> {
        let memory = self.memory();
        match memory.fault {
            Some(SimulatedFault::Unreachable) => Err(FiscalError::Unreachable("simulated".to_owned())),
            Some(SimulatedFault::PaperOut) => Err(FiscalError::PaperOut),
            Some(SimulatedFault::ClockWrong) => Err(FiscalError::ClockWrong),
            Some(SimulatedFault::Busy) => Err(FiscalError::Busy),
            _ => {
                let used = u32::try_from(memory.documents.len()).unwrap_or(u32::MAX);
                let shift = memory.shift_opened.map_or(ShiftState::Closed, ShiftState::Open);
                Ok(DeviceState { shift, numbers: Some((NUMBERS.saturating_sub(used), NUMBERS)) })
            }
        }
    }

    fn ask(&self, key: &str) -> Result<Known, FiscalError> {
        let memory = self.memory();
        if memory.fault == Some(SimulatedFault::Unreachable) {
            return Err(FiscalError::Unreachable("simulated".to_owned()));
        }
        let kept = memory.known.get(key).and_then(|place| memory.documents.get(*place));
        Ok(kept.map_or(Known::Nothing, |kept| Known::Done(kept.answer.clone())))
    }

    fn open_shift(&self, key: &str, at: Timestamp, _: Operator<'_>) -> Result<FiscalAnswer, FiscalError> {
        self.register(key, at, "open_shift", 0)
    }

    fn close_shift(&self, key: &str, at: Timestamp, _: Operator<'_>) -> Result<FiscalAnswer, FiscalError> {
        self.register(key, at, FiscalKind::CloseShift.as_str(), 0)
    }

    fn sell(&self, key: &str, at: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        self.receipt(key, at, FiscalKind::Sale, receipt)
    }

    fn refund(&self, key: &str, at: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        self.receipt(key, at, FiscalKind::Refund, receipt)
    }

    fn correct(&self, key: &str, at: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        self.receipt(key, at, FiscalKind::Correction, receipt)
    }
}
