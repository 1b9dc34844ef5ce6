//! Where a salon's file may lie. SQLite's locks and its write-ahead log are only sound on a
//! disk of this PC: network folders lose writes, and synced folders swap the file under it.
//! Source: SQLite, "Use of WAL requires shared memory" and "How to corrupt an SQLite file".

use std::path::{Component, Path, PathBuf, Prefix};

/// Why a folder is refused: goes into the sentence of `unsafe_folder`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnsafeFolder {
    /// A share of another PC, or a disk mounted over the network.
    Network,
    /// OneDrive.
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Google Drive.
    GoogleDrive,
    /// Yandex.Disk.
    YandexDisk,
    /// iCloud Drive.
    ICloud,
    /// Another program that copies files to a cloud.
    Synced,
}

impl UnsafeFolder {
    /// Its spelling in the facts of the error.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::OneDrive => "onedrive",
            Self::Dropbox => "dropbox",
            Self::GoogleDrive => "google_drive",
            Self::YandexDisk => "yandex_disk",
            Self::ICloud => "icloud",
            Self::Synced => "synced",
        }
    }
}

/// Looks at the folder in which `file` lies or shall lie. `None`: it may be used.
#[must_use]
pub fn check(file: &Path) -> Option<UnsafeFolder> {
    let real = real_folder(file);
    let mounts = if cfg!(target_os = "linux") {
        std::fs::read_to_string("/proc/self/mounts").unwrap_or_default()
    } else {
        String::new()
    };
    let named = std::env::vars_os()
        .filter(|(name, _)| ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"].iter().any(|known| name == known))
        .map(|(_, folder)| PathBuf::from(folder))
        .collect::<Vec<_>>();
    check_with(&real, &mounts, &named)
}

/// The check itself: on a real path, the text of `/proc/self/mounts` and the folders that the
/// system names as OneDrive's.
#[must_use]
pub fn check_with(folder: &Path, mounts: &str, onedrive: &[PathBuf]) -> Option<UnsafeFolder> {
    if is_network_path(folder) || is_network_mount(folder, mounts) {
        return Some(UnsafeFolder::Network);
    }
    if onedrive.iter().any(|synced| !synced.as_os_str().is_empty() && folder.starts_with(synced)) {
        return Some(UnsafeFolder::OneDrive);
    }
    folder
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => synced_name(&name.to_string_lossy()),
            _ => None,
        })
        .next()
        .or_else(|| folder.ancestors().find_map(sync_mark))
}

/// The folder with links resolved, as far as it exists: a link into a synced folder is one.
fn real_folder(file: &Path) -> PathBuf {
    let folder = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    for ancestor in folder.ancestors() {
        let probe = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        if let Ok(real) = probe.canonicalize() {
            let rest = folder.strip_prefix(ancestor).unwrap_or(Path::new(""));
            return real.join(rest);
        }
    }
    folder
}

/// `\\server\share` and `\\?\UNC\server\share`; also as written on a system without drives.
fn is_network_path(folder: &Path) -> bool {
    let by_prefix = folder.components().any(|component| {
        matches!(component, Component::Prefix(prefix)
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
    });
    let text = folder.to_string_lossy();
    let written = text.starts_with(r"\\") && !text.starts_with(r"\\?\") && !text.starts_with(r"\\.\");
    by_prefix || written || text.starts_with(r"\\?\UNC\")
}

/// The file systems that reach over a network, as Linux names them.
const NETWORK_FILE_SYSTEMS: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "9p",
    "ceph",
    "glusterfs",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.glusterfs",
    "fuse.s3fs",
    "fuse.google-drive-ocamlfuse",
    "fuse.onedriver",
];

/// Whether the longest mount point above `folder` is of a network file system.
fn is_network_mount(folder: &Path, mounts: &str) -> bool {
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            let (_, point, kind) = (words.next()?, words.next()?, words.next()?);
            Some((PathBuf::from(unescape(point)), kind))
        })
        .filter(|(point, _)| folder.starts_with(point))
        // Of two mounts at one place the later covers the earlier: `max_by_key` keeps the last.
        .max_by_key(|(point, _)| point.components().count())
        .is_some_and(|(_, kind)| NETWORK_FILE_SYSTEMS.contains(&kind))
}

/// Mount points write a space as `\040`.
fn unescape(point: &str) -> String {
    point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
}

/// Names that the sync programs give their folders.
fn synced_name(name: &str) -> Option<UnsafeFolder> {
    let name = name.to_lowercase();
    let is = |known: &str| name == known;
    // "OneDrive - Salon Name" and "Dropbox (Personal)" are how business accounts are named.
    let begins = |known: &str| name == known || name.starts_with(&format!("{known} "));
    if begins("onedrive") {
        Some(UnsafeFolder::OneDrive)
    } else if begins("dropbox") {
        Some(UnsafeFolder::Dropbox)
    } else if ["google drive", "googledrive", "my drive", "мой диск", "drivefs"].iter().any(|k| is(k)) {
        Some(UnsafeFolder::GoogleDrive)
    } else if ["yandex.disk", "yandexdisk", "яндекс.диск", "яндекс диск"].iter().any(|k| is(k)) {
        Some(UnsafeFolder::YandexDisk)
    } else if ["icloud drive", "iclouddrive", "com~apple~clouddocs", "mobile documents"].iter().any(|k| is(k)) {
        Some(UnsafeFolder::ICloud)
    } else if ["nextcloud", "owncloud", "pcloud", "megasync", "box sync", "syncthing", "cloud mail.ru"]
        .iter()
        .any(|k| is(k))
    {
        Some(UnsafeFolder::Synced)
    } else {
        None
    }
}

/// Files that sync programs leave in the root of what they sync, whatever its name.
fn sync_mark(folder: &Path) -> Option<UnsafeFolder> {
    let marks = [
        (".dropbox", UnsafeFolder::Dropbox),
        (".dropbox.cache", UnsafeFolder::Dropbox),
        (".stfolder", UnsafeFolder::Synced),
        (".sync", UnsafeFolder::Synced),
        (".nextcloudsync.log", UnsafeFolder::Synced),
    ];
    let home = std::env::home_dir();
    // Dropbox keeps its own settings in ~/.dropbox: that does not make the home folder synced.
    if home.as_deref() == Some(folder) {
        return None;
    }
    marks.into_iter().find(|(name, _)| folder.join(name).exists()).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(folder: &str) -> Option<UnsafeFolder> {
        check_with(Path::new(folder), "", &[])
    }

    #[test]
    fn folders_of_sync_programs_are_refused_by_name() {
        assert_eq!(kind("/home/anna/Dropbox (Personal)/salon"), Some(UnsafeFolder::Dropbox));
        assert_eq!(kind("/home/anna/OneDrive - Салон/data"), Some(UnsafeFolder::OneDrive));
        assert_eq!(kind("/Users/anna/Library/Mobile Documents/x"), Some(UnsafeFolder::ICloud));
        assert_eq!(kind("/home/anna/Яндекс.Диск"), Some(UnsafeFolder::YandexDisk));
        assert_eq!(kind("/home/anna/Google Drive/salon"), Some(UnsafeFolder::GoogleDrive));
        assert_eq!(kind("/home/anna/dropboxes/salon"), None);
        assert_eq!(kind("/home/anna/.local/share/adelante"), None);
    }

    #[test]
    fn shares_of_other_computers_are_refused() {
        assert_eq!(kind(r"\\server\salon"), Some(UnsafeFolder::Network));
        assert_eq!(kind(r"\\?\UNC\server\salon"), Some(UnsafeFolder::Network));
        assert_eq!(kind(r"\\?\C:\salon"), None);
    }

    #[test]
    fn the_nearest_mount_decides() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nnas:/vol /mnt/my\\040nas nfs4 rw 0 0\n/dev/sdb1 /mnt/my\\040nas/local ext4 rw 0 0\n//pc/s /srv/share cifs rw 0 0\n";
        let at = |folder: &str| check_with(Path::new(folder), mounts, &[]);
        assert_eq!(at("/home/anna"), None);
        assert_eq!(at("/mnt/my nas/salon"), Some(UnsafeFolder::Network));
        assert_eq!(at("/mnt/my nas/local/salon"), None);
        assert_eq!(at("/srv/share"), Some(UnsafeFolder::Network));
        assert_eq!(at("/srv/shared"), None);
    }

    #[test]
    fn a_folder_that_the_system_names_as_synced_is_refused_under_any_name() {
        let onedrive = [PathBuf::from("/home/anna/Документы")];
        let folder = Path::new("/home/anna/Документы/Adelante");
        assert_eq!(check_with(folder, "", &onedrive), Some(UnsafeFolder::OneDrive));
        assert_eq!(check_with(Path::new("/home/anna/x"), "", &onedrive), None);
    }

    #[test]
    fn a_link_into_a_synced_folder_and_a_sync_mark_above_are_seen() {
        let folder = tempfile::tempdir().unwrap();
        let synced = folder.path().join("shared by others");
        std::fs::create_dir_all(synced.join("salon")).unwrap();
        let file = synced.join("salon").join("adelante.db");
        assert_eq!(check(&file), None);
        std::fs::write(synced.join(".dropbox"), "").unwrap();
        assert_eq!(check(&file), Some(UnsafeFolder::Dropbox));
        #[cfg(unix)]
        {
            let link = folder.path().join("plain");
            std::os::unix::fs::symlink(&synced, &link).unwrap();
            assert_eq!(check(&link.join("not yet there").join("adelante.db")), Some(UnsafeFolder::Dropbox));
        }
    }
}
