//! The stages that are made of other people's tools: apt, npm, rustfmt, clippy, Playwright.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::report::Outcome;
use super::{counts, programs};
use crate::artifacts::{self, Build};
use crate::place::Place;
use crate::setup::{self, Purpose};
use crate::{codegen, npm, shell, tidy};

/// Packages of the system, of Rust and of npm.
pub fn install(place: &Place) -> Result<()> {
    setup::install(Purpose::Test)?;
    setup::rust_components();
    npm::install_all(place)?;
    let mut fetch = place.cargo();
    fetch.args(["fetch", "--quiet", "--locked"]);
    for system in tidy::SYSTEMS {
        fetch.args(["--target", system]);
    }
    shell::run(&mut fetch)
}

/// House rules, licences, form.
pub fn tidy(place: &Place, outcome: &mut Outcome) -> Result<()> {
    for complaint in tidy::complaints(place)? {
        outcome.fail(complaint);
    }
    if !shell::succeeds(Command::new("cargo").args(["fmt", "--version"])) {
        outcome.note("rustfmt is not installed".to_owned());
    } else if shell::run(place.cargo().args(["fmt", "--all", "--", "--check", "-l"])).is_err() {
        outcome.fail("cargo fmt --all -- --check".to_owned());
    }
    if setup::on_path("cargo-deny") {
        if shell::run(place.cargo().args(["deny", "--log-level", "error", "check", "licenses", "bans", "sources"]))
            .is_err()
        {
            outcome.fail("cargo deny check".to_owned());
        }
    } else {
        outcome.note("cargo-deny is not installed; the licences were checked by tidy itself".to_owned());
    }
    Ok(())
}

/// The user interface: types, lint, unit tests, build, size.
pub fn ui(place: &Place, outcome: &mut Outcome) -> Result<()> {
    let ui = place.at("ui");
    for script in ["check", "lint"] {
        npm_script(&ui, script, outcome);
    }
    let file = place.target.join("vitest.json");
    let _ = fs::remove_file(&file);
    let mut vitest = shell::program("npm");
    vitest.args(["run", "--silent", "test", "--", "--reporter=dot", "--reporter=json"]);
    vitest.arg(format!("--outputFile.json={}", file.display())).current_dir(&ui);
    let whole = shell::run(&mut vitest).is_ok();
    let text = fs::read_to_string(&file).unwrap_or_default();
    outcome.count("vitest", counts::vitest(&text).unwrap_or_default(), whole);
    for script in ["build", "budget"] {
        npm_script(&ui, script, outcome);
    }
    Ok(())
}

fn npm_script(project: &Path, script: &str, outcome: &mut Outcome) {
    if !npm::has_script(project, script) {
        outcome.fail(format!("package.json has no script '{script}'"));
    } else if shell::run(shell::program("npm").args(["run", "--silent", script]).current_dir(project)).is_err() {
        outcome.fail(format!("npm run {script}"));
    }
}

/// The window embeds the built user interface, so that must be there before Rust compiles.
pub fn window_files(place: &Place) -> Result<()> {
    let ui = place.at("ui");
    npm::install(&ui)?;
    shell::run(shell::program("npm").args(["run", "--silent", "build"]).current_dir(&ui))
}

/// What the one build says, clippy, and whether generated files are fresh.
pub fn build(place: &Place, build: &Build, outcome: &mut Outcome) -> Result<()> {
    if !build.complete {
        outcome.fail("cargo build: some of the workspace does not compile".to_owned());
    }
    for complaint in codegen::check_built(place, build)? {
        outcome.fail(complaint);
    }
    if !shell::succeeds(Command::new("cargo").args(["clippy", "--version"])) {
        outcome.note("clippy is not installed".to_owned());
        return Ok(());
    }
    let mut clippy = artifacts::workspace_cargo(place, &["clippy", "--keep-going"])?;
    if shell::run(clippy.args(["--", "-D", "warnings"])).is_err() {
        outcome.fail("cargo clippy".to_owned());
    }
    Ok(())
}

/// Every screen in a real browser, against the real engine.
pub fn browser(place: &Place, build: &Build, outcome: &mut Outcome) -> Result<()> {
    let project = place.at("tests/e2e");
    if !project.join("package.json").is_file() {
        outcome.note("there are no browser tests yet".to_owned());
        return Ok(());
    }
    npm::install(&project)?;
    let file = place.target.join("playwright.json");
    let _ = fs::remove_file(&file);
    let mut command = shell::program("npx");
    command.args(["playwright", "test", "--reporter=list,json"]).current_dir(&project);
    command.env("PLAYWRIGHT_JSON_OUTPUT_NAME", &file).env("CI", "1").envs(programs::environment(place, build));
    let out = shell::watch(&mut command, Duration::from_secs(15 * 60), |line| println!("{line}"))?;
    if out.timed_out {
        outcome.fail("the browser tests were stopped after 15 minutes".to_owned());
    }
    let text = fs::read_to_string(&file).context("Playwright wrote no report").unwrap_or_default();
    outcome.count("playwright", counts::playwright(&text).unwrap_or_default(), out.ok);
    Ok(())
}
