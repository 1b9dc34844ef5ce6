//! Printers of Windows, through PowerShell.
//!
//! This driver could be built and its reading of answers tested, but it has never met a real
//! Windows printer. It prints by the `PrintTo` verb, which belongs to the program that opens
//! PDFs: Acrobat and SumatraPDF have it, Edge has not. Names go in by the environment, never
//! into the script's text.

use crate::{PrinterEntry, PrinterState};

/// Lists printers: default, status, offline and name, separated by tabs.
#[cfg(windows)]
const LIST: &str = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; \
    Get-CimInstance Win32_Printer | ForEach-Object { \"$($_.Default)`t$($_.PrinterStatus)`t$($_.WorkOffline)`t$($_.Name)\" }";

/// Prints one file; says `no printer` where there is none of this name.
#[cfg(windows)]
const PRINT: &str = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $ErrorActionPreference = 'Stop'; \
    if (-not (Get-CimInstance Win32_Printer | Where-Object { $_.Name -eq $env:ADELANTE_PRINTER })) { 'no printer'; exit 3 } \
    Start-Process -FilePath $env:ADELANTE_FILE -Verb PrintTo -ArgumentList ('\"' + $env:ADELANTE_PRINTER + '\"') -WindowStyle Hidden";

/// The lines of the list. Status numbers: Win32_Printer.PrinterStatus in Microsoft's CIM
/// reference (3 idle, 4 printing, 5 warming up, 6 stopped, 7 offline).
fn printers(listed: &str) -> Vec<PrinterEntry> {
    let entry = |line: &str| {
        let mut fields = line.trim_end_matches('\r').splitn(4, '\t');
        let (default, status, offline) = (fields.next()?, fields.next()?, fields.next()?);
        let name = fields.next().filter(|name| !name.is_empty())?;
        let state = match (offline, status) {
            ("True", _) | (_, "6" | "7") => PrinterState::Stopped,
            (_, "3") => PrinterState::Idle,
            (_, "4" | "5") => PrinterState::Printing,
            _ => PrinterState::Unknown,
        };
        Some(PrinterEntry { name: name.to_owned(), default: default == "True", state })
    };
    listed.lines().filter_map(entry).collect()
}

#[cfg(windows)]
pub use system::SystemPrinters;

#[cfg(windows)]
mod system {
    use std::fs;
    use std::path::PathBuf;
    use std::process::Command;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::Duration;

    use super::{LIST, PRINT, printers};
    use crate::printer::command::{Said, run};
    use crate::{Job, JobState, PrintError, Printer, PrinterEntry};

    /// PowerShell itself takes seconds to start on an old PC.
    const PATIENCE: Duration = Duration::from_secs(45);

    static NUMBER: AtomicU64 = AtomicU64::new(1);

    /// The printers that Windows knows.
    #[derive(Debug, Clone, Default)]
    pub struct SystemPrinters;

    impl SystemPrinters {
        /// The printers of this computer.
        #[must_use]
        pub const fn new() -> Self {
            Self
        }
    }

    fn ask(script: &str, environment: &[(&str, &str)]) -> Result<Said, PrintError> {
        let mut command = Command::new("powershell.exe");
        command.args(["-NoProfile", "-NonInteractive", "-Command", script]).envs(environment.iter().copied());
        run(&mut command, b"", PATIENCE)
    }

    /// Where PDFs wait for the program that prints them. It reads them after this one has gone
    /// on, so a file is removed only when a later one is printed.
    fn folder() -> Result<PathBuf, PrintError> {
        let folder = std::env::temp_dir().join("adelante-print");
        fs::create_dir_all(&folder).map_err(|error| PrintError::Refused(error.to_string()))?;
        let mut files: Vec<PathBuf> =
            fs::read_dir(&folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
        files.sort();
        for old in files.iter().rev().skip(20) {
            // In use still: the next print tries again.
            let _ = fs::remove_file(old);
        }
        Ok(folder)
    }

    impl Printer for SystemPrinters {
        fn list(&self) -> Result<Vec<PrinterEntry>, PrintError> {
            let said = ask(LIST, &[])?;
            if said.success { Ok(printers(&said.out)) } else { Err(PrintError::Refused(said.complaint())) }
        }

        fn print(&self, pdf: &[u8], _title: &str, printer: &str) -> Result<Job, PrintError> {
            let refused = |error: std::io::Error| PrintError::Refused(error.to_string());
            let mut file =
                tempfile::Builder::new().prefix("print").suffix(".pdf").tempfile_in(folder()?).map_err(refused)?;
            std::io::Write::write_all(&mut file, pdf).map_err(refused)?;
            let (_, path) = file.keep().map_err(|error| PrintError::Refused(error.to_string()))?;
            let path = path.to_string_lossy();
            let said = ask(PRINT, &[("ADELANTE_PRINTER", printer), ("ADELANTE_FILE", &path)])?;
            if said.out.contains("no printer") {
                return Err(PrintError::NoSuchPrinter);
            }
            if !said.success {
                return Err(PrintError::Refused(said.complaint()));
            }
            Ok(Job(format!("{printer}-{}", NUMBER.fetch_add(1, Ordering::Relaxed))))
        }

        /// Windows does not say which of its jobs came from this print.
        fn state(&self, _job: &Job) -> Result<JobState, PrintError> {
            Ok(JobState::Unknown)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_windows_is_read_with_default_and_state() {
        let listed = "False\t3\tFalse\tMicrosoft Print to PDF\r\nTrue\t3\tFalse\tЧековый XP-80C\r\nFalse\t3\tTrue\tOffice\r\nFalse\t1\tFalse\tOdd\r\nrubbish\r\n";
        let printers = printers(listed);
        assert_eq!(printers.len(), 4);
        assert_eq!(
            (printers[1].name.as_str(), printers[1].default, printers[1].state),
            ("Чековый XP-80C", true, PrinterState::Idle)
        );
        assert_eq!(printers[2].state, PrinterState::Stopped);
        assert_eq!(printers[3].state, PrinterState::Unknown);
    }
}
