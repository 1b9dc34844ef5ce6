//! Printers of Linux and macOS, through the commands of CUPS (`lp`, `lpstat`): they are
//! there wherever CUPS is, need no library, and are what an administrator would type.

use std::process::Command;
use std::time::Duration;

use crate::printer::command::{Said, run};
use crate::printer::cups;
use crate::{Job, JobState, PrintError, Printer, PrinterEntry};

/// How long a command may take: a printer in the network that is off must not hold the desk.
const PATIENCE: Duration = Duration::from_secs(20);

/// The printers that the system knows.
#[derive(Debug, Clone, Default)]
pub struct SystemPrinters {
    server: Option<String>,
}

impl SystemPrinters {
    /// The printers of this computer's own print server (or the one that `CUPS_SERVER` names).
    #[must_use]
    pub const fn new() -> Self {
        Self { server: None }
    }

    /// The printers of another print server: `host:port`, or the path of its socket.
    #[must_use]
    pub fn at_server(server: &str) -> Self {
        Self { server: Some(server.to_owned()) }
    }

    fn ask(&self, program: &str, arguments: &[&str], input: &[u8]) -> Result<Said, PrintError> {
        let mut command = Command::new(program);
        // The answers are read, so they must not be in the user's language.
        command.env("LC_ALL", "C.UTF-8").env("LANG", "C.UTF-8").env_remove("LANGUAGE");
        if let Some(server) = &self.server {
            command.args(["-h", server]);
        }
        run(command.args(arguments), input, PATIENCE)
    }

    /// Whether a printer that `lp` does not know is missing, or the whole print server.
    fn absent(&self) -> Result<PrintError, PrintError> {
        let said = self.ask("lpstat", &["-r"], b"")?;
        let running = said.out.contains("is running");
        Ok(if running {
            PrintError::NoSuchPrinter
        } else {
            PrintError::Refused("the print server is not running".into())
        })
    }

    /// What `lpstat` says; that there is nothing to say is no failure.
    fn stat(&self, arguments: &[&str]) -> Result<String, PrintError> {
        let said = self.ask("lpstat", arguments, b"")?;
        if said.success || said.errors.contains("No destinations added") {
            return Ok(said.out);
        }
        Err(cups::error(said.complaint()))
    }
}

impl Printer for SystemPrinters {
    fn list(&self) -> Result<Vec<PrinterEntry>, PrintError> {
        Ok(cups::printers(&self.stat(&["-p"])?, &self.stat(&["-d"])?))
    }

    fn print(&self, pdf: &[u8], title: &str, printer: &str) -> Result<Job, PrintError> {
        if printer.is_empty() || printer.starts_with('-') {
            return Err(PrintError::NoSuchPrinter);
        }
        let said = self.ask("lp", &["-d", printer, "-t", title, "-"], pdf)?;
        if !said.success {
            // `lp` says so too where it cannot reach the print server.
            let error = cups::error(said.complaint());
            return Err(if error == PrintError::NoSuchPrinter { self.absent()? } else { error });
        }
        cups::job(&said.out).ok_or_else(|| PrintError::Refused(said.complaint()))
    }

    fn state(&self, job: &Job) -> Result<JobState, PrintError> {
        let waiting = self.stat(&["-W", "not-completed", "-o"])?;
        let completed = self.stat(&["-W", "completed", "-o"])?;
        Ok(cups::job_state(job, &waiting, &completed))
    }
}
