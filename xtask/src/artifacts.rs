//! The one build that everything is tested with, and the programs that came out of it.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::place::Place;
use crate::shell;

/// What kind of program a build made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A program for people.
    Program,
    /// A test binary.
    Test,
    /// A bench (only compiled, never run by the tests).
    Bench,
    /// An example.
    Example,
}

/// A program that a build made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Cargo's package name.
    pub package: String,
    /// The target's name within the package.
    pub target: String,
    /// What it is.
    pub kind: Kind,
    /// The package's folder.
    pub folder: PathBuf,
    /// The file.
    pub file: PathBuf,
}

/// All programs of a build.
pub struct Build {
    /// False when some of it did not compile.
    pub complete: bool,
    /// What did.
    pub artifacts: Vec<Artifact>,
}

impl Build {
    /// The program of a package, where it has one.
    pub fn program(&self, package: &str) -> Option<&Artifact> {
        self.artifacts.iter().find(|one| one.kind == Kind::Program && one.package == package)
    }
}

/// Names of the workspace's packages.
pub fn members(place: &Place) -> Result<Vec<String>> {
    let mut metadata = place.cargo();
    let text = shell::capture(metadata.args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let json: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
    let packages = json["packages"].as_array().cloned().unwrap_or_default();
    Ok(packages.iter().filter_map(|package| package["name"].as_str().map(str::to_owned)).collect())
}

/// `cargo <words>` over the whole workspace in the profile `ci`, always with the same
/// features, so that every step shares one build.
pub fn workspace_cargo(place: &Place, words: &[&str]) -> Result<std::process::Command> {
    let members = members(place)?;
    place.claim_target(&members)?;
    let mut command = place.cargo();
    command.args(words).args(["--profile", "ci", "--workspace", "--all-targets", "--locked"]);
    if members.iter().any(|name| name == "adelante") {
        command.args(["--features", "adelante/custom-protocol"]);
    }
    if !std::io::stderr().is_terminal() {
        command.arg("--quiet");
    }
    Ok(command)
}

/// Builds the workspace once: programs, tests, benches, examples.
pub fn build_all(place: &Place) -> Result<Build> {
    let mut command = workspace_cargo(place, &["build", "--keep-going"])?;
    collect(command.arg("--message-format=json-render-diagnostics"))
}

/// Builds the programs of some packages and returns them.
pub fn build_programs(place: &Place, words: &[&str]) -> Result<Build> {
    place.claim_target(&members(place)?)?;
    let mut command = place.cargo();
    collect(command.arg("build").args(words).arg("--message-format=json-render-diagnostics"))
}

fn collect(command: &mut std::process::Command) -> Result<Build> {
    let out = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", shell::line(command)))?;
    let text = String::from_utf8_lossy(&out.stdout);
    Ok(Build { complete: out.status.success(), artifacts: text.lines().filter_map(artifact).collect() })
}

/// Reads one line of cargo's JSON; nothing if it is not about a program.
fn artifact(line: &str) -> Option<Artifact> {
    let json: Value = serde_json::from_str(line).ok()?;
    let file = PathBuf::from(json["executable"].as_str()?);
    let manifest = PathBuf::from(json["manifest_path"].as_str()?);
    let is = |kind: &str| json["target"]["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind));
    let kind = if is("custom-build") {
        return None;
    } else if is("bench") {
        Kind::Bench
    } else if json["profile"]["test"] == true {
        Kind::Test
    } else if is("example") {
        Kind::Example
    } else {
        Kind::Program
    };
    Some(Artifact {
        package: package_name(json["package_id"].as_str()?),
        target: json["target"]["name"].as_str()?.to_owned(),
        kind,
        folder: manifest.parent()?.to_owned(),
        file,
    })
}

/// The name in a package id: `path+file:///x/crates/base#adelante-base@0.1.0`, or
/// `path+file:///x/xtask#0.1.0` where the folder has the package's name.
fn package_name(id: &str) -> String {
    let (url, fragment) = id.split_once('#').unwrap_or((id, ""));
    match fragment.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None => url.rsplit('/').next().unwrap_or(url).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_name_is_read_from_both_forms_of_an_id() {
        assert_eq!(package_name("path+file:///a/crates/base#adelante-base@0.1.0"), "adelante-base");
        assert_eq!(package_name("path+file:///a/xtask#0.1.0"), "xtask");
    }

    #[test]
    fn a_test_binary_is_told_from_a_program_and_a_library_is_neither() {
        let line = |test: &str, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","package_id":"path+file:///a/x#y@1.0.0","manifest_path":"/a/x/Cargo.toml",
                "target":{{"kind":["bin"],"name":"y"}},"profile":{{"test":{test}}},"executable":{executable}}}"#
            )
        };
        assert_eq!(artifact(&line("true", "\"/t/y-1\"")).unwrap().kind, Kind::Test);
        assert_eq!(artifact(&line("false", "\"/t/y\"")).unwrap().kind, Kind::Program);
        assert_eq!(artifact(&line("false", "null")), None);
        assert_eq!(artifact("not json"), None);
    }
}
