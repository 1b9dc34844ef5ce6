//! The key in the system's keychain: a real Secret Service on a bus of its own.

use std::process::{Command, Stdio};

use crate::common::{Place, client, names};
use adelante_host::key::{KeychainUse, find};
use adelante_host::{Desk, keychain};

/// Set in the process that runs on the private bus.
const INSIDE: &str = "ADELANTE_TEST_KEYCHAIN";

/// Starts a bus and an unlocked keyring, waits until it answers, runs the test again in it.
const ON_A_BUS: &str = r#"
printf 'test\n' | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null 2>&1 &
keyring=$!
busctl_wait() {
  dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'
}
tries=0
until busctl_wait; do
  tries=$((tries + 1))
  [ "$tries" -gt 2000 ] && { echo 'the keyring did not start'; kill "$keyring"; exit 3; }
done
"$1" --exact "$2" --nocapture
answer=$?
kill "$keyring"
exit "$answer"
"#;

/// Runs the named test of this file inside a private session.
fn in_a_session(test: &str) {
    for tool in ["dbus-run-session", "gnome-keyring-daemon", "dbus-send"] {
        let found = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(found.is_ok(), "{tool} is missing: apt-get install --no-install-recommends dbus gnome-keyring");
    }
    let home = tempfile::tempdir().unwrap();
    let program = std::env::current_exe().unwrap();
    let done = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", ON_A_BUS, "sh"])
        .arg(program)
        .arg(test)
        .env("XDG_DATA_HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("HOME", home.path())
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
fn the_key_lies_in_the_keychain_and_opens_the_salon_again() {
    if std::env::var_os(INSIDE).is_none() {
        return in_a_session("keychain::the_key_lies_in_the_keychain_and_opens_the_salon_again");
    }
    let place = Place::new();
    let mut options = place.options();
    options.keychain = KeychainUse::Allowed;
    let desk = Desk::open(options.clone());
    desk.ready().unwrap();
    assert!(desk.exposed_key_file().is_none());
    drop(desk);
    assert!(place.files(".key").is_empty(), "no key file where there is a keychain");
    let found = find(&place.file(), None, KeychainUse::Allowed).unwrap();
    assert_eq!(found.len(), 1);

    let desk = Desk::open(options.clone());
    crate::common::ask(
        &desk,
        "create_salon",
        serde_json::json!({ "salon": {
            "name": "Аделанте", "country": "KZ", "currency": "KZT", "zone": "Asia/Almaty", "language": "ru",
            "opens_min": 540, "closes_min": 1260
        } }),
    )
    .unwrap();
    client(&desk, "Анна");
    drop(desk);
    assert_eq!(names(&Desk::open(options.clone())), ["Анна"]);

    keychain::forget(&place.file()).unwrap();
    assert_eq!(keychain::read(&place.file()).unwrap(), None);
    let lost = Desk::open(options).ready().unwrap_err();
    assert_eq!(lost.facts["missing"], "true");
}

#[test]
fn without_a_bus_the_key_goes_into_a_file_and_the_owner_is_warned() {
    if std::env::var_os(INSIDE).is_none() {
        let done = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "keychain::without_a_bus_the_key_goes_into_a_file_and_the_owner_is_warned",
                "--nocapture",
            ])
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env(INSIDE, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let place = Place::new();
    let mut options = place.options();
    options.keychain = KeychainUse::Allowed;
    let desk = Desk::open(options);
    desk.ready().unwrap();
    assert_eq!(desk.exposed_key_file(), Some(place.folder.path().join("adelante.db.key")));
}
