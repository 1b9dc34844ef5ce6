//! How often a command makes the disk write through, counted from outside: the bench starts
//! itself under `strace` and marks the beginning of each command by looking for a file that is
//! not there.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

const MARK: &str = "/adelante-bench-mark/";

/// Says to whoever traces this process that a command begins.
pub fn mark(name: &str) {
    let _ = Path::new(MARK).join(name).exists();
}

/// The commands that were marked, each with its count of syncs.
pub type Counted = Vec<(String, u32)>;

/// Runs this program again with `arguments` and counts; `None` where there is no `strace`.
#[must_use]
pub fn count(arguments: &[&str], folder: &Path) -> Option<Counted> {
    let log = folder.join("syncs.strace");
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range,msync,statx,newfstatat,stat"]);
    traced.arg("-o").arg(&log).arg(std::env::current_exe().ok()?).args(arguments);
    let status = traced.stdin(Stdio::null()).stdout(Stdio::null()).status().ok()?;
    assert!(status.success(), "the traced run failed");
    Some(read(&std::fs::read_to_string(&log).ok()?))
}

fn read(log: &str) -> Counted {
    let mut counted = Counted::new();
    for line in log.lines() {
        if let Some((_, rest)) = line.split_once(MARK) {
            counted.push((rest.split('"').next().unwrap_or_default().to_owned(), 0));
        } else if ["fsync(", "fdatasync(", "msync(", "sync_file_range("].iter().any(|call| line.contains(call))
            && let Some((_, syncs)) = counted.last_mut()
        {
            *syncs += 1;
        }
    }
    // What follows the last mark is the end of the program.
    counted.pop();
    counted
}

/// For each command: how many of them made how many syncs.
#[must_use]
pub fn by_command(counted: &Counted) -> BTreeMap<&str, BTreeMap<u32, u32>> {
    let mut all: BTreeMap<&str, BTreeMap<u32, u32>> = BTreeMap::new();
    for (command, syncs) in counted {
        *all.entry(command).or_default().entry(*syncs).or_default() += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syncs_are_counted_between_the_marks() {
        let log = "9 statx(AT_FDCWD, \"/adelante-bench-mark/sale\", 0) = -1 ENOENT\n9 fdatasync(7) = 0\n\
                   9 statx(AT_FDCWD, \"/adelante-bench-mark/sale\", 0) = -1\n9 fsync(7) = 0\n9 fsync(8) = 0\n\
                   9 statx(AT_FDCWD, \"/adelante-bench-mark/end\", 0) = -1\n9 fsync(7) = 0\n";
        let counted = read(log);
        assert_eq!(by_command(&counted), BTreeMap::from([("sale", BTreeMap::from([(1, 1), (2, 1)]))]));
    }
}
