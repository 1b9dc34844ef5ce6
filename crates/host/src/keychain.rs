//! The system's keychain: Windows Credential Manager, macOS Keychain, Secret Service on Linux.
//!
//! That a keychain is there says little: a locked one opens and refuses to write. So it counts
//! as there only after a real set, get and delete.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use keyring_core::api::CredentialStore;
use keyring_core::{Entry, Error};

/// The name under which the keychain shows the program's entries.
const SERVICE: &str = "Adelante";

/// How long a keychain may take, a person typing its password into the system's own window
/// included. Then the program goes on without it.
const PATIENCE: Duration = Duration::from_secs(45);

/// The keychain does not work here. Says where it failed, never what was in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoKeychain(pub &'static str);

/// The secret kept for a salon's file; `None` where there is none.
///
/// # Errors
/// [`NoKeychain`] where the system has no keychain or it does not open.
pub fn read(file: &Path) -> Result<Option<[u8; 32]>, NoKeychain> {
    let name = entry_name(file);
    patiently(move || {
        let entry = entry(&*open()?, &name)?;
        match entry.get_secret() {
            Ok(secret) => <[u8; 32]>::try_from(secret).map(Some).map_err(|_| NoKeychain("entry")),
            Err(Error::NoEntry) => Ok(None),
            Err(_) => Err(NoKeychain("get")),
        }
    })
}

/// Keeps the secret of a salon's file, and reads it back before it says so.
///
/// # Errors
/// [`NoKeychain`] where the system has no keychain, it is locked, or forgets at once.
pub fn write(file: &Path, secret: [u8; 32]) -> Result<(), NoKeychain> {
    let name = entry_name(file);
    patiently(move || {
        let store = open()?;
        probe(&*store, &name)?;
        let entry = entry(&*store, &name)?;
        entry.set_secret(&secret).map_err(|_| NoKeychain("set"))?;
        match entry.get_secret() {
            Ok(kept) if kept == secret => Ok(()),
            _ => Err(NoKeychain("get")),
        }
    })
}

/// Forgets the secret of a salon's file.
///
/// # Errors
/// [`NoKeychain`] where it cannot be reached.
pub fn forget(file: &Path) -> Result<(), NoKeychain> {
    let name = entry_name(file);
    patiently(move || match entry(&*open()?, &name)?.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(_) => Err(NoKeychain("delete")),
    })
}

/// Sets, gets and deletes an entry that means nothing.
fn probe(store: &CredentialStore, name: &str) -> Result<(), NoKeychain> {
    let probe = entry(store, &format!("{name} (probe)"))?;
    probe.set_secret(b"probe").map_err(|_| NoKeychain("probe set"))?;
    let kept = probe.get_secret().map_err(|_| NoKeychain("probe get"))?;
    probe.delete_credential().map_err(|_| NoKeychain("probe delete"))?;
    if kept == b"probe" { Ok(()) } else { Err(NoKeychain("probe get")) }
}

fn entry(store: &CredentialStore, name: &str) -> Result<Entry, NoKeychain> {
    store.build(SERVICE, name, None).map_err(|_| NoKeychain("entry"))
}

/// An entry is named by the file's full path: two salons on one PC have two keys.
fn entry_name(file: &Path) -> String {
    let full = file
        .parent()
        .and_then(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.canonicalize().ok())
        .map_or_else(|| file.to_path_buf(), |folder| folder.join(file.file_name().unwrap_or_default()));
    full.to_string_lossy().into_owned()
}

/// Runs keychain work on a thread of its own (it may wait for a person, and must not meet an
/// asynchronous runtime) and gives up after a while.
fn patiently<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, NoKeychain> + Send + 'static,
) -> Result<T, NoKeychain> {
    let (send, receive) = mpsc::channel();
    std::thread::Builder::new()
        .name("keychain".to_owned())
        .spawn(move || send.send(work()))
        .map_err(|_| NoKeychain("thread"))?;
    receive.recv_timeout(PATIENCE).unwrap_or(Err(NoKeychain("no answer")))
}

#[cfg(target_os = "linux")]
fn open() -> Result<Arc<CredentialStore>, NoKeychain> {
    // Without a session bus there is nobody to ask; asking would start one.
    if std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_none_or(|address| address.is_empty()) {
        return Err(NoKeychain("no session bus"));
    }
    let store = zbus_secret_service_keyring_store::Store::new().map_err(|_| NoKeychain("open"))?;
    Ok(store)
}

#[cfg(target_os = "windows")]
fn open() -> Result<Arc<CredentialStore>, NoKeychain> {
    let store = windows_native_keyring_store::Store::new().map_err(|_| NoKeychain("open"))?;
    Ok(store)
}

#[cfg(target_os = "macos")]
fn open() -> Result<Arc<CredentialStore>, NoKeychain> {
    let store = apple_native_keyring_store::keychain::Store::new().map_err(|_| NoKeychain("open"))?;
    Ok(store)
}

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
fn open() -> Result<Arc<CredentialStore>, NoKeychain> {
    Err(NoKeychain("no keychain on this system"))
}
