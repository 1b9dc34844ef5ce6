//! The power goes at every write, sync, truncation and deletion of a till's day.

use std::path::Path;
use std::time::Instant;

use adelante_store::StoreError;
use adelante_tests::Dice;
use serde_json::json;

use crate::disk::{Disk, Event, Shadow};
use crate::number;
use crate::till::{Desk, Done, FILE, Morning, Till};

/// What SQLite is told to wait for at a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Synchronous {
    /// As the product does.
    Full,
    Normal,
    /// Nothing: neither at a commit nor when the journal is carried into the file.
    Off,
}

/// A day that was worked, with everything that the disk was told.
struct Day {
    begin: Shadow,
    events: Vec<Event>,
    done: Vec<Done>,
    /// The rows before the first thing was done.
    before: Vec<String>,
    /// Operations before it.
    operations: usize,
}

impl Day {
    fn work(seed: u64, synchronous: Synchronous) -> Self {
        let morning = Morning::new(seed, 3);
        let folder = tempfile::tempdir().unwrap();
        morning.lay(folder.path());
        let watching = Disk::watch(folder.path());
        let till = Till::open(folder.path(), seed).unwrap();
        let (before, operations) = (till.dump(), till.operations());
        let mut desk = Desk { disk: &watching.0, till: Some(till), done: Vec::new() };
        set(&desk, synchronous);
        a_day(&mut desk, &morning, synchronous);
        let done = std::mem::take(&mut desk.done);
        drop(desk);
        let (begin, mut events) = watching.0.take();
        if synchronous == Synchronous::Off {
            // The product itself carries the journal over with syncs; without those, too.
            events
                .iter_mut()
                .filter(|event| matches!(event, Event::Synced { .. }))
                .for_each(|event| *event = Event::Lied);
        }
        Self { begin, events, done, before, operations }
    }

    /// How many things had been answered at a moment.
    fn answered(&self, moment: usize) -> usize {
        self.done.iter().filter(|done| done.until <= moment).count()
    }
}

fn set(desk: &Desk<'_>, synchronous: Synchronous) {
    let word = match synchronous {
        Synchronous::Full => return,
        Synchronous::Normal => "NORMAL",
        Synchronous::Off => "OFF",
    };
    desk.till().engine.store().with_writer(|writer| writer.pragma_update(None, "synchronous", word).unwrap());
}

/// Payments by three methods, in parts, a void, a refund, cash, a shift closed and opened, with the
/// journal carried over in between and the program closed and opened once.
fn a_day(desk: &mut Desk<'_>, morning: &Morning, synchronous: Synchronous) {
    let whole = desk.must("take_payment", morning.payment(0, [1_000_000, 2_000_000, 1_100_001], 5_000, "complete"));
    let part = desk.must("take_payment", morning.payment(1, [700_000, 0, 1], 0, "keep"));
    desk.till().engine.store().checkpoint().unwrap();
    desk.must("take_payment", morning.payment(1, [0, 3_400_000, 0], 0, "complete"));
    desk.must("void_receipt", json!({ "receipt_id": part["receipt_id"], "reason": "ошибка" }));
    desk.reopen();
    set(desk, synchronous);
    let back = desk.till().wish("get_refundable", json!({ "receipt_id": whole["receipt_id"] }));
    let line = desk.till().ask(&back).unwrap()["lines"][0]["line_id"].clone();
    let lines = json!([{ "line_id": line, "amount_minor": 333_333 }]);
    let payments = json!([
        { "method_id": morning.methods[0], "amount_minor": 100_000 },
        { "method_id": morning.methods[1], "amount_minor": 233_333 },
    ]);
    desk.must(
        "refund_receipt",
        json!({ "receipt_id": whole["receipt_id"], "reason": "не понравилось", "lines": lines, "payments": payments }),
    );
    desk.must("close_shift", json!({ "count": { "counted_minor": 904_000 }, "reason": "мелочь" }));
    desk.must("open_shift", json!({ "count": { "counted_minor": 904_000 } }));
    desk.till().engine.store().checkpoint().unwrap();
    desk.must("take_payment", morning.payment(2, [4_100_001, 0, 0], 0, "complete"));
}

/// What a cut left.
#[derive(Debug, PartialEq, Eq)]
enum Left {
    /// So many of the day's operations, whole.
    Whole(usize),
    /// Fewer than were answered.
    Lost,
    /// Not a salon any more.
    Damaged(String),
}

/// Looks at an image. What is there by half, or twice, or otherwise than it was, is damage.
fn look(day: &Day, folder: &Path, moment: usize) -> Result<Left, StoreError> {
    let till = Till::open(folder, 0x0C07 + moment as u64)?;
    let wrong = till.wrong()?;
    if !wrong.is_empty() {
        return Ok(Left::Damaged(wrong.join("; ")));
    }
    let there = till.operations().checked_sub(day.operations);
    let Some(there) = there.filter(|there| *there <= day.done.len()) else {
        return Ok(Left::Damaged(format!("{there:?} operations")));
    };
    let expected = there.checked_sub(1).map_or(&day.before, |last| &day.done[last].after);
    if till.dump() != *expected {
        return Ok(Left::Damaged(format!("the rows are not those after {there} operations")));
    }
    if there < day.answered(moment) {
        return Ok(Left::Lost);
    }
    // Nothing is there that had not been asked for yet.
    assert!(day.done[..there].iter().all(|done| done.from < moment), "{there} operations at {moment}");
    asked_again(day, &till, moment, there);
    Ok(Left::Whole(there))
}

/// Whoever asks again with the same request id hears what was done, and nothing is done twice.
fn asked_again(day: &Day, till: &Till, moment: usize, there: usize) {
    let asked = day.done.iter().filter(|done| done.from < moment).count();
    for (place, done) in day.done[..asked].iter().enumerate() {
        let answer = till.ask(&done.asked).unwrap_or_else(|error| panic!("{:?}: {error}", done.asked));
        if place < there {
            assert_eq!(answer, done.answer, "{:?}", done.asked);
        }
        assert_eq!(till.ask(&done.asked), Ok(answer), "{:?}", done.asked);
    }
    assert_eq!(till.operations(), day.operations + asked, "something was done twice at {moment}");
    let numbers = till.receipt_numbers();
    assert!(numbers.iter().copied().eq(1..=numbers.len() as i64), "receipts {numbers:?} at {moment}");
}

/// What all the cuts of a day left.
#[derive(Debug, Default)]
struct Tally {
    cuts: usize,
    images: usize,
    /// In the middle of a command that was there afterwards all the same.
    there_unanswered: usize,
    lost: usize,
    damaged: Vec<String>,
}

/// Cuts the power after every event, `times` times each.
fn cut_everywhere(mut day: Day, seed: u64, times: u64) -> Tally {
    let mut tally = Tally::default();
    let folder = tempfile::tempdir().unwrap();
    let mut shadow = std::mem::take(&mut day.begin);
    for (index, event) in std::mem::take(&mut day.events).into_iter().enumerate() {
        shadow.tell(event);
        let moment = index + 1;
        tally.cuts += 1;
        for time in 0..times {
            let dice = Dice::new(seed << 40 | time << 32 | moment as u64);
            lay(&shadow, &dice, folder.path());
            tally.images += 1;
            match look(&day, folder.path(), moment) {
                Ok(Left::Whole(there)) => tally.there_unanswered += usize::from(there > day.answered(moment)),
                Ok(Left::Lost) => tally.lost += 1,
                Ok(Left::Damaged(how)) => tally.damaged.push(format!("cut {moment}, time {time}: {how}")),
                Err(error) => tally.damaged.push(format!("cut {moment}, time {time}: {error}")),
            }
        }
    }
    tally
}

/// Lays what the disk may hold into a folder.
fn lay(shadow: &Shadow, dice: &Dice, folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(entry.unwrap().path()).unwrap();
    }
    for (name, held) in shadow.after_a_cut(dice) {
        if let Some(held) = held {
            std::fs::write(folder.join(name), held).unwrap();
        }
    }
}

#[test]
fn the_power_goes_at_any_moment_and_nothing_that_was_answered_is_lost_or_damaged_or_done_twice() {
    let (seed, times) = (number("ADELANTE_SEED", 1), number("ADELANTE_CUTS", 1));
    let begin = Instant::now();
    let day = Day::work(seed, Synchronous::Full);
    let tally = cut_everywhere(day, seed, times);
    println!(
        "power cut at each of {} points (seed {seed}): {} images, each verified whole, {} with a command that was \
         there and not answered; {:.0?}",
        tally.cuts,
        tally.images,
        tally.there_unanswered,
        begin.elapsed()
    );
    assert_eq!((tally.lost, &tally.damaged[..]), (0, &[][..]));
    assert!(tally.cuts > 300 && tally.there_unanswered > 0, "{tally:?}");
}

#[test]
fn with_a_weaker_promise_to_the_disk_the_same_test_finds_what_is_lost_and_what_is_damaged() {
    let seed = number("ADELANTE_SEED", 1);
    let normal = cut_everywhere(Day::work(seed, Synchronous::Normal), seed, 1);
    println!("synchronous=NORMAL: {} of {} cuts lost what was answered", normal.lost, normal.images);
    assert!(normal.lost > 0, "NORMAL lost nothing: the cuts do not see");
    assert_eq!(normal.damaged, [""; 0], "NORMAL is late, not broken");

    let off = cut_everywhere(Day::work(seed, Synchronous::Off), seed, 1);
    println!(
        "synchronous=OFF: of {} cuts {} lost what was answered, {} damaged the file, e.g. {}",
        off.images,
        off.lost,
        off.damaged.len(),
        off.damaged.first().map_or("none", String::as_str)
    );
    assert!(off.lost > 0 && !off.damaged.is_empty(), "OFF lost {} and damaged {:?}", off.lost, off.damaged);
}

#[test]
fn the_power_goes_while_the_file_is_made_and_the_next_start_makes_it_whole() {
    let (seed, times) = (number("ADELANTE_SEED", 1), number("ADELANTE_CUTS", 1));
    let folder = tempfile::tempdir().unwrap();
    let watching = Disk::watch(folder.path());
    drop(Till::open(folder.path(), seed).unwrap());
    let (mut shadow, events) = watching.0.take();
    let image = tempfile::tempdir().unwrap();
    let (mut cuts, mut begun) = (0, 0);
    for (index, event) in events.into_iter().enumerate() {
        shadow.tell(event);
        for time in 0..times {
            lay(&shadow, &Dice::new(seed << 40 | time << 32 | index as u64), image.path());
            begun += usize::from(image.path().join(FILE).exists());
            let till = Till::open(image.path(), seed).unwrap_or_else(|error| panic!("cut {index}: {error}"));
            assert_eq!(till.wrong().unwrap(), [""; 0], "cut {index}");
            assert_eq!(till.operations(), 0);
        }
        cuts += 1;
    }
    println!("power cut at each of {cuts} points of a file's making; the file was there in {begun} images");
    assert!(cuts > 30 && begun > 0);
}

/// Of so many cuts one is cut again, at every point of what the program does after it.
const CUT_AGAIN_EACH: u64 = 97;

#[test]
fn the_power_goes_again_while_the_program_recovers_and_what_it_found_stays() {
    let (seed, times) = (number("ADELANTE_SEED", 1), number("ADELANTE_CUTS", 1));
    let each = usize::try_from((CUT_AGAIN_EACH / times).max(1)).unwrap();
    let mut day = Day::work(seed, Synchronous::Full);
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut shadow = std::mem::take(&mut day.begin);
    let (mut cuts, mut again) = (0, 0);
    for (index, event) in std::mem::take(&mut day.events).into_iter().enumerate() {
        shadow.tell(event);
        let moment = index + 1;
        if !moment.is_multiple_of(each) {
            continue;
        }
        cuts += 1;
        lay(&shadow, &Dice::new(seed << 40 | moment as u64), first.path());
        let watching = Disk::watch(first.path());
        let till = Till::open(first.path(), seed).unwrap();
        let there = till.operations() - day.operations;
        till.engine.store().checkpoint().unwrap();
        drop(till);
        let (mut found, events) = watching.0.take();
        drop(watching);
        for (index, event) in events.into_iter().enumerate() {
            found.tell(event);
            again += 1;
            lay(&found, &Dice::new(seed << 50 | (moment as u64) << 20 | index as u64), second.path());
            match look(&day, second.path(), moment) {
                Ok(Left::Whole(still)) => assert_eq!(still, there, "cut {moment}, again at {index}"),
                other => panic!("cut {moment}, again at {index}: {other:?}"),
            }
        }
    }
    println!("after {cuts} cuts the power went again at each of {again} points of the recovery");
    assert!(again > 30, "only {again} points");
}
