//! Running other programs: seen, captured, or watched with a time limit.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// A program by name. On Windows npm and npx are scripts and must be named as such.
pub fn program(name: &str) -> Command {
    if cfg!(windows) && matches!(name, "npm" | "npx") {
        return Command::new(format!("{name}.cmd"));
    }
    Command::new(name)
}

/// How a command reads when typed.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Runs a command in sight of the person; an error if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command and returns what it said on stdout; its stderr is seen.
pub fn capture(command: &mut Command) -> Result<String> {
    let out = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !out.status.success() {
        bail!("`{}` failed ({})", line(command), out.status);
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

/// Whether a command can be started and says it is well; nothing is shown.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// What a watched program did.
pub struct Watched {
    /// It ended by itself and said it is well.
    pub ok: bool,
    /// It was stopped because it took too long.
    pub timed_out: bool,
    /// Everything it said, both streams, in the order it came.
    pub lines: Vec<String>,
}

/// Runs a program, hands each line to `show`, and stops it after `limit`.
pub fn watch(command: &mut Command, limit: Duration, mut show: impl FnMut(&str)) -> Result<Watched> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let (say, hear) = mpsc::channel();
    if let Some(stream) = child.stdout.take() {
        read_lines(stream, say.clone());
    }
    if let Some(stream) = child.stderr.take() {
        read_lines(stream, say);
    }
    let end = Instant::now() + limit;
    let mut lines = Vec::new();
    let mut status: Option<ExitStatus> = None;
    let mut timed_out = false;
    loop {
        match hear.recv_timeout(Duration::from_millis(100)) {
            Ok(text) => {
                show(&text);
                lines.push(text);
                continue;
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        // A grandchild may keep the streams open after the program itself has ended.
        if status.is_some() {
            break;
        }
        status = child.try_wait()?;
        if status.is_none() && Instant::now() > end {
            timed_out = true;
            child.kill()?;
        }
    }
    let status = match status {
        Some(status) => status,
        None => child.wait()?,
    };
    Ok(Watched { ok: status.success() && !timed_out, timed_out, lines })
}

fn read_lines(stream: impl Read + Send + 'static, say: mpsc::Sender<String>) {
    std::thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut bytes = Vec::new();
        while matches!(reader.read_until(b'\n', &mut bytes), Ok(count) if count > 0) {
            let text = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
            bytes.clear();
            if say.send(text).is_err() {
                return;
            }
        }
    });
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_watched_program_tells_both_streams_and_how_it_ended() {
        let mut seen = 0;
        let out = watch(&mut sh("echo one; echo two >&2; exit 3"), Duration::from_secs(20), |_| seen += 1).unwrap();
        assert!(!out.ok && !out.timed_out);
        assert_eq!(seen, 2);
        assert!(out.lines.contains(&"one".to_owned()) && out.lines.contains(&"two".to_owned()));
    }

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let out = watch(&mut sh("exec sleep 600"), Duration::from_millis(1), |_| {}).unwrap();
        assert!(out.timed_out && !out.ok);
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = run(&mut sh("exit 1")).unwrap_err().to_string();
        assert!(error.contains("sh -c exit 1"), "{error}");
        assert!(run(&mut Command::new("no-such-program-here")).is_err());
        assert!(!succeeds(&mut sh("exit 1")));
    }
}
