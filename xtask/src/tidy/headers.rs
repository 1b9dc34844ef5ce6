//! Each crate says at its top what it is, what it must not know, and where to begin.

use super::tree::{File, Tree};

/// Lines of `//!` that a crate begins with, at least.
const LEAST: usize = 5;

/// Finds crates without a header.
pub fn check(tree: &Tree) -> Vec<String> {
    let is_root = |file: &&File| {
        let crate_ = file.path.strip_prefix("crates/").and_then(|path| path.split_once('/'));
        matches!(crate_, Some((_, "src/lib.rs"))) || file.path == "src-tauri/src/lib.rs"
    };
    let mut found = Vec::new();
    for file in tree.below("", &["rs"]).filter(is_root) {
        let lines = file.text.lines().take_while(|line| line.starts_with("//!")).count();
        if lines < LEAST {
            found.push(format!("{} begins with {lines} lines of //!; at least {LEAST}", file.path));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_without_a_header_is_found() {
        assert_eq!(check(&Tree::of(&[("crates/a/src/lib.rs", "//! One line.\npub mod b;")])).len(), 1);
        assert_eq!(check(&Tree::of(&[("crates/a/src/lib.rs", &"//! x\n".repeat(5))])), [""; 0]);
        assert_eq!(check(&Tree::of(&[("crates/a/src/b/lib.rs", "")])), [""; 0]);
    }
}
