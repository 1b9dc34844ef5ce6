//! Words that may not stand in sources: promises, tests that do not run, places on somebody's
//! machine, floats near money.

use super::tree::{File, Tree};

/// Where the rules themselves are written down.
const RULES: &str = "xtask/src/";

/// A word, whether its case matters, and why it may not stand there.
const BANNED: &[(&str, bool, &str)] = &[
    ("TODO", true, "do it, or write an issue"),
    ("FIXME", true, "do it, or write an issue"),
    ("XXX", true, "do it, or write an issue"),
    ("for now", false, "say what is, not what will be"),
    ("#[ignore", true, "a test that does not run is not a test"),
    ("todo!(", true, "not done"),
    ("unimplemented!(", true, "not done"),
    ("test.only(", true, "the others would not run"),
    ("it.only(", true, "the others would not run"),
    ("describe.only(", true, "the others would not run"),
    ("test.skip(", true, "a test that does not run is not a test"),
    ("it.skip(", true, "a test that does not run is not a test"),
    ("describe.skip(", true, "a test that does not run is not a test"),
    ("test.fixme(", true, "a test that does not run is not a test"),
    ("waitForTimeout(", true, "wait for what you mean"),
    ("@ts-ignore", true, "say the type"),
];

/// Folders that exist on one machine only.
const MACHINE: &[&str] = &["/root/", "/work/"];

/// Finds banned words and machine paths.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.0.iter().filter(|file| !file.path.starts_with(RULES)) {
        let is_source = ["rs", "ts", "js", "mjs", "svelte", "sql", "css", "sh"].contains(&file.kind());
        let is_text = is_source || ["md", "toml", "json", "html"].contains(&file.kind());
        for (index, line) in file.text.lines().enumerate() {
            let number = index + 1;
            if is_source && let Some((word, _, why)) = BANNED.iter().find(|(word, case, _)| says(line, word, *case)) {
                found.push(format!("{}:{number}: `{word}`: {why}", file.path));
            }
            if is_text && let Some(path) = MACHINE.iter().find(|path| starts_path(line, path)) {
                found.push(format!("{}:{number}: `{path}` exists on one machine only", file.path));
            }
        }
    }
    found
}

/// Whether the line has the word, and not only a part of a longer one.
fn says(line: &str, word: &str, case: bool) -> bool {
    let line = if case { line.to_owned() } else { line.to_lowercase() };
    let letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let open = word.ends_with(letter);
    line.match_indices(word).any(|(at, _)| {
        let longer = line[..at].ends_with(letter) || (open && line[at + word.len()..].starts_with(letter));
        !longer
    })
}

/// Whether an absolute path begins so (and not only `a/work/b`).
fn starts_path(line: &str, path: &str) -> bool {
    line.match_indices(path)
        .any(|(at, _)| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || ".-_}~)".contains(letter)))
}

/// Crates where every number is exact.
const EXACT: &[&str] = &["crates/base/", "crates/domain/", "crates/store/", "crates/engine/"];

/// Finds floats where money, quantities and times are. The one exception reads spreadsheet
/// cells, which are floats by nature, and turns them into exact numbers.
pub fn check_floats(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    let is_exact = |file: &&File| {
        EXACT.iter().any(|folder| file.path.starts_with(folder)) && !file.is_test() && !file.path.ends_with("/cell.rs")
    };
    for file in tree.below("crates/", &["rs"]).filter(is_exact) {
        for (number, line) in file.lines() {
            if says(line, "f64", true) || says(line, "f32", true) {
                found.push(format!("{}:{number}: a float: use Money, Quantity or Decimal", file.path));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn promises_and_tests_that_do_not_run_are_found() {
        assert_eq!(complaints("crates/a/src/b.rs", "// TODO: later"), 1);
        assert_eq!(complaints("crates/a/src/b.rs", "// For now only one"), 1);
        assert_eq!(complaints("crates/a/tests/b.rs", "#[ignore = \"slow\"]"), 1);
        assert_eq!(complaints("tests/e2e/a.spec.ts", "test.only('x', run)"), 1);
        assert_eq!(complaints("ui/src/a.test.ts", "describe.skip('x', run)"), 1);
        assert_eq!(complaints("crates/a/src/b.rs", "let is_todo = METODO; // before now"), 0);
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        assert_eq!(complaints("crates/a/src/b.rs", "open(\"/root/x\")"), 1);
        assert_eq!(complaints("README.md", "see /work/salon"), 1);
        assert_eq!(complaints("README.md", "see docs/work/list"), 0);
    }

    #[test]
    fn a_float_near_money_is_found_and_one_in_a_comment_is_not() {
        let floats = |path: &str, text: &str| check_floats(&Tree::of(&[(path, text)])).len();
        assert_eq!(floats("crates/domain/src/price.rs", "let x: f64 = 1.0;"), 1);
        assert_eq!(floats("crates/domain/src/price.rs", "// never f64"), 0);
        assert_eq!(floats("crates/documents/src/page.rs", "let x: f32 = 1.0;"), 0);
        assert_eq!(floats("crates/domain/src/client_import/cell.rs", "let x: f64 = 1.0;"), 0);
    }
}
