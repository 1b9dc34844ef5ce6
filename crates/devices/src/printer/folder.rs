//! A printer that is a folder: for tests, for practice, and with faults on demand.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::{Job, JobState, PrintError, Printer, PrinterEntry, PrinterState};

/// The one printer of a [`FolderPrinter`].
const NAME: &str = "Folder";

/// What goes wrong at the next print, and at every one after it until it is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Nothing is printed, and the printer says so.
    PaperOut,
    /// The page comes out, but the answer never arrives.
    AnswerLost,
}

/// Writes every print into a folder, numbered from 1: `0001.pdf`, `0002.pdf`, …
#[derive(Debug)]
pub struct FolderPrinter {
    folder: PathBuf,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    printed: u32,
    fault: Fault,
}

impl FolderPrinter {
    /// A printer into an existing folder. What a former one printed there stays.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let printed = (1..).take_while(|number| folder.join(file_name(*number)).exists()).last().unwrap_or(0);
        Self { folder: folder.to_owned(), inner: Mutex::new(Inner { printed, fault: Fault::None }) }
    }

    /// Breaks the printer, or mends it with [`Fault::None`].
    pub fn set_fault(&self, fault: Fault) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).fault = fault;
    }
}

fn file_name(number: u32) -> String {
    format!("{number:04}.pdf")
}

impl Printer for FolderPrinter {
    fn list(&self) -> Result<Vec<PrinterEntry>, PrintError> {
        let fault = self.inner.lock().unwrap_or_else(PoisonError::into_inner).fault;
        let state = if fault == Fault::PaperOut { PrinterState::Stopped } else { PrinterState::Idle };
        Ok(vec![PrinterEntry { name: NAME.to_owned(), default: true, state }])
    }

    fn print(&self, pdf: &[u8], _title: &str, printer: &str) -> Result<Job, PrintError> {
        if printer != NAME {
            return Err(PrintError::NoSuchPrinter);
        }
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.fault == Fault::PaperOut {
            return Err(PrintError::Refused("out of paper".to_owned()));
        }
        let number = inner.printed + 1;
        fs::write(self.folder.join(file_name(number)), pdf).map_err(|error| PrintError::Refused(error.to_string()))?;
        inner.printed = number;
        if inner.fault == Fault::AnswerLost {
            return Err(PrintError::Timeout);
        }
        Ok(Job(format!("{NAME}-{number}")))
    }

    fn state(&self, job: &Job) -> Result<JobState, PrintError> {
        let number =
            job.0.strip_prefix(NAME).and_then(|rest| rest.strip_prefix('-')).and_then(|number| number.parse().ok());
        let printed = number.is_some_and(|number: u32| self.folder.join(file_name(number)).exists());
        Ok(if printed { JobState::Ended } else { JobState::Unknown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_out_in_order_and_survive_a_new_printer_on_the_same_folder() {
        let folder = tempfile::tempdir().unwrap();
        let printer = FolderPrinter::new(folder.path());
        let first = printer.print(b"one", "K1-1", NAME).unwrap();
        printer.print(b"two", "K1-2", NAME).unwrap();
        assert_eq!(printer.state(&first), Ok(JobState::Ended));
        let again = FolderPrinter::new(folder.path());
        assert_eq!(again.print(b"three", "K1-3", NAME), Ok(Job("Folder-3".into())));
        assert_eq!(fs::read(folder.path().join("0002.pdf")).unwrap(), b"two");
        assert_eq!(again.print(b"four", "K1-4", "Other"), Err(PrintError::NoSuchPrinter));
        assert_eq!(again.state(&Job("Folder-9".into())), Ok(JobState::Unknown));
    }

    #[test]
    fn without_paper_nothing_comes_out_and_a_lost_answer_still_prints() {
        let folder = tempfile::tempdir().unwrap();
        let printer = FolderPrinter::new(folder.path());
        let pages = || fs::read_dir(folder.path()).unwrap().count();
        printer.set_fault(Fault::PaperOut);
        assert_eq!(printer.print(b"x", "t", NAME), Err(PrintError::Refused("out of paper".into())));
        assert_eq!((pages(), printer.list().unwrap()[0].state), (0, PrinterState::Stopped));
        printer.set_fault(Fault::AnswerLost);
        assert_eq!(printer.print(b"x", "t", NAME), Err(PrintError::Timeout));
        assert_eq!(pages(), 1);
        printer.set_fault(Fault::None);
        assert_eq!(printer.print(b"x", "t", NAME), Ok(Job("Folder-2".into())));
    }
}
