//! Lock files name versions and checksums, not the mirror of whoever made them.

use super::tree::Tree;

const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Finds addresses in lock files.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in &tree.0 {
        let name = file.path.rsplit('/').next().unwrap_or("");
        for (index, line) in file.text.lines().enumerate() {
            let bad = match name {
                "package-lock.json" => line.trim_start().starts_with("\"resolved\": \"http"),
                "Cargo.lock" => line.starts_with("source = ") && !line.contains(CRATES),
                ".npmrc" => line.contains("registry="),
                _ => false,
            };
            if bad {
                found.push(format!("{}:{}: an address of a registry", file.path, index + 1));
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_a_lock_file_is_found() {
        let npm = |line: &str| check(&Tree::of(&[("ui/package-lock.json", line)])).len();
        assert_eq!(npm("      \"resolved\": \"https://mirror.example/a.tgz\","), 1);
        assert_eq!(npm("      \"integrity\": \"sha512-x\","), 0);
        let cargo = |line: &str| check(&Tree::of(&[("Cargo.lock", line)])).len();
        assert_eq!(cargo("source = \"registry+https://mirror.example/index\""), 1);
        assert_eq!(cargo(&format!("source = \"{CRATES}\"")), 0);
    }
}
