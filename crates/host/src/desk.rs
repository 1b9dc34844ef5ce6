//! A desk: one salon file, open in this program, answering every command of the table.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use adelante_base::RequestId;
use adelante_domain::permission::Permission;
use adelante_engine::{Caller, Engine};
use adelante_wire::table::{COMMANDS, Call, CommandKind, Event};
use adelante_wire::{AppState, AppWarning, CommandError, ErrorCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::backup::{self, Shelf, Why};
use crate::events::Listeners;
use crate::import::Imports;
use crate::key::KeyPlace;
use crate::opening::{self, DeskOptions, Opened, Upkeep};
use crate::preferences::Preferences;
use crate::running::Running;
use crate::{files, fiscal, upkeep};

/// Below so much free space the owner is warned.
const LOW_DISK_BYTES: u64 = 1 << 30;

/// One salon file, open in this program.
pub struct Desk {
    pub(crate) options: DeskOptions,
    pub(crate) state: RwLock<State>,
    pub(crate) imports: Arc<Imports>,
    pub(crate) listeners: Listeners,
    pub(crate) preferences: Mutex<Preferences>,
    pub(crate) backup_failed: AtomicBool,
    pub(crate) chores: Mutex<Option<upkeep::Chores>>,
    pub(crate) fiscal: fiscal::FiscalDesk,
    /// Held while something is printed.
    pub(crate) printing: Mutex<()>,
    /// Held while a job of the print queue is tried.
    pub(crate) trying: Mutex<()>,
    /// Held as long as the desk lives; `None` where another program has the file.
    _running: Option<Running>,
}

/// What the desk works with.
#[expect(clippy::large_enum_variant, reason = "there is one of it, and it stays where it is")]
pub(crate) enum State {
    /// The salon.
    Salon(Opened),
    /// A practice copy; the salon waits.
    Practice { copy: Engine, kept: Opened },
    /// The file cannot be opened; it is kept as it is.
    Broken(CommandError),
}

impl State {
    /// The engine that answers now.
    pub(crate) fn engine(&self) -> Result<&Engine, CommandError> {
        match self {
            Self::Salon(opened) => Ok(&opened.engine),
            Self::Practice { copy, .. } => Ok(copy),
            Self::Broken(error) => Err(error.clone()),
        }
    }

    /// The salon's own engine, for what must not happen to a practice copy.
    pub(crate) fn salon(&self) -> Result<&Opened, CommandError> {
        match self {
            Self::Salon(opened) => Ok(opened),
            Self::Practice { .. } => Err(CommandError::new(ErrorCode::NotInPractice)),
            Self::Broken(error) => Err(error.clone()),
        }
    }
}

impl Desk {
    /// Opens a salon's file. This never fails: a desk whose file cannot be opened says so in
    /// its state (stage `damaged`), lists backups and restores one.
    #[must_use]
    pub fn open(options: DeskOptions) -> Arc<Self> {
        let running = opening::prepare_folder(&options.file).and_then(|()| Running::take(&options.file));
        let listeners = Listeners::default();
        let (running, state) = match running {
            Ok(running) => (Some(running), opened_state(&options, &listeners)),
            Err(error) => (None, State::Broken(error)),
        };
        let preferences = Mutex::new(Preferences::read(&options.file));
        let imports = Arc::new(Imports::default());
        let heard = Arc::clone(&imports);
        listeners.add(move |event| heard.hear(event));
        let desk = Arc::new(Self {
            options,
            state: RwLock::new(state),
            imports,
            listeners,
            preferences,
            backup_failed: AtomicBool::new(false),
            chores: Mutex::new(None),
            fiscal: fiscal::FiscalDesk::default(),
            printing: Mutex::new(()),
            trying: Mutex::new(()),
            _running: running,
        });
        if desk.options.upkeep == Upkeep::ByItself && desk._running.is_some() {
            let chores = upkeep::begin(&desk);
            *desk.chores.lock().unwrap_or_else(PoisonError::into_inner) = chores;
            fiscal::begin(&desk);
        }
        desk
    }

    /// Whether the salon is open.
    ///
    /// # Errors
    /// Why it is not: `damaged`, `wrong_key`, `too_new`, `already_running`, `unsafe_folder` …
    pub fn ready(&self) -> Result<(), CommandError> {
        self.read().engine().map(|_| ())
    }

    /// The salon's file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.options.file
    }

    /// A key file that anyone who copies the salon could copy too, where the key lies there.
    #[must_use]
    pub fn exposed_key_file(&self) -> Option<std::path::PathBuf> {
        match &*self.read() {
            State::Salon(Opened { place: KeyPlace::Beside(path), .. }) => Some(path.clone()),
            _ => None,
        }
    }

    /// Hands the engine to work that goes past the contract (filling the demo salon).
    ///
    /// # Errors
    /// As [`Desk::ready`].
    pub fn with_engine<T>(&self, work: impl FnOnce(&Engine) -> T) -> Result<T, CommandError> {
        Ok(work(self.read().engine()?))
    }

    /// Adds someone who is told after every commit what is stale. The listener must return at
    /// once and must not call the desk.
    pub fn on_event(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        self.listeners.add(listener);
    }

    /// Answers a command of the table.
    ///
    /// # Errors
    /// What the command refuses with; `bad_input` for an unknown one.
    pub fn call(&self, call: &Call, caller: Caller) -> Result<Value, CommandError> {
        let Some(info) = COMMANDS.iter().find(|info| info.name == call.command) else {
            return Err(CommandError::new(ErrorCode::BadInput).with("detail", "there is no such command"));
        };
        if info.kind == CommandKind::Host {
            return self.host(call, &caller);
        }
        if call.command == "get_app_state" {
            return output(&self.app_state(call, caller)?);
        }
        if call.command == "open_drawer" {
            self.drawer_is_there()?;
        }
        let answer = self.read().engine()?.call(call, caller)?;
        if call.command == "open_drawer" {
            self.open_this_drawer()?;
        }
        if call.command == "close_shift" {
            self.backup_soon(Why::Shift);
        }
        if call.command == "take_payment" {
            self.jobs_soon();
        }
        // A visit that is called off may give its deposit back.
        if matches!(
            call.command.as_str(),
            "take_payment" | "void_receipt" | "refund_receipt" | "set_appointment_status" | "close_shift"
        ) {
            self.fiscal_soon();
        }
        Ok(answer)
    }

    /// The commands that the program around the engine answers.
    fn host(&self, call: &Call, caller: &Caller) -> Result<Value, CommandError> {
        match call.command.as_str() {
            "read_statement" => output(&self.read_statement(call, caller)?),
            "read_import" => output(&self.read_import(call, caller)?),
            "map_import" => output(&self.map_import(call, caller)?),
            "run_import" => output(&self.run_import(call, caller)?),
            "get_import_progress" => output(&self.import_progress(call, caller)?),
            "save_import_rejects" => output(&self.import_rejects(call, caller)?),
            "export_clients" => output(&self.export_clients(call, caller)?),
            "preview_receipt" => output(&self.preview_receipt(call, caller)?),
            "print_receipt" => output(&self.print_receipt(call, caller)?),
            "save_receipt" => output(&self.save_receipt(call, caller)?),
            "save_price_changes" => output(&self.save_price_changes(call, caller)?),
            "preview_certificate" => output(&self.preview_certificate(call, caller)?),
            "print_certificate" => output(&self.print_certificate(call, caller)?),
            "save_certificate" => output(&self.save_certificate(call, caller)?),
            "save_payroll_sheet" => output(&self.save_payroll_sheet(call, caller)?),
            "list_printers" => output(&self.list_printers(call, caller)?),
            "choose_printer" => output(&self.choose_printer(call, caller)?),
            "test_print" => output(&self.test_print(call, caller)?),
            "choose_fiscal_device" => output(&self.choose_fiscal_device(call, caller)?),
            "test_fiscal_device" => output(&self.test_fiscal_device(call, caller)?),
            "retry_fiscal" => output(&self.retry_fiscal(call, caller)?),
            "set_simulated_fault" => output(&self.set_simulated_fault(call, caller)?),
            "test_drawer" => output(&self.test_drawer(call, caller)?),
            "list_print_jobs" => output(&self.list_print_jobs(call, caller)?),
            "retry_print_job" => output(&self.retry_print_job(call, caller)?),
            "discard_print_job" => output(&self.discard_print_job(call, caller)?),
            "preview_shift_report" => output(&self.preview_shift_report(call, caller)?),
            "print_shift_report" => output(&self.print_shift_report(call, caller)?),
            "save_shift_report" => output(&self.save_shift_report(call, caller)?),
            "preview_receipt_template" => output(&self.preview_receipt_template(call, caller)?),
            "read_logo" => output(&self.read_logo(call, caller)?),
            "list_backups" => output(&self.list_backups(call, caller)?),
            "make_backup" => output(&self.make_backup(call, caller)?),
            "set_backup_folder" => output(&self.set_backup_folder(call, caller)?),
            "restore_backup" => output(&self.restore_backup(call, caller)?),
            "enter_database_key" => output(&self.enter_database_key(call)?),
            "start_practice" => output(&self.start_practice(call, caller)?),
            "stop_practice" => output(&self.stop_practice()?),
            "verify" => output(&self.verify(call, caller)?),
            _ => Err(CommandError::new(ErrorCode::Internal).with("detail", "a command without an answer")),
        }
    }

    /// Where the program stands, with what only the program around the engine knows.
    fn app_state(&self, call: &Call, caller: Caller) -> Result<AppState, CommandError> {
        let state = self.read();
        let engine = match &*state {
            State::Broken(error) => return Ok(self.broken_state(error)),
            state => state.engine()?,
        };
        let mut shown: AppState = parse(engine.call(call, caller)?)?;
        shown.practice = matches!(&*state, State::Practice { .. });
        if shown.salon_name.is_empty() {
            shown.language = self.options.language;
        }
        if let State::Salon(opened) = &*state {
            shown.warnings.extend(self.warnings(&opened.place));
        }
        Ok(shown)
    }

    fn broken_state(&self, error: &CommandError) -> AppState {
        let now = self.options.clock.now();
        let (today, minute) = now.local(chrono_tz::UTC);
        AppState {
            stage: "damaged".to_owned(),
            damage: Some(error.clone()),
            salon_name: String::new(),
            language: self.options.language,
            session: None,
            users: Vec::new(),
            setup_step: "done".to_owned(),
            practice: false,
            warnings: Vec::new(),
            version: self.options.app_version.clone(),
            now,
            today,
            minute,
        }
    }

    /// What the owner should know before it hurts.
    fn warnings(&self, place: &KeyPlace) -> Vec<AppWarning> {
        let mut warnings = Vec::new();
        let mut warn = |kind: &str, detail: String| warnings.push(AppWarning { kind: kind.to_owned(), detail });
        if let Some(free) = files::free_bytes(self.file()).filter(|free| *free < LOW_DISK_BYTES) {
            warn("low_disk", (free >> 20).to_string());
        }
        if let KeyPlace::Beside(path) = place {
            warn("key_file", path.display().to_string());
        }
        let shelf = Shelf::beside(self.file());
        let too_old = self.options.clock.now().plus_seconds(-backup::OLD_AFTER_SECONDS);
        let latest = shelf.latest();
        if latest.is_some_and(|at| at < too_old) || self.backup_failed.load(Ordering::Relaxed) {
            warn("backup_old", latest.map_or_else(String::new, |at| at.millis().to_string()));
        }
        warnings
    }

    /// Whether the caller may do this. While nobody can sign in (the file is broken, or the
    /// wizard has not made an owner yet), whoever sits at the PC may.
    pub(crate) fn permit(&self, call: &Call, caller: &Caller, permission: Permission) -> Result<(), CommandError> {
        let state = self.read();
        let engine = state.engine()?;
        engine.permit(call, caller, permission).map(|_| ())
    }

    /// As [`Desk::permit`], and also where nobody can sign in: the file is broken, or the
    /// wizard has not made an owner yet. Then whoever sits at the PC may.
    pub(crate) fn permit_or_nobody(
        &self,
        call: &Call,
        caller: &Caller,
        permission: Permission,
    ) -> Result<(), CommandError> {
        {
            let state = self.read();
            let State::Salon(opened) = &*state else {
                return match &*state {
                    State::Broken(_) => Ok(()),
                    _ => Err(CommandError::new(ErrorCode::NotInPractice)),
                };
            };
            let seen: AppState = ask(&opened.engine, call, caller, "get_app_state", &serde_json::json!({}))?;
            if seen.users.is_empty() {
                return Ok(());
            }
        }
        self.permit(call, caller, permission)
    }

    /// The state, to work with. Work that exchanges the engine waits until it is let go.
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, to exchange the engine: nobody works with it meanwhile.
    pub(crate) fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request id for a mutation that a host command brings with it.
    pub(crate) fn request_id(&self, call: &Call) -> RequestId {
        call.request_id.unwrap_or_else(|| RequestId::new(&*self.options.ids, self.options.clock.now()))
    }
}

/// Opens the salon and has its events passed on.
pub(crate) fn opened_state(options: &DeskOptions, listeners: &Listeners) -> State {
    match opening::open(options) {
        Ok(opened) => {
            listeners.follow(&opened.engine);
            State::Salon(opened)
        }
        Err(error) => State::Broken(error),
    }
}

/// Asks the engine something in the name of the same caller.
pub(crate) fn ask<T: DeserializeOwned>(
    engine: &Engine,
    call: &Call,
    caller: &Caller,
    command: &str,
    input: &impl Serialize,
) -> Result<T, CommandError> {
    let inner = Call {
        command: command.to_owned(),
        input: output(input)?,
        request_id: call.request_id,
        session_id: call.session_id,
    };
    parse(engine.call(&inner, *caller)?)
}

/// The input of a host command.
pub(crate) fn input<T: DeserializeOwned>(call: &Call) -> Result<T, CommandError> {
    let given = match &call.input {
        Value::Null => Value::Object(serde_json::Map::new()),
        given => given.clone(),
    };
    serde_json::from_value(given)
        .map_err(|error| CommandError::new(ErrorCode::BadInput).with("detail", shape_of(&error)))
}

/// What is wrong with an input, without its values: they may be personal.
fn shape_of(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once(['"', '`']) {
        Some((before, rest)) if before.starts_with("missing field") || before.starts_with("unknown field") => {
            let name = rest.split(['"', '`']).next().unwrap_or_default();
            format!("{before}{name}")
        }
        _ => "the input is not of the command's form".to_owned(),
    }
}

fn output(value: &impl Serialize) -> Result<Value, CommandError> {
    serde_json::to_value(value).map_err(|_| internal("an answer that is not JSON"))
}

fn parse<T: DeserializeOwned>(value: Value) -> Result<T, CommandError> {
    serde_json::from_value(value).map_err(|_| internal("an answer of the engine that is not of its form"))
}

/// A fault of the program.
pub(crate) fn internal(detail: &str) -> CommandError {
    CommandError::new(ErrorCode::Internal).with("detail", detail)
}
