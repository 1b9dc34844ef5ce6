//! Small things about files that every part of the host needs: names beside the salon's
//! file, writes that are whole or not there, errors without personal data.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use adelante_wire::{CommandError, ErrorCode};

/// The path of `file` with `ending` appended to its name: `adelante.db` + `.key`.
#[must_use]
pub fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(ending);
    file.with_file_name(name)
}

/// The files that SQLite keeps with a database: itself, its log, its shared memory.
#[must_use]
pub fn with_companions(file: &Path) -> [PathBuf; 4] {
    [file.to_path_buf(), beside(file, "-wal"), beside(file, "-shm"), beside(file, "-journal")]
}

/// What a failed file action is told as: `disk_full`, or `internal` with what was done and the
/// system's word for it; no path, which may hold a person's name.
#[must_use]
pub fn failed(action: &str, error: &io::Error) -> CommandError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => CommandError::new(ErrorCode::DiskFull),
        kind => CommandError::new(ErrorCode::Internal).with("detail", format!("{action}: {kind}")),
    }
}

/// Writes a small file so that after a power cut it is the old one or the new one, whole.
/// Only its owner may read it where `secrecy` says so.
///
/// # Errors
/// What the system says.
pub fn write_whole(path: &Path, bytes: &[u8], secrecy: Secrecy) -> io::Result<()> {
    let part = beside(path, ".part");
    // A leftover of a cut-off write may have other rights.
    remove_if_there(&part)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if secrecy == Secrecy::OwnerOnly {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = secrecy; // Windows: a file in the user's profile inherits the profile's rights.
    let mut file = options.open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&part, path)?;
    sync_folder(path)
}

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrecy {
    /// Nobody but the user of this PC's account.
    OwnerOnly,
    /// As the system does by default.
    Usual,
}

/// Makes a rename or removal in the folder of `path` survive a power cut.
///
/// # Errors
/// What the system says.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    // Windows has no such call; NTFS journals its folders.
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Copies a file and makes the copy durable.
///
/// # Errors
/// What the system says.
pub fn copy_durably(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    OpenOptions::new().write(true).open(to)?.sync_all()
}

/// Removes a file; that it is not there is as good.
///
/// # Errors
/// What the system says.
pub fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes a database with SQLite's companions of it.
///
/// # Errors
/// What the system says.
pub fn remove_database(file: &Path) -> io::Result<()> {
    with_companions(file).iter().try_for_each(|path| remove_if_there(path))
}

/// Bytes that are free for this user on the disk of `file`; `None` where the system does not say.
#[must_use]
pub fn free_bytes(file: &Path) -> Option<u64> {
    let folder = file.ancestors().skip(1).find(|folder| folder.exists() && !folder.as_os_str().is_empty());
    fs4::available_space(folder.unwrap_or(Path::new("."))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_keep_the_whole_name() {
        assert_eq!(beside(Path::new("/a/my.salon.db"), ".key"), Path::new("/a/my.salon.db.key"));
    }

    #[test]
    fn a_secret_file_is_readable_by_its_owner_only_and_replaced_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("k");
        write_whole(&path, b"one", Secrecy::OwnerOnly).unwrap();
        write_whole(&path, b"two", Secrecy::OwnerOnly).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(!beside(&path, ".part").exists());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_full_disk_has_its_own_code_and_errors_name_no_path() {
        assert_eq!(failed("copy", &io::Error::from(io::ErrorKind::StorageFull)).code, ErrorCode::DiskFull);
        let error = fs::read("/nowhere/Anna.db").unwrap_err();
        assert!(!failed("read", &error).to_string().contains("Anna"));
    }

    #[test]
    fn free_space_is_known_even_before_the_folder_exists() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free_bytes(&folder.path().join("later").join("x.db")).is_some_and(|bytes| bytes > 0));
    }
}
