//! `cargo bench -p adelante-bench`: one JSON line per job, `ok` false where a limit is passed.
//!
//! The salon is made anew for each run and takes a minute or two. A word chooses the jobs whose
//! names contain it: `cargo bench -p adelante-bench -- sale`. `--small` makes a small salon, to
//! try the bench itself.
#![expect(clippy::unwrap_used, reason = "a bench that cannot do its work must fail")]
#![expect(clippy::print_stdout, reason = "the figures are what the bench is for")]

mod calendar;
mod jobs;
mod payroll;

use std::path::Path;

use adelante_bench::salon::{self, Size};
use adelante_bench::syncs;

/// The word with which the bench starts itself to be traced.
const TRACED: &str = "--traced";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == TRACED) {
        return jobs::traced(Path::new(&words[1]));
    }
    // Only `cargo bench` says this: a test run that builds everything does not measure.
    if !words.iter().any(|word| word == "--bench") {
        return;
    }
    let chosen = words.iter().find(|word| !word.starts_with('-')).cloned().unwrap_or_default();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let size = if words.iter().any(|word| word == "--small") { Size::SMALL } else { Size::PROMISED };
    println!("{}", serde_json::json!({ "clients": size.clients, "months": size.months }));
    let file = salon::make(folder.path(), size);
    let mut failed = 0;
    jobs::run(&file, &chosen, |line| {
        failed += u32::from(line["ok"] == false);
        println!("{line}");
    });
    if let Some(counted) = syncs::count(&[TRACED, file.to_str().unwrap()], folder.path()) {
        for (command, of_it) in syncs::by_command(&counted) {
            let all: u32 = of_it.values().sum();
            let line =
                serde_json::json!({ "job": format!("syncs of {command}"), "n": all, "commands_by_syncs": of_it });
            println!("{line}");
        }
    } else {
        eprintln!("strace is not installed: syncs are not counted");
    }
    eprintln!("{failed} over their limit");
}
