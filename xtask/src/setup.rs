//! What the machine must have, and how it gets it: on Debian and its kin by apt, elsewhere by
//! telling the person.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// What the person wants to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build and use the app.
    Build,
    /// Run every test too.
    Test,
}

/// How we know that something is there.
enum Probe {
    /// A program on the PATH.
    Program(&'static str),
    /// One of these files.
    File(&'static [&'static str]),
    /// A command that succeeds.
    Works(&'static str, &'static [&'static str]),
}

/// One thing the machine must have.
struct Need {
    package: &'static str,
    probe: Probe,
    why: &'static str,
    purpose: Purpose,
}

const fn need(package: &'static str, probe: Probe, why: &'static str, purpose: Purpose) -> Need {
    Need { package, probe, why, purpose }
}

/// Debian's package, how to see that it is there, and what it is for.
const NEEDS: &[Need] = &[
    need("build-essential", Probe::Works("make", &["--version"]), "compiler and linker", Purpose::Build),
    need("pkg-config", Probe::Program("pkg-config"), "finds the window's libraries", Purpose::Build),
    need(
        "perl",
        Probe::Works("perl", &["-MFindBin", "-MIPC::Cmd", "-MFile::Compare", "-e", "1"]),
        "builds OpenSSL, which encrypts the salon's file",
        Purpose::Build,
    ),
    need(
        "libwebkit2gtk-4.1-dev",
        Probe::Works("pkg-config", &["--exists", "webkit2gtk-4.1"]),
        "the app's window",
        Purpose::Build,
    ),
    need("xvfb", Probe::Program("Xvfb"), "a screen for the desktop test", Purpose::Test),
    need("xauth", Probe::Program("xauth"), "a screen for the desktop test", Purpose::Test),
    need("webkit2gtk-driver", Probe::Program("WebKitWebDriver"), "drives the desktop test", Purpose::Test),
    need("imagemagick", Probe::Program("convert"), "compares pictures", Purpose::Test),
    need("gnome-keyring", Probe::Program("gnome-keyring-daemon"), "a keychain for the tests", Purpose::Test),
    need("libsecret-tools", Probe::Program("secret-tool"), "looks into the keychain", Purpose::Test),
    need("dbus", Probe::Program("dbus-run-session"), "the keychain's bus", Purpose::Test),
    need("poppler-utils", Probe::Program("pdftotext"), "reads receipts back", Purpose::Test),
    need("qpdf", Probe::Program("qpdf"), "checks receipts", Purpose::Test),
    need("zbar-tools", Probe::Program("zbarimg"), "reads QR codes back", Purpose::Test),
    need(
        "fonts-noto-core",
        Probe::File(&["/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"]),
        "letters of four languages in pictures",
        Purpose::Test,
    ),
    need("cups", Probe::File(&["/usr/sbin/cupsd"]), "a print system for the tests", Purpose::Test),
    need("cups-client", Probe::Program("lpstat"), "prints", Purpose::Test),
    need("printer-driver-cups-pdf", Probe::File(&["/usr/lib/cups/backend/cups-pdf"]), "a printer", Purpose::Test),
    need("chromium", Probe::Program("chromium"), "the browser tests", Purpose::Test),
];

/// Installs what is missing for `purpose`; says what and why first. Where apt is not there,
/// says what is needed and goes on.
pub fn install(purpose: Purpose) -> Result<()> {
    check_node()?;
    if cfg!(windows) {
        println!("Needed: Visual Studio Build Tools (C++), Strawberry Perl, WebView2 (part of Windows 11).");
        return Ok(());
    }
    if cfg!(target_os = "macos") {
        println!("Needed: Xcode command line tools (xcode-select --install).");
        return Ok(());
    }
    let missing: Vec<&Need> = wanted(purpose).filter(|need| !is_there(&need.probe)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine:");
    for need in &missing {
        println!("  {:26} {}", need.package, need.why);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !is_there(&Probe::Program("apt-get")) {
        println!("There is no apt here: install their kin by your system's own means. Going on.");
        return Ok(());
    }
    apt(&["update", "-qq"])?;
    let mut install = vec!["install", "-qq", "-y", "--no-install-recommends"];
    install.extend(&packages);
    apt(&install)
}

fn wanted(purpose: Purpose) -> impl Iterator<Item = &'static Need> {
    NEEDS.iter().filter(move |need| need.purpose == Purpose::Build || purpose == Purpose::Test)
}

/// Runs apt-get as root; asks for the password where the person is not.
fn apt(words: &[&str]) -> Result<()> {
    let env = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"];
    let root = shell::capture(Command::new("id").arg("-u"))?.trim() == "0";
    if !root && !is_there(&Probe::Program("sudo")) {
        bail!("not root and no sudo here: run `apt-get {}` as root, then come back", words.join(" "));
    }
    let mut command = if root { Command::new("env") } else { Command::new("sudo") };
    if !root {
        command.arg("env");
    }
    command.args(env).args(words);
    println!("> {}", shell::line(&command));
    shell::run(&mut command)
}

fn is_there(probe: &Probe) -> bool {
    match probe {
        Probe::Program(name) => on_path(name),
        Probe::File(paths) => paths.iter().any(|path| Path::new(path).exists()),
        Probe::Works(name, args) => shell::succeeds(Command::new(name).args(*args)),
    }
}

/// Whether a program can be found by its name.
pub fn on_path(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Node is not ours to install: Debian's own is too old.
fn check_node() -> Result<()> {
    let version = shell::capture(shell::program("node").arg("--version")).unwrap_or_default();
    let major: u32 = version.trim().trim_start_matches('v').split('.').next().unwrap_or("").parse().unwrap_or(0);
    if major < 20 {
        bail!("Node 20 or newer is needed for the user interface (found: '{}'); see nodejs.org", version.trim());
    }
    Ok(())
}

/// Makes sure that rustfmt and clippy are there, where rustup can bring them.
pub fn rust_components() {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !shell::succeeds(Command::new("cargo").args([tool, "--version"])) {
            println!("> rustup component add {component}");
            let _ = shell::run(Command::new("rustup").args(["component", "add", component]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn building_needs_less_than_testing_and_nothing_is_listed_twice() {
        let build: Vec<_> = wanted(Purpose::Build).map(|need| need.package).collect();
        let test: Vec<_> = wanted(Purpose::Test).map(|need| need.package).collect();
        assert!(build.contains(&"libwebkit2gtk-4.1-dev") && !build.contains(&"chromium"));
        assert!(build.iter().all(|package| test.contains(package)));
        let mut once = test.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), test.len());
    }

    #[test]
    fn a_missing_thing_is_seen_as_missing() {
        assert!(!is_there(&Probe::Program("no-such-program-here")));
        assert!(!is_there(&Probe::File(&["/no/such/file"])));
        assert!(!is_there(&Probe::Works("no-such-program-here", &[])));
        assert!(on_path("cargo") || on_path("cargo.exe"));
    }
}
