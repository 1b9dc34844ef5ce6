//! Printing a finished PDF on a printer that the system knows.

mod command;
mod folder;
#[cfg(unix)]
mod unix;
#[cfg(any(windows, test))]
mod windows;

#[cfg(any(unix, test))]
mod cups;

pub use folder::{Fault, FolderPrinter};
#[cfg(unix)]
pub use unix::SystemPrinters;
#[cfg(windows)]
pub use windows::SystemPrinters;

/// A printer as the system lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrinterEntry {
    /// Its name, by which it is asked to print.
    pub name: String,
    /// Whether it is the system's default.
    pub default: bool,
    /// What it does.
    pub state: PrinterState,
}

/// What a printer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrinterState {
    /// Waits for work.
    Idle,
    /// Prints.
    Printing,
    /// Stopped or offline: somebody must go and look.
    Stopped,
    /// The system does not say.
    Unknown,
}

impl PrinterState {
    /// The word for it: `idle`, `printing`, `stopped` or `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Printing => "printing",
            Self::Stopped => "stopped",
            Self::Unknown => "unknown",
        }
    }
}

/// What the system calls a print that it took on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Job(pub String);

/// How far a print has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// Waits or prints.
    Active,
    /// It has left the queue: it was handed to the printer, or called off there.
    Ended,
    /// The system does not remember it or does not say.
    Unknown,
}

/// Why nothing was printed, as far as one knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// The system has no printer of this name (any more).
    #[error("there is no such printer")]
    NoSuchPrinter,
    /// The system has no printing: CUPS's commands or PowerShell are missing.
    #[error("printing is not installed")]
    NotInstalled,
    /// The system or the printer said no; in its words.
    #[error("the printer refused: {0}")]
    Refused(String),
    /// A receipt printer that is off, elsewhere, or in use; in the system's words. Nothing was
    /// printed.
    #[error("the printer cannot be reached: {0}")]
    Unreachable(String),
    /// The printer went away in the middle; in the system's words. A part may be on paper.
    #[error("the printer took only a part: {0}")]
    Interrupted(String),
    /// No answer in time. The page may come out all the same: ask before printing it again.
    #[error("the printer did not answer in time")]
    Timeout,
}

impl PrintError {
    /// Whether something may be on paper all the same.
    #[must_use]
    pub const fn may_have_printed(&self) -> bool {
        matches!(self, Self::Interrupted(_) | Self::Timeout)
    }
}

/// Where finished PDFs are printed.
pub trait Printer: Send + Sync {
    /// The printers there are, in the system's order.
    ///
    /// # Errors
    /// [`PrintError::NotInstalled`], [`PrintError::Refused`], [`PrintError::Timeout`].
    fn list(&self) -> Result<Vec<PrinterEntry>, PrintError>;

    /// Hands a PDF to the printer called `printer` under a title that shows in the queue.
    /// Returns when the system has taken it on, not when it is on paper.
    ///
    /// # Errors
    /// Any [`PrintError`].
    fn print(&self, pdf: &[u8], title: &str, printer: &str) -> Result<Job, PrintError>;

    /// How far a print has come.
    ///
    /// # Errors
    /// [`PrintError::NotInstalled`], [`PrintError::Refused`], [`PrintError::Timeout`].
    fn state(&self, job: &Job) -> Result<JobState, PrintError>;
}
