//! What is printed: JSON or lines on stdout, one sentence on stderr for an error.

use std::io::Write;

use adelante_wire::CommandError;
use serde::Serialize;

use crate::sentence::sentence;

/// How answers are printed.
pub struct Output {
    json: bool,
}

impl Output {
    /// Lines for people, or JSON.
    pub const fn new(json: bool) -> Self {
        Self { json }
    }

    /// Prints an answer: as JSON where asked, else as `lines` says it.
    pub fn answer(&self, value: &impl Serialize, lines: impl FnOnce() -> String) -> anyhow::Result<()> {
        if self.json { print(&serde_json::to_string(value)?) } else { print(&lines()) }
    }

    /// Prints an answer that is JSON in any case, readable where nobody asked for JSON.
    pub fn document(&self, value: &impl Serialize) -> anyhow::Result<()> {
        print(&if self.json { serde_json::to_string(value)? } else { serde_json::to_string_pretty(value)? })
    }

    /// A refusal of the engine.
    pub fn refused(&self, error: &CommandError) {
        if self.json
            && let Ok(text) = serde_json::to_string(error)
        {
            // Nothing more can be done where even stdout is closed.
            let _ = print(&text);
        }
        complain(&sentence(error));
    }

    /// Anything else that went wrong.
    pub fn failed(&self, error: &anyhow::Error) {
        complain(&format!("{error:#}").replace('\n', " "));
    }
}

/// Says something beside the answer.
pub fn notice(text: &str) {
    complain(text);
}

fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

fn complain(text: &str) {
    // Where stderr is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr().lock(), "adelante: {text}");
}
