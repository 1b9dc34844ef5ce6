//! What CUPS's commands say in the C locale, read.

use crate::{Job, JobState, PrintError, PrinterEntry, PrinterState};

/// `lpstat -p` and `lpstat -d`.
pub(super) fn printers(listed: &str, default: &str) -> Vec<PrinterEntry> {
    let default = default.trim().strip_prefix("system default destination: ").unwrap_or("");
    let entry = |line: &str| {
        let (name, rest) = line.strip_prefix("printer ")?.split_once(' ')?;
        let state = if rest.starts_with("is idle") {
            PrinterState::Idle
        } else if rest.starts_with("now printing") {
            PrinterState::Printing
        } else if rest.starts_with("disabled") {
            PrinterState::Stopped
        } else {
            PrinterState::Unknown
        };
        Some(PrinterEntry { name: name.to_owned(), default: name == default, state })
    };
    listed.lines().filter_map(entry).collect()
}

/// `request id is Receipt-12 (1 file(s))`.
pub(super) fn job(said: &str) -> Option<Job> {
    let id = said.lines().find_map(|line| line.strip_prefix("request id is "))?;
    id.split_whitespace().next().map(|id| Job(id.to_owned()))
}

/// What a complaint of `lp` or `lpstat` means.
pub(super) fn error(complaint: String) -> PrintError {
    let known = ["does not exist", "unknown destination", "Invalid destination name"];
    if known.iter().any(|words| complaint.contains(words)) {
        PrintError::NoSuchPrinter
    } else {
        PrintError::Refused(complaint)
    }
}

/// `lpstat -W not-completed -o` and the same of completed jobs: a line begins with a job's
/// id. (The alerts of `lpstat -l` do not help: CUPS 2.4 says `processing-to-stop-point` of a
/// printed job and of a cancelled one.)
pub(super) fn job_state(job: &Job, waiting: &str, completed: &str) -> JobState {
    let in_list = |list: &str| list.lines().any(|line| line.split_whitespace().next() == Some(job.0.as_str()));
    if in_list(waiting) {
        JobState::Active
    } else if in_list(completed) {
        JobState::Ended
    } else {
        JobState::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printers_are_read_with_their_state_and_the_default() {
        let listed = "printer Receipt is idle.  enabled since Sat Nov 21 01:00:00 2026\n\
            printer Office now printing Office-7.  enabled since Sat Nov 21 01:00:00 2026\n\
            printer Old disabled since Sat Nov 21 01:00:00 2026 -\n\tPaused\n\
            printer Odd speaks in riddles\n";
        let printers = printers(listed, "system default destination: Office\n");
        let expected = [
            ("Receipt", false, PrinterState::Idle),
            ("Office", true, PrinterState::Printing),
            ("Old", false, PrinterState::Stopped),
            ("Odd", false, PrinterState::Unknown),
        ];
        assert_eq!(printers.len(), 4);
        for (printer, (name, default, state)) in printers.iter().zip(expected) {
            assert_eq!((printer.name.as_str(), printer.default, printer.state), (name, default, state));
        }
        assert!(super::printers("", "no system default destination\n").is_empty());
    }

    #[test]
    fn a_job_is_active_then_ended_and_forgotten_in_the_end() {
        let waiting = "Receipt-12  anna  1024  Sat Nov 21\n";
        let completed = "Receipt-1  anna  1024  Sat Nov 21\nReceipt-2  anna  1024  Sat Nov 21\n";
        let state = |id: &str| job_state(&Job(id.into()), waiting, completed);
        assert_eq!(state("Receipt-12"), JobState::Active);
        assert_eq!(state("Receipt-1"), JobState::Ended);
        assert_eq!(state("Receipt-3"), JobState::Unknown);
    }

    #[test]
    fn answers_of_lp_are_understood() {
        assert_eq!(job("request id is Receipt-12 (0 file(s))\n"), Some(Job("Receipt-12".into())));
        assert_eq!(job(""), None);
        assert_eq!(error("lp: The printer or class does not exist.".into()), PrintError::NoSuchPrinter);
        assert_eq!(error("lp: Forbidden".into()), PrintError::Refused("lp: Forbidden".into()));
    }
}
