//! Where the key of the salon's file comes from, in this order: a key file that was named, the
//! keychain's entry for that file, `FILE.key` beside it. Made when the database is, and kept
//! durably before the database is: a program killed in between finds the key again.

use std::path::{Path, PathBuf};

use adelante_base::IdSource;
use adelante_store::Key;
use adelante_wire::{CommandError, ErrorCode};

use crate::files::{self, Secrecy};
use crate::keychain;

/// Whether the system's keychain may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeychainUse {
    /// The keychain first, a key file where there is none.
    Allowed,
    /// Key files only.
    Never,
}

/// Where a key was found or put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyPlace {
    /// A file that the person named.
    Named(PathBuf),
    /// The system's keychain.
    Keychain,
    /// `FILE.key` beside the salon's file: whoever copies both can read them.
    Beside(PathBuf),
}

/// A key and where it lies.
#[derive(Debug, Clone)]
pub struct FoundKey {
    /// The key.
    pub key: Key,
    /// Its place.
    pub place: KeyPlace,
}

/// The keys that may open a salon's file, best first; a new one where neither file nor key is
/// there. Several: a keychain may remember an older file that lay at the same path.
///
/// # Errors
/// `wrong_key` with the fact `missing` where the file is there and its key is not: the printed
/// key opens it. `bad_input` where a key file holds no key.
pub fn find_or_make(
    file: &Path,
    named: Option<&Path>,
    keychain_use: KeychainUse,
    ids: &dyn IdSource,
) -> Result<Vec<FoundKey>, CommandError> {
    let found = find(file, named, keychain_use)?;
    if !found.is_empty() {
        return Ok(found);
    }
    if has_content(file) {
        return Err(CommandError::new(ErrorCode::WrongKey).with("file", file.display()).with("missing", true));
    }
    Ok(vec![keep(file, named, keychain_use, &Key::generate(ids))?])
}

/// Finds the keys kept for a salon's file. A named key file stands alone.
///
/// # Errors
/// `bad_input` where a key file holds no key; `internal` where it cannot be read.
pub fn find(file: &Path, named: Option<&Path>, keychain_use: KeychainUse) -> Result<Vec<FoundKey>, CommandError> {
    if let Some(path) = named {
        let key = read_key_file(path)?;
        return Ok(key.map(|key| FoundKey { key, place: KeyPlace::Named(path.to_path_buf()) }).into_iter().collect());
    }
    let mut found = Vec::new();
    if keychain_use == KeychainUse::Allowed {
        match keychain::read(file) {
            Ok(Some(secret)) => found.push(FoundKey { key: Key::from_bytes(secret), place: KeyPlace::Keychain }),
            Ok(None) => {}
            Err(error) => tracing::info!(step = error.0, "no keychain here"),
        }
    }
    let path = key_file(file);
    if let Some(key) = read_key_file(&path)? {
        found.push(FoundKey { key, place: KeyPlace::Beside(path) });
    }
    Ok(found)
}

/// Keeps a key for a salon's file in the best place there is.
///
/// # Errors
/// What the system says of the key file.
pub fn keep(file: &Path, named: Option<&Path>, keychain_use: KeychainUse, key: &Key) -> Result<FoundKey, CommandError> {
    let (path, place) = match named {
        Some(path) => (path.to_path_buf(), KeyPlace::Named(path.to_path_buf())),
        None => {
            if keychain_use == KeychainUse::Allowed && keychain::write(file, *key.bytes()).is_ok() {
                return Ok(FoundKey { key: key.clone(), place: KeyPlace::Keychain });
            }
            let path = key_file(file);
            (path.clone(), KeyPlace::Beside(path))
        }
    };
    let text = format!("{}\n", hex::encode(key.bytes()));
    files::write_whole(&path, text.as_bytes(), Secrecy::OwnerOnly)
        .map_err(|error| files::failed("write the key file", &error))?;
    Ok(FoundKey { key: key.clone(), place })
}

/// `FILE.key`.
#[must_use]
pub fn key_file(file: &Path) -> PathBuf {
    files::beside(file, ".key")
}

/// Whether there is a database to open: a file of no bytes is one that was never begun.
#[must_use]
pub fn has_content(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|about| about.len() > 0)
}

/// The key as the owner printed it: the wizard's code, or 64 hexadecimal digits, in groups or
/// not.
///
/// # Errors
/// `bad_input` where it is not a key.
pub fn parse_printed(text: &str) -> Result<Key, CommandError> {
    let printed = adelante_domain::pin::parse_code(text).ok().and_then(|bytes| bytes.try_into().ok());
    let digits: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    let bytes = printed.or_else(|| {
        let mut bytes = [0; 32];
        hex::decode_to_slice(digits, &mut bytes).ok().map(|()| bytes)
    });
    bytes.map(Key::from_bytes).ok_or_else(|| {
        CommandError::new(ErrorCode::BadInput)
            .with("detail", "this is not a database key: look at the printed sheet again")
    })
}

/// Reads 64 hexadecimal digits; `None` where there is no such file.
pub(crate) fn read_key_file(path: &Path) -> Result<Option<Key>, CommandError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(files::failed("read the key file", &error)),
    };
    let mut bytes = [0; 32];
    hex::decode_to_slice(text.trim(), &mut bytes).map_err(|_| {
        CommandError::new(ErrorCode::BadInput).with("detail", "the key file must hold 64 hexadecimal digits")
    })?;
    Ok(Some(Key::from_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use adelante_base::id::SeededIds;

    use super::*;

    #[test]
    fn a_new_salon_gets_a_key_beside_it_and_finds_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("adelante.db");
        let ids = SeededIds::new(1);
        let made = find_or_make(&file, None, KeychainUse::Never, &ids).unwrap().remove(0);
        assert_eq!(made.place, KeyPlace::Beside(folder.path().join("adelante.db.key")));
        std::fs::write(&file, "a database").unwrap();
        let found = find_or_make(&file, None, KeychainUse::Never, &ids).unwrap().remove(0);
        assert_eq!(found.key, made.key);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(key_file(&file)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_salon_without_its_key_is_never_given_a_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("adelante.db");
        std::fs::write(&file, "a database").unwrap();
        let error = find_or_make(&file, None, KeychainUse::Never, &SeededIds::new(1)).unwrap_err();
        assert_eq!(error.code, ErrorCode::WrongKey);
        assert_eq!(error.facts["missing"], "true");
        assert!(!key_file(&file).exists());
    }

    #[test]
    fn a_named_key_file_goes_before_the_one_beside() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("adelante.db");
        let named = folder.path().join("stick.key");
        let ids = SeededIds::new(1);
        let beside = find_or_make(&file, None, KeychainUse::Never, &ids).unwrap().remove(0);
        let other = find_or_make(&file, Some(&named), KeychainUse::Never, &ids).unwrap().remove(0);
        assert_ne!(beside.key, other.key);
        assert_eq!(other.place, KeyPlace::Named(named.clone()));
        std::fs::write(&named, "not a key").unwrap();
        let error = find_or_make(&file, Some(&named), KeychainUse::Never, &ids).unwrap_err();
        assert_eq!(error.code, ErrorCode::BadInput);
    }
}
