//! A file is small enough to be read in one go.

use super::tree::{File, Tree};

/// Lines that a hand-written file may have, without its tests.
const MOST: usize = 600;
/// Lines that a UI component should have, and may have.
const COMPONENT: usize = 250;
const COMPONENT_MOST: usize = 300;
/// Components that are longer. This list may only become shorter.
const LONG_COMPONENTS: &[&str] = &[];

/// Finds the files that are too long.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.below("", &["rs", "ts", "js", "mjs", "svelte", "sql", "css"]) {
        if file.is_test() || file.path.contains("/generated/") {
            continue;
        }
        let (lines, most) = (file.code().lines().count(), most(file));
        if lines > most {
            found.push(format!("{} has {lines} lines; at most {most}: split it by purpose", file.path));
        } else if file.kind() == "svelte" && lines > COMPONENT {
            println!("note: {} has {lines} lines; a component reads well up to {COMPONENT}", file.path);
        }
    }
    found
}

fn most(file: &File) -> usize {
    let short = file.kind() == "svelte" && !LONG_COMPONENTS.contains(&file.path.as_str());
    if short { COMPONENT_MOST } else { MOST }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, lines: usize) -> usize {
        check(&Tree::of(&[(path, &"x\n".repeat(lines))])).len()
    }

    #[test]
    fn long_files_are_found_and_tests_and_generated_code_are_not_counted() {
        assert_eq!(complaints("crates/a/src/b.rs", 601), 1);
        assert_eq!(complaints("crates/a/src/b.rs", 600), 0);
        assert_eq!(complaints("ui/src/kit/Table.svelte", 301), 1);
        assert_eq!(complaints("ui/src/kit/Table.svelte", 300), 0);
        assert_eq!(complaints("ui/src/api/generated/wire.ts", 5000), 0);
        assert_eq!(complaints("crates/a/tests/b.rs", 5000), 0);
        let tested = format!("code\n#[cfg(test)]\nmod tests {{\n{}}}", "x\n".repeat(900));
        assert_eq!(check(&Tree::of(&[("crates/a/src/b.rs", &tested)])), [""; 0]);
    }
}
