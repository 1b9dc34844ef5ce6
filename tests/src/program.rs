//! Where the programs under test are.

use std::path::PathBuf;
use std::process::Command;

/// The command line program: where `ADELANTE_CLI` says (`cargo xtask test` does), else beside
/// the tests in cargo's folder, where `cargo build -p adelante-cli` in the same profile puts it.
#[must_use]
pub fn path() -> PathBuf {
    if let Some(named) = std::env::var_os("ADELANTE_CLI") {
        return PathBuf::from(named);
    }
    let name = format!("adelante{}", std::env::consts::EXE_SUFFIX);
    let beside =
        std::env::current_exe().unwrap().parent().and_then(|deps| deps.parent()).map(|folder| folder.join(name));
    let found = beside.filter(|file| file.is_file());
    found.expect("the command line program is not built: run `cargo xtask test rust`, or `cargo build -p adelante-cli` in the tests' profile")
}

/// The command line program, ready to be given words. It sees no display, no bus and no
/// keychain of the person who runs the tests.
#[must_use]
pub fn command() -> Command {
    let mut command = Command::new(path());
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("ADELANTE_UI");
    command
}

/// A file of `tests/fixtures`. Looked for when the test runs: two clones may share one build.
#[must_use]
pub fn fixture(name: &str) -> PathBuf {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("tests"), PathBuf::from);
    folder.join("fixtures").join(name)
}
