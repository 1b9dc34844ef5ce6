//! Licences of everything that is compiled in. `deny.toml` says the same to cargo-deny; this
//! check needs nothing installed.

use serde_json::Value;

/// What we may ship (SPDX).
const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "ISC",
    "Zlib",
    "BSL-1.0",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "MPL-2.0",
    "OFL-1.1",
    "CDLA-Permissive-2.0",
    "NCSA",
    "bzip2-1.0.6",
    "OpenSSL",
    "blessing",
    "WTFPL",
];

/// Compares every third-party package with the list.
pub fn check(metadata: &Value) -> Vec<String> {
    let used: Vec<&str> =
        metadata["resolve"]["nodes"].as_array().into_iter().flatten().filter_map(|node| node["id"].as_str()).collect();
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let ours = package["source"].is_null();
        let left_out = package["id"].as_str().is_some_and(|id| !used.contains(&id));
        if ours || left_out {
            continue;
        }
        let name = package["name"].as_str().unwrap_or("?");
        match package["license"].as_str() {
            None => found.push(format!("{name} does not say its licence")),
            Some(licence) if !is_allowed(licence) => found.push(format!("{name} is under {licence}")),
            Some(_) => {}
        }
    }
    found
}

/// Whether an SPDX expression leaves us a way that is on the list.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    any_of(&words, &mut at) && at == words.len()
}

/// `a OR b OR c`
fn any_of(words: &[&str], at: &mut usize) -> bool {
    let mut fine = all_of(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fine |= all_of(words, at);
    }
    fine
}

/// `a AND b AND c`
fn all_of(words: &[&str], at: &mut usize) -> bool {
    let mut fine = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fine &= one(words, at);
    }
    fine
}

/// `( ... )`, `a`, or `a WITH exception` (an exception only ever allows more).
fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let fine = any_of(words, at);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return fine && closed;
    }
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
    }
    ALLOWED.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn expressions_are_read_as_spdx_means_them() {
        for fine in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR GPL-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_allowed(fine), "{fine}");
        }
        for bad in ["GPL-3.0-only", "MIT AND AGPL-3.0", "(MIT OR Apache-2.0) AND LGPL-2.1", "", "(MIT"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }

    #[test]
    fn a_package_under_another_licence_is_found_where_it_is_used() {
        let package = |licence: Value| json!({ "id": "a", "name": "a", "source": "registry", "license": licence });
        let tree = |licence: Value| json!({ "packages": [package(licence)], "resolve": { "nodes": [{ "id": "a" }] } });
        assert_eq!(check(&tree(json!("AGPL-3.0"))), ["a is under AGPL-3.0"]);
        assert_eq!(check(&tree(Value::Null)).len(), 1);
        assert_eq!(check(&tree(json!("MIT"))), [""; 0]);
        let unused = json!({ "packages": [package(json!("AGPL-3.0"))], "resolve": { "nodes": [] } });
        assert_eq!(check(&unused), [""; 0]);
    }
}
