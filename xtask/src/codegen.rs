//! The TypeScript contract: printed by an example of `adelante-wire`, kept in the repository,
//! checked for freshness.

use std::fs;

use anyhow::{Context, Result};

use crate::artifacts::{Build, Kind};
use crate::place::{Place, read_text};
use crate::shell;

/// Where the user interface reads it.
pub const FILE: &str = "ui/src/api/generated/wire.ts";

/// Writes the contract.
pub fn write(place: &Place) -> Result<()> {
    let text = print(place)?;
    let file = place.at(FILE);
    fs::create_dir_all(file.parent().context("the file has no folder")?)?;
    fs::write(&file, text).with_context(|| format!("cannot write {FILE}"))?;
    println!("{FILE} is written");
    Ok(())
}

/// Complains if the committed file is not what the code says, building what it needs.
pub fn check(place: &Place) -> Result<Vec<String>> {
    compare(place, &print(place)?)
}

/// The same check with the example of a build that is already there.
pub fn check_built(place: &Place, build: &Build) -> Result<Vec<String>> {
    let example = build.artifacts.iter().find(|one| one.kind == Kind::Example && one.target == "typescript");
    match example {
        Some(example) => compare(place, &shell::capture(&mut std::process::Command::new(&example.file))?),
        None => Ok(vec!["adelante-wire has no example `typescript`".to_owned()]),
    }
}

fn print(place: &Place) -> Result<String> {
    let mut command = place.cargo();
    command.args(["run", "--quiet", "--profile", "ci", "--package", "adelante-wire", "--example", "typescript"]);
    shell::capture(&mut command)
}

fn compare(place: &Place, fresh: &str) -> Result<Vec<String>> {
    let committed = read_text(&place.at(FILE)).unwrap_or_default();
    Ok(difference(&committed, fresh).into_iter().collect())
}

fn difference(committed: &str, fresh: &str) -> Option<String> {
    (committed != fresh.replace("\r\n", "\n"))
        .then(|| format!("{FILE} is not what crates/wire says: run `cargo xtask codegen`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_seen_and_line_ends_do_not_matter() {
        assert!(difference("type A = 1;\n", "type A = 2;\n").is_some());
        assert_eq!(difference("a\nb\n", "a\r\nb\r\n"), None);
    }
}
