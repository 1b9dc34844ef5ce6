//! The packages of the two npm projects: the user interface and the browser tests.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::place::Place;
use crate::shell;

/// Folders that have a package.json.
pub const PROJECTS: &[&str] = &["ui", "tests/e2e"];

/// Installs the packages of every project whose lock changed since the last time.
pub fn install_all(place: &Place) -> Result<()> {
    for project in PROJECTS {
        install(&place.at(project))?;
    }
    Ok(())
}

/// Installs the packages of one project, exactly as locked. Does nothing where that was done.
pub fn install(project: &Path) -> Result<()> {
    if !project.join("package.json").is_file() {
        return Ok(());
    }
    let lock = project.join("package-lock.json");
    let locked = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let wanted = fingerprint(&locked);
    let stamp = project.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|done| done == wanted) {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock file that lacks another platform's optional package, which
    // some registries do not carry. `--no-save` installs what is locked and leaves the lock alone.
    println!("> npm install in {}", project.display());
    shell::run(
        shell::program("npm")
            .args(["install", "--no-save", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"])
            // The browser tests use the system's Chromium.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(project),
    )?;
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Whether the project has a script of this name.
pub fn has_script(project: &Path, name: &str) -> bool {
    let text = fs::read_to_string(project.join("package.json")).unwrap_or_default();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    json["scripts"][name].is_string()
}

/// SHA-256 in hex.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_sha_256_in_hex() {
        assert_eq!(fingerprint(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
