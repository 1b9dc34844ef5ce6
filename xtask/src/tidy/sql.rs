//! SQL lives in the store, names its columns, is used, and never slips past the triggers.

use super::tree::{File, Tree};

/// Finds SQL that breaks the rules.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut found = unused(tree);
    for file in tree.below("", &["sql", "rs"]).filter(|file| !file.path.starts_with("xtask/src/tidy/")) {
        for (number, line) in file.lines() {
            let words = line.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if words.contains("select *") {
                found.push(format!("{}:{number}: `select *`: name the columns", file.path));
            }
            if words.contains("or replace") || words.contains("or ignore") {
                let why = "it slips past the change log's triggers: use ON CONFLICT ... DO UPDATE";
                found.push(format!("{}:{number}: OR REPLACE / OR IGNORE: {why}", file.path));
            }
        }
    }
    found
}

/// Files of SQL in the store that no module includes.
fn unused(tree: &Tree) -> Vec<String> {
    let included: Vec<String> = tree.below("crates/store/", &["rs"]).flat_map(mentioned).collect();
    tree.below("crates/store/src/", &["sql"])
        .filter(|file| !included.contains(&file.path))
        .map(|file| format!("{} is used by no module", file.path))
        .collect()
}

/// Paths of `.sql` files that a module names in a literal, from the root.
fn mentioned(file: &File) -> Vec<String> {
    let literals = file.text.split('"').skip(1);
    literals.filter(|text| text.ends_with(".sql")).map(|text| join(file.folder(), text)).collect()
}

/// `a/b` and `../c.sql` make `a/c.sql`.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn sql_that_nobody_includes_is_found() {
        let sql = ("crates/store/src/client/get.sql", "select id from client");
        assert_eq!(check(&Tree::of(&[sql])).len(), 1);
        let module = ("crates/store/src/client/mod.rs", "const GET: &str = include_str!(\"get.sql\");");
        assert_eq!(check(&Tree::of(&[sql, module])), [""; 0]);
        let elsewhere = ("crates/store/src/staff/mod.rs", "const GET: &str = include_str!(\"get.sql\");");
        assert_eq!(check(&Tree::of(&[sql, elsewhere])).len(), 1);
        let up = ("crates/store/src/staff/mod.rs", "include_str!(\"../client/get.sql\")");
        assert_eq!(check(&Tree::of(&[sql, up])), [""; 0]);
    }

    #[test]
    fn stars_and_silent_replacing_are_found_in_sql_and_in_rust() {
        assert_eq!(complaints("migrations/local/V0001__a.sql", "SELECT  * from client"), 1);
        assert_eq!(complaints("crates/engine/src/a.rs", "\"insert or ignore into client\""), 1);
        assert_eq!(complaints("crates/store/src/a.rs", "\"INSERT OR REPLACE INTO client\""), 1);
        assert_eq!(complaints("crates/store/src/a.rs", "// never OR REPLACE"), 0);
        assert_eq!(complaints("migrations/local/V0001__a.sql", "select count(*) from client"), 0);
    }
}
