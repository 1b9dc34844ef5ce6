//! A client that works, a program that is killed under it, a look at what is left.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use adelante_tests::{Bridge, Dice, Salon, Server};

use crate::client::{Fate, Wish, Work};
use crate::world::World;

/// Kills after which a new salon is made: a small one starts and verifies quickly.
const KILLS_PER_SALON: u64 = 50;
/// A kill comes at most so long after the program says ready and the client begins.
const WORKS_AT_MOST_MS: u64 = 160;

/// What was counted.
#[derive(Default)]
pub struct Tally {
    /// Kills.
    pub kills: u64,
    /// Of these, between a request and its answer.
    pub between: u64,
    /// Of these, with the work committed.
    pub committed: u64,
    /// Wishes that were done, by kind.
    pub done: BTreeMap<&'static str, u64>,
    /// Of those whose program was killed meanwhile, by kind.
    pub killed: BTreeMap<&'static str, u64>,
}

impl Tally {
    pub fn add(&mut self, other: &Self) {
        self.kills += other.kills;
        self.between += other.between;
        self.committed += other.committed;
        for (sums, others) in [(&mut self.done, &other.done), (&mut self.killed, &other.killed)] {
            for (kind, count) in others {
                *sums.entry(*kind).or_default() += *count;
            }
        }
    }

    fn count(&mut self, wish: &Wish) {
        *self.done.entry(wish.kind()).or_default() += 1;
    }
}

/// Kills the program so many times, in one salon after the other.
pub fn lane(seed: u64, kills: u64) -> Tally {
    let mut tally = Tally::default();
    while tally.kills < kills {
        let dice = Dice::new(seed << 20 | tally.kills);
        in_one_salon(&dice, seed, KILLS_PER_SALON.min(kills - tally.kills), &mut tally);
    }
    tally
}

fn in_one_salon(dice: &Dice, seed: u64, kills: u64, tally: &mut Tally) {
    let salon = Salon::none();
    salon.run("demo", &["--seed", &seed.to_string(), "--clients", "20", "--months", "0", "--staff", "3"]).done();
    let mut server = started(&salon);
    let mut world = World::set_up(server.bridge(), dice);
    let mut told: Vec<Wish> = Vec::new();
    for _ in 0..kills {
        let end = work_until_killed(&mut server, world, dice);
        tally.kills += 1;
        tally.between += u64::from(end.between);
        world = end.world;
        told.clear();
        told.extend(end.answered);
        told.iter().for_each(|wish| tally.count(wish));

        salon.assert_sound();
        server = started(&salon);
        let bridge = server.bridge();
        let done = world.is_done(bridge, &end.last);
        assert!(end.between || !done, "done without having been asked: {:?}", end.last);
        tally.committed += u64::from(done);
        ask_again(&mut world, bridge, &end.last);
        tally.count(&end.last);
        *tally.killed.entry(end.last.kind()).or_default() += u64::from(end.between);
        told.push(end.last);
        world.check(bridge, Some(&told));
    }
    world.check(server.bridge(), None);
    server.kill();
    salon.assert_sound();
}

fn started(salon: &Salon) -> Server {
    let mut server = Server::start(salon.file());
    server.sign_in();
    server
}

/// How a stretch of work ended.
struct End {
    world: World,
    answered: Vec<Wish>,
    /// The wish whose answer did not come.
    last: Wish,
    /// It had left when the program was killed.
    between: bool,
}

/// Lets a client work and kills the program at a moment of its own.
fn work_until_killed(server: &mut Server, mut world: World, dice: &Dice) -> End {
    let moment = Duration::from_micros(dice.below(WORKS_AT_MOST_MS * 1_000));
    let chance = Dice::new(dice.below(u64::MAX));
    let bridge = server.bridge().clone();
    let (begun, begins) = mpsc::channel();
    let (ended, ends) = mpsc::channel::<()>();
    let client = thread::spawn(move || {
        // Dropped when the client ends, however it ends.
        let _ended = ended;
        let mut answered = Vec::new();
        begun.send(()).unwrap();
        loop {
            let last = world.wish(&chance);
            match last.ask(&bridge) {
                Fate::Answered(answer) => {
                    assert_eq!(answer.status, 200, "{last:?}: {}", answer.body);
                    world.learn(&last, &answer.body);
                    answered.push(last);
                }
                fate => return End { world, answered, last, between: matches!(fate, Fate::Between) },
            }
        }
    });
    begins.recv().unwrap();
    // Nothing comes before the kill, unless the client was refused something.
    let early = ends.recv_timeout(moment);
    server.kill();
    let end = client.join().expect("the client was refused");
    assert_eq!(early, Err(mpsc::RecvTimeoutError::Timeout), "the program ended by itself");
    end
}

/// With the same request id: once it says what was done, and once more it says the same.
fn ask_again(world: &mut World, bridge: &Bridge, wish: &Wish) {
    let answer = |what: &str| match wish.ask(bridge) {
        Fate::Answered(answer) if answer.status == 200 => answer.body,
        other => panic!("{what}: {wish:?}: {other:?}"),
    };
    let first = answer("asked again");
    if !matches!(wish.work, Work::Import { .. }) {
        assert_eq!(answer("asked once more"), first);
    }
    world.learn(wish, &first);
}
