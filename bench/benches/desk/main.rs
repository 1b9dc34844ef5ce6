//! `cargo bench -p adelante-bench`: one JSON line per job, `ok` false where a limit is passed.
//!
//! The salon is made anew for each run and takes a minute or two. Words choose the jobs whose
//! names contain them: `cargo bench -p adelante-bench -- sale`. `--small` makes a small salon, to
//! try the bench itself. The jobs of ten years are done only where they are asked for.
#![expect(clippy::unwrap_used, reason = "a bench that cannot do its work must fail")]
#![expect(clippy::print_stdout, reason = "the figures are what the bench is for")]

mod calendar;
mod finance;
mod jobs;
mod payroll;
mod till;
mod years;

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
    let named: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.starts_with('-')).collect();
    let (chosen, small) = (named.join(" "), words.iter().any(|word| word == "--small"));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut failed = 0;
    let mut say = |line: &serde_json::Value| {
        failed += u32::from(line["ok"] == false);
        println!("{line}");
    };
    if !chosen.is_empty() && years::NAME.contains(&chosen) {
        years::checkout(small).iter().for_each(&mut say);
    }
    jobs::run_apart(folder.path(), &chosen, &mut say);
    if jobs::in_the_salon(&chosen) {
        let size = if small { Size::SMALL } else { Size::PROMISED };
        println!("{}", serde_json::json!({ "clients": size.clients, "months": size.months }));
        let file = salon::make(folder.path(), size);
        jobs::run(&file, &chosen, &mut say);
        count_syncs(&file, folder.path());
    }
    eprintln!("{failed} over their limit");
}

/// Says how many commands made how many syncs.
fn count_syncs(file: &Path, folder: &Path) {
    let Some(counted) = syncs::count(&[TRACED, file.to_str().unwrap()], folder) else {
        return eprintln!("strace is not installed: syncs are not counted");
    };
    for (command, of_it) in syncs::by_command(&counted) {
        let all: u32 = of_it.values().sum();
        println!(
            "{}",
            serde_json::json!({ "job": format!("syncs of {command}"), "n": all, "commands_by_syncs": of_it })
        );
    }
}
