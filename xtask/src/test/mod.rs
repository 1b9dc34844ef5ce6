//! `cargo xtask test`: installs what is missing, checks and tests everything, and ends with
//! one line that counts. A stage that fails does not hide the others.

mod counts;
mod programs;
mod report;
mod stages;

use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::args::Args;
use crate::artifacts::{self, Build};
use crate::place::Place;
use report::{Outcome, Report};

/// What the person asked for.
pub struct Options {
    stages: Vec<Stage>,
    install: bool,
}

/// A part of the whole, in the order they run, with its share of CI's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Packages of the system and of npm.
    Install,
    /// House rules, form, licences.
    Tidy,
    /// Types, lint, unit tests, build and size of the user interface.
    Ui,
    /// The one build of the workspace, clippy, generated files.
    Build,
    /// Rust tests.
    Rust,
    /// Every screen in a real browser.
    Browser,
    /// The real window.
    Desktop,
    /// Killing the real program; the simulation of many tills.
    Kill,
}

impl Stage {
    const ALL: [Self; 8] =
        [Self::Install, Self::Tidy, Self::Ui, Self::Build, Self::Rust, Self::Browser, Self::Desktop, Self::Kill];

    /// The word to type.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Install => "install",
            Self::Tidy => "tidy",
            Self::Ui => "ui",
            Self::Build => "build",
            Self::Rust => "rust",
            Self::Browser => "browser",
            Self::Desktop => "desktop",
            Self::Kill => "kill",
        }
    }

    /// Minutes it may take on two cores, from a bare machine. House rules, user interface and
    /// build share the fourteen minutes of a build.
    pub const fn budget_min(self) -> u32 {
        match self {
            Self::Install => 6,
            Self::Tidy => 1,
            Self::Ui | Self::Desktop => 2,
            Self::Build => 11,
            Self::Rust => 10,
            Self::Browser => 8,
            Self::Kill => 5,
        }
    }
}

impl Options {
    /// Reads what was typed after `test`.
    pub fn read(args: &mut Args) -> Result<Self> {
        let install = !args.flag("--no-install");
        let mut stages = Vec::new();
        for word in args.rest()? {
            match Stage::ALL.into_iter().find(|stage| stage.name() == word) {
                Some(stage) => stages.push(stage),
                None => bail!("there is no stage '{word}'; they are: {}", Stage::ALL.map(Stage::name).join(" ")),
            }
        }
        if stages.is_empty() {
            stages = Stage::ALL.to_vec();
        } else {
            stages.push(Stage::Install);
        }
        if !install {
            stages.retain(|stage| *stage != Stage::Install);
        }
        Ok(Self { stages, install })
    }
}

/// Runs the stages; false if anything failed.
pub fn test(place: &Place, options: &Options) -> Result<bool> {
    if !options.install {
        println!("Nothing is installed: --no-install");
    }
    let mut report = Report::default();
    let mut build = Once { build: None, ui_is_built: options.stages.contains(&Stage::Ui) };
    for stage in Stage::ALL.into_iter().filter(|stage| options.stages.contains(stage)) {
        println!("\n== {} ==", stage.name());
        let start = Instant::now();
        let outcome = one(place, stage, &mut build);
        report.add(stage, start.elapsed(), outcome);
    }
    Ok(report.print())
}

fn one(place: &Place, stage: Stage, once: &mut Once) -> Outcome {
    let mut outcome = Outcome::default();
    let result = match stage {
        Stage::Install => stages::install(place),
        Stage::Tidy => stages::tidy(place, &mut outcome),
        Stage::Ui => stages::ui(place, &mut outcome),
        Stage::Build => once.get(place).and_then(|build| stages::build(place, build, &mut outcome)),
        Stage::Rust => once.get(place).and_then(|build| programs::rust(place, build, &mut outcome)),
        Stage::Browser => once.get(place).and_then(|build| stages::browser(place, build, &mut outcome)),
        Stage::Desktop => once.get(place).and_then(|build| programs::desktop(place, build, &mut outcome)),
        Stage::Kill => once.get(place).and_then(|build| programs::kill(place, build, &mut outcome)),
    };
    if let Err(error) = result {
        outcome.fail(format!("{error:#}"));
    }
    outcome
}

/// The one build, made when the first stage asks for it.
struct Once {
    build: Option<Build>,
    ui_is_built: bool,
}

impl Once {
    fn get(&mut self, place: &Place) -> Result<&Build> {
        if self.build.is_none() {
            if !self.ui_is_built || !place.at("ui/dist/index.html").is_file() {
                stages::window_files(place)?;
            }
            self.build = Some(artifacts::build_all(place)?);
        }
        self.build.as_ref().context("nothing was built")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Options> {
        Options::read(&mut Args::new(text.split_whitespace().map(str::to_owned)))
    }

    #[test]
    fn all_stages_fit_into_the_time_that_ci_has() {
        let minutes: u32 = Stage::ALL.into_iter().map(Stage::budget_min).sum();
        assert!(minutes <= 45, "{minutes} minutes");
    }

    #[test]
    fn without_words_everything_runs_and_an_unknown_stage_is_refused() {
        assert_eq!(read("").unwrap().stages, Stage::ALL);
        assert_eq!(read("ui --no-install").unwrap().stages, [Stage::Ui]);
        assert!(read("uii").is_err());
    }
}
