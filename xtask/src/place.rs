//! Where things are: the repository, and the cache folder that several clones may share.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell;

/// The folders that xtask works in.
pub struct Place {
    /// The repository's root.
    pub root: PathBuf,
    /// The user's cache folder for Adelante: build output, demo salons. Safe to delete.
    pub cache: PathBuf,
    /// Cargo's output. `CARGO_TARGET_DIR` if set, else inside the cache folder.
    pub target: PathBuf,
}

impl Place {
    /// Looks around. The root comes from the running process, not from compile time: two
    /// clones may share one build of xtask.
    pub fn find() -> Result<Self> {
        let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => std::env::current_dir()?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("xtask").is_dir() && folder.join("Cargo.toml").is_file())
            .context("run this inside the repository")?
            .to_owned();
        let cache = user_cache()?.join("adelante");
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| cache.join("target"), PathBuf::from);
        Ok(Self { root, cache, target })
    }

    /// A path below the root.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// `cargo` in the repository, building into the target folder.
    pub fn cargo(&self) -> std::process::Command {
        let mut command = shell::program("cargo");
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// Cargo tells a fresh build from a stale one by file times and relative paths, so two
    /// clones that share a target folder could be given each other's crates. When another
    /// clone built here last, this clears the workspace's own crates and keeps the
    /// third-party ones, which are the long part.
    pub fn claim_target(&self, members: &[String]) -> Result<()> {
        let stamp = self.target.join("built-from");
        let mine = self.root.to_string_lossy().into_owned();
        let last = fs::read_to_string(&stamp).unwrap_or_default();
        if last == mine {
            return Ok(());
        }
        for profile in ["ci", "release"] {
            if self.target.join(profile).is_dir() {
                let mut clean = self.cargo();
                clean.args(["clean", "--quiet", "--profile", profile]);
                for member in members {
                    clean.args(["--package", member]);
                }
                shell::run(&mut clean)?;
            }
        }
        fs::create_dir_all(&self.target)?;
        fs::write(&stamp, mine).with_context(|| format!("cannot write {}", stamp.display()))
    }
}

/// The file that the app opens by itself: the browser mode opens the same salon. The folder's
/// name is the identifier in tauri.conf.json.
pub fn usual_salon() -> Result<PathBuf> {
    let folder = match (named("XDG_DATA_HOME").filter(|folder| folder.is_absolute()), home()) {
        _ if cfg!(windows) => named("LOCALAPPDATA").context("LOCALAPPDATA is not set")?,
        (_, Ok(home)) if cfg!(target_os = "macos") => home.join("Library/Application Support"),
        (Some(folder), _) => folder,
        (None, home) => home?.join(".local/share"),
    };
    Ok(folder.join("app.adelante.desk/adelante.db"))
}

/// The user's cache folder on this system.
fn user_cache() -> Result<PathBuf> {
    if let Some(folder) = named("XDG_CACHE_HOME").filter(|folder| folder.is_absolute()) {
        return Ok(folder);
    }
    if let Some(folder) = named("LOCALAPPDATA").filter(|_| cfg!(windows)) {
        return Ok(folder);
    }
    let below = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    Ok(home()?.join(below))
}

fn home() -> Result<PathBuf> {
    named("HOME").context("HOME is not set")
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Reads a file as text with unix line ends, whatever the checkout made of them.
pub fn read_text(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}
