//! Import of clients: a spreadsheet is read and shown, its columns are corrected, then it is
//! run as one action that one undo takes back. What was read waits in memory; the person's
//! file is not kept.

mod plan;
mod rejects;
mod words;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use adelante_base::{ImportId, Timestamp};
use adelante_documents::sheet::{Limit, MAX_BYTES, MAX_ROWS, Sheet, SheetError, read_sheet};
use adelante_domain::permission::Permission;
use adelante_engine::{Caller, Engine};
use adelante_wire::table::{Call, Event};
use adelante_wire::{
    CommandError, ErrorCode, FileOut, ImportClients, ImportField, ImportPreview, ImportProgress, ImportReport,
    ImportState, MapImport, Nothing, ReadImport, RunImport, Salon,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::Desk;
use crate::backup::Why;
use crate::desk::{State, ask, input};
use plan::Plan;

/// How many files may wait at once; the oldest gives way.
const WAITING: usize = 3;
/// A file that nobody came back to is forgotten.
const FORGOTTEN_AFTER_SECONDS: i64 = 30 * 60;

/// The files that were read and wait to be run.
#[derive(Default)]
pub(crate) struct Imports {
    waiting: Mutex<Vec<Arc<Staged>>>,
    /// One import runs at a time.
    turn: Mutex<()>,
    running: Mutex<Option<Arc<Staged>>>,
}

/// A file that was read.
struct Staged {
    id: ImportId,
    at: Timestamp,
    file_name: String,
    sheet: Sheet,
    /// Rows written so far, while it runs.
    done: AtomicU32,
    work: Mutex<Work>,
}

/// What was made of it so far.
struct Work {
    plan: Plan,
    stage: Stage,
    report: Option<ImportReport>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Read,
    Running,
    Done,
}

impl Imports {
    /// Forgets all files: another salon file is open now.
    pub(crate) fn clear(&self) {
        self.list().clear();
    }

    fn list(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Staged>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn running(&self) -> std::sync::MutexGuard<'_, Option<Arc<Staged>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps how far the running import is.
    pub(crate) fn hear(&self, event: &Event) {
        if event.kind == "import_progress"
            && let Some(staged) = &*self.running()
        {
            staged.done.store(event.done, Ordering::Relaxed);
        }
    }

    /// Does the work of an import when it is its turn.
    fn run<T>(&self, staged: &Arc<Staged>, work: impl FnOnce() -> T) -> T {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        staged.done.store(0, Ordering::Relaxed);
        *self.running() = Some(Arc::clone(staged));
        let answer = work();
        *self.running() = None;
        drop(turn);
        answer
    }

    fn keep(&self, staged: Arc<Staged>) {
        let mut list = self.list();
        let oldest = staged.at.plus_seconds(-FORGOTTEN_AFTER_SECONDS);
        list.retain(|waiting| waiting.at >= oldest);
        while list.len() >= WAITING {
            list.remove(0);
        }
        list.push(staged);
    }

    fn find(&self, id: ImportId) -> Result<Arc<Staged>, CommandError> {
        let found = self.list().iter().find(|waiting| waiting.id == id).cloned();
        found.ok_or_else(|| CommandError::new(ErrorCode::NotFound).with("what", "import"))
    }
}

impl Staged {
    fn work(&self) -> std::sync::MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    pub(crate) fn read_import(&self, call: &Call, caller: &Caller) -> Result<ImportPreview, CommandError> {
        let wanted: ReadImport = input(call)?;
        self.permit(call, caller, Permission::ClientsImport)?;
        if wanted.content_base64.len() / 4 * 3 > MAX_BYTES + 3 {
            return Err(sheet_error(&SheetError::TooLarge(Limit::Bytes)));
        }
        let bytes = BASE64
            .decode(wanted.content_base64)
            .map_err(|_| CommandError::new(ErrorCode::BadInput).with("detail", "content_base64 is not base64"))?;
        let sheet = read_sheet(&wanted.file_name, &bytes).map_err(|error| sheet_error(&error))?;
        drop(bytes);
        let state = self.read();
        let plan = self.plan(state.engine()?, call, caller, &sheet, None)?;
        drop(state);
        let now = self.options.clock.now();
        let staged = Arc::new(Staged {
            id: ImportId::new(&*self.options.ids, now),
            at: now,
            file_name: wanted.file_name,
            sheet,
            done: AtomicU32::new(0),
            work: Mutex::new(Work { plan, stage: Stage::Read, report: None }),
        });
        let preview = preview(&staged);
        self.imports.keep(staged);
        Ok(preview)
    }

    pub(crate) fn map_import(&self, call: &Call, caller: &Caller) -> Result<ImportPreview, CommandError> {
        let wanted: MapImport = input(call)?;
        self.permit(call, caller, Permission::ClientsImport)?;
        let staged = self.imports.find(wanted.import_id)?;
        if wanted.fields.len() != staged.work().plan.fields.len() {
            return Err(CommandError::new(ErrorCode::BadInput).with("detail", "one field for each column"));
        }
        let state = self.read();
        let plan = self.plan(state.engine()?, call, caller, &staged.sheet, Some(&wanted.fields))?;
        drop(state);
        {
            let mut work = staged.work();
            if work.stage != Stage::Read {
                return Err(CommandError::new(ErrorCode::BadInput).with("detail", "this file was imported already"));
            }
            work.plan = plan;
        }
        Ok(preview(&staged))
    }

    /// Runs an import, all or nothing, after a backup. Asked again after it was done, it gives
    /// the same report.
    pub(crate) fn run_import(&self, call: &Call, caller: &Caller) -> Result<ImportReport, CommandError> {
        let wanted: RunImport = input(call)?;
        self.permit(call, caller, Permission::ClientsImport)?;
        let staged = self.imports.find(wanted.import_id)?;
        let rows = {
            let mut work = staged.work();
            match (work.stage, &work.report) {
                (Stage::Done, Some(report)) => return Ok(report.clone()),
                (Stage::Read, _) => {}
                _ => return Err(CommandError::new(ErrorCode::BadInput).with("detail", "this import is running")),
            }
            work.plan.can_run()?;
            work.stage = Stage::Running;
            work.plan.ready.clone()
        };
        let ran = self.imports.run(&staged, || self.run_rows(call, caller, ImportClients { rows }));
        let mut work = staged.work();
        match ran {
            Ok(engine_report) => {
                let report = work.plan.report(&engine_report);
                work.stage = Stage::Done;
                work.report = Some(report.clone());
                Ok(report)
            }
            Err(error) => {
                work.stage = Stage::Read;
                Err(error)
            }
        }
    }

    fn run_rows(&self, call: &Call, caller: &Caller, rows: ImportClients) -> Result<ImportReport, CommandError> {
        let state = self.read();
        // A practice copy needs no backup: it is one.
        if let State::Salon(opened) = &*state {
            self.backup_now(opened, Why::Import)?;
        }
        let inner = Call { request_id: Some(self.request_id(call)), ..call.clone() };
        ask(state.engine()?, &inner, caller, "import_clients", &rows)
    }

    pub(crate) fn import_progress(&self, call: &Call, caller: &Caller) -> Result<ImportState, CommandError> {
        let wanted: ImportProgress = input(call)?;
        self.permit(call, caller, Permission::ClientsImport)?;
        let Ok(staged) = self.imports.find(wanted.import_id) else {
            return Ok(ImportState { done: 0, total: 0, stage: "gone".to_owned() });
        };
        let work = staged.work();
        let (all, ready) = (work.plan.counts.read, u32::try_from(work.plan.ready.len()).unwrap_or(u32::MAX));
        let (done, total, stage) = match work.stage {
            Stage::Read => (0, all, "read"),
            Stage::Running => (staged.done.load(Ordering::Relaxed), ready, "running"),
            Stage::Done => (all, all, "done"),
        };
        Ok(ImportState { done, total, stage: stage.to_owned() })
    }

    pub(crate) fn import_rejects(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let wanted: ImportProgress = input(call)?;
        self.permit(call, caller, Permission::ClientsImport)?;
        let staged = self.imports.find(wanted.import_id)?;
        let state = self.read();
        let salon: Salon = ask(state.engine()?, call, caller, "get_salon", &Nothing {})?;
        drop(state);
        let work = staged.work();
        let rejected = work.report.as_ref().map_or(&work.plan.rejected, |report| &report.rejected);
        rejects::file(&staged.file_name, &staged.sheet, work.plan.header, rejected, salon.salon.language)
    }

    /// What an import that was read would do.
    ///
    /// # Errors
    /// `not_found` where the file was forgotten; `file_no_columns` where nothing of it could be
    /// imported.
    pub fn planned_import(&self, id: ImportId) -> Result<ImportReport, CommandError> {
        let staged = self.imports.find(id)?;
        let work = staged.work();
        work.plan.can_run()?;
        Ok(ImportReport { batch_id: None, counts: work.plan.counts, rejected: work.plan.rejected.clone() })
    }

    /// What becomes of the sheet's rows with these fields, or with guessed ones.
    fn plan(
        &self,
        engine: &Engine,
        call: &Call,
        caller: &Caller,
        sheet: &Sheet,
        fields: Option<&[ImportField]>,
    ) -> Result<Plan, CommandError> {
        let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
        let today = self.options.clock.now().local(salon.salon.zone.parse().unwrap_or(chrono_tz::UTC)).0;
        let mut plan = plan::make(sheet, fields, &salon.salon.country, salon.salon.language, today)?;
        plan.settle(&engine.import_outcomes(&plan.ready)?);
        Ok(plan)
    }
}

fn preview(staged: &Staged) -> ImportPreview {
    staged.work().plan.preview(staged.id, &staged.file_name, &staged.sheet)
}

/// What is wrong with a file, as the UI says it.
fn sheet_error(error: &SheetError) -> CommandError {
    match error {
        SheetError::Empty => CommandError::new(ErrorCode::FileEmpty),
        SheetError::NotASheet(found) => {
            CommandError::new(ErrorCode::FileNotASheet).with("detail", format!("{found:?}"))
        }
        SheetError::Damaged(detail) => CommandError::new(ErrorCode::FileDamaged).with("detail", detail),
        SheetError::Protected => CommandError::new(ErrorCode::FileProtected),
        SheetError::TooLarge(Limit::Rows) => CommandError::new(ErrorCode::TooManyRows).with("max", MAX_ROWS),
        SheetError::TooLarge(Limit::Bytes | Limit::Unpacked) => {
            CommandError::new(ErrorCode::FileTooLarge).with("max_mb", MAX_BYTES / 1024 / 1024)
        }
        SheetError::TooLarge(limit) => CommandError::new(ErrorCode::FileNotASheet).with("detail", format!("{limit:?}")),
        SheetError::NoRows => CommandError::new(ErrorCode::FileNoRows),
    }
}
