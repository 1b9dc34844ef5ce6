//! Migrations are numbered without gaps and never change once they are recorded.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Result, bail};

use super::tree::{File, Tree};
use crate::npm::fingerprint;
use crate::place::Place;

const FOLDER: &str = "migrations/local/";
/// `SHA-256  file name`, one line per migration. Lines are added by `tidy --write` and never
/// edited after a release that carries the migration.
const RECORD: &str = "migrations/local/checksums.txt";

/// Finds gaps, changed migrations, and those that are not recorded yet.
pub fn check(tree: &Tree) -> Vec<String> {
    let record = recorded(tree);
    let mut found = Vec::new();
    for (index, file) in migrations(tree).enumerate() {
        let name = name(file);
        if !name.starts_with(&format!("V{:04}__", index + 1)) {
            found.push(format!("{name}: the number {} is expected here: no gaps, no doubles", index + 1));
        }
        match record.get(name) {
            None => found.push(format!("{name} is not recorded: run `cargo xtask tidy --write`")),
            Some(sum) if *sum != fingerprint(file.text.as_bytes()) => found.push(format!(
                "{name} was changed after it was recorded: salons have run it; write a new migration instead"
            )),
            Some(_) => {}
        }
    }
    let lost = record.keys().filter(|known| !migrations(tree).any(|file| name(file) == **known));
    found.extend(lost.map(|known| format!("{known} is recorded and gone")));
    found
}

/// Adds new migrations to the record; refuses if a recorded one was changed.
pub fn write(place: &Place) -> Result<()> {
    let tree = Tree::read(&place.root)?;
    let record = recorded(&tree);
    let mut lines = String::new();
    for file in migrations(&tree) {
        let sum = fingerprint(file.text.as_bytes());
        if record.get(name(file)).is_some_and(|known| *known != sum) {
            bail!(
                "{} was changed after it was recorded; before its first release take its line out of {RECORD}",
                name(file)
            );
        }
        lines.push_str(&format!("{sum}  {}\n", name(file)));
    }
    fs::write(place.at(RECORD), lines)?;
    println!("{RECORD} is written");
    Ok(())
}

fn migrations(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.below(FOLDER, &["sql"])
}

fn name(file: &File) -> &str {
    &file.path[FOLDER.len()..]
}

/// File name to checksum.
fn recorded(tree: &Tree) -> BTreeMap<&str, &str> {
    let text = tree.file(RECORD).map_or("", |file| file.text.as_str());
    text.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name, sum)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: (&str, &str) = ("migrations/local/V0001__start.sql", "create table a (id text)");

    fn record(text: &str) -> String {
        format!("{}  V0001__start.sql\n", fingerprint(text.as_bytes()))
    }

    #[test]
    fn a_changed_or_lost_or_unrecorded_migration_is_found() {
        assert_eq!(check(&Tree::of(&[ONE, (RECORD, &record(ONE.1))])), [""; 0]);
        assert_eq!(check(&Tree::of(&[ONE, (RECORD, &record("other"))])).len(), 1);
        assert_eq!(check(&Tree::of(&[ONE])).len(), 1);
        assert_eq!(check(&Tree::of(&[(RECORD, &record(ONE.1))])).len(), 1);
    }

    #[test]
    fn a_gap_is_found() {
        let third = ("migrations/local/V0003__more.sql", "");
        let complaints = check(&Tree::of(&[ONE, third, (RECORD, &record(ONE.1))]));
        assert!(complaints.iter().any(|text| text.contains("the number 2")), "{complaints:?}");
    }
}
