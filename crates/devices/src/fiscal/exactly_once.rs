//! Registering a document exactly once, although answers get lost and power fails: the device is
//! asked by the document's key before anything is sent, and again where an answer did not come.

use adelante_base::Timestamp;
use adelante_base::fiscal::FiscalKind;
use adelante_domain::fiscal::{FiscalAnswer, FiscalReceipt};

use super::{FiscalDevice, FiscalError, Known, Operator, ShiftState};

/// The longest fiscal shift (54-FZ art. 4.3).
const SHIFT_SECONDS: i64 = 24 * 3_600;

/// A document to register.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// Its key, a UUID.
    pub key: &'a str,
    /// What it is.
    pub kind: FiscalKind,
    /// What it says; of the close of a shift only the cashier.
    pub receipt: &'a FiscalReceipt,
    /// Which try this is, from 0.
    pub tries: u32,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Registered {
    /// Registered, now or before.
    Done(FiscalAnswer),
    /// There was nothing to register: no shift to close.
    Needless,
}

/// Registers a document that may have been sent before. `shift` is what is remembered of the
/// device's shift where the device does not say; it is brought up to date.
///
/// # Errors
/// Why it is not registered, as far as one knows. Try again later with the same key.
pub fn register(
    device: &dyn FiscalDevice,
    task: &Task<'_>,
    shift: &mut Option<Timestamp>,
) -> Result<Registered, FiscalError> {
    match device.ask(task.key)? {
        Known::Done(answer) => return Ok(done(task, answer, shift)),
        Known::Working => return Err(FiscalError::Busy),
        // What it did not take may be taken now: paper was put in. It is sent once more.
        Known::Failed(_) | Known::Nothing => {}
    }
    let open = shift_of(device, task.at, *shift)?;
    if task.kind == FiscalKind::CloseShift {
        if open.is_none() {
            *shift = None;
            return Ok(Registered::Needless);
        }
    } else {
        prepare(device, task, open, shift)?;
    }
    match send(device, task) {
        Ok(answer) => Ok(done(task, answer, shift)),
        Err(FiscalError::ShiftClosed) if task.kind == FiscalKind::CloseShift => {
            *shift = None;
            Ok(Registered::Needless)
        }
        Err(FiscalError::ShiftClosed) => {
            *shift = None;
            prepare(device, task, None, shift)?;
            send(device, task).map(|answer| done(task, answer, shift))
        }
        Err(FiscalError::ShiftTooLong) if task.kind != FiscalKind::CloseShift => {
            reopen(device, task, shift)?;
            send(device, task).map(|answer| done(task, answer, shift))
        }
        Err(error) if error.is_uncertain() => match device.ask(task.key) {
            Ok(Known::Done(answer)) => Ok(done(task, answer, shift)),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}

fn send(device: &dyn FiscalDevice, task: &Task<'_>) -> Result<FiscalAnswer, FiscalError> {
    match task.kind {
        FiscalKind::Sale => device.sell(task.key, task.at, task.receipt),
        FiscalKind::Refund => device.refund(task.key, task.at, task.receipt),
        FiscalKind::Correction => device.correct(task.key, task.at, task.receipt),
        FiscalKind::CloseShift => device.close_shift(task.key, task.at, Operator::of(task.receipt)),
    }
}

/// Whoever knows the task finishes the QR text: only here is it known whether it was a sale or a return.
fn done(task: &Task<'_>, mut answer: FiscalAnswer, shift: &mut Option<Timestamp>) -> Registered {
    if !answer.qr.is_empty() && !answer.qr.contains("&n=") {
        answer.qr.push_str(if task.kind == FiscalKind::Refund { "&n=2" } else { "&n=1" });
    }
    match task.kind {
        FiscalKind::CloseShift => *shift = None,
        _ if shift.is_none() => *shift = Some(task.at),
        _ => {}
    }
    Registered::Done(answer)
}

/// Since when the shift is open, by the device or by what is remembered.
fn shift_of(
    device: &dyn FiscalDevice,
    at: Timestamp,
    remembered: Option<Timestamp>,
) -> Result<Option<Timestamp>, FiscalError> {
    Ok(match device.state(at)?.shift {
        ShiftState::Open(since) => Some(since),
        ShiftState::Closed => None,
        ShiftState::Unknown => remembered,
    })
}

/// Sees to an open shift of less than a day.
fn prepare(
    device: &dyn FiscalDevice,
    task: &Task<'_>,
    open: Option<Timestamp>,
    shift: &mut Option<Timestamp>,
) -> Result<(), FiscalError> {
    *shift = open;
    match open {
        Some(since) if since.plus_seconds(SHIFT_SECONDS) <= task.at => reopen(device, task, shift),
        Some(_) => Ok(()),
        None => open_shift(device, task, shift),
    }
}

fn reopen(device: &dyn FiscalDevice, task: &Task<'_>, shift: &mut Option<Timestamp>) -> Result<(), FiscalError> {
    match device.close_shift(&sub_key(task, 2), task.at, Operator::of(task.receipt)) {
        Ok(_) | Err(FiscalError::ShiftClosed) => {}
        Err(error) => return Err(certain(error)),
    }
    *shift = None;
    open_shift(device, task, shift)
}

fn open_shift(device: &dyn FiscalDevice, task: &Task<'_>, shift: &mut Option<Timestamp>) -> Result<(), FiscalError> {
    match device.open_shift(&sub_key(task, 1), task.at, Operator::of(task.receipt)) {
        // A device that refuses to open what is open takes the receipt; one that does not, says so then.
        Ok(_) | Err(FiscalError::Refused(_)) => {
            *shift = Some(task.at);
            Ok(())
        }
        Err(error) => Err(certain(error)),
    }
}

/// The shift's own answer was lost: the document itself was not sent yet.
fn certain(error: FiscalError) -> FiscalError {
    if error.is_uncertain() { FiscalError::Busy } else { error }
}

/// A key of its own for what must happen around a document, another one at each try: the first four
/// of its last twelve hexadecimal digits are changed by try and step. The last digits stay, so that
/// it is no other document's key, even where keys follow each other.
fn sub_key(task: &Task<'_>, step: u64) -> String {
    let split = task.key.len().saturating_sub(12);
    let (head, tail) = (task.key.get(..split).unwrap_or_default(), task.key.get(split..).unwrap_or_default());
    let number = u64::from_str_radix(tail, 16).unwrap_or_default();
    let changed = number ^ (((u64::from(task.tries) << 2 | step) & 0xFFFF) << 32);
    format!("{head}{:012x}", changed & 0xFFFF_FFFF_FFFF)
}
