//! The command line on a salon's file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::program;

/// A salon's file in a folder that goes when the test ends.
pub struct Salon {
    folder: TempDir,
    file: PathBuf,
}

impl Salon {
    /// A folder without a salon.
    #[must_use]
    pub fn none() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("salon.db");
        Self { folder, file }
    }

    /// A demo salon of a seed with so many clients and months, and three staff members.
    #[must_use]
    pub fn demo(seed: u64, clients: u32, months: u32) -> Self {
        let salon = Self::none();
        let (seed, clients, months) = (seed.to_string(), clients.to_string(), months.to_string());
        let words =
            ["--seed", &seed, "--clients", &clients, "--months", &months, "--staff", "3", "--today", "2026-11-20"];
        salon.run("demo", &words).done();
        salon
    }

    /// The salon's file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The folder it lies in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the folder.
    #[must_use]
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `adelante --json COMMAND … --db FILE --no-keychain`.
    #[must_use]
    pub fn run<W: AsRef<OsStr>>(&self, command: &str, words: &[W]) -> Said {
        let mut program = program::command();
        program.arg("--json").args(command.split(' ')).args(words);
        program.arg("--db").arg(&self.file).arg("--no-keychain");
        Said::of(program.stdin(Stdio::null()).output().unwrap())
    }

    /// Calls a command of the router in the program's own name.
    #[must_use]
    pub fn call(&self, command: &str, input: &Value) -> Said {
        self.run("call", &[command, &input.to_string()])
    }

    /// Calls a command that must not be refused.
    pub fn must(&self, command: &str, input: &Value) -> Value {
        self.call(command, input).done()
    }

    /// Everything that can be recomputed is in order.
    pub fn assert_sound(&self) {
        let verified = self.run::<&str>("verify", &[]).done();
        assert_eq!(verified["ok"], true, "{verified}");
    }
}

/// What the program said before it ended.
#[derive(Debug)]
pub struct Said {
    /// Its exit code; `None` where it was killed.
    pub code: Option<i32>,
    /// Its answer.
    pub stdout: String,
    /// Errors and warnings.
    pub stderr: String,
}

impl Said {
    /// What an ended program said.
    #[must_use]
    pub fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The answer of a program that must have done its work.
    #[must_use]
    pub fn answer(&self) -> Value {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// As [`Said::answer`], for a program whose words are not needed any more.
    pub fn done(self) -> Value {
        self.answer()
    }

    /// The one sentence of a refusal; its code is in the JSON on stdout.
    #[must_use]
    pub fn refused(&self) -> (String, &str) {
        assert_eq!(self.code, Some(1), "not refused: {} {}", self.stdout, self.stderr);
        let mut complaints = self.stderr.lines().filter(|line| !line.starts_with("adelante: warning:"));
        let sentence = complaints.next().expect("a refusal says why").trim_start_matches("adelante: ");
        assert_eq!(complaints.next(), None, "more than one sentence");
        assert!(!sentence.is_empty() && !sentence.contains("panicked"), "{sentence}");
        let error: Value = serde_json::from_str(&self.stdout).unwrap_or_default();
        (error["code"].as_str().unwrap_or_default().to_owned(), sentence)
    }

    /// The code of a refusal.
    #[must_use]
    pub fn code_of_refusal(&self) -> String {
        self.refused().0
    }
}
