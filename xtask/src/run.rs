//! `cargo xtask run`: from a bare machine to the open window.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::args::Args;
use crate::artifacts::{self, Build};
use crate::place::{Place, usual_salon};
use crate::setup::{self, Purpose};
use crate::{npm, shell};

/// What the person asked for.
pub struct Options {
    demo: bool,
    browser: bool,
    fresh: bool,
    quick: bool,
    install: bool,
    lang: Option<String>,
    country: Option<String>,
    db: Option<PathBuf>,
}

impl Options {
    /// Reads what was typed after `run`.
    pub fn read(args: &mut Args) -> Result<Self> {
        let options = Self {
            demo: args.flag("--demo"),
            browser: args.flag("--browser"),
            fresh: args.flag("--fresh"),
            quick: args.flag("--quick"),
            install: !args.flag("--no-install"),
            lang: args.value("--lang")?,
            country: args.value("--country")?,
            db: args.value("--db")?.map(PathBuf::from),
        };
        args.finish()?;
        if !options.demo && (options.lang.is_some() || options.country.is_some()) {
            bail!("--lang and --country choose the demo salon: add --demo (a real salon asks in its first steps)");
        }
        Ok(options)
    }
}

/// Installs what is missing, builds, opens the app.
pub fn run(place: &Place, options: &Options) -> Result<()> {
    if options.install {
        setup::install(Purpose::Build)?;
    }
    npm::install(&place.at("ui"))?;
    println!("Building the user interface");
    shell::run(shell::program("npm").args(["run", "--silent", "build"]).current_dir(place.at("ui")))?;
    println!("Building the program (the first time takes several minutes)");
    let build = build(place, options)?;
    let cli = program(&build, "adelante-cli")?;
    let db = database(place, options, &cli)?;
    if options.browser {
        let db = db.map_or_else(usual_salon, Ok)?;
        return serve(place, &cli, &db);
    }
    if cfg!(target_os = "linux")
        && std::env::var_os("DISPLAY").is_none()
        && std::env::var_os("WAYLAND_DISPLAY").is_none()
    {
        bail!("there is no display to open a window on: add --browser");
    }
    let mut app = Command::new(program(&build, "adelante")?);
    if let Some(db) = db {
        app.env("ADELANTE_DB", db);
    }
    shell::run(&mut app)
}

fn build(place: &Place, options: &Options) -> Result<Build> {
    let profile = if options.quick { "ci" } else { "release" };
    let mut words = vec!["--profile", profile, "--package", "adelante-cli"];
    if !options.browser {
        words.extend(["--package", "adelante", "--features", "adelante/custom-protocol"]);
    }
    let build = artifacts::build_programs(place, &words)?;
    if !build.complete {
        bail!("the program did not compile; what is wrong stands above");
    }
    Ok(build)
}

fn program(build: &Build, package: &str) -> Result<PathBuf> {
    let found = build.program(package).with_context(|| format!("the package {package} has no program"))?;
    Ok(found.file.clone())
}

/// The file to open: the one named, else a demo salon (made if it is not there), else the
/// app's own.
fn database(place: &Place, options: &Options, cli: &Path) -> Result<Option<PathBuf>> {
    if !options.demo {
        return Ok(options.db.clone());
    }
    let lang = options.lang.as_deref().unwrap_or("ru");
    let country = options.country.as_deref().unwrap_or("KZ");
    let file = options.db.clone().unwrap_or_else(|| place.cache.join(format!("demo/{lang}-{country}/salon.db")));
    let folder = file.parent().context("the demo file has no folder")?;
    if options.fresh && options.db.is_none() && folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    if !file.exists() {
        fs::create_dir_all(folder)?;
        println!("Making a demo salon in {}", file.display());
        let mut demo = Command::new(cli);
        demo.arg("demo").arg("--db").arg(&file).args(["--lang", lang, "--country", country]);
        shell::run(&mut demo)?;
    }
    Ok(Some(file))
}

/// Serves the app on localhost; the program prints the address with its one-time token.
fn serve(place: &Place, cli: &Path, db: &Path) -> Result<()> {
    if let Some(folder) = db.parent() {
        fs::create_dir_all(folder)?;
    }
    println!("Serving {}. Ctrl+C ends it.", db.display());
    let mut serve = Command::new(cli);
    serve.arg("serve").arg("--db").arg(db).arg("--ui").arg(place.at("ui/dist"));
    shell::run(&mut serve)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Options> {
        Options::read(&mut Args::new(text.split_whitespace().map(str::to_owned)))
    }

    #[test]
    fn a_language_without_a_demo_salon_is_refused_with_what_to_do() {
        assert!(read("--lang kk").err().unwrap().to_string().contains("--demo"));
        assert_eq!(read("--demo --lang kk").unwrap().lang.as_deref(), Some("kk"));
        assert!(read("--dmeo").is_err());
    }
}
