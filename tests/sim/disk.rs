//! A folder on a disk that can lose its power or its room: every write, sync, truncation and
//! deletion in order, and what the disk may hold if the power goes after any of them.
//!
//! What was synced is there. Of the rest any part may be: whole sectors, not in order, in each file
//! apart from the others; a file may be as long as it was or as it became, with zeros or rubbish
//! where nothing arrived; a name may still mean the file that was deleted. Bytes that nobody wrote
//! do not change, which is what SQLite takes for granted (`SQLITE_IOCAP_POWERSAFE_OVERWRITE`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use adelante_tests::Dice;

/// The least that a disk writes as a whole.
const SECTOR: usize = 512;

/// A file, whatever it is called.
pub type NodeId = usize;

/// One thing the disk was told to do.
#[derive(Debug)]
pub enum Event {
    /// A new file under a name.
    Created {
        name: String,
        node: NodeId,
    },
    Written {
        node: NodeId,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncated {
        node: NodeId,
        size: usize,
    },
    /// All of the file so far is durable; with `folder`, the folder's names too.
    Synced {
        node: NodeId,
        folder: bool,
    },
    /// It was told to sync, said yes and did nothing.
    Lied,
    /// The name is gone; with `folder`, durably.
    Deleted {
        name: String,
        folder: bool,
    },
}

/// A folder whose files are watched.
pub struct Disk {
    folder: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    names: BTreeMap<String, NodeId>,
    begin: Shadow,
    nodes: usize,
    events: Vec<Event>,
    /// Bytes that can still be written; none: no end of them.
    room: Option<usize>,
    /// Bytes that were written.
    written: usize,
    /// Nothing is kept but the room.
    forgets: bool,
}

static WATCHED: Mutex<Vec<Arc<Disk>>> = Mutex::new(Vec::new());

fn watched() -> MutexGuard<'static, Vec<Arc<Disk>>> {
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Stops watching when it goes.
pub struct Watching(pub Arc<Disk>);

impl Drop for Watching {
    fn drop(&mut self) {
        watched().retain(|disk| !Arc::ptr_eq(disk, &self.0));
    }
}

impl Disk {
    /// Watches a folder from now on; what lies in it is on the disk.
    pub fn watch(folder: &Path) -> Watching {
        crate::vfs::install();
        let folder = folder.canonicalize().unwrap();
        let mut state = State::default();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            state.names.insert(name.clone(), state.nodes);
            state.begin.names.insert(name, vec![Some(state.nodes)]);
            state.begin.nodes.push(Node { durable: std::fs::read(entry.path()).unwrap(), pending: Vec::new() });
            state.nodes += 1;
        }
        let disk = Arc::new(Self { folder, state: Mutex::new(state) });
        watched().push(disk.clone());
        Watching(disk)
    }

    /// The disk a file lies on, with its name there.
    pub fn of(path: &str) -> Option<(Arc<Self>, String)> {
        let path = Path::new(path);
        let disk = watched().iter().find(|disk| path.parent() == Some(&disk.folder)).cloned()?;
        Some((disk, path.file_name()?.to_str()?.to_owned()))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So many bytes can be written from now on, then it is full; with `None` never.
    pub fn set_room(&self, room: Option<usize>) {
        self.state().room = room;
    }

    /// Keeps no record of what is written, only counts it: for a disk that gets full.
    pub fn only_count(&self) {
        self.state().forgets = true;
    }

    /// Bytes written since it is watched, shared memory too.
    pub fn bytes_written(&self) -> usize {
        self.state().written
    }

    /// How many events there were.
    pub fn moment(&self) -> usize {
        self.state().events.len()
    }

    /// Takes the record: what lay there in the beginning, and what happened since.
    pub fn take(&self) -> (Shadow, Vec<Event>) {
        let mut state = self.state();
        (std::mem::take(&mut state.begin), std::mem::take(&mut state.events))
    }

    pub fn opened(&self, name: &str) -> NodeId {
        let mut state = self.state();
        if let Some(node) = state.names.get(name) {
            return *node;
        }
        let node = state.nodes;
        state.nodes += 1;
        state.names.insert(name.to_owned(), node);
        state.tell(Event::Created { name: name.to_owned(), node });
        node
    }

    /// How much of it there is room for.
    pub fn written(&self, node: NodeId, at: usize, bytes: &[u8]) -> usize {
        let mut state = self.state();
        let fits = state.use_room(bytes.len());
        if !state.forgets && fits > 0 {
            state.tell(Event::Written { node, at, bytes: bytes[..fits].to_vec() });
        }
        fits
    }

    /// Whether there is room for so much shared memory, which no cut leaves.
    pub fn has_room_for(&self, size: usize) -> bool {
        self.state().use_room(size) == size
    }

    pub fn truncated(&self, node: NodeId, size: usize) {
        self.state().tell(Event::Truncated { node, size });
    }

    pub fn synced(&self, node: NodeId, folder: bool) {
        self.state().tell(Event::Synced { node, folder });
    }

    pub fn deleted(&self, name: &str, folder: bool) {
        let mut state = self.state();
        state.names.remove(name);
        state.tell(Event::Deleted { name: name.to_owned(), folder });
    }
}

impl State {
    fn tell(&mut self, event: Event) {
        if !self.forgets {
            self.events.push(event);
        }
    }

    fn use_room(&mut self, wanted: usize) -> usize {
        let fits = self.room.map_or(wanted, |room| room.min(wanted));
        self.room = self.room.map(|room| room - fits);
        self.written += fits;
        fits
    }
}

/// What is on the disk for certain, and what was written and not synced.
#[derive(Default)]
pub struct Shadow {
    nodes: Vec<Node>,
    /// What each name means: durably, then by every change since.
    names: BTreeMap<String, Vec<Option<NodeId>>>,
}

#[derive(Default)]
struct Node {
    durable: Vec<u8>,
    pending: Vec<Pending>,
}

enum Pending {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

impl Shadow {
    /// The disk is told one thing more.
    pub fn tell(&mut self, event: Event) {
        match event {
            Event::Created { name, node } => {
                self.nodes.resize_with(self.nodes.len().max(node + 1), Node::default);
                self.names.entry(name).or_insert_with(|| vec![None]).push(Some(node));
            }
            Event::Written { node, at, bytes } => self.nodes[node].pending.push(Pending::Write { at, bytes }),
            Event::Truncated { node, size } => self.nodes[node].pending.push(Pending::Truncate(size)),
            Event::Synced { node, folder } => {
                self.nodes[node].settle();
                self.settle_names(folder);
            }
            Event::Lied => {}
            Event::Deleted { name, folder } => {
                self.names.entry(name).or_insert_with(|| vec![None]).push(None);
                self.settle_names(folder);
            }
        }
    }

    fn settle_names(&mut self, really: bool) {
        if really {
            self.names.values_mut().for_each(|meanings| drop(meanings.drain(..meanings.len() - 1)));
        }
    }

    /// What the disk may hold if the power goes now: one of the many, by the dice. `None`: the
    /// file is not there.
    pub fn after_a_cut(&self, dice: &Dice) -> Vec<(String, Option<Vec<u8>>)> {
        let file = |(name, meanings): (&String, &Vec<Option<NodeId>>)| {
            let meant = meanings[below(dice, meanings.len())];
            (name.clone(), meant.map(|node| self.nodes[node].torn(dice)))
        };
        self.names.iter().map(file).collect()
    }
}

impl Node {
    fn settle(&mut self) {
        for pending in std::mem::take(&mut self.pending) {
            match pending {
                Pending::Write { at, bytes } => put(&mut self.durable, at, &bytes, 0),
                Pending::Truncate(size) => self.durable.resize(size, 0),
            }
        }
    }

    /// One of the states between synced and all that was written.
    fn torn(&self, dice: &Dice) -> Vec<u8> {
        let mut held = self.durable.clone();
        // Of eight parts so many arrive; only those before `until`.
        let (arrives, until) = match dice.below(6) {
            0 => return held,
            1 => (8, self.pending.len()),
            2 => (8, below(dice, self.pending.len() + 1)),
            3 => (7, self.pending.len()),
            4 => (1, self.pending.len()),
            _ => (4, self.pending.len()),
        };
        let rubbish = if dice.below(2) == 0 { 0 } else { 0xA5 };
        for (place, pending) in self.pending.iter().enumerate() {
            // The write under way when the power went may arrive in part.
            let share = if place == until { 4 } else { arrives };
            if place > until {
                break;
            }
            match pending {
                Pending::Truncate(size) if dice.below(8) < share => held.resize(*size, rubbish),
                Pending::Truncate(_) => {}
                Pending::Write { at, bytes } => {
                    for (at, sector) in sectors(*at, bytes) {
                        if dice.below(8) < share {
                            put(&mut held, at, sector, rubbish);
                        }
                    }
                }
            }
        }
        if arrives < 8 {
            self.tear_the_size(&mut held, rubbish, dice);
        }
        held
    }

    /// The length is written apart from what is in the file.
    fn tear_the_size(&self, held: &mut Vec<u8>, rubbish: u8, dice: &Dice) {
        let written = self.pending.iter().map(|pending| match pending {
            Pending::Write { at, bytes } => at + bytes.len(),
            Pending::Truncate(size) => *size,
        });
        let longest = written.max().unwrap_or(0);
        match dice.below(4) {
            0 if longest > held.len() => held.resize(longest, rubbish),
            1 if held.len() > self.durable.len() => {
                let grown = held.len() - self.durable.len();
                held.truncate(self.durable.len() + below(dice, grown));
            }
            _ => {}
        }
    }
}

/// A number below a bound.
pub fn below(dice: &Dice, bound: usize) -> usize {
    usize::try_from(dice.below(bound as u64)).unwrap()
}

fn put(file: &mut Vec<u8>, at: usize, bytes: &[u8], filler: u8) {
    if file.len() < at {
        file.resize(at, filler);
    }
    let overlap = bytes.len().min(file.len() - at);
    file[at..at + overlap].copy_from_slice(&bytes[..overlap]);
    file.extend_from_slice(&bytes[overlap..]);
}

/// A write, sector by sector.
fn sectors(at: usize, bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let begin = from;
        let left = SECTOR - (at + begin) % SECTOR;
        from = (begin + left).min(bytes.len());
        (begin < from).then(|| (at + begin, &bytes[begin..from]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_synced_is_in_every_image_and_the_rest_is_torn_in_many_ways() {
        let mut shadow = Shadow::default();
        shadow.tell(Event::Created { name: "a".to_owned(), node: 0 });
        shadow.tell(Event::Written { node: 0, at: 0, bytes: vec![1; 1_000] });
        shadow.tell(Event::Synced { node: 0, folder: true });
        shadow.tell(Event::Written { node: 0, at: 700, bytes: vec![2; 2_000] });
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..200 {
            let image = shadow.after_a_cut(&Dice::new(seed));
            let held = image[0].1.as_ref().expect("its name was synced");
            assert!(held.len() >= 1_000 && held[..700].iter().all(|byte| *byte == 1));
            seen.insert(held.clone());
        }
        assert!(seen.len() > 20, "only {} different images", seen.len());
        assert!(seen.iter().any(|held| held.len() == 1_000) && seen.iter().any(|held| held.len() == 2_700));
    }

    #[test]
    fn a_name_that_was_not_synced_may_mean_the_old_file() {
        let mut shadow = Shadow::default();
        shadow.tell(Event::Created { name: "a".to_owned(), node: 0 });
        shadow.tell(Event::Synced { node: 0, folder: true });
        shadow.tell(Event::Deleted { name: "a".to_owned(), folder: false });
        let there = (0..50).filter(|seed| shadow.after_a_cut(&Dice::new(*seed))[0].1.is_some()).count();
        assert!((10..40).contains(&there), "{there} of 50");
        shadow.tell(Event::Deleted { name: "b".to_owned(), folder: true });
        assert!((0..50).all(|seed| shadow.after_a_cut(&Dice::new(seed))[0].1.is_none()));
    }
}
