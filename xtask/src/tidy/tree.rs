//! The repository's hand-written files, read once for all checks.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::place::read_text;

/// A text file.
#[derive(Debug, Clone)]
pub struct File {
    /// Path from the root, with `/`.
    pub path: String,
    /// Its text with unix line ends.
    pub text: String,
}

/// All text files.
pub struct Tree(pub Vec<File>);

/// Folders that are made, not written.
const MADE: &[&str] =
    &[".git", "node_modules", "target", "dist", "gen", "paraglide", "output", "test-results", "fonts"];
/// What we look into.
const KINDS: &[&str] =
    &["rs", "ts", "js", "mjs", "svelte", "sql", "css", "html", "json", "toml", "lock", "md", "txt", "sh", "npmrc"];

impl Tree {
    /// Reads the files below `root`.
    pub fn read(root: &Path) -> Result<Self> {
        let mut files = Vec::new();
        walk(root, root, &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self(files))
    }

    /// Files with this ending, below this folder.
    pub fn below<'a>(&'a self, folder: &'a str, kinds: &'a [&str]) -> impl Iterator<Item = &'a File> {
        self.0.iter().filter(move |file| file.path.starts_with(folder) && kinds.contains(&file.kind()))
    }

    /// One file by its path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.0.iter().find(|file| file.path == path)
    }

    /// A tree for tests of checks.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self(files.iter().map(file).collect())
    }
}

impl File {
    /// What comes after the last dot.
    pub fn kind(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or("")
    }

    /// The folder it is in, without a slash at the end.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether it holds only tests.
    pub fn is_test(&self) -> bool {
        let inside = |folder: &str| self.path.starts_with(&folder[1..]) || self.path.contains(folder);
        inside("/tests/")
            || inside("/testkit/")
            || ["/tests.rs", "_tests.rs", ".test.ts", ".spec.ts"].iter().any(|end| self.path.ends_with(end))
    }

    /// The text without the unit tests below the code (Rust).
    pub fn code(&self) -> &str {
        let end = ["\n#[cfg(test)]\nmod ", "\n#[cfg(all(test, unix))]\nmod "]
            .iter()
            .filter_map(|start| self.text.find(start))
            .min();
        &self.text[..end.unwrap_or(self.text.len())]
    }

    /// Numbered lines of [`Self::code`] without comments, for files of Rust, TypeScript, SQL.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mark = if self.kind() == "sql" { "--" } else { "//" };
        self.code().lines().enumerate().map(move |(index, line)| (index + 1, before(line, mark)))
    }
}

/// What stands before a comment; `//` in `https://` is not one.
fn before<'a>(line: &'a str, mark: &str) -> &'a str {
    let starts = line.match_indices(mark).map(|(at, _)| at);
    let comment = starts.into_iter().find(|at| !line[..*at].ends_with(':'));
    &line[..comment.unwrap_or(line.len())]
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            if !MADE.contains(&name.as_str()) {
                walk(root, &path, files)?;
            }
        } else if name.rsplit('.').next().is_some_and(|kind| KINDS.contains(&kind)) {
            let below = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.push(File { path: below, text: read_text(&path)? });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_tests_are_set_apart() {
        let tree =
            Tree::of(&[("crates/a/src/b.rs", "let x = 1; // f64\nlet u = \"https://a\";\n#[cfg(test)]\nmod tests {}")]);
        let lines: Vec<_> = tree.0[0].lines().collect();
        assert_eq!(lines, [(1, "let x = 1; "), (2, "let u = \"https://a\";")]);
    }

    #[test]
    fn test_files_are_known_by_where_they_are() {
        let is = |path: &str| Tree::of(&[(path, "")]).0[0].is_test();
        assert!(is("tests/it/sale.rs") && is("crates/store/tests/rows.rs") && is("ui/src/core/money.test.ts"));
        assert!(!is("crates/store/src/open.rs"));
    }
}
