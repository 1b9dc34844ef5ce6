//! Fiscal documents on their way to the device, on a thread of its own: a sale never waits for a
//! device, and neither do prints or backups.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use adelante_base::Timestamp;
use adelante_base::fiscal::{FiscalDeviceKind, SimulatedFault};
use adelante_devices::fiscal::{Atol, FiscalDevice, FiscalError, Registered, ShiftState, Simulator, Task, register};
use adelante_domain::permission::Permission;
use adelante_engine::money::fiscal::FiscalChoice;
use adelante_engine::money::fiscal::work::{Failure, ShiftOpen, Work};
use adelante_engine::{Caller, Engine, EngineError};
use adelante_wire::table::Call;
use adelante_wire::{
    ChooseFiscalDevice, CommandError, Done, ErrorCode, FiscalTested, RetryFiscal, SetSimulatedFault, TestFiscalDevice,
};

use crate::desk::input;
use crate::worker::Worker;
use crate::{Desk, files};

/// The program starts first.
const FIRST_LOOK: Duration = Duration::from_secs(5);
/// Between two looks where nothing waits.
const LOOKS: Duration = Duration::from_secs(60);
/// Documents registered in one go, before the thread looks whether it shall end.
const AT_ONCE: usize = 50;
const URL_MAX: usize = 200;

/// The device of this desk, and the thread that feeds it.
#[derive(Default)]
pub(crate) struct FiscalDesk {
    device: Mutex<Option<(FiscalChoice, Arc<dyn FiscalDevice>)>>,
    simulator: Mutex<Option<Arc<Simulator>>>,
    /// One request at a time, whoever asks.
    turn: Mutex<()>,
    thread: Mutex<Option<Worker<()>>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl FiscalDesk {
    /// The thread, to end it.
    pub(crate) fn take_thread(&self) -> Option<Worker<()>> {
        locked(&self.thread).take()
    }

    /// The simulator, whose memory lies beside the salon's file.
    fn simulator(&self, salon: &Path) -> Arc<Simulator> {
        let mut kept = locked(&self.simulator);
        let made = || Arc::new(Simulator::in_file(&files::beside(salon, ".fiscal-simulator.json")));
        Arc::clone(kept.get_or_insert_with(made))
    }

    /// The chosen device; `None` where there is none.
    fn device(&self, salon: &Path, choice: &FiscalChoice) -> Option<Arc<dyn FiscalDevice>> {
        let mut kept = locked(&self.device);
        if let Some((known, device)) = &*kept
            && known == choice
        {
            return Some(Arc::clone(device));
        }
        let device: Arc<dyn FiscalDevice> = match choice.device {
            FiscalDeviceKind::None => return None,
            FiscalDeviceKind::Simulator => self.simulator(salon),
            FiscalDeviceKind::Atol => Arc::new(Atol::new(&choice.url, choice.tax_system)),
        };
        *kept = Some((choice.clone(), Arc::clone(&device)));
        Some(device)
    }
}

/// Starts the thread. Where the system gives none, documents wait for the next start.
pub(crate) fn begin(desk: &Arc<Desk>) {
    let weak = Arc::downgrade(desk);
    *locked(&desk.fiscal.thread) = Worker::begin("fiscal", move |wake| run(&weak, wake));
}

fn run(desk: &Weak<Desk>, wake: &Receiver<()>) {
    let mut patience = FIRST_LOOK;
    loop {
        if wake.recv_timeout(patience) == Err(RecvTimeoutError::Disconnected) {
            return;
        }
        let Some(desk) = desk.upgrade() else { return };
        patience = desk.do_fiscal();
    }
}

impl Desk {
    /// Has the queue looked at without letting anybody wait.
    pub(crate) fn fiscal_soon(&self) {
        if let Some(thread) = &*locked(&self.fiscal.thread) {
            // A thread that has ended means the desk is closing; documents wait in the file.
            thread.hand_on(());
        }
    }

    /// Registers what is due, and says how long to wait for the next.
    fn do_fiscal(&self) -> Duration {
        for _ in 0..AT_ONCE {
            match self.fiscal_step() {
                Ok(None) => {}
                Ok(Some(patience)) => return patience,
                Err(error) => {
                    // A practice copy never reaches a device: its salon waits.
                    if error.code != ErrorCode::NotInPractice {
                        tracing::warn!(code = error.code.as_str(), "fiscal documents");
                    }
                    return LOOKS;
                }
            }
        }
        Duration::ZERO
    }

    /// Registers the next document, where it is due; else how long to wait.
    fn fiscal_step(&self) -> Result<Option<Duration>, CommandError> {
        let Some((choice, work)) = self
            .with_salon(|engine| engine.fiscal_work()?.map(|work| Ok((engine.fiscal_choice()?, work))).transpose())?
        else {
            return Ok(Some(LOOKS));
        };
        let now = self.options.clock.now();
        let wait = work.due_at.millis().saturating_sub(now.millis());
        if wait > 0 {
            return Ok(Some(Duration::from_millis(wait.unsigned_abs()).min(LOOKS)));
        }
        let Some(device) = self.fiscal.device(self.file(), &choice) else { return Ok(Some(LOOKS)) };
        self.with_salon(|engine| engine.fiscal_sending(work.id))?;
        let turn = locked(&self.fiscal.turn);
        let mut shift = self.with_salon(Engine::fiscal_shift)?.opened_at;
        let key = work.id.to_string();
        let task = Task { key: &key, kind: work.kind, receipt: &work.receipt, tries: work.tries, at: now };
        let registered = register(&*device, &task, &mut shift);
        let numbers = registered.as_ref().ok().and_then(|_| device.state(now).ok()).and_then(|state| state.numbers);
        drop(turn);
        self.with_salon(|engine| note(engine, &choice, &work, &registered, ShiftOpen { opened_at: shift, numbers }))?;
        Ok(None)
    }

    /// Works with the salon's own engine, never with a practice copy's.
    fn with_salon<T>(&self, work: impl FnOnce(&Engine) -> Result<T, EngineError>) -> Result<T, CommandError> {
        work(&self.read().salon()?.engine).map_err(|error| error.0)
    }

    pub(crate) fn choose_fiscal_device(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let wanted: ChooseFiscalDevice = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let url = wanted.url.trim().trim_end_matches('/').to_owned();
        if url.chars().count() > URL_MAX {
            return Err(CommandError::new(ErrorCode::TooLong).with("field", "url").with("max", URL_MAX));
        }
        if wanted.device == FiscalDeviceKind::Atol && !url.starts_with("http://") {
            let code = if url.is_empty() { ErrorCode::Required } else { ErrorCode::BadInput };
            return Err(CommandError::new(code).with("field", "url"));
        }
        let choice = FiscalChoice { device: wanted.device, url, tax_system: wanted.tax_system };
        self.with_salon(|engine| engine.choose_fiscal(&choice))?;
        self.fiscal_soon();
        Ok(Done {})
    }

    pub(crate) fn test_fiscal_device(&self, call: &Call, caller: &Caller) -> Result<FiscalTested, CommandError> {
        let TestFiscalDevice {} = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let choice = self.with_salon(Engine::fiscal_choice)?;
        let Some(device) = self.fiscal.device(self.file(), &choice) else {
            return Err(CommandError::new(ErrorCode::NotFound).with("what", "fiscal_device"));
        };
        let turn = locked(&self.fiscal.turn);
        let state = device.state(self.options.clock.now());
        drop(turn);
        Ok(tested(state.map(|state| state.shift)))
    }

    pub(crate) fn retry_fiscal(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let wanted: RetryFiscal = input(call)?;
        self.permit(call, caller, Permission::ReceiptsRead)?;
        self.with_salon(|engine| engine.retry_fiscal(wanted.document_id))?;
        self.fiscal_soon();
        Ok(Done {})
    }

    pub(crate) fn set_simulated_fault(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let wanted: SetSimulatedFault = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        self.fiscal.simulator(self.file()).set_fault(wanted.fault, self.options.clock.now());
        self.with_salon(|engine| {
            engine.note_simulated_fault(wanted.fault)?;
            if wanted.fault == SimulatedFault::None { engine.retry_fiscal(None) } else { Ok(()) }
        })?;
        self.fiscal_soon();
        Ok(Done {})
    }
}

/// Writes down what became of a document.
fn note(
    engine: &Engine,
    choice: &FiscalChoice,
    work: &Work,
    registered: &Result<Registered, FiscalError>,
    shift: ShiftOpen,
) -> Result<(), EngineError> {
    let numbers = match shift.numbers {
        None => engine.fiscal_shift()?.numbers,
        known => known,
    };
    engine.note_fiscal_shift(ShiftOpen { numbers, ..shift })?;
    if !matches!(registered, Err(FiscalError::Unreachable(_))) {
        engine.fiscal_reached()?;
    }
    match registered {
        Ok(Registered::Done(answer)) => engine.fiscal_accepted(work, choice.device, answer),
        Ok(Registered::Needless) => engine.fiscal_needless(work.id),
        Err(error) => engine.fiscal_failed(
            work,
            &Failure { fault: error.fault(), detail: error.detail().to_owned(), uncertain: error.is_uncertain() },
        ),
    }
}

fn tested(state: Result<ShiftState, FiscalError>) -> FiscalTested {
    let nothing = FiscalTested { fault: None, detail: String::new(), shift_opened_at: None::<Timestamp> };
    match state {
        Ok(ShiftState::Open(since)) => FiscalTested { shift_opened_at: Some(since), ..nothing },
        Ok(_) => nothing,
        Err(error) => FiscalTested { fault: Some(error.fault()), detail: error.detail().to_owned(), ..nothing },
    }
}
