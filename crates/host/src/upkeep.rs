//! What a desk does by itself while it stays open, on one thread: the journal carried into the file,
//! the daily backup, the backup after a shift, the due visits of standing orders, and the jobs that
//! operations left behind (a receipt to print), so that nobody at the desk waits for them.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError, Weak};
use std::time::{Duration, Instant};

use adelante_base::RequestId;
use adelante_engine::Caller;
use adelante_wire::ErrorCode;
use adelante_wire::table::Call;

use crate::Desk;
use crate::backup::Why;
use crate::worker::Worker;

/// The program starts first; the receptionist waits for the calendar, not for a backup.
const FIRST_LOOK: Duration = Duration::from_secs(60);
/// Between two looks whether a day has gone by.
const LOOKS: Duration = Duration::from_secs(600);
/// Between two looks at the prints that wait.
const JOBS_APART: Duration = Duration::from_secs(2);

/// Hands chores to the thread.
pub(crate) type Chores = Worker<Chore>;

/// What the thread is asked to do.
pub(crate) enum Chore {
    Backup(Why),
    Jobs,
}

/// Starts the thread; `None` where the system gives none (then backups are made at once).
pub(crate) fn begin(desk: &Arc<Desk>) -> Option<Chores> {
    let desk = Arc::downgrade(desk);
    Worker::begin("upkeep", move |chores| run(&desk, chores))
}

fn run(desk: &Weak<Desk>, chores: &Receiver<Chore>) {
    let mut look = Instant::now() + FIRST_LOOK;
    let mut patience = FIRST_LOOK;
    loop {
        let chore = chores.recv_timeout(patience);
        let Some(desk) = desk.upgrade() else { return };
        match chore {
            Ok(Chore::Backup(why)) => desk.backup_quietly(why),
            Ok(Chore::Jobs) => desk.do_jobs(),
            Err(RecvTimeoutError::Timeout) if Instant::now() < look => desk.do_jobs(),
            Err(RecvTimeoutError::Timeout) => {
                desk.carry_journal();
                desk.daily_backup();
                desk.book_standing_orders();
                desk.do_jobs();
                look = Instant::now() + LOOKS;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
        // A print that failed is tried again when its time comes; never in a hurry.
        let next_job = desk.next_job_in().map_or(LOOKS, |wait| wait.max(JOBS_APART));
        patience = look.saturating_duration_since(Instant::now()).min(next_job);
    }
}

impl Desk {
    /// Ends what the desk does by itself, before the program ends; what it was handed is still
    /// done, within a bounded time. False where it could not be waited for.
    pub fn end_upkeep(&self) -> bool {
        let chores = self.chores.lock().unwrap_or_else(PoisonError::into_inner).take();
        let fiscal = self.fiscal.take_thread();
        // Not under the lock: a chore that is being done may hand on another.
        let quiet = chores.is_none_or(|mut chores| chores.end());
        fiscal.is_none_or(|mut thread| thread.end()) && quiet
    }

    /// Makes a backup without letting anybody wait; at once where no thread runs.
    pub(crate) fn backup_soon(&self, why: Why) {
        let chores = self.chores.lock().unwrap_or_else(PoisonError::into_inner);
        let handed_on = chores.as_ref().is_some_and(|chores| chores.hand_on(Chore::Backup(why)));
        drop(chores);
        if !handed_on {
            self.backup_quietly(why);
        }
    }

    /// Carries the journal into the file, so that no command at the desk pays for it.
    pub(crate) fn carry_journal(&self) {
        let state = self.read();
        if let Ok(engine) = state.engine()
            && let Err(error) = engine.store().checkpoint()
        {
            tracing::warn!(%error, "the journal was not carried into the file");
        }
    }

    /// Books the due visits of standing orders that are booked by themselves. Where nothing is
    /// due, nothing is recorded.
    pub(crate) fn book_standing_orders(&self) {
        let call = Call {
            command: "make_standing_visits".to_owned(),
            input: serde_json::json!({}),
            request_id: Some(RequestId::new(&*self.options.ids, self.options.clock.now())),
            session_id: None,
        };
        match self.call(&call, Caller::Program) {
            Err(error) if error.code != ErrorCode::NotFound => {
                tracing::warn!(code = error.code.as_str(), "standing orders were not booked");
            }
            _ => {}
        }
    }

    /// Does the waiting jobs without letting anybody wait; where no thread runs they wait for
    /// the next start.
    pub(crate) fn jobs_soon(&self) {
        let chores = self.chores.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(chores) = chores.as_ref() {
            // A thread that has ended means the desk is closing; the job waits in the file.
            chores.hand_on(Chore::Jobs);
        }
    }
}
