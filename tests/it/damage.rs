//! Files that are damaged, locked, lost or in the wrong place: kept, named, and a way on.

use std::fs;

use adelante_tests::{Dice, Salon, Server};
use serde_json::{Value, json};

fn clients(salon: &Salon) -> Value {
    salon.must("list_clients", &json!({ "limit": 1 }))["total"].clone()
}

/// A salon with 20 clients and a backup.
fn kept_salon() -> Salon {
    let salon = Salon::demo(5, 20, 0);
    let made = salon.run::<&str>("backup", &[]).done();
    assert_eq!(made["verified"], true);
    salon
}

/// Damages the salon's file, and looks that it is refused, kept and brought back.
fn damaged(name: &str, damage: impl FnOnce(&mut Vec<u8>)) {
    let salon = kept_salon();
    let mut bytes = fs::read(salon.file()).unwrap();
    damage(&mut bytes);
    fs::write(salon.file(), &bytes).unwrap();

    let said = salon.run::<&str>("verify", &[]);
    let (code, sentence) = said.refused();
    let told = said.stdout.contains("\"ok\":false") || code == "damaged";
    assert!(told, "{name}: {} {}", said.stdout, said.stderr);
    if code == "damaged" {
        assert!(sentence.contains("salon.db") && sentence.contains("restore"), "{name}: {sentence}");
    }
    assert!(fs::read(salon.file()).unwrap() == bytes, "{name}: the damaged file was changed");

    let backup = newest_backup(&salon);
    salon.run("restore", &[&backup]).done();
    assert_eq!(clients(&salon), 20, "{name}");
    salon.assert_sound();
    let kept = fs::read_dir(salon.folder()).unwrap().map(|entry| entry.unwrap().path()).find(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("salon.db.damaged-") || name.starts_with("salon.db.replaced-")
    });
    assert!(fs::read(kept.expect("the damaged file is kept")).unwrap() == bytes, "{name}: kept otherwise than it was");
}

fn newest_backup(salon: &Salon) -> String {
    let mut all: Vec<String> = fs::read_dir(salon.at("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".db"))
        .collect();
    all.sort();
    all.pop().expect("there is a backup")
}

#[test]
fn bytes_flipped_in_the_middle() {
    damaged("flipped", |bytes| {
        // One byte in every other page but the first: no part of the file is left whole.
        for at in (4096 + 100..bytes.len()).step_by(8192) {
            bytes[at] ^= 0x5a;
        }
    });
}

#[test]
fn the_first_page_overwritten() {
    damaged("first page", |bytes| bytes[..4096].fill(0));
}

#[test]
fn the_end_cut_off() {
    damaged("cut off", |bytes| bytes.truncate(bytes.len() / 2 / 4096 * 4096));
}

#[test]
fn another_file_in_its_place() {
    damaged("random", |bytes| {
        let dice = Dice::new(4);
        bytes.fill_with(|| u8::try_from(dice.below(256)).unwrap());
    });
}

#[test]
fn a_wrong_key_opens_nothing_and_changes_nothing() {
    let salon = kept_salon();
    let before = fs::read(salon.file()).unwrap();
    let wrong = salon.at("wrong.key");
    fs::write(&wrong, "00".repeat(32)).unwrap();
    let with = |key: &std::path::Path| salon.run("verify", &["--key-file", key.to_str().unwrap()]);
    assert_eq!(with(&wrong).code_of_refusal(), "wrong_key");
    fs::write(&wrong, "not a key").unwrap();
    assert_eq!(with(&wrong).code_of_refusal(), "bad_input");
    assert!(fs::read(salon.file()).unwrap() == before);
    let right = salon.at("stick.key");
    fs::rename(salon.at("salon.db.key"), &right).unwrap();
    assert_eq!(salon.run::<&str>("verify", &[]).code_of_refusal(), "wrong_key");
    assert_eq!(with(&right).done()["ok"], true);
}

#[test]
fn without_its_key_the_file_is_unreadable() {
    let salon = kept_salon();
    let name = salon.must("list_clients", &json!({ "limit": 1 }))["clients"][0]["name"].as_str().unwrap().to_owned();
    let bytes = fs::read(salon.file()).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()), "a client's name stands in the file");
}

#[test]
fn a_second_program_on_the_same_file_is_refused_while_the_first_one_runs() {
    let salon = kept_salon();
    let mut server = Server::start(salon.file());
    let said = salon.run::<&str>("verify", &[]);
    let (code, sentence) = said.refused();
    assert_eq!(code, "already_running");
    assert!(sentence.contains("salon.db"), "{sentence}");
    server.kill();
    salon.assert_sound();
}

#[test]
fn a_synced_folder_is_refused_and_nothing_is_written_there() {
    let salon = Salon::none();
    let synced = salon.at("OneDrive - Салон");
    fs::create_dir(&synced).unwrap();
    let file = synced.join("salon.db");
    let output = adelante_tests::program::command()
        .args(["--json", "demo", "--clients", "0", "--months", "0", "--no-keychain", "--db"])
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(adelante_tests::Said::of(output).code_of_refusal(), "unsafe_folder");
    assert_eq!(fs::read_dir(&synced).unwrap().count(), 0);
}

#[test]
fn a_broken_backup_is_not_restored() {
    let salon = kept_salon();
    let backup = salon.at("backups").join(newest_backup(&salon));
    let mut bytes = fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0);
    fs::write(&backup, bytes).unwrap();
    assert_eq!(salon.run("restore", &[backup.to_str().unwrap()]).code_of_refusal(), "damaged");
    assert_eq!(salon.run("restore", &["no-such-backup.db"]).code_of_refusal(), "not_found");
    assert_eq!(clients(&salon), 20);
    salon.assert_sound();
}

#[cfg(unix)]
#[test]
fn where_the_disk_takes_no_more_an_import_is_refused_whole_and_the_salon_works_on() {
    use adelante_tests::{Said, program};
    let salon = kept_salon();
    let row = |n: u32| format!("Клиент {n};+7 705 {:03} {:02} {:02}\n", n / 10_000, n / 100 % 100, n % 100);
    let csv = salon.at("many.csv");
    fs::write(&csv, "Имя;Телефон\n".to_owned() + &(0..10_000).map(row).collect::<String>()).unwrap();
    // Files may grow to 2 MB (4 MB with some shells), the signal of it is ignored: a write
    // beyond that fails, as it does on a full disk.
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 4096; exec \"$@\"", "sh"])
        .arg(program::path())
        .args(["--json", "import", "clients"])
        .arg(&csv)
        .args(["--no-keychain", "--db"])
        .arg(salon.file())
        .output()
        .unwrap();
    let said = Said::of(output);
    let (code, sentence) = said.refused();
    assert!(code == "disk_full" || code == "internal", "{code}: {sentence}");
    assert_eq!(clients(&salon), 20);
    salon.assert_sound();
    salon.must("create_client", &json!({ "client": { "first_name": "Анна" } }));
    assert_eq!(clients(&salon), 21);
}
