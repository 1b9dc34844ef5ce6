//! `cargo xtask`: everything a person types. It prepares the machine, builds, runs, tests and
//! checks the house rules.
//!
//! It must not depend on the workspace's own crates: it has to work when they do not compile.
//! Begin reading with [`run`] and [`test`] (the two commands), then [`tidy`] (the house rules).
#![expect(clippy::print_stdout, reason = "a command line tool speaks on stdout")]

mod args;
mod artifacts;
mod codegen;
mod npm;
mod place;
mod run;
mod setup;
mod shell;
mod test;
mod tidy;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
Adelante: what a person types.

  cargo xtask run                 install what is missing, build, open the app
      --demo                      ... on a demo salon
      --browser                   ... in the browser, on localhost (no window needed)
      --lang ru|uk|kk|en          language of the demo salon
      --country KZ|RU|UA|...      country of the demo salon
      --db FILE                   open this file
      --fresh                     make the demo salon anew
      --quick                     build in a minute or two instead of for speed
      --no-install                never ask the system for packages
  cargo xtask test [STAGE...]     install what is missing, check and test everything, or only
                                  these stages: tidy ui build rust browser desktop kill
      --no-install                never ask the system for packages
  cargo xtask tidy [--write]      the house rules; --write records new migrations
  cargo xtask codegen             write the TypeScript contract
  cargo xtask setup               only install what is missing
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that was typed; false when it did its work and found something wrong.
fn dispatch() -> Result<bool> {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let mut args = args::Args::new(words);
    let place = place::Place::find()?;
    match command.as_str() {
        "run" => run::run(&place, &run::Options::read(&mut args)?).map(|()| true),
        "test" => test::test(&place, &test::Options::read(&mut args)?),
        "tidy" => {
            let write = args.flag("--write");
            args.finish()?;
            tidy::tidy(&place, write)
        }
        "codegen" => {
            args.finish()?;
            codegen::write(&place).map(|()| true)
        }
        "setup" => {
            args.finish()?;
            setup::install(setup::Purpose::Test)?;
            npm::install_all(&place).map(|()| true)
        }
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(true)
        }
        other => bail!("there is no command '{other}'; `cargo xtask help` lists them"),
    }
}
