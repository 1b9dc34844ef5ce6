//! `cargo xtask tidy`: the house rules that a program can check. A rule that matters is a
//! failing check, not a paragraph; each has a test that shows it fail on a bad sample.

mod arrows;
mod contract;
mod glossary;
mod headers;
mod licences;
mod locks;
mod messages;
mod migrations;
mod sizes;
mod sql;
mod tree;
mod ui;
mod words;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::place::Place;
use crate::{codegen, shell};
use tree::Tree;

/// One rule: its name, and what finds the places that break it.
type Check = (&'static str, fn(&Tree) -> Vec<String>);

/// Checks that look at the files only.
const CHECKS: &[Check] = &[
    ("file sizes", sizes::check),
    ("SQL", sql::check),
    ("migrations", migrations::check),
    ("messages in all languages", messages::check),
    ("error codes have messages", contract::check),
    ("the UI's one door", ui::check),
    ("crate headers", headers::check),
    ("glossary", glossary::check),
    ("words that may not be in sources", words::check),
    ("no floats near money", words::check_floats),
    ("lock files", locks::check),
];

/// Where salons run it. Libraries for other systems are neither fetched nor judged.
pub const SYSTEMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"];

/// Checks everything and says what is wrong; with `write`, records new migrations first.
pub fn tidy(place: &Place, write: bool) -> Result<bool> {
    if write {
        migrations::write(place)?;
    }
    let mut complaints = complaints(place)?;
    complaints.extend(codegen::check(place)?);
    for complaint in &complaints {
        println!("{complaint}");
    }
    println!("tidy: {} to put right", complaints.len());
    Ok(complaints.is_empty())
}

/// All complaints but those about generated files, which need a build.
pub fn complaints(place: &Place) -> Result<Vec<String>> {
    let tree = Tree::read(&place.root)?;
    let mut found = Vec::new();
    for (rule, check) in CHECKS {
        found.extend(check(&tree).into_iter().map(|complaint| format!("{rule}: {complaint}")));
    }
    let own = metadata(place, &["--no-deps"])?;
    found.extend(arrows::check(&own).into_iter().map(|complaint| format!("crate arrows: {complaint}")));
    let shipped = SYSTEMS.map(|system| format!("--filter-platform={system}"));
    let all = metadata(place, &[&shipped[0], &shipped[1]])?;
    found.extend(licences::check(&all).into_iter().map(|complaint| format!("licences: {complaint}")));
    Ok(found)
}

fn metadata(place: &Place, words: &[&str]) -> Result<Value> {
    let mut cargo = place.cargo();
    cargo.args(["metadata", "--quiet", "--format-version", "1"]).args(words);
    serde_json::from_str(&shell::capture(&mut cargo)?).context("cargo metadata is not JSON")
}
