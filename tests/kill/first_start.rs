//! Kills during the very first start, while the file is being made.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use adelante_tests::{Dice, Salon, Server};
use serde_json::json;

use crate::number;

/// Folders in which a first start is killed in an ordinary run.
const FOLDERS: u64 = 60;

#[test]
fn killed_during_its_first_start_the_program_starts_again_on_a_whole_file() {
    let (folders, seed) = (number("ADELANTE_KILLS", FOLDERS * 5) / 5, number("ADELANTE_SEED", 1));
    let dice = Dice::new(seed ^ 0x1f);
    let usual = first_start();
    let (mut kills, mut half_made) = (0, 0);
    for _ in 0..folders {
        let salon = Salon::none();
        for _ in 0..=dice.below(3) {
            kill_after(&salon, Duration::from_micros(dice.below(u64::try_from(usual.as_micros()).unwrap() * 5 / 4)));
            kills += 1;
            half_made += u64::from(salon.file().exists());
        }
        let server = Server::start(salon.file());
        let state = server.bridge().ask("get_app_state", &json!({}));
        assert_eq!(state["stage"], "setup", "{state}");
        drop(server);
        salon.assert_sound();
    }
    println!(
        "killed {kills} times during the first start of {usual:?} (seed {seed}); the file was begun in {half_made}"
    );
    assert!(half_made > 0 && half_made < kills, "the kills all fell on one side of the file's making");
}

/// How long a first start takes here.
fn first_start() -> Duration {
    let salon = Salon::none();
    let begin = Instant::now();
    let _server = Server::start(salon.file());
    begin.elapsed()
}

fn kill_after(salon: &Salon, moment: Duration) {
    let mut child = Server::spawn(salon.file());
    let (_never, nothing) = mpsc::channel::<()>();
    assert!(nothing.recv_timeout(moment).is_err());
    child.kill().unwrap();
    child.wait().unwrap();
}
