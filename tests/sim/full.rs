//! The disk gets full at every level of a till's day: the till says so, nothing is half written, and
//! when there is room again the same request id works.

use std::path::Path;
use std::time::Instant;

use adelante_store::StoreError;
use adelante_wire::ErrorCode;
use serde_json::{Value, json};

use crate::disk::Disk;
use crate::number;
use crate::till::{Asked, Morning, Till};

/// A page in the journal: the least step that an ordinary run takes is one and a bit of these, so
/// that the disk gets full in the middle of pages too.
const STEP: u64 = 5_077;

/// One thing of the day.
enum Part {
    Ask(Asked),
    /// The journal is carried into the file.
    Carry,
    /// The program is closed and opened.
    Reopen,
}

/// What is asked for depends on nothing that was answered, so that it is the same each time.
fn parts(morning: &Morning, till: &Till) -> Vec<Part> {
    let ask = |command, input: Value| Part::Ask(till.wish(command, input));
    vec![
        ask("take_payment", morning.payment(0, [1_000_000, 2_000_000, 1_100_001], 5_000, "complete")),
        ask("take_payment", morning.payment(1, [700_000, 0, 1], 0, "keep")),
        Part::Carry,
        ask("close_shift", json!({ "count": { "counted_minor": 1_705_000 } })),
        Part::Reopen,
        ask("open_shift", json!({ "count": { "counted_minor": 1_700_000 } })),
        ask("take_payment", morning.payment(1, [0, 3_400_000, 0], 0, "complete")),
    ]
}

/// What a day on a disk of some size came to.
#[derive(Default)]
struct Tally {
    /// Levels at which something was refused.
    felt: usize,
    asked: usize,
    carried: usize,
    opened: usize,
}

/// Works the day with room for so many bytes; when it is full, room is made and it goes on. How much
/// was written.
fn day(morning: &Morning, disk: &Disk, folder: &Path, room: Option<usize>, tally: &mut Tally) -> usize {
    let mut till = Till::open(folder, 5).unwrap();
    let parts = parts(morning, &till);
    disk.set_room(room);
    let before = disk.bytes_written();
    for part in parts {
        match part {
            Part::Ask(asked) => refused_or_done(&till, disk, &asked, tally),
            Part::Carry => {
                if let Err(error) = till.engine.store().checkpoint() {
                    assert!(matches!(error, StoreError::DiskFull), "{error:?}");
                    tally.carried += 1;
                    assert_eq!(till.wrong().unwrap(), [""; 0]);
                    disk.set_room(None);
                    till.engine.store().checkpoint().unwrap();
                }
            }
            Part::Reopen => till = reopened(till, disk, folder, tally),
        }
    }
    assert_eq!(till.wrong().unwrap(), [""; 0]);
    let numbers = till.receipt_numbers();
    assert_eq!(numbers, [1, 2, 3]);
    disk.bytes_written() - before
}

/// Asks for something: where the disk is full it is refused clearly and nothing has happened; with
/// room again the same request id does it, once.
fn refused_or_done(till: &Till, disk: &Disk, asked: &Asked, tally: &mut Tally) {
    let (before, operations) = (till.dump(), till.operations());
    let Err(refused) = till.ask(asked) else { return };
    assert_eq!(refused.code, ErrorCode::DiskFull, "{refused}");
    assert_eq!(till.dump(), before, "half written: {}", asked.command);
    assert_eq!(till.operations(), operations);
    // It still reads, and says the same when it is asked again.
    assert_eq!(till.wrong().unwrap(), [""; 0]);
    assert_eq!(till.ask(asked).map_err(|error| error.code), Err(ErrorCode::DiskFull));
    disk.set_room(None);
    let answer = till.ask(asked).unwrap_or_else(|error| panic!("with room again: {error}"));
    assert_eq!(till.ask(asked), Ok(answer));
    assert_eq!(till.operations(), operations + 1);
    tally.asked += 1;
}

/// Closes the program and opens it; a full disk is named, and with room again all is there.
fn reopened(till: Till, disk: &Disk, folder: &Path, tally: &mut Tally) -> Till {
    let (before, clock, ids) = (till.dump(), till.clock.clone(), till.ids.clone());
    let till = till.reopen().unwrap_or_else(|error| {
        assert!(matches!(error, StoreError::DiskFull), "{error:?}");
        tally.opened += 1;
        disk.set_room(None);
        Till::open_with(folder, clock, ids).unwrap()
    });
    assert_eq!(till.dump(), before);
    till
}

#[test]
fn a_disk_that_gets_full_at_any_level_is_named_nothing_is_half_written_and_the_same_request_works_later() {
    let step = usize::try_from(number("ADELANTE_FULL_STEP", STEP)).unwrap();
    let begin = Instant::now();
    let morning = Morning::new(number("ADELANTE_SEED", 1), 2);
    let run = |room: Option<usize>, tally: &mut Tally| {
        let folder = tempfile::tempdir().unwrap();
        morning.lay(folder.path());
        let watching = Disk::watch(folder.path());
        watching.0.only_count();
        day(&morning, &watching.0, folder.path(), room, tally)
    };
    let whole = run(None, &mut Tally::default());
    let (mut levels, mut tally) = (0, Tally::default());
    for room in (0..whole).step_by(step) {
        let felt = |tally: &Tally| tally.asked + tally.carried + tally.opened;
        let before = felt(&tally);
        run(Some(room), &mut tally);
        tally.felt += usize::from(felt(&tally) > before);
        levels += 1;
    }
    println!(
        "a disk full at {levels} levels of {whole} bytes: {} felt it: {} while asked, {} while the journal was \
         carried over, {} while opening; {:.0?}",
        tally.felt,
        tally.asked,
        tally.carried,
        tally.opened,
        begin.elapsed()
    );
    assert!(tally.felt * 10 > levels * 8 && tally.asked > 20 && tally.carried > 0 && tally.opened > 0);
}
