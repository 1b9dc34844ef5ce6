//! Who may know whom: the arrows between crates, and which crate may use which library.

use serde_json::Value;

const DESKTOP: &str = "adelante";

/// A crate and the crates of ours that it may depend on.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("domain", &["base"]),
    ("wire", &["base"]),
    ("store", &["base", "domain"]),
    ("engine", &["base", "domain", "wire", "store"]),
    ("documents", &["base", "domain"]),
    ("devices", &["base", "domain"]),
    ("host", &["base", "domain", "wire", "store", "engine", "documents", "devices"]),
    ("sync", &["base", "wire", "engine"]),
    ("bridge", &["base", "wire"]),
    ("cloud", &["base", "domain", "wire", "engine", "documents", "devices", "bridge"]),
    ("cli", &["base", "domain", "wire", "engine", "documents", "devices", "host", "bridge"]),
    (DESKTOP, &["base", "domain", "wire", "engine", "documents", "devices", "host", "sync"]),
    ("testkit", &["base", "domain", "wire", "store", "engine", "documents", "devices", "host"]),
    ("tests", EVERYTHING),
    ("bench", EVERYTHING),
    ("xtask", &[]),
];

const EVERYTHING: &[&str] = &[
    "base",
    "domain",
    "wire",
    "store",
    "engine",
    "documents",
    "devices",
    "host",
    "sync",
    "bridge",
    "cloud",
    "cli",
    "testkit",
    DESKTOP,
];

/// A library (or all that begin so, with `*`) and the only crates that may use it.
const CONFINED: &[(&str, &[&str])] = &[
    ("rusqlite", &["store", "tests", "bench"]),
    ("libsqlite3-sys", &["store"]),
    ("refinery*", &["store"]),
    ("tauri*", &[DESKTOP]),
    ("axum*", &["bridge", "cloud"]),
    ("tokio-postgres*", &["cloud"]),
    ("deadpool-postgres", &["cloud"]),
    ("frankenstein", &["cloud"]),
    ("keyring*", &["host"]),
    ("printpdf", &["documents"]),
    ("calamine", &["documents"]),
    ("rust_xlsxwriter", &["documents"]),
    ("clap*", &["cli", "cloud", "bench", "tests"]),
    ("criterion", &["bench"]),
    ("fantoccini", &["tests"]),
    ("anyhow", &["cli", "cloud", "xtask", "tests", "bench", "testkit", DESKTOP]),
    ("tokio", &["bridge", "cloud", "cli", "sync", "host", "tests", "bench", DESKTOP]),
    ("reqwest", &["sync", "cloud", "tests"]),
    ("ureq", &["devices"]),
    ("ts-rs", &["base", "domain", "wire"]),
    ("schemars", &["base", "domain", "wire"]),
    ("sqlx*", &[]),
];

/// What a crate may use in its own tests only: the engine's look into the file, the printers
/// print a real document.
const IN_TESTS: &[(&str, &str)] = &[("rusqlite", "engine"), ("documents", "devices")];

/// Compares `cargo metadata` with the tables.
pub fn check(metadata: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let full = package["name"].as_str().unwrap_or("");
        let name = short(full).unwrap_or(full);
        let Some((_, known)) = MAY_KNOW.iter().find(|(crate_, _)| *crate_ == name) else {
            found.push(format!("{full} is not in the table: say in xtask/src/tidy/arrows.rs whom it may know"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let on = dependency["name"].as_str().unwrap_or("");
            let for_tests = dependency["kind"] == "dev";
            found.extend(arrow(full, name, known, on, for_tests));
        }
    }
    found
}

/// Judges one dependency.
fn arrow(full: &str, name: &str, known: &[&str], on: &str, for_tests: bool) -> Option<String> {
    if let Some(ours) = short(on) {
        let tested = ours == "testkit" || ours == name || IN_TESTS.contains(&(ours, name));
        let fine = known.contains(&ours) || (for_tests && tested);
        return (!fine).then(|| format!("{full} may not know {on}"));
    }
    let (_, places) = CONFINED.iter().find(|(library, _)| matches(library, on))?;
    if for_tests && IN_TESTS.contains(&(on, name)) {
        return None;
    }
    (!places.contains(&name)).then(|| format!("{full} may not use {on}; only {} may", places.join(", ")))
}

/// Our own crate's short name; nothing for a third party's.
fn short(package: &str) -> Option<&str> {
    if package == DESKTOP || package == "xtask" {
        return Some(package);
    }
    package.strip_prefix("adelante-")
}

fn matches(pattern: &str, library: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == library, |start| library.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn complaints(package: &str, on: &str, kind: Option<&str>) -> Vec<String> {
        check(&json!({ "packages": [{ "name": package, "dependencies": [{ "name": on, "kind": kind }] }] }))
    }

    #[test]
    fn an_arrow_against_the_house_is_found() {
        assert_eq!(complaints("adelante-domain", "adelante-store", None).len(), 1);
        assert_eq!(complaints("adelante-bridge", "adelante-engine", None).len(), 1);
        assert_eq!(complaints("xtask", "adelante-base", None).len(), 1);
        assert_eq!(complaints("adelante-store", "adelante-domain", None), [""; 0]);
        assert_eq!(complaints("adelante-engine", "adelante-testkit", Some("dev")), [""; 0]);
        assert_eq!(complaints("adelante-engine", "adelante-testkit", None).len(), 1);
        assert_eq!(complaints("adelante-devices", "adelante-documents", None).len(), 1);
    }

    #[test]
    fn a_library_out_of_its_place_is_found() {
        assert_eq!(complaints("adelante-engine", "rusqlite", None).len(), 1);
        assert_eq!(complaints("adelante-cli", "axum-extra", None).len(), 1);
        assert_eq!(complaints("adelante-engine", "rusqlite", Some("dev")), [""; 0]);
        assert_eq!(complaints("adelante-store", "rusqlite", None), [""; 0]);
        assert_eq!(complaints("adelante", "tauri-build", Some("build")), [""; 0]);
    }

    #[test]
    fn a_new_crate_must_be_entered() {
        assert_eq!(complaints("adelante-extras", "serde", None).len(), 1);
    }
}
