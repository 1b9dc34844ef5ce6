//! What payments left to be done at the printer: the drawer, the receipt. What fails is tried
//! again after a while; after several tries it waits for a person, and is shown meanwhile.

use std::time::Duration;

use adelante_base::ReceiptId;
use adelante_domain::permission::Permission;
use adelante_engine::Caller;
use adelante_engine::money::print::{OPEN_DRAWER, PRINT_RECEIPT};
use adelante_store::job::{self, Job, Place};
use adelante_wire::table::{Call, Event};
use adelante_wire::{CommandError, Done, ErrorCode, GetReceipt, Nothing, PrintJob, PrintJobRef, PrintQueue, Receipt};
use serde_json::Value;

use crate::Desk;
use crate::desk::{ask, input, internal};
use crate::errors::store_error;

/// Jobs done in one go, and shown.
const JOBS_AT_ONCE: u32 = 20;
const SHOWN: u32 = 50;
/// A print that was given up longer ago is nobody's business today.
const SHOWN_FOR_SECONDS: i64 = 24 * 3_600;

impl Desk {
    pub(crate) fn list_print_jobs(&self, call: &Call, caller: &Caller) -> Result<PrintQueue, CommandError> {
        let Nothing {} = input(call)?;
        self.permit(call, caller, Permission::ReceiptsRead)?;
        let since = self.options.clock.now().plus_seconds(-SHOWN_FOR_SECONDS);
        let state = self.read();
        let engine = state.engine()?;
        let store = engine.store();
        let found = store.read().and_then(|connection| job::queue(&connection, PRINT_RECEIPT, since, SHOWN));
        let mut jobs = Vec::new();
        for job in found.map_err(|error| store_error(&error, store.path()))? {
            let Ok(receipt_id) = job.payload.parse::<ReceiptId>() else { continue };
            let receipt: Receipt = ask(engine, call, caller, "get_receipt", &GetReceipt { receipt_id })?;
            jobs.push(PrintJob {
                job_id: job.id,
                receipt_id,
                number: receipt.row.number,
                at: job.made_at,
                tries: job.tries,
                failed: job.failed,
                next_at: if job.failed { None } else { job.next_at },
                error: job.last_error.as_deref().map(said),
            });
        }
        let failed = jobs.iter().filter(|job| job.failed).count();
        let paper = self.preferences().device.paper;
        let failed = u32::try_from(failed).unwrap_or(u32::MAX);
        Ok(PrintQueue { paper, opens_drawer: self.drawer_is_there().is_ok(), jobs, failed })
    }

    /// Prints it now; whoever asked is told at once what goes wrong.
    pub(crate) fn retry_print_job(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let job = self.print_job(call, caller)?;
        let tried = self.try_job(&job);
        self.told_of_prints();
        tried.map(|()| Done {})
    }

    pub(crate) fn discard_print_job(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let job = self.print_job(call, caller)?;
        {
            let state = self.read();
            let store = state.engine()?.store();
            store.job_dropped(job.id).map_err(|error| store_error(&error, store.path()))?;
        }
        self.told_of_prints();
        Ok(Done {})
    }

    fn print_job(&self, call: &Call, caller: &Caller) -> Result<Job, CommandError> {
        let PrintJobRef { job_id } = input(call)?;
        self.permit(call, caller, Permission::PaymentsTake)?;
        let state = self.read();
        let store = state.engine()?.store();
        let found = store.read().and_then(|connection| job::get(&connection, job_id));
        let found = found.map_err(|error| store_error(&error, store.path()))?;
        let print = found.filter(|job| job.kind == PRINT_RECEIPT);
        print.ok_or_else(|| CommandError::new(ErrorCode::NotFound).with("what", "print_job"))
    }

    /// Does what the operations of this device left to be done and is due. What nobody wants any
    /// more is let go.
    pub(crate) fn do_jobs(&self) {
        match self.try_jobs() {
            Ok(0) => {}
            Ok(_) => self.told_of_prints(),
            Err(error) => tracing::warn!(code = error.code.as_str(), "jobs"),
        }
    }

    /// How long until a job is due again that failed before; none: nothing waits.
    pub(crate) fn next_job_in(&self) -> Option<Duration> {
        let state = self.read();
        let store = state.engine().ok()?.store();
        let due = store.read().and_then(|connection| job::next_due(&connection)).ok()??;
        let wait = due.millis() - self.options.clock.now().millis();
        Some(Duration::from_millis(u64::try_from(wait).unwrap_or(0)))
    }

    fn try_jobs(&self) -> Result<usize, CommandError> {
        let now = self.options.clock.now();
        let mut waiting = {
            let state = self.read();
            let store = state.engine()?.store();
            let waiting =
                store.expire_jobs(now).and_then(|()| job::waiting(&*store.read()?, Place::Here, now, JOBS_AT_ONCE));
            waiting.map_err(|error| store_error(&error, store.path()))?
        };
        waiting.retain(|job| job.kind == PRINT_RECEIPT || job.kind == OPEN_DRAWER);
        // Somebody waits with change in the hand: drawers first.
        waiting.sort_by_key(|job| job.kind != OPEN_DRAWER);
        for job in &waiting {
            if let Err(error) = self.try_job(job) {
                tracing::warn!(code = error.code.as_str(), kind = job.kind.as_str(), "a job at the printer");
            }
        }
        Ok(waiting.len())
    }

    /// Does a job and notes how it went.
    fn try_job(&self, job: &Job) -> Result<(), CommandError> {
        let went = match job.kind.as_str() {
            OPEN_DRAWER => self.open_this_drawer(),
            _ => self.print_by_itself(&job.payload),
        };
        let now = self.options.clock.now();
        let state = self.read();
        let store = state.engine()?.store();
        let noted = match &went {
            Ok(()) => store.job_done(job.id, now),
            // A drawer that springs open later frightens people.
            Err(_) if job.kind == OPEN_DRAWER => store.job_dropped(job.id),
            Err(error) => {
                let why = serde_json::to_string(error).unwrap_or_else(|_| error.code.as_str().to_owned());
                store.job_failed(job.id, &why, now.plus_seconds(job.wait_seconds()))
            }
        };
        noted.map_err(|error| store_error(&error, store.path()))?;
        went
    }

    fn print_by_itself(&self, receipt: &str) -> Result<(), CommandError> {
        let receipt_id = receipt.parse().map_err(|_| internal("a job without a receipt"))?;
        let call = Call { command: "print_receipt".to_owned(), input: Value::Null, request_id: None, session_id: None };
        let (target, format) = (self.target("")?, self.format("")?);
        self.print_one_receipt(&call, &Caller::Program, receipt_id, &target, format).map(|_| ())
    }

    fn told_of_prints(&self) {
        self.listeners.tell(&Event {
            kind: "stale".to_owned(),
            topics: vec!["printing".to_owned()],
            done: 0,
            total: 0,
        });
    }
}

/// What a try said, as it was kept; older files kept the code alone.
fn said(kept: &str) -> CommandError {
    serde_json::from_str(kept).unwrap_or_else(|_| CommandError::new(kept.parse().unwrap_or(ErrorCode::PrintFailed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_try_said_is_read_again_also_as_older_files_kept_it() {
        let error = CommandError::new(ErrorCode::PrinterUnreachable).with("where", "10.0.0.5");
        assert_eq!(said(&serde_json::to_string(&error).unwrap()), error);
        assert_eq!(said("no_printer").code, ErrorCode::NoPrinter);
        assert_eq!(said("?").code, ErrorCode::PrintFailed);
    }
}
