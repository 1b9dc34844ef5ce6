//! The stages that run test binaries of the one build. They are started directly: another
//! `cargo test` for a part of the workspace would build that part again with other features.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::counts;
use super::report::Outcome;
use crate::artifacts::{Artifact, Build, Kind};
use crate::place::Place;
use crate::{setup, shell};

/// The package of the whole-system tests.
const SYSTEM: &str = "adelante-tests";
/// Its test binaries that have a stage of their own.
const APART: &[&str] = &["kill", "sim", "desktop"];

/// Everything but what has a stage of its own.
pub fn rust(place: &Place, build: &Build, outcome: &mut Outcome) -> Result<()> {
    let apart = |one: &Artifact| one.package == SYSTEM && APART.contains(&one.target.as_str());
    for test in build.artifacts.iter().filter(|one| one.kind == Kind::Test && !apart(one)) {
        run(place, build, test, &[], minutes(8), outcome)?;
    }
    Ok(())
}

/// The real window on a screen of its own.
pub fn desktop(place: &Place, build: &Build, outcome: &mut Outcome) -> Result<()> {
    if !cfg!(target_os = "linux") || !setup::on_path("xvfb-run") {
        outcome.note("the desktop test needs Linux with xvfb".to_owned());
        return Ok(());
    }
    let screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"];
    let mut first = Outcome::default();
    system(place, build, "desktop", &screen, minutes(4), &mut first)?;
    if first.tally.failed == 0 {
        *outcome = first;
        return Ok(());
    }
    // As with the browser: a window on a busy machine may need a second try, which is named.
    system(place, build, "desktop", &screen, minutes(4), outcome)?;
    outcome.note(format!("the desktop test needed a second try: {}", first.faults.join("; ")));
    Ok(())
}

/// Kills of the real program, then the simulations: power cuts, a full disk, random money.
pub fn kill(place: &Place, build: &Build, outcome: &mut Outcome) -> Result<()> {
    // A longer run is asked for by name and takes as long as it takes.
    let asked = |name: &&str| std::env::var_os(name).is_some();
    let limit = |names: &[&str]| if names.iter().any(asked) { minutes(24 * 60) } else { minutes(10) };
    system(place, build, "kill", &[], limit(&["ADELANTE_KILLS"]), outcome)?;
    let longer = ["ADELANTE_CUTS", "ADELANTE_FULL_STEP", "ADELANTE_STEPS"];
    system(place, build, "sim", &[], limit(&longer), outcome)
}

fn minutes(count: u64) -> Duration {
    Duration::from_secs(60 * count)
}

/// Runs one binary of the whole-system tests; says so where it is not there.
fn system(
    place: &Place,
    build: &Build,
    target: &str,
    before: &[&str],
    limit: Duration,
    outcome: &mut Outcome,
) -> Result<()> {
    let found =
        build.artifacts.iter().find(|one| one.kind == Kind::Test && one.package == SYSTEM && one.target == target);
    match found {
        Some(test) => run(place, build, test, before, limit, outcome),
        None if !place.at(&format!("tests/{target}")).exists() => {
            outcome.note(format!("{SYSTEM} has no test binary '{target}' yet"));
            Ok(())
        }
        None => {
            outcome.fail(format!("the test binary '{target}' of {SYSTEM} did not compile"));
            Ok(())
        }
    }
}

/// Runs a test binary in its package's folder, as cargo would. Quiet while tests pass.
fn run(
    place: &Place,
    build: &Build,
    test: &Artifact,
    before: &[&str],
    limit: Duration,
    outcome: &mut Outcome,
) -> Result<()> {
    let name = format!("{} ({})", test.package, test.target);
    let mut command = match before {
        [] => Command::new(&test.file),
        [first, rest @ ..] => {
            let mut command = Command::new(first);
            command.args(rest).arg(&test.file);
            command
        }
    };
    command.current_dir(&test.folder).env("CARGO_MANIFEST_DIR", &test.folder);
    for (variable, file) in environment(place, build) {
        command.env(variable, file);
    }
    let runtime = runtime_folder(place, &test.target)?;
    command.env("XDG_RUNTIME_DIR", &runtime);
    let start = Instant::now();
    let out = shell::watch(&mut command, limit, |line| {
        if interesting(line) {
            println!("{line}");
        }
    })?;
    let _ = std::fs::remove_dir_all(&runtime);
    let tally = counts::libtest(&out.lines);
    println!("  {name}: {} in {:.1?}", tally.closing_line(), start.elapsed());
    if out.timed_out {
        outcome.fail(format!("{name} was stopped after {} s", limit.as_secs()));
    }
    let has_tests = out.lines.iter().any(|line| line.starts_with("running ") && line != "running 0 tests");
    if has_tests || !out.ok {
        outcome.count(&name, tally, out.ok);
    }
    Ok(())
}

/// Where tests find the programs under test: `ADELANTE_CLI`, `ADELANTE_APP` (the window), and
/// `ADELANTE_UI` (the folder of the built user interface).
pub fn environment(place: &Place, build: &Build) -> Vec<(&'static str, PathBuf)> {
    let mut named = vec![("ADELANTE_UI", place.at("ui/dist"))];
    for (name, package) in [("ADELANTE_CLI", "adelante-cli"), ("ADELANTE_APP", "adelante")] {
        named.extend(build.program(package).map(|program| (name, program.file.clone())));
    }
    named
}

/// Lines worth a CI log: not the empty ones and not one for every test that passed.
fn interesting(line: &str) -> bool {
    !(line.trim().is_empty()
        || (line.starts_with("test ") && line.ends_with("... ok"))
        || line.starts_with("running ")
        || line.starts_with("test result: ok"))
}

/// A private folder for sockets, as a login session would have.
fn runtime_folder(place: &Place, target: &str) -> Result<PathBuf> {
    let folder = place.target.join(format!("runtime-{target}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_keeps_failures_and_drops_what_passed() {
        assert!(!interesting("test money::splits ... ok"));
        assert!(!interesting("test result: ok. 5 passed; 0 failed"));
        assert!(interesting("test money::splits ... FAILED"));
        assert!(interesting("killed 300 times, 41 % between request and answer"));
    }
}
