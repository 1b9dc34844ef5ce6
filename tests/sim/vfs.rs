//! The only unsafe code of the tests: a SQLite VFS that hands everything on to the system's own
//! one and tells a [`Disk`] what was written, synced, cut off and deleted.
//!
//! It becomes the process's default, so the product opens its files through it without knowing.
//! Files that belong to no [`Disk`] are handed on untold. Nothing is really synced: what a cut
//! would leave is computed from what was told, and nothing of these tests outlives this machine.
//! Locks and the shared memory of the WAL are the system VFS's own.
#![expect(unsafe_code, reason = "SQLite's file layer is a table of C functions")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;
use std::sync::{Arc, Once};

use rusqlite::ffi::{
    SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_SHMSIZE, SQLITE_OK, SQLITE_OPEN_MAIN_JOURNAL, SQLITE_OPEN_SUPER_JOURNAL,
    SQLITE_OPEN_WAL, sqlite3_file, sqlite3_filename, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs, sqlite3_vfs_find,
    sqlite3_vfs_register,
};

use crate::disk::{Disk, NodeId};

/// An open file: what SQLite sees of it, then ours. The system's own file lies behind it in the
/// same piece of memory.
#[repr(C)]
struct Held {
    base: sqlite3_file,
    told: Option<Box<Told>>,
}

/// Whom to tell about a file.
struct Told {
    disk: Arc<Disk>,
    node: NodeId,
    /// The first sync of a new journal makes the folder's entries durable too, as the unix VFS does.
    folder_due: bool,
    /// Regions of shared memory this connection has mapped.
    regions: c_int,
}

/// The system's own methods begin here, aligned as a [`Held`] is.
const BEHIND: usize = size_of::<Held>();

/// Makes this VFS the default of the process, once.
pub fn install() {
    static ONCE: Once = Once::new();
    // SAFETY: the system's VFS lives as long as the process. Ours is a copy of it with its own
    // name, size and two methods, leaked, so that it lives as long too; the methods that stay are
    // those that do not look at which VFS they are called with.
    ONCE.call_once(|| unsafe {
        let system = sqlite3_vfs_find(ptr::null());
        assert!(!system.is_null(), "SQLite has no VFS");
        let ours = Box::leak(Box::new(*system));
        ours.zName = c"adelante-disk".as_ptr();
        ours.pNext = ptr::null_mut();
        ours.szOsFile = c_int::try_from(BEHIND).unwrap() + (*system).szOsFile;
        ours.pAppData = system.cast();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        assert_eq!(sqlite3_vfs_register(ours, 1), SQLITE_OK);
    });
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // Version 2: shared memory, but no memory-mapped reads past xRead.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The system's own file behind one of ours.
///
/// # Safety
/// `file` is one that [`open`] has filled.
unsafe fn behind(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite gave `szOsFile` bytes, of which the system's file takes those after `BEHIND`.
    unsafe { file.byte_add(BEHIND) }
}

/// Whom to tell.
///
/// # Safety
/// `file` is one that [`open`] has filled, and SQLite uses a file from one thread at a time.
unsafe fn told<'f>(file: *mut sqlite3_file) -> Option<&'f mut Told> {
    // SAFETY: as above; the reference ends before the method returns to SQLite.
    unsafe { (*file.cast::<Held>()).told.as_deref_mut() }
}

/// Methods that are only handed on.
macro_rules! handed_on {
    ($($name:ident = $method:ident($($argument:ident: $type:ty),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $type)*) -> c_int {
            // SAFETY: SQLite calls this with a file that `open` has filled; the arguments are its own.
            unsafe {
                let real = behind(file);
                (*(*real).pMethods).$method.map_or(SQLITE_IOERR, |method| method(real $(, $argument)*))
            }
        }
    )*};
}

handed_on! {
    read = xRead(to: *mut c_void, amount: c_int, offset: sqlite3_int64);
    real_write = xWrite(from: *const c_void, amount: c_int, offset: sqlite3_int64);
    real_truncate = xTruncate(size: sqlite3_int64);
    file_size = xFileSize(size: *mut sqlite3_int64);
    lock = xLock(level: c_int);
    unlock = xUnlock(level: c_int);
    check_reserved_lock = xCheckReservedLock(held: *mut c_int);
    file_control = xFileControl(op: c_int, argument: *mut c_void);
    sector_size = xSectorSize();
    device_characteristics = xDeviceCharacteristics();
    real_shm_map = xShmMap(region: c_int, size: c_int, extend: c_int, to: *mut *mut c_void);
    shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int);
    shm_unmap = xShmUnmap(delete: c_int);
    real_close = xClose();
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: SQLite calls this with a file that `open` has filled.
    unsafe {
        let real = behind(file);
        if let Some(method) = (*(*real).pMethods).xShmBarrier {
            method(real);
        }
    }
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: `vfs` is ours, whose `pAppData` is the system's; SQLite gives `szOsFile` bytes for
    // the file, and a name that outlives it or none (a file for its own use, which nobody is told of).
    unsafe {
        let system: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        let held: *mut Held = file.cast();
        ptr::write(held, Held { base: sqlite3_file { pMethods: ptr::null() }, told: None });
        let real = behind(file);
        let code = (*system).xOpen.map_or(SQLITE_IOERR, |method| method(system, name, real, flags, out_flags));
        if code == SQLITE_OK {
            let journal = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL) != 0;
            (*held).told = path(name).and_then(Disk::of).map(|(disk, name)| {
                let node = disk.opened(&name);
                Box::new(Told { disk, node, folder_due: journal, regions: 0 })
            });
            (*held).base.pMethods = &raw const METHODS;
        }
        code
    }
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: as in `open`.
    unsafe {
        let system: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        let code = (*system).xDelete.map_or(SQLITE_IOERR, |method| method(system, name, 0));
        if code == SQLITE_OK
            && let Some((disk, name)) = path(name).and_then(Disk::of)
        {
            disk.deleted(&name, sync_folder != 0);
        }
        code
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file that `open` has filled once, and does not use it afterwards.
    unsafe {
        let code = real_close(file);
        (*file.cast::<Held>()).told = None;
        code
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    amount: c_int,
    offset: sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite calls this with a file that `open` has filled and `amount` bytes to read.
    unsafe {
        let Some(told) = told(file) else { return real_write(file, from, amount, offset) };
        let (Ok(length), Ok(at)) = (usize::try_from(amount), usize::try_from(offset)) else { return SQLITE_IOERR };
        let bytes = std::slice::from_raw_parts(from.cast::<u8>(), length);
        let fits = told.disk.written(told.node, at, bytes);
        // As a real disk does: what fits is written, then it says that it is full.
        let code = match c_int::try_from(fits) {
            Ok(0) => SQLITE_OK,
            Ok(fits) => real_write(file, from, fits, offset),
            Err(_) => SQLITE_IOERR,
        };
        if code == SQLITE_OK && fits < length { SQLITE_FULL } else { code }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    // SAFETY: as in `write`.
    unsafe {
        if let (Some(told), Ok(size)) = (told(file), usize::try_from(size)) {
            told.disk.truncated(told.node, size);
        }
        real_truncate(file, size)
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: as in `write`.
    if let Some(told) = unsafe { told(file) } {
        told.disk.synced(told.node, std::mem::take(&mut told.folder_due));
    }
    SQLITE_OK
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    to: *mut *mut c_void,
) -> c_int {
    // SAFETY: as in `write`; `to` is handed on.
    unsafe {
        if let Some(told) = told(file)
            && region >= told.regions
        {
            // A region that is there already takes no room.
            let code = real_shm_map(file, region, size, 0, to);
            let there = code != SQLITE_OK || !(*to).is_null();
            if !there && extend != 0 && !told.disk.has_room_for(usize::try_from(size).unwrap_or(0)) {
                return SQLITE_IOERR_SHMSIZE;
            }
            told.regions = region + c_int::from(there || extend != 0);
        }
        real_shm_map(file, region, size, extend, to)
    }
}

/// The file's path as text; none where SQLite gave none.
///
/// # Safety
/// `name` is null or ends with a zero, and lives as long as what is made of it.
unsafe fn path<'n>(name: *const c_char) -> Option<&'n str> {
    if name.is_null() {
        return None;
    }
    // SAFETY: as the caller promises.
    unsafe { CStr::from_ptr(name) }.to_str().ok()
}
