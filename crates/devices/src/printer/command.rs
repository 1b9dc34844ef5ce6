//! Running one of the system's commands, bounded in time.

use std::io::{ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use wait_timeout::ChildExt;

use crate::PrintError;

/// What a command said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) success: bool,
    pub(super) out: String,
    pub(super) errors: String,
}

impl Said {
    /// The first thing it complained of.
    pub(super) fn complaint(&self) -> String {
        let complaint = self.errors.lines().chain(self.out.lines()).map(str::trim).find(|line| !line.is_empty());
        complaint.unwrap_or("no reason given").chars().take(300).collect()
    }
}

/// Runs `command` with `input` on its standard input.
///
/// # Errors
/// [`PrintError::NotInstalled`] where there is no such command, [`PrintError::Timeout`] where
/// it does not end within `patience` (it is killed then), [`PrintError::Refused`] otherwise.
pub(super) fn run(command: &mut Command, input: &[u8], patience: Duration) -> Result<Said, PrintError> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => PrintError::NotInstalled,
        _ => PrintError::Refused(error.to_string()),
    };
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(failed)?;
    let (stdin, out, errors) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let input = input.to_vec();
    // A command that fails early closes its input; what it says of why is worth more.
    thread::spawn(move || stdin.map(|mut pipe| pipe.write_all(&input)));
    let (out, errors) = (thread::spawn(|| read(out)), thread::spawn(|| read(errors)));
    let Some(status) = child.wait_timeout(patience).map_err(failed)? else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(PrintError::Timeout);
    };
    let (out, errors) = (out.join().unwrap_or_default(), errors.join().unwrap_or_default());
    Ok(Said { success: status.success(), out, errors })
}

fn read(pipe: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        let _ = pipe.read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_hangs_is_killed_and_one_that_is_missing_is_named() {
        let mut hanging = Command::new("tail");
        let result = run(hanging.args(["-f", "/dev/null"]), b"", Duration::from_millis(50));
        assert_eq!(result.unwrap_err(), PrintError::Timeout);
        let missing = run(&mut Command::new("no-such-command-of-any-system"), b"", Duration::from_secs(5));
        assert_eq!(missing.unwrap_err(), PrintError::NotInstalled);
    }

    #[test]
    fn more_than_a_pipe_holds_goes_in_and_comes_out() {
        let input = vec![b'x'; 1 << 20];
        let said = run(&mut Command::new("cat"), &input, Duration::from_secs(20)).unwrap();
        assert_eq!((said.success, said.out.len()), (true, 1 << 20));
    }
}
