//! `adelante`: the engine on the command line, for scripts, support and tests.
//!
//! Begin with [`arguments`] (what can be typed), then [`run`]: each command opens the salon as
//! a desk ([`adelante_host::Desk`]), does one thing and ends. The exit code is 0 only if it was
//! done; an error is one sentence on stderr.
//!
//! This crate must not know: rules, SQL, how anything is stored. It composes host and bridge.

mod arguments;
mod call;
mod clients;
mod demo;
mod keeping;
mod open;
mod output;
mod receipt;
mod sentence;
mod serve;

use std::process::ExitCode;

use adelante_wire::CommandError;
use clap::Parser;

use crate::arguments::{Arguments, Command, Export, Import};
use crate::output::Output;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = Output::new(arguments.json);
    match run(arguments.command, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            match error.downcast_ref::<CommandError>() {
                Some(refusal) => output.refused(refusal),
                None => output.failed(&error),
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command, output: &Output) -> anyhow::Result<()> {
    match command {
        Command::Demo(wanted) => demo::run(&wanted, output),
        Command::Import(Import::Clients(wanted)) => clients::import(&wanted, output),
        Command::Export(Export::Clients(wanted)) => clients::export(&wanted, output),
        Command::Call(wanted) => call::run(&wanted, output),
        Command::Commands => call::list(output),
        Command::Receipt(wanted) => receipt::run(&wanted, output),
        Command::Verify(salon) => keeping::verify(&salon, output),
        Command::Backup(wanted) => keeping::backup(&wanted, output),
        Command::Restore(wanted) => keeping::restore(&wanted, output),
        Command::Serve(wanted) => serve::run(&wanted, output),
    }
}
